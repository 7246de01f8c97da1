"""PutObject, GetObject, HeadObject, GetObjectAttributes, DeleteObject, DeleteObjects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.clock import parse_time
from tutor.account.operations.conditions import check_read, check_write
from tutor.account.operations.s3_buckets import bucket_named
from tutor.account.operations.s3_errors import argument_fault, key_missing, malformed_xml
from tutor.account.operations.s3_writing import ENCRYPTED, body_of, checksum_shape, described, new_key
from tutor.account.operations.uploads import entity_tag, verified_checksum
from tutor.account.service_error import ServiceError, denied

if TYPE_CHECKING:
    from tutor.account.buckets import StoredObject
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "DENIED",
    "byte_range",
    "delete_object",
    "delete_objects",
    "get_object",
    "get_object_attributes",
    "head_object",
    "put_object",
]

DENIED: Final = "Denied"
"""Beside the Key of an object to delete: the words in which the door refused it."""

_MOST_AT_ONCE: Final = 1000
_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")
_RESPONSE_HEADERS: Final = {
    "ResponseCacheControl": "CacheControl",
    "ResponseContentDisposition": "ContentDisposition",
    "ResponseContentEncoding": "ContentEncoding",
    "ResponseContentLanguage": "ContentLanguage",
    "ResponseContentType": "ContentType",
    "ResponseExpires": "Expires",
}


def put_object(world: World, _account: Account, call: Call) -> Result:
    """Stores the body whole, over what was there."""
    bucket, key = bucket_named(world, call), new_key(call)
    like, body = described(call, bucket.name, call.moment(world)), body_of(call)
    checksum = verified_checksum(call, body)
    check_write(call, bucket.objects.get(key))
    stored = replace(like, body=body, etag=entity_tag(body), checksum=checksum)
    bucket.objects[key] = stored
    return {"ETag": stored.etag, **ENCRYPTED, **checksum_shape(stored)}


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


def byte_range(asked: str | None, size: int) -> tuple[int, int] | None:
    """The first byte of a range and the one behind its last; None is the whole, also if it is ill-formed."""
    match = _RANGE.fullmatch(asked or "")
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
    span = byte_range(call.text("Range"), size)
    start, stop = span or (0, size)
    result: Result = {
        "AcceptRanges": "bytes",
        "LastModified": stored.modified,
        "ContentLength": stop - start,
        "ETag": stored.etag,
        "ContentType": stored.content_type,
        **ENCRYPTED,
        "Metadata": dict(stored.metadata),
        **stored.headers,
    }
    if "Expires" in stored.headers:
        result["Expires"] = parse_time(stored.headers["Expires"])
    if stored.tags:
        result["TagCount"] = len(stored.tags)
    if span is not None:
        result["ContentRange"] = f"bytes {start}-{stop - 1}/{size}"
    if stored.storage_class != "STANDARD":
        result["StorageClass"] = stored.storage_class
    if call.text("ChecksumMode") == "ENABLED" and span is None:
        result |= checksum_shape(stored)
    for parameter, header in _RESPONSE_HEADERS.items():
        if parameter in call.parameters:
            result[header] = call.parameters[parameter]
    return result


def get_object(world: World, account: Account, call: Call) -> Result:
    """An object, or the Range of it."""
    result = head_object(world, account, call)
    body = _stored(world, call).body
    start, stop = byte_range(call.text("Range"), len(body)) or (0, len(body))
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


def delete_objects(world: World, account: Account, call: Call) -> Result:
    """Takes up to a thousand objects away, and says so of each unless Quiet.

    The permission is asked for key by key: those that were refused come marked with DENIED.
    """
    bucket_named(world, call)
    asked = call.parameters.get("Delete")
    rows = asked.get("Objects") if isinstance(asked, Mapping) else None
    if (
        not isinstance(asked, Mapping)
        or not isinstance(rows, Sequence)
        or not 1 <= len(rows) <= _MOST_AT_ONCE
    ):
        raise malformed_xml()
    deleted: list[Result] = []
    errors: list[Result] = []
    for row in rows:
        assert isinstance(row, Mapping)
        key, version = str(row.get("Key", "")), row.get("VersionId")
        parameters = {"Bucket": call.required("Bucket"), "Key": key, "IfMatch": row.get("ETag")}
        shown: Result = {"Key": key} if version is None else {"Key": key, "VersionId": str(version)}
        try:
            if row.get(DENIED) is not None:
                raise denied(str(row[DENIED]))
            if version not in (None, "null"):
                raise ServiceError("NoSuchVersion", "The specified version does not exist.", 404)
            delete_object(world, account, replace(call, parameters=parameters))
        except ServiceError as fault:
            errors.append({**shown, "Code": fault.code, "Message": fault.message})
        else:
            deleted.append(shown)
    result: Result = {} if asked.get("Quiet") else {"Deleted": deleted}
    return result | ({"Errors": errors} if errors else {})


def get_object_attributes(world: World, _account: Account, call: Call) -> Result:
    """Those of an object's attributes that are asked for."""
    stored = _stored(world, call)
    known: Result = {
        "ETag": stored.etag.strip('"'),
        "StorageClass": stored.storage_class,
        "ObjectSize": len(stored.body),
    }
    if stored.checksum is not None:
        known["Checksum"] = checksum_shape(stored)
    if stored.parts is not None:
        known["ObjectParts"] = {"TotalPartsCount": stored.parts}
    asked = call.parameters.get("ObjectAttributes")
    names = [str(name).strip() for name in asked] if isinstance(asked, Sequence) else []
    return {"LastModified": stored.modified} | {name: known[name] for name in names if name in known}
