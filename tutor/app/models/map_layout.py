"""How the columns of the permission map lie beside each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from tutor.gateway.permissions import Column
from tutor.wording.signs import short_resource
from tutor.wording.statement_text import shown

WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z]")
LINES: Final = 3
"""Lines of a column's name."""
NARROWEST: Final = 6
WIDEST: Final = 10
GAP: Final = 1
HEAD: Final = 24
"""Cells that the name of a resource gets, even above a single column."""
HEAD_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Place:
    """One column: where it begins, counted from the first, and how wide it is."""

    column: Column
    words: tuple[str, ...]
    start: int
    width: int
    group: int
    """The number of its group: the actions of one service on one resource."""

    @property
    def end(self) -> int:
        """The first cell behind it."""
        return self.start + self.width


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that stand together under one heading."""

    service: str
    resource: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MapLayout:
    """All columns."""

    places: tuple[Place, ...] = ()
    groups: tuple[Group, ...] = ()


def lay_out(columns: Sequence[Column]) -> MapLayout:
    """Columns of one resource and service together; a short group gets the room of its heading."""
    places: list[Place] = []
    groups: list[Group] = []
    at = 0
    for number, column in enumerate(columns):
        last = groups[-1] if groups else None
        if last is None or (column.service, column.resource) != (last.service, last.resource):
            at = _room_for_head(places, groups, at)
            groups.append(Group(column.service, column.resource, number, number))
        else:
            groups[-1] = Group(last.service, last.resource, last.first, number)
        words = split_name(column.name)
        width = min(max([NARROWEST, *map(cell_len, words)]), WIDEST)
        places.append(Place(column, words, at, width, len(groups) - 1))
        at += width + GAP
    return MapLayout(tuple(places), tuple(groups))


def head_of(group: Group) -> str:
    """`moonrabbit-photos/a.jpg`."""
    return shown(short_resource(group.resource))


def _room_for_head(places: Sequence[Place], groups: Sequence[Group], at: int) -> int:
    if not groups:
        return at
    wanted = places[groups[-1].first].start + min(_head_cells(groups[-1]), HEAD) + HEAD_GAP
    return max(at + 1, wanted)


def _head_cells(group: Group) -> int:
    return len(group.service) + 1 + cell_len(head_of(group))


def split_name(name: str) -> tuple[str, ...]:
    """`Attach`, `User`, `Policy`; what has more words keeps the rest in the last line."""
    words = WORD.findall(shown(name)) or [shown(name)]
    lines = [*words[: LINES - 1], "".join(words[LINES - 1 :])]
    return tuple(line for line in lines if line)
