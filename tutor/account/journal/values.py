"""Request parameters as JSON: bytes and datetimes are tagged."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from tutor.account.clock import format_time, parse_time

__all__ = ["from_json", "to_json"]

_BYTES: Final = "$bytes"
_TIME: Final = "$time"
_MAP: Final = "$map"
_TAGS: Final = frozenset({_BYTES, _TIME, _MAP})


def to_json(value: object) -> object:
    """A value that `json` can write; raises TypeError for what cannot be a parameter."""
    if isinstance(value, Mapping):
        written = {str(key): to_json(item) for key, item in value.items()}
        return {_MAP: written} if _TAGS.intersection(written) else written
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if isinstance(value, (bytes, bytearray)):
        return {_BYTES: b64encode(value).decode()}
    if isinstance(value, datetime):
        return {_TIME: format_time(value)}
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    raise TypeError(f"{type(value).__name__} cannot be a request parameter")


def from_json(value: object) -> object:
    """What `to_json` was given."""
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    if _BYTES in value:
        return b64decode(value[_BYTES])
    if _TIME in value:
        return parse_time(value[_TIME])
    mapping = value.get(_MAP, value)
    return {key: from_json(item) for key, item in mapping.items()}
