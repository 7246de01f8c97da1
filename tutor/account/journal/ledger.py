"""The lines of a journal in memory: verified, decoded when asked for, and the tree that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.account.errors import Damage
from tutor.account.journal.codec import decode
from tutor.account.journal.entry import Begin, Entry, MoveRecord, MoveVerb, Note
from tutor.account.journal.line import FIRST, BadLine, checksum_of, verify

__all__ = ["Cursor", "Ledger", "UndoStep"]


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What undo takes back: the changes of one console line, oldest first, and where that leads."""

    undone: tuple[Entry, ...]
    to: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a journal stands: head, the heads that redo leads to (next one last), next line number."""

    head: int | None = None
    redo: tuple[int, ...] = ()
    next_line: int = 1

    def after(self, entry: Entry) -> Cursor:
        """The cursor behind one more entry."""
        line = max(self.next_line, (entry.line or 0) + 1)
        match entry.content:
            case MoveRecord(verb=MoveVerb.UNDO, to=to):
                redo = self.redo if self.head is None else (*self.redo, self.head)
                return Cursor(to, redo, line)
            case MoveRecord(verb=MoveVerb.REDO, to=to):
                return Cursor(to, self.redo[:-1], line)
            case MoveRecord(to=to):
                return Cursor(to, (), line)
            case Note():
                return Cursor(self.head, self.redo, line)
            case Begin():
                return Cursor(entry.index, (), line)
        return Cursor(entry.index, () if entry.changes else self.redo, line)


class Ledger:
    """All lines of a journal, in order."""

    __slots__ = ("_decoded", "_lines")

    def __init__(self) -> None:
        self._lines: list[tuple[bytes, int]] = []
        """Each with the place where it ends."""
        self._decoded: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def size(self) -> int:
        """Bytes of all lines."""
        return self._lines[-1][1] if self._lines else 0

    @property
    def lines(self) -> tuple[bytes, ...]:
        """Each line as it was written."""
        return tuple(line for line, _ in self._lines)

    @property
    def checksum(self) -> str:
        """Of the newest line."""
        return checksum_of(self._lines[-1][0]) if self._lines else FIRST

    def checksum_at(self, count: int) -> str | None:
        """Of the last of the first `count` lines, or None if there are not so many."""
        if not 0 < count <= len(self._lines):
            return None
        return checksum_of(self._lines[count - 1][0])

    def add(self, line: bytes) -> None:
        """One more line; raises BadLine if it is not what was written there."""
        verify(line, self.checksum)
        self._lines.append((line, self.size + len(line)))

    def add_own(self, line: bytes, entry: Entry) -> None:
        """A line that this process has just written."""
        self._decoded[entry.index] = entry
        self._lines.append((line, self.size + len(line)))

    def forget(self, count: int) -> None:
        """Only the first `count` lines are left."""
        del self._lines[count:]
        self._decoded = {index: entry for index, entry in self._decoded.items() if index < count}

    def check_tail(self, tail: bytes) -> None:
        """A torn line is the beginning of one; raises BadLine for a whole one whose end was changed."""
        try:
            verify(tail[:-1] + b"\n", self.checksum)
        except BadLine:
            return
        raise BadLine(Damage.FRAME)

    def known(self, index: int) -> Entry | None:
        """The entry, if it was asked for before."""
        return self._decoded.get(index)

    def entry(self, index: int) -> Entry:
        """The entry at an index; raises BadLine, TooNew or IndexError."""
        known = self._decoded.get(index)
        if known is None:
            if index < 0:
                raise IndexError(index)
            known = decode(self._lines[index][0])
            if known.index != index or not self._parent_fits(known):
                raise BadLine(Damage.CONTENT)
            self._decoded[index] = known
        return known

    def _parent_fits(self, entry: Entry) -> bool:
        if isinstance(entry.content, Begin):
            return entry.parent is None
        places = [entry.content.to] if isinstance(entry.content, MoveRecord) else []
        places.append(-1 if entry.parent is None else entry.parent)
        return all(0 <= place < entry.index for place in places)

    def position(self, index: int) -> int | None:
        """The head that an entry leaves behind: itself, unless it is a move or a note."""
        entry = self.entry(index)
        if isinstance(entry.content, MoveRecord):
            return entry.content.to
        return entry.parent if isinstance(entry.content, Note) else index

    def back(self, index: int | None) -> Iterator[Entry]:
        """The chain from a position back to its begin."""
        while index is not None:
            entry = self.entry(index)
            yield entry
            index = entry.parent

    def undo_step(self, head: int | None) -> UndoStep | None:
        """The newest console line that changed the account since the begin and its start lines."""
        undone: list[Entry] = []
        to: int | None = None
        for entry in self.back(head):
            if undone and (entry.line is None or entry.line != undone[0].line):
                break
            if entry.start or entry.parent is None:
                break
            if entry.changes:
                undone.append(entry)
            if undone:
                to = entry.parent
        return UndoStep(tuple(reversed(undone)), to) if to is not None else None

    def changes_since_fork(self, here: int, there: int) -> tuple[Entry, ...]:
        """The changes on the chain of `there` behind where it leaves the chain of `here`, oldest first."""
        found = []
        left: int | None = here
        for entry in self.back(there):
            while left is not None and left > entry.index:
                left = self.entry(left).parent
            if left == entry.index:
                break
            if entry.changes:
                found.append(entry)
        return tuple(reversed(found))
