"""What every S3 write has in common: the key, the headers that describe the object, and the limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.account.buckets import StoredObject
from tutor.account.clock import format_time
from tutor.account.operations.s3_errors import bucket_fault, not_implemented
from tutor.account.operations.s3_tag_rules import header_tags
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result

__all__ = ["ENCRYPTED", "body_of", "checksum_shape", "described", "new_key"]

ENCRYPTED: Final = {"ServerSideEncryption": "AES256"}
_LONGEST_KEY: Final = 1024
_LARGEST: Final = 8 * 1024 * 1024
"""Of one request's body; the CLI sends larger files in parts of this size."""
_METADATA: Final = 2048
_KEPT_HEADERS: Final = (
    "CacheControl",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "Expires",
    "WebsiteRedirectLocation",
)
_NOT_HERE: Final = (
    "SSECustomerAlgorithm",
    "SSEKMSKeyId",
    "ObjectLockMode",
    "ObjectLockLegalHoldStatus",
    "WriteOffsetBytes",
)


def new_key(call: Call) -> str:
    """The key to write; raises KeyTooLongError."""
    key = call.required("Key")
    if len(key.encode()) > _LONGEST_KEY:
        raise ServiceError("KeyTooLongError", "Your key is too long", 400)
    return key


def body_of(call: Call) -> bytes:
    """The body of an upload; raises EntityTooLarge."""
    body = call.parameters.get("Body") or b""
    assert isinstance(body, bytes), "the door reads the body"
    if len(body) > _LARGEST:
        raise ServiceError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400)
    return body


def described(call: Call, bucket: str, at: datetime) -> StoredObject:
    """An empty object with the headers, metadata and tags that a write asks for."""
    _refuse_unknown(call, bucket)
    return StoredObject(
        b"",
        "",
        at,
        call.text("ContentType") or "binary/octet-stream",
        _metadata(call),
        {name: _header(call.parameters[name]) for name in _KEPT_HEADERS if name in call.parameters},
        call.text("StorageClass") or "STANDARD",
        tags=header_tags(call),
    )


def checksum_shape(stored: StoredObject) -> Result:
    """The checksum of an object, if it has one; one with a hyphen is made of the checksums of parts."""
    if stored.checksum is None:
        return {}
    kind = "COMPOSITE" if "-" in stored.checksum else "FULL_OBJECT"
    return {"ChecksumCRC32": stored.checksum, "ChecksumType": kind}


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
