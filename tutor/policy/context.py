"""The context of a request: condition keys and their values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["Context", "ContextSource", "ContextValue"]

ContextSource = str | bool | int | float | Iterable[str]
"""What `Context.of` takes for a key: one value, or several for a multivalued key."""


@dataclass(frozen=True, slots=True)
class ContextValue:
    """What a request carries under one key."""

    values: tuple[str, ...]
    multivalued: bool = False
    """Whether the key holds a set, whatever its size; such a key needs `ForAllValues` or `ForAnyValue`."""


@dataclass(frozen=True, slots=True)
class Context:
    """Condition keys with their values; names ignore case, also behind a slash."""

    entries: Mapping[str, ContextValue] = field(default_factory=dict)
    """By key in lower case. Made by `of`; treat as read-only."""

    @classmethod
    def of(cls, values: Mapping[str, ContextSource | ContextValue]) -> "Context":
        """A context from plain values: text, numbers and booleans are single, other iterables are sets."""
        return cls({key.lower(): _value(value) for key, value in values.items()})

    def get(self, key: str) -> ContextValue | None:
        """The value of `key`; None when the request does not carry it."""
        return self.entries.get(key.lower())

    def single(self, key: str) -> str | None:
        """The value of a single-valued key; None when it is absent or a set."""
        value = self.entries.get(key.lower())
        if value is None or value.multivalued or not value.values:
            return None
        return value.values[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)


def _value(value: ContextSource | ContextValue) -> ContextValue:
    if isinstance(value, ContextValue):
        return value
    if isinstance(value, bool):
        return _single("true" if value else "false")
    if isinstance(value, str | int | float):
        return _single(str(value))
    return ContextValue(tuple(value), multivalued=True)


@lru_cache(maxsize=1024)  # one request after the other carries the same values
def _single(text: str) -> ContextValue:
    return ContextValue((text,))
