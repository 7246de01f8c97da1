"""Where the lines of a journal lie: a folder, or memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tutor.account.restored import Restored

__all__ = ["Checkpoint", "MemoryTape", "Tape", "TapeCut", "Unread"]

Checkpoint = Mapping[str, Mapping[str, Any]]
"""TinyDB tables: table name to document id to document."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What a tape has behind a place: whole lines, and the beginning of one that was torn."""

    lines: tuple[bytes, ...] = ()
    tail: bytes = b""


class TapeCut(Exception):
    """A tape is shorter than what was already read of it."""


class Tape(Protocol):
    """Sealed lines that can only be added to, and one checkpoint.

    It keeps no place of its own: `size` is always the number of bytes in the lines that are known.
    """

    @property
    def path(self) -> Path | None:
        """The journal's file, for messages."""

    def locked(self, wait: float | None = None) -> AbstractContextManager[bool]:
        """Nobody else writes meanwhile; the value tells whether this is the outermost hold of this thread.

        Raises SaveLocked after `wait` seconds, None for the usual time.
        """

    def grown(self, size: int) -> bool:
        """There may be lines behind the known ones; cheap, and needs no lock."""

    def read(self, size: int) -> Unread:
        """What is behind the known lines; raises TapeCut."""

    def append(self, line: bytes, size: int) -> None:
        """Put a line behind the known ones and keep it; raises SaveNotWritable, and then it is not there."""

    def together(self, size: int) -> AbstractContextManager[None]:
        """Lines of the block are kept when it ends; raises SaveNotWritable, and then none is there."""

    @property
    def restored(self) -> tuple[Restored, ...]:
        """What was damaged and is whole again."""

    def lacks_lines(self) -> bool:
        """Whole lines at its end are gone."""

    def read_checkpoint(self) -> Checkpoint | None:
        """The newest checkpoint that can be read."""

    def read_older_checkpoint(self) -> Checkpoint | None:
        """The one before, if it can be read: a place to go back to."""

    def pass_over_checkpoint(self) -> None:
        """The checkpoint that was read does not belong to the lines."""

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Replace the checkpoint; raises OSError."""

    def close(self) -> None:
        """Give up files."""


class MemoryTape:
    """A tape of one process that is gone with it."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._depth = 0
        self._checkpoint: Checkpoint | None = None

    @property
    def path(self) -> Path | None:
        """None: it has no file."""
        return None

    @contextmanager
    def locked(self, wait: float | None = None) -> Iterator[bool]:
        """One thread at a time."""
        with self._lock:
            self._depth += 1
            try:
                yield self._depth == 1
            finally:
                self._depth -= 1

    def grown(self, size: int) -> bool:
        """Never: nobody else can write."""
        return False

    def read(self, size: int) -> Unread:
        """Nothing: nobody else can write."""
        return Unread()

    def append(self, line: bytes, size: int) -> None:
        """The line lives in the save's ledger."""

    def together(self, size: int) -> AbstractContextManager[None]:
        """Nothing to do: memory is as good as kept."""
        return nullcontext()

    @property
    def restored(self) -> tuple[Restored, ...]:
        """Nothing: memory is not damaged."""
        return ()

    def lacks_lines(self) -> bool:
        """Never: nobody else can write."""
        return False

    def read_checkpoint(self) -> Checkpoint | None:
        """What was written last."""
        return self._checkpoint

    def read_older_checkpoint(self) -> Checkpoint | None:
        """None: the newest is all there is."""
        return None

    def pass_over_checkpoint(self) -> None:
        """It is of no use."""
        self._checkpoint = None

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keep it."""
        self._checkpoint = checkpoint

    def close(self) -> None:
        """Nothing to give up."""
