"""The conditional headers of S3 reads and writes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tutor.account.operations.s3_errors import key_missing, precondition_failed
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.buckets import StoredObject
    from tutor.account.call import Call

__all__ = ["check_read", "check_write"]


def _moment(call: Call, name: str) -> datetime | None:
    value = call.parameters.get(name)
    return value if isinstance(value, datetime) else None


def _matches(given: str, stored: StoredObject) -> bool:
    return given == "*" or stored.etag in (given, f'"{given}"')


def check_read(call: Call, stored: StoredObject) -> None:
    """Raises 412 PreconditionFailed or 304 NotModified unless the object fits the call's conditions."""
    match, none_match = call.text("IfMatch"), call.text("IfNoneMatch")
    before, after = _moment(call, "IfUnmodifiedSince"), _moment(call, "IfModifiedSince")
    if match is not None and not _matches(match, stored):
        raise precondition_failed("If-Match")
    if match is None and before is not None and stored.modified > before:
        raise precondition_failed("If-Unmodified-Since")
    unchanged = (
        _matches(none_match, stored)
        if none_match is not None
        else after is not None and stored.modified <= after
    )
    if unchanged:
        raise ServiceError("NotModified", "Not Modified", 304)


def check_write(call: Call, there: StoredObject | None) -> None:
    """Raises unless what is stored fits IfMatch and IfNoneMatch: the guards against overwriting."""
    match, none_match = call.text("IfMatch"), call.text("IfNoneMatch")
    if match is not None and there is None:
        raise key_missing(call.required("Key"))
    if match is not None and there is not None and not _matches(match, there):
        raise precondition_failed("If-Match")
    if none_match is not None and there is not None and _matches(none_match, there):
        raise precondition_failed("If-None-Match")
