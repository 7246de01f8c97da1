"""The table of one account: cells are asked for as they are looked at, and kept until the account changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from tutor.gateway.sandbox import CONSOLE_ADDRESS, Sandbox

from .axes import Axes, Request, axes_of
from .change import Change, journal_end, last_change
from .circumstances import Leanings
from .prints import Prints
from .verdict import Cell, Judge, Why

if TYPE_CHECKING:
    from tutor.account import World

Key = tuple[str, str, str]
"""Who, what, on what."""

MOST_COMPARED: Final = 20_000
"""Cells that are compared with those before the last change."""


@dataclass
class Survey:
    """What is known about the account at `version`; call everything from one thread at a time."""

    sandbox: Sandbox
    first: Sequence[tuple[str, Sequence[Request]]] = ()
    """A lesson's own rows and requests."""
    version: int = -1
    """The journal's newest entry when the account was looked at."""
    axes: Axes = field(default_factory=Axes)
    change: Change | None = None
    cells: dict[Key, Cell] = field(default_factory=dict)
    before: dict[Key, Cell] = field(default_factory=dict)
    """What the cells were that the last change turned."""
    compared: bool = False
    """All of them are found."""
    all_of_them: bool = True
    """False if there were too many cells to compare each."""
    _leanings: Leanings = field(default_factory=Leanings)
    _judge: Judge | None = None
    _search: Iterator[None] | None = None

    def renew(self) -> bool:
        """Look whether the account has changed, and forget what is not so any more; False if it has not."""
        save = self.sandbox.save
        save.catch_up()
        now = journal_end(save)
        if now == self.version:
            return False
        self.version = now
        self.axes = axes_of(self.sandbox.world, self.first)
        self.change = last_change(save)
        self.cells, self.before = {}, {}
        self.compared, self.all_of_them = self.change is None, True
        self._judge = self._judge_of(self.sandbox.world)
        self._search = self._compare()
        return True

    def fill(self, keys: Iterable[Key]) -> None:
        """Answer some cells."""
        for key in keys:
            self._cell(key)

    def why(self, key: Key) -> Why | None:
        """Who decides about a cell."""
        return self._now.why(*key)

    def look_for_changes(self, most: int) -> bool:
        """Compare up to so many more cells with what they were; True while there are more."""
        if self._search is None or self.compared:
            return False
        for _ in islice(self._search, most):
            pass
        return not self.compared

    @property
    def changed(self) -> tuple[Key, ...]:
        """The cells that are known to have changed, row by row."""
        order = {row.reference: number for number, row in enumerate(self.axes.rows)}
        return tuple(sorted(self.before, key=lambda key: order.get(key[0], 0)))

    @property
    def _now(self) -> Judge:
        if self._judge is None:
            self.renew()
        assert self._judge is not None, "renewing makes one"
        return self._judge

    def _cell(self, key: Key) -> Cell:
        if key not in self.cells:
            self.cells[key] = self._now.cell(*key)
        return self.cells[key]

    def _judge_of(self, world: "World") -> Judge:
        return Judge(world, CONSOLE_ADDRESS, self._leanings)

    def _compare(self) -> Iterator[None]:
        """A step a cell: only where something about the row or the column is not as it was."""
        if self.change is None:
            return
        then = self._judge_of(self.sandbox.save.world_at(self.change.before))
        for count, key in enumerate(self._suspects(then)):
            if count >= MOST_COMPARED:
                self.all_of_them = False
                break
            was, now = then.cell(*key), self._cell(key)
            if was.allowed != now.allowed or (was.outcome and was.outcome != now.outcome):
                self.before[key] = was
            yield
        self.compared = True

    def _suspects(self, then: Judge) -> Iterator[Key]:
        new, old = Prints(self._now), Prints(then)
        columns = self.axes.columns
        resources = {column.resource for column in columns}
        turned = {resource for resource in resources if new.resource(resource) != old.resource(resource)}
        for row in self.axes.rows:
            whole = new.row(row.reference) != old.row(row.reference)
            for column in columns:
                if whole or column.resource in turned:
                    yield row.reference, column.action, column.resource
