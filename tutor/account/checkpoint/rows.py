"""Entities as plain JSON values, and back: by the fields that their dataclasses have.

A field that a row lacks gets its default, so that rows of older versions stay readable.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from tutor.account.checkpoint.position import Row
from tutor.account.clock import format_time, parse_time
from tutor.account.policy_text import IDENTITY, PolicyText

__all__ = ["from_row", "to_row"]

T = TypeVar("T")

Reader = Callable[[Any], Any]


def to_row(entity: Any) -> Row:
    """A dataclass instance as a JSON object; fields that hold their default are left out."""
    row: Row = {}
    kind: Any = type(entity)
    for name, default in _fields(kind):
        value = getattr(entity, name)
        if (value == default) if default is not MADE else not value:
            continue
        row[name] = value if type(value) in _AS_IT_IS else _plain(value)
    return row


_AS_IT_IS: Final = frozenset({str, int, bool, NoneType})

MADE: Final = object()
"""In place of a default that is made anew for each instance, empty."""


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Name and default of each field; MISSING, which no value equals, where there is none."""
    return tuple(
        (field.name, field.default if field.default_factory is MISSING else MADE) for field in fields(kind)
    )


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return format_time(value)
    match value:
        case Enum():
            return value.value
        case None | str() | int():
            return value
        case PolicyText(kind=kind, text=text):
            return text if kind == IDENTITY else {"kind": kind, "text": text}
        case bytes():
            return b64encode(value).decode()
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    return to_row(value)


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """What `to_row` was given; raises LookupError, TypeError or ValueError for rows of other making."""
    hashable: Any = kind
    read, needed = _readers(hashable)
    if not needed <= row.keys():
        raise LookupError(f"{kind.__name__} needs {sorted(needed - row.keys())}")
    return kind(**{name: read[name](value) for name, value in row.items()})


@cache
def _readers(kind: Any) -> tuple[dict[str, Reader], frozenset[str]]:
    hints = get_type_hints(kind)
    needed = frozenset(
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    )
    return {field.name: _reader(hints[field.name]) for field in fields(kind) if field.init}, needed


def _reader(hint: Any) -> Reader:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (inner,) = (_reader(part) for part in parts if part is not NoneType)
        return lambda value: None if value is None else inner(value)
    if origin is dict:
        item = _reader(parts[1])
        return lambda value: {key: item(part) for key, part in value.items()}
    if origin is list:
        item = _reader(parts[0])
        return lambda value: [item(part) for part in value]
    if origin is tuple:
        return _tuple_reader(parts)
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: from_row(hint, value)
    return _PLAIN.get(hint) or hint


def _tuple_reader(parts: tuple[Any, ...]) -> Reader:
    if parts[1:] == (...,):
        item = _reader(parts[0])
        return lambda value: tuple(item(part) for part in value)
    items = [_reader(part) for part in parts]
    return lambda value: tuple(item(part) for item, part in zip(items, value, strict=True))


def _same(value: Any) -> Any:
    return value


def _policy(value: Any) -> PolicyText:
    return PolicyText(value) if isinstance(value, str) else PolicyText(value["text"], kind=value["kind"])


_PLAIN: dict[Any, Reader] = {
    str: _same,
    int: _same,
    bool: _same,
    datetime: parse_time,
    bytes: b64decode,
    PolicyText: _policy,
}
