"""What S3 accepts as tags, and its words for what it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from tutor.account.operations.s3_errors import argument_fault
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call

__all__ = ["OF_AN_OBJECT", "OF_A_BUCKET", "checked_tags", "header_tags"]

OF_A_BUCKET: Final = 50
OF_AN_OBJECT: Final = 10
_SIGNS: Final = frozenset("+-=._:/@")


def header_tags(call: Call) -> dict[str, str]:
    """The tags of an upload, as its x-amz-tagging header has them: a query string."""
    text = call.text("Tagging")
    if not text:
        return {}
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        message = "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters "
        message += "without tag name duplicates."
        raise argument_fault(message, "x-amz-tagging", text) from None
    return checked_tags([{"Key": key, "Value": value} for key, value in pairs], OF_AN_OBJECT)


def checked_tags(listed: Sequence[object], most: int) -> dict[str, str]:
    """Tags as a mapping; raises BadRequest or InvalidTag."""
    if len(listed) > most:
        kind = "Object" if most == OF_AN_OBJECT else "Bucket"
        raise ServiceError("BadRequest", f"{kind} tags cannot be greater than {most}", 400)
    tags: dict[str, str] = {}
    for tag in listed:
        assert isinstance(tag, Mapping)
        key, value = str(tag.get("Key", "")), str(tag.get("Value", ""))
        if not 1 <= len(key) <= 128 or not _fits(key):
            raise _invalid("The TagKey you have provided is invalid", key)
        if len(value) > 256 or not _fits(value):
            raise _invalid("The TagValue you have provided is invalid", key)
        if key.startswith("aws:"):
            raise _invalid("System tags cannot be added/updated by requester", key)
        if key in tags:
            raise _invalid("Cannot provide multiple Tags with the same key", key)
        tags[key] = value
    return tags


def _fits(text: str) -> bool:
    return all(sign.isalpha() or sign.isnumeric() or sign.isspace() or sign in _SIGNS for sign in text)


def _invalid(message: str, key: str) -> ServiceError:
    return ServiceError("InvalidTag", message, 400, fields={"TagKey": key})
