"""PutObject, GetObject, HeadObject, DeleteObject."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.account.buckets import StoredObject
from tutor.account.clock import format_time, parse_time
from tutor.account.operations.conditions import check_read, check_write
from tutor.account.operations.s3_buckets import bucket_named
from tutor.account.operations.s3_errors import argument_fault, bucket_fault, key_missing, not_implemented
from tutor.account.operations.uploads import entity_tag, verified_checksum
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["delete_object", "get_object", "head_object", "put_object"]

_LONGEST_KEY: Final = 1024
_LARGEST: Final = 8 * 1024 * 1024
"""The CLI sends larger files in parts, which the sandbox does not take."""
_METADATA: Final = 2048
_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")
_KEPT_HEADERS: Final = (
    "CacheControl",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "Expires",
    "WebsiteRedirectLocation",
)
_RESPONSE_HEADERS: Final = {
    "ResponseCacheControl": "CacheControl",
    "ResponseContentDisposition": "ContentDisposition",
    "ResponseContentEncoding": "ContentEncoding",
    "ResponseContentLanguage": "ContentLanguage",
    "ResponseContentType": "ContentType",
    "ResponseExpires": "Expires",
}
_NOT_HERE: Final = (
    "SSECustomerAlgorithm",
    "SSEKMSKeyId",
    "ObjectLockMode",
    "ObjectLockLegalHoldStatus",
    "WriteOffsetBytes",
    "Tagging",
)


def put_object(world: World, _account: Account, call: Call) -> Result:
    """Stores the body whole, over what was there."""
    bucket = bucket_named(world, call)
    key = call.required("Key")
    if len(key.encode()) > _LONGEST_KEY:
        raise ServiceError("KeyTooLongError", "Your key is too long", 400)
    _refuse_unknown(call, bucket.name)
    body = call.parameters.get("Body") or b""
    assert isinstance(body, bytes), "the door reads the body"
    if len(body) > _LARGEST:
        raise ServiceError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400)
    metadata = _metadata(call)
    checksum = verified_checksum(call, body)
    check_write(call, bucket.objects.get(key))
    stored = StoredObject(
        body,
        entity_tag(body),
        call.moment(world),
        call.text("ContentType") or "binary/octet-stream",
        metadata,
        {name: _header(call.parameters[name]) for name in _KEPT_HEADERS if name in call.parameters},
        call.text("StorageClass") or "STANDARD",
        checksum,
    )
    bucket.objects[key] = stored
    result: Result = {"ETag": stored.etag, "ServerSideEncryption": "AES256"}
    return result | _checksum_shape(stored)


def _header(value: object) -> str:
    return format_time(value) if isinstance(value, datetime) else str(value)


def _refuse_unknown(call: Call, bucket: str) -> None:
    if call.text("ACL") not in (None, "private", "bucket-owner-full-control"):
        raise bucket_fault("AccessControlListNotSupported", bucket)
    if any(name.startswith("Grant") for name in call.parameters):
        raise bucket_fault("AccessControlListNotSupported", bucket)
    for name in _NOT_HERE:
        if name in call.parameters:
            raise not_implemented(name)
    if call.text("ServerSideEncryption") not in (None, "AES256"):
        raise not_implemented("ServerSideEncryption")


def _metadata(call: Call) -> dict[str, str]:
    given = call.parameters.get("Metadata") or {}
    assert isinstance(given, Mapping)
    metadata = {str(name).lower(): str(value) for name, value in given.items()}
    if sum(len(name.encode()) + len(value.encode()) for name, value in metadata.items()) > _METADATA:
        message = "Your metadata headers exceed the maximum allowed metadata size"
        raise ServiceError("MetadataTooLarge", message, 400)
    return metadata


def _checksum_shape(stored: StoredObject) -> Result:
    if stored.checksum is None:
        return {}
    return {"ChecksumCRC32": stored.checksum, "ChecksumType": "FULL_OBJECT"}


def _stored(world: World, call: Call) -> StoredObject:
    bucket = bucket_named(world, call)
    key = call.required("Key")
    version = call.text("VersionId")
    if version not in (None, "null"):
        raise argument_fault("Invalid version id specified", "versionId", str(version))
    stored = bucket.objects.get(key)
    if stored is None:
        raise key_missing(key)
    check_read(call, stored)
    return stored


def _span(call: Call, size: int) -> tuple[int, int] | None:
    """The Range: its first byte and the one behind its last; None is the whole, also if it is ill-formed."""
    match = _RANGE.fullmatch(call.text("Range") or "")
    if match is None or not any(match.groups()):
        return None
    first, last = match.groups()
    start = int(first) if first else max(0, size - int(last))
    stop = min(size, int(last) + 1) if first and last else size
    if start >= size or (not first and int(last) == 0):
        message = "The requested range is not satisfiable"
        raise ServiceError("InvalidRange", message, 416, fields={"ActualObjectSize": str(size)})
    return None if stop <= start else (start, stop)


def head_object(world: World, _account: Account, call: Call) -> Result:
    """All of an object but its body."""
    stored = _stored(world, call)
    size = len(stored.body)
    span = _span(call, size)
    start, stop = span or (0, size)
    result: Result = {
        "AcceptRanges": "bytes",
        "LastModified": stored.modified,
        "ContentLength": stop - start,
        "ETag": stored.etag,
        "ContentType": stored.content_type,
        "ServerSideEncryption": "AES256",
        "Metadata": dict(stored.metadata),
        **stored.headers,
    }
    if "Expires" in stored.headers:
        result["Expires"] = parse_time(stored.headers["Expires"])
    if span is not None:
        result["ContentRange"] = f"bytes {start}-{stop - 1}/{size}"
    if stored.storage_class != "STANDARD":
        result["StorageClass"] = stored.storage_class
    if call.text("ChecksumMode") == "ENABLED" and span is None:
        result |= _checksum_shape(stored)
    for parameter, header in _RESPONSE_HEADERS.items():
        if parameter in call.parameters:
            result[header] = call.parameters[parameter]
    return result


def get_object(world: World, account: Account, call: Call) -> Result:
    """An object, or the Range of it."""
    result = head_object(world, account, call)
    body = _stored(world, call).body
    start, stop = _span(call, len(body)) or (0, len(body))
    return result | {"Body": body[start:stop]}


def delete_object(world: World, _account: Account, call: Call) -> Result:
    """Takes an object away; one that is not there is no error."""
    bucket = bucket_named(world, call)
    key = call.required("Key")
    there = bucket.objects.get(key)
    if call.text("IfMatch") is not None:
        check_write(replace(call, parameters={"IfMatch": call.text("IfMatch"), "Key": key}), there)
    if there is not None:
        del bucket.objects[key]
    return {}
