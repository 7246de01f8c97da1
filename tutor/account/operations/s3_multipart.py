"""Multipart uploads: begun, given parts, completed or aborted."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import md5
from typing import TYPE_CHECKING, Final
from zlib import crc32

from tutor.account.buckets import Upload, UploadPart
from tutor.account.operations.conditions import check_write
from tutor.account.operations.s3_buckets import bucket_named
from tutor.account.operations.s3_copying import copy_source
from tutor.account.operations.s3_errors import argument_fault, malformed_xml
from tutor.account.operations.s3_objects import byte_range
from tutor.account.operations.s3_writing import ENCRYPTED, body_of, checksum_shape, described, new_key
from tutor.account.operations.uploads import computed_checksum, entity_tag, verified_checksum
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "abort_multipart_upload",
    "complete_multipart_upload",
    "create_multipart_upload",
    "upload_named",
    "upload_part",
    "upload_part_copy",
]

_MOST_PARTS: Final = 10_000
_SMALLEST: Final = 5 * 1024 * 1024
_LARGEST: Final = 64 * 1024 * 1024
"""Of all parts together: what a save holds has to stay small."""


def create_multipart_upload(world: World, _account: Account, call: Call) -> Result:
    """Begins an upload; nothing is to be seen of the object before it is complete."""
    bucket, key = bucket_named(world, call), new_key(call)
    like = described(call, bucket.name, call.moment(world))
    checksummed = call.text("ChecksumAlgorithm") == "CRC32"
    upload = Upload(
        call.mint.hexadecimal(64), key, like.modified, call.caller.principal.arn, like, checksummed
    )
    bucket.uploads[upload.upload_id] = upload
    result: Result = {"Bucket": bucket.name, "Key": key, "UploadId": upload.upload_id, **ENCRYPTED}
    return result | ({"ChecksumAlgorithm": "CRC32", "ChecksumType": "COMPOSITE"} if checksummed else {})


def upload_named(world: World, call: Call) -> tuple[Bucket, Upload]:
    """The upload that a call names by its id; raises NoSuchUpload."""
    bucket = bucket_named(world, call)
    upload = bucket.uploads.get(call.required("UploadId"))
    if upload is None or upload.key != call.required("Key"):
        message = (
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been "
            "aborted or completed."
        )
        raise ServiceError("NoSuchUpload", message, 404, fields={"UploadId": call.required("UploadId")})
    return bucket, upload


def upload_part(world: World, _account: Account, call: Call) -> Result:
    """Adds a part, or puts it in the place of the one with its number."""
    bucket, upload = upload_named(world, call)
    body = body_of(call)
    checksum = verified_checksum(call, body)
    if checksum is None and upload.checksummed:
        checksum = computed_checksum(body)
    part = _put(
        bucket, upload, UploadPart(_number(call), body, entity_tag(body), call.moment(world), checksum)
    )
    shown = {} if part.checksum is None else {"ChecksumCRC32": part.checksum}
    return {"ETag": part.etag, **ENCRYPTED, **shown}


def upload_part_copy(world: World, _account: Account, call: Call) -> Result:
    """Adds a part that is taken from an object."""
    bucket, upload = upload_named(world, call)
    _place, source = copy_source(world, call)
    start, stop = byte_range(call.text("CopySourceRange"), len(source.body)) or (0, len(source.body))
    body = source.body[start:stop]
    checksum = computed_checksum(body) if upload.checksummed else None
    part = _put(
        bucket, upload, UploadPart(_number(call), body, entity_tag(body), call.moment(world), checksum)
    )
    return {"CopyPartResult": {"ETag": part.etag, "LastModified": part.modified}, **ENCRYPTED}


def _number(call: Call) -> int:
    number = int(str(call.parameters.get("PartNumber", 0)))
    if not 1 <= number <= _MOST_PARTS:
        message = f"Part number must be an integer between 1 and {_MOST_PARTS}, inclusive"
        raise argument_fault(message, "partNumber", str(number))
    return number


def _put(bucket: Bucket, upload: Upload, part: UploadPart) -> UploadPart:
    others = [known for known in upload.parts if known.number != part.number]
    if sum(len(known.body) for known in others) + len(part.body) > _LARGEST:
        raise ServiceError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400)
    parts = tuple(sorted([*others, part], key=lambda known: known.number))
    bucket.uploads[upload.upload_id] = replace(upload, parts=parts)
    return part


def complete_multipart_upload(world: World, _account: Account, call: Call) -> Result:
    """Makes one object of the parts that are listed; the others are dropped."""
    bucket, upload = upload_named(world, call)
    parts = _listed_parts(call, upload)
    if any(len(part.body) < _SMALLEST for part in parts[:-1]):
        message = "Your proposed upload is smaller than the minimum allowed size"
        raise ServiceError("EntityTooSmall", message, 400)
    check_write(call, bucket.objects.get(upload.key))
    digests = b"".join(md5(part.body, usedforsecurity=False).digest() for part in parts)
    stored = replace(
        upload.like,
        body=b"".join(part.body for part in parts),
        etag=f'"{md5(digests, usedforsecurity=False).hexdigest()}-{len(parts)}"',
        modified=call.moment(world),
        checksum=_composite(parts),
        parts=len(parts),
    )
    bucket.objects[upload.key] = stored
    del bucket.uploads[upload.upload_id]
    return {
        "Location": f"https://{bucket.name}.s3.{bucket.region}.amazonaws.com/{upload.key}",
        "Bucket": bucket.name,
        "Key": upload.key,
        "ETag": stored.etag,
        **ENCRYPTED,
        **checksum_shape(stored),
    }


def _listed_parts(call: Call, upload: Upload) -> list[UploadPart]:
    asked = call.parameters.get("MultipartUpload")
    rows = asked.get("Parts") if isinstance(asked, Mapping) else None
    if not isinstance(rows, Sequence) or not rows:
        raise malformed_xml()
    known = {part.number: part for part in upload.parts}
    parts: list[UploadPart] = []
    for row in rows:
        assert isinstance(row, Mapping)
        part = known.get(int(str(row.get("PartNumber", 0))))
        if part is None or str(row.get("ETag", "")).strip('"') != part.etag.strip('"'):
            message = (
                "One or more of the specified parts could not be found.  The part may not have been "
                "uploaded, or the specified entity tag may not match the part's entity tag."
            )
            raise ServiceError("InvalidPart", message, 400)
        if parts and part.number <= parts[-1].number:
            message = (
                "The list of parts was not in ascending order. The parts list must be specified in order by "
                "part number."
            )
            raise ServiceError("InvalidPartOrder", message, 400)
        parts.append(part)
    return parts


def _composite(parts: Sequence[UploadPart]) -> str | None:
    checksums = [part.checksum for part in parts if part.checksum is not None]
    if len(checksums) < len(parts):
        return None
    joined = crc32(b"".join(map(b64decode, checksums)))
    return f"{b64encode(joined.to_bytes(4)).decode()}-{len(parts)}"


def abort_multipart_upload(world: World, _account: Account, call: Call) -> Result:
    """Drops an upload with all its parts."""
    bucket, upload = upload_named(world, call)
    del bucket.uploads[upload.upload_id]
    return {}
