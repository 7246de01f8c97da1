"""A mapping that can be walked in name order from any point, at a cost that does not follow its size."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, MutableMapping
from typing import Generic, TypeVar

__all__ = ["Table", "by_exact_key", "by_folded_key"]

V = TypeVar("V")


def by_folded_key(key: str, _value: object) -> str:
    """The label of a name that is unique ignoring case (spec 1.3)."""
    return key.lower()


def by_exact_key(key: str, _value: object) -> str:
    """The label of a name that is unique as typed, such as an S3 key."""
    return key


class Table(MutableMapping[str, V], Generic[V]):
    """A mapping with a second, ordered access by label; labels are unique as keys are."""

    __slots__ = ("_key_of", "_label", "_labels", "_values")

    def __init__(self, label: Callable[[str, V], str] = by_folded_key) -> None:
        self._label = label
        self._values: dict[str, V] = {}
        self._key_of: dict[str, str] = {}
        self._labels: list[str] = []

    def __getitem__(self, key: str) -> V:
        return self._values[key]

    def __setitem__(self, key: str, value: V) -> None:
        if key in self._values:
            del self[key]
        label = self._label(key, value)
        if label in self._key_of:
            raise KeyError(f"{key}: the label {label} is taken")
        self._values[key] = value
        self._key_of[label] = key
        insort(self._labels, label)

    def __delitem__(self, key: str) -> None:
        label = self._label(key, self._values.pop(key))
        del self._key_of[label]
        del self._labels[bisect_left(self._labels, label)]

    def __iter__(self) -> Iterator[str]:
        """The keys in the order of their labels."""
        return (self._key_of[label] for label in self._labels)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __repr__(self) -> str:
        return f"Table({self._values!r})"

    def labelled(self, label: str) -> V | None:
        """The value with this label, or None."""
        key = self._key_of.get(label)
        return None if key is None else self._values[key]

    def after(self, label: str | None) -> Iterator[tuple[str, V]]:
        """Labels and values in order, from behind `label` (None: from the first)."""
        return self._walk(0 if label is None else bisect_right(self._labels, label))

    def since(self, label: str) -> Iterator[tuple[str, V]]:
        """Labels and values in order, from `label` itself on."""
        return self._walk(bisect_left(self._labels, label))

    def copied(self, copy: Callable[[V], V]) -> Table[V]:
        """A new table with each value copied by `copy`."""
        other: Table[V] = Table(self._label)
        other._values = {key: copy(value) for key, value in self._values.items()}
        other._key_of = self._key_of.copy()
        other._labels = self._labels.copy()
        return other

    def _walk(self, position: int) -> Iterator[tuple[str, V]]:
        for index in range(position, len(self._labels)):
            label = self._labels[index]
            yield label, self._values[self._key_of[label]]
