"""The part of the table that a few words are about: `sora delete`."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from tutor.gateway.dubeolsik import keys_of

from .axes import Axes, Column, Row

T = TypeVar("T")

WORDS: Final = frozenset({"map", "지도"})


def narrowed(axes: Axes, sought: str) -> Axes:
    """The rows and columns that fit; a word that begins a name of a row is about rows, else about columns.

    A word may have been typed with Hangul mode left on. What fits nothing leaves nothing.
    """
    rows, columns = axes.rows, axes.columns
    for word in sought.casefold().split():
        readings = tuple(dict.fromkeys((word, keys_of(word).casefold())))
        found = _fitting(rows, readings, _begins)
        about = _fitting(columns, readings, _speaks)
        if found or not about:
            rows = found or _fitting(rows, readings, lambda row, text: text in row.label.casefold())
        else:
            columns = about
    return Axes(rows, columns) if rows and columns else Axes()


def _fitting(some: Sequence[T], readings: Sequence[str], fits: Callable[[T, str], bool]) -> tuple[T, ...]:
    return tuple(one for one in some if any(fits(one, text) for text in readings))


def _begins(row: Row, text: str) -> bool:
    return row.name.casefold().startswith(text) or row.label.casefold().startswith(text)


def _speaks(column: Column, text: str) -> bool:
    return text in column.action.casefold() or text in column.resource.casefold()


def sought_by(line: str) -> str | None:
    """What a line such as `map sora` looks for; None for any other line, `map` alone among them."""
    first, _, rest = line.strip().partition(" ")
    known = first.casefold() in WORDS or keys_of(first).casefold() in WORDS
    return (rest.strip() or None) if known else None
