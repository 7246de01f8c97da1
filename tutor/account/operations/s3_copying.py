"""CopyObject, and what it shares with UploadPartCopy: where a copy comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tutor.account.operations.conditions import check_read, check_write
from tutor.account.operations.s3_buckets import bucket_named
from tutor.account.operations.s3_errors import argument_fault, key_missing
from tutor.account.operations.s3_writing import ENCRYPTED, checksum_shape, described, new_key
from tutor.account.operations.uploads import computed_checksum, entity_tag
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.buckets import StoredObject
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["copy_object", "copy_source"]

_CONDITIONS = ("IfMatch", "IfNoneMatch", "IfModifiedSince", "IfUnmodifiedSince")
_TO_ITSELF = (
    "This copy request is illegal because it is trying to copy an object to itself without changing the "
    "object's metadata, storage class, website redirect location or encryption attributes."
)


def copy_object(world: World, _account: Account, call: Call) -> Result:
    """Stores what another object holds; its metadata and tags come along unless they are replaced."""
    bucket, key = bucket_named(world, call), new_key(call)
    (source_bucket, source_key), source = copy_source(world, call)
    replaces = _directive(call, "MetadataDirective")
    retags = _directive(call, "TaggingDirective")
    like = described(call, bucket.name, call.moment(world))
    changes = replaces or call.text("StorageClass") or call.text("WebsiteRedirectLocation")
    if (source_bucket, source_key) == (bucket.name, key) and not changes:
        raise ServiceError("InvalidRequest", _TO_ITSELF, 400)
    check_write(call, bucket.objects.get(key))
    if not replaces:
        like = replace(
            like,
            content_type=source.content_type,
            metadata=source.metadata,
            headers={**source.headers, **_only_redirect(like)},
        )
    wanted = call.text("ChecksumAlgorithm") == "CRC32" or source.checksum is not None
    stored = replace(
        like,
        body=source.body,
        etag=entity_tag(source.body),
        checksum=computed_checksum(source.body) if wanted else None,
        tags=like.tags if retags else source.tags,
    )
    bucket.objects[key] = stored
    copied = {"ETag": stored.etag, "LastModified": stored.modified, **checksum_shape(stored)}
    return {"CopyObjectResult": copied, **ENCRYPTED}


def copy_source(world: World, call: Call) -> tuple[tuple[str, str], StoredObject]:
    """Bucket, key and object of `x-amz-copy-source`, whose conditions hold."""
    text = unquote(call.required("CopySource")).removeprefix("/")
    path, _, version = text.partition("?versionId=")
    name, slash, key = path.partition("/")
    if not slash or not name or not key:
        message = "Copy Source must mention the source bucket and key: sourcebucket/sourcekey"
        raise argument_fault(message, "x-amz-copy-source", text)
    if version not in ("", "null"):
        raise argument_fault("Invalid version id specified", "versionId", version)
    owner = call.text("ExpectedSourceBucketOwner")
    parameters = {"Bucket": name, **({"ExpectedBucketOwner": owner} if owner else {})}
    stored = bucket_named(world, replace(call, parameters=parameters)).objects.get(key)
    if stored is None:
        raise key_missing(key)
    conditions = {name: call.parameters.get(f"CopySource{name}") for name in _CONDITIONS}
    try:
        check_read(replace(call, parameters=conditions), stored)
    except ServiceError as fault:
        message = "At least one of the pre-conditions you specified did not hold"
        raise ServiceError("PreconditionFailed", message, 412, fields=fault.fields) from None
    return (name, key), stored


def _directive(call: Call, parameter: str) -> bool:
    """Whether a directive says REPLACE."""
    value = call.text(parameter) or "COPY"
    if value not in ("COPY", "REPLACE"):
        kind = parameter.removesuffix("Directive").lower()
        raise argument_fault(f"Unknown {kind} directive.", f"x-amz-{kind}-directive", value)
    return value == "REPLACE"


def _only_redirect(like: StoredObject) -> dict[str, str]:
    return {name: text for name, text in like.headers.items() if name == "WebsiteRedirectLocation"}
