"""ListParts and ListMultipartUploads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tutor.account.operations.s3_buckets import bucket_named, canonical_owner
from tutor.account.operations.s3_errors import argument_fault
from tutor.account.operations.s3_multipart import upload_named

if TYPE_CHECKING:
    from tutor.account.buckets import Upload
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["list_multipart_uploads", "list_parts"]

_PAGE: Final = 1000


def list_parts(world: World, _account: Account, call: Call) -> Result:
    """The parts that an upload has so far."""
    bucket, upload = upload_named(world, call)
    size = _size(call, "MaxParts", "max-parts")
    marker = int(str(call.parameters.get("PartNumberMarker") or 0))
    behind = [part for part in upload.parts if part.number > marker]
    shown = behind[:size]
    result: Result = {
        "Bucket": bucket.name,
        "Key": upload.key,
        "UploadId": upload.upload_id,
        "PartNumberMarker": marker,
        "NextPartNumberMarker": shown[-1].number if shown else 0,
        "MaxParts": size,
        "IsTruncated": len(behind) > len(shown),
        **_people(world, bucket.account_id, upload),
        "StorageClass": upload.like.storage_class,
    }
    if shown:
        result["Parts"] = [
            {
                "PartNumber": part.number,
                "LastModified": part.modified,
                "ETag": part.etag,
                "Size": len(part.body),
            }
            | ({} if part.checksum is None else {"ChecksumCRC32": part.checksum})
            for part in shown
        ]
    return result


def list_multipart_uploads(world: World, _account: Account, call: Call) -> Result:
    """The uploads under way, by key and age."""
    bucket = bucket_named(world, call)
    size, prefix = _size(call, "MaxUploads", "max-uploads"), call.text("Prefix") or ""
    key_marker, id_marker = call.text("KeyMarker") or "", call.text("UploadIdMarker") or ""
    uploads = sorted(bucket.uploads.values(), key=lambda upload: (upload.key, upload.started))
    behind = [
        upload
        for upload in uploads
        if upload.key.startswith(prefix)
        and (upload.key > key_marker or (upload.key == key_marker and upload.upload_id > id_marker != ""))
    ]
    shown = behind[:size]
    result: Result = {
        "Bucket": bucket.name,
        "Prefix": prefix,
        "KeyMarker": key_marker,
        "UploadIdMarker": id_marker,
        "MaxUploads": size,
        "IsTruncated": len(behind) > len(shown),
    }
    if shown and len(behind) > len(shown):
        result |= {"NextKeyMarker": shown[-1].key, "NextUploadIdMarker": shown[-1].upload_id}
    if shown:
        result["Uploads"] = [
            {
                "UploadId": upload.upload_id,
                "Key": upload.key,
                "Initiated": upload.started,
                "StorageClass": upload.like.storage_class,
                **_people(world, bucket.account_id, upload),
            }
            for upload in shown
        ]
    return result


def _size(call: Call, parameter: str, name: str) -> int:
    size = int(str(call.parameters.get(parameter, _PAGE)))
    if size < 0:
        message = f"Argument {name} must be an integer between 0 and 2147483647"
        raise argument_fault(message, name, str(size))
    return min(size, _PAGE)


def _people(world: World, account_id: str, upload: Upload) -> Result:
    initiator = {"ID": upload.initiator, "DisplayName": upload.initiator.rpartition("/")[2]}
    return {"Initiator": initiator, "Owner": canonical_owner(world.accounts[account_id])}
