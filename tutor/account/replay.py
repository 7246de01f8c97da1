"""A journal and the world it folds to: following new entries, and going back to any position."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tutor.account import fold
from tutor.account.errors import Damage, SaveDamaged, SaveError, SaveNotWritable, SaveTooNew
from tutor.account.journal.codec import TooNew, encode
from tutor.account.journal.entry import Begin, Entry, MoveRecord, RequestRecord
from tutor.account.journal.ledger import Cursor, Ledger, UndoStep
from tutor.account.journal.line import BadLine
from tutor.account.service_error import ServiceError
from tutor.account.world import World

if TYPE_CHECKING:
    from tutor.account.checkpoint import Position

__all__ = ["Replay"]

SNAPSHOT_EVERY: Final = 200
"""Changes between two worlds that are kept in memory to go back to."""
READS_A_CHANGE: Final = 8
"""How many entries that change nothing replay as fast as one that does."""
SNAPSHOTS: Final = 8
FAR: Final = 400
"""Entries that are a longer way than reading a checkpoint."""

Tables = Mapping[str, Mapping[str, Any]]


def _weight(entry: Entry) -> float:
    """How much of a change it is to replay an entry."""
    return 1.0 if entry.changes or entry.start else 1 / READS_A_CHANGE


@contextmanager
def _uncollected() -> Iterator[None]:
    """Much is made that stays: looking through it for garbage again and again takes longer than making it."""
    collects = gc.isenabled()
    try:
        gc.disable()
        yield
    finally:
        if collects:
            gc.enable()


class Replay:
    """The ledger of a journal, its cursor and the world at its head."""

    def __init__(self, path: Path | None, seed: bytes) -> None:
        self.seed = seed
        self.world = fold.empty_world()
        self.cursor = Cursor()
        self.loaded_from = 0
        """How many entries the checkpoint had that loading began with."""
        self._path = path
        self._ledger = Ledger()
        self._snapshots: dict[int, World] = {}
        self._since_snapshot = 0.0
        self._older: Callable[[], Tables | None] | None = None
        self._unsettled: tuple[int, Cursor] | None = None
        """Lines and cursor before the change that is under way."""

    def __len__(self) -> int:
        return len(self._ledger)

    @property
    def size(self) -> int:
        """Bytes of all lines."""
        return self._ledger.size

    @property
    def lines(self) -> tuple[bytes, ...]:
        """Each line of the journal as it was written."""
        return self._ledger.lines

    # Reading

    def entry(self, index: int) -> Entry:
        """The entry at an index; raises IndexError, SaveDamaged."""
        known = self._ledger.known(index)
        if known is not None:
            return known
        with self._named(index):
            return self._ledger.entry(index)

    def chain(self, index: int | None) -> tuple[Entry, ...]:
        """The chain from its begin to a position, oldest first."""
        return tuple(reversed(list(self._back(index))))

    def undo_step(self) -> UndoStep | None:
        """What undo would take back."""
        return self._ledger.undo_step(self.cursor.head)

    def changes_since_fork(self, there: int) -> tuple[Entry, ...]:
        """The changes that going from the head to `there` brings, oldest first."""
        head = self.cursor.head
        return () if head is None else self._ledger.changes_since_fork(head, there)

    def _back(self, index: int | None) -> Iterator[Entry]:
        while index is not None:
            entry = self.entry(index)
            yield entry
            index = entry.parent

    @contextmanager
    def _named(self, index: int | None = None) -> Iterator[None]:
        """Names the line that cannot be trusted; None is the one behind those that are known by then."""
        try:
            yield
        except BadLine as bad:
            number = len(self._ledger) if index is None else index
            raise SaveDamaged(self._path, number + 1, bad.why) from None
        except TooNew as new:
            raise SaveTooNew(self._path, new.found_version) from None

    # Going to a position

    def world_at(self, index: int | None) -> World:
        """The world behind an entry, as a copy of its own: from the nearest world in memory on."""
        if index is not None:
            with self._named(index):
                index = self._ledger.position(index)
        if index is not None and index >= FAR and not any(known <= index for known in self._snapshots):
            self._take_older()
        with _uncollected():
            return self._replayed_to(index)

    def _replayed_to(self, index: int | None) -> World:
        ahead: list[Entry] = []
        stops: set[int] = set()
        world, weight = None, 0.0
        for entry in self._back(index):
            if entry.index in self._snapshots:
                world = self._snapshots[entry.index].copy()
                break
            ahead.append(entry)
            if len(stops) == SNAPSHOTS // 2:
                continue
            weight += _weight(entry)
            if weight >= SNAPSHOT_EVERY:
                weight = 0.0
                stops.add(entry.index)
        world = world or fold.empty_world()
        for entry in reversed(ahead):
            world = self._applied(world, entry)
            if entry.index in stops:  # who goes back goes back further next
                self._keep(entry.index, world)
        return world

    def _applied(self, world: World, entry: Entry) -> World:
        try:
            return fold.applied(world, entry, self.seed)
        except ServiceError as error:
            raise SaveDamaged(self._path, entry.index + 1, Damage.REPLAY, str(error)) from None

    def _remember(self, entry: Entry) -> None:
        """Now and then keep a copy of the world, so that going back need not begin at the begin."""
        self._since_snapshot += _weight(entry)
        if self._since_snapshot >= SNAPSHOT_EVERY and self.cursor.head is not None:
            self._since_snapshot = 0.0
            self._keep(self.cursor.head, self.world)

    def _keep(self, index: int, world: World) -> None:
        self._snapshots[index] = world.copy()
        while len(self._snapshots) > SNAPSHOTS:
            del self._snapshots[next(iter(self._snapshots))]

    # Following the journal

    def add(self, line: bytes) -> Entry:
        """Follow a line that is in the journal already."""
        with self.settled():
            with self._named(len(self._ledger)):
                self._ledger.add(line)
            entry = self.entry(len(self._ledger) - 1)
            self._take_seed(entry)
            self.cursor = self.cursor.after(entry)
            self.follow(entry)
        return entry

    def follow(self, entry: Entry) -> None:
        """Bring the world to where a new entry leads."""
        if isinstance(entry.content, MoveRecord):
            self.world = self.world_at(entry.content.to)
        else:
            self.world = self._applied(self.world, entry)
        self._remember(entry)

    def check_tail(self, tail: bytes) -> None:
        """Raises SaveDamaged if what follows the last line is not a torn one."""
        with self._named(len(self._ledger)):
            self._ledger.check_tail(tail)

    def cut(self) -> SaveDamaged:
        """The error for a journal that has become shorter."""
        return SaveDamaged(self._path, len(self._ledger), Damage.SHORTER)

    def write(self, entry: Entry, append: Callable[[bytes, int], None]) -> None:
        """Put an own entry behind the others; `append` keeps it or raises."""
        line = encode(entry, self._ledger.checksum)
        append(line, self._ledger.size)
        self._ledger.add_own(line, entry)
        self.cursor = self.cursor.after(entry)
        if isinstance(entry.content, RequestRecord):
            self._remember(entry)

    @contextmanager
    def together(self) -> Iterator[None]:
        """If keeping the entries of the block fails at its end, none of them has happened."""
        known, cursor = len(self._ledger), self.cursor
        try:
            yield
        except SaveNotWritable:
            self._ledger.forget(known)
            self._snapshots = {index: world for index, world in self._snapshots.items() if index < known}
            self._unsettled = (known, cursor)
            self.settle()
            raise

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Whatever fails or interrupts within, cursor and world fit the lines afterwards."""
        self._unsettled = (len(self._ledger), self.cursor)
        try:
            yield
        except BaseException:
            self.settle()
            raise
        self._unsettled = None

    def settle(self) -> None:
        """Make up for what was interrupted, even the making up."""
        if self._unsettled is None:
            return
        known, cursor = self._unsettled
        for index in range(known, len(self._ledger)):
            cursor = cursor.after(self.entry(index))
        self.cursor = cursor
        self.world = self.world_at(cursor.head)
        self._unsettled = None

    def _take_seed(self, entry: Entry) -> None:
        if entry.index == 0 and isinstance(entry.content, Begin) and entry.content.seed is not None:
            self.seed = entry.content.seed

    # Opening

    def load(
        self,
        lines: Sequence[bytes],
        checkpoint: Tables | None,
        older: Callable[[], Tables | None] | None = None,
    ) -> None:
        """All lines of a journal, the world from a checkpoint if it belongs to them; raises SaveDamaged.

        `older` gives the checkpoint before, which is asked for when somebody goes back behind this one.
        """
        with self._named():
            for line in lines:
                self._ledger.add(line)
        if lines:
            with _uncollected():
                self._load(checkpoint, older)

    def _load(self, checkpoint: Tables | None, older: Callable[[], Tables | None] | None) -> None:
        first = self.entry(0)
        if not isinstance(first.content, Begin) or first.content.seed is None:
            raise SaveDamaged(self._path, 1, Damage.CONTENT)
        self._take_seed(first)
        if checkpoint is not None:
            self._load_checkpoint(checkpoint)
        for index in range(self.loaded_from, len(self._ledger)):
            self.cursor = self.cursor.after(self.entry(index))
        try:
            self.world = self.world_at(self.cursor.head)
        except SaveError:
            if not self.loaded_from:
                raise
            self._snapshots.clear()
            self.world = self.world_at(self.cursor.head)
        else:
            self._older = older

    def _load_checkpoint(self, checkpoint: Tables) -> None:
        position = self._take(checkpoint)
        if position is not None:
            self.loaded_from = position.entries
            self.cursor = position.cursor

    def _take_older(self) -> None:
        """The world of the checkpoint before the one that loading began with, as one more to go back to."""
        older, self._older = self._older, None
        tables = older() if older is not None else None
        if tables is not None:
            self._take(tables)

    def _take(self, checkpoint: Tables) -> Position | None:
        """Where a checkpoint stands whose world is now in memory; None if it does not belong to the lines."""
        from tutor.account.checkpoint import load

        try:
            world, position = load(checkpoint)
        except (ValueError, LookupError, TypeError, AttributeError):
            return None
        head = position.cursor.head
        if head is None or self._ledger.checksum_at(position.entries) != position.checksum:
            return None
        self._snapshots[head] = world
        return position

    def dump(self) -> dict[str, dict[str, Any]]:
        """The tables of a checkpoint."""
        from tutor.account.checkpoint import Position, dump

        return dump(self.world, Position(len(self._ledger), self._ledger.checksum, self.cursor))
