"""What can be read of a save: where it stands, what was recorded, how it was at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.mint import Mint

if TYPE_CHECKING:
    from tutor.account.journal.entry import Entry
    from tutor.account.replay import Replay
    from tutor.account.world import World

__all__ = ["History"]


class History:
    """The readable side of a save."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay

    @property
    def world(self) -> World:
        """The accounts at the head."""
        return self._replay.world

    @property
    def head(self) -> int | None:
        """The position that the next entry follows; None before the first begin."""
        return self._replay.cursor.head

    @property
    def next_line(self) -> int:
        """A number for the next console line, higher than any before.

        Should another process use it first, the entries of the line get the next free one.
        """
        return self._replay.cursor.next_line

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The chain from the begin to the head, oldest first."""
        return self.chain(self.head)

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """Everything that was ever recorded, moves and abandoned branches too."""
        return tuple(self.entry(index) for index in range(len(self._replay)))

    def entry(self, index: int) -> Entry:
        """The entry at a journal index; raises IndexError."""
        return self._replay.entry(index)

    def chain(self, index: int | None) -> tuple[Entry, ...]:
        """The chain from its begin to a position, oldest first."""
        return self._replay.chain(index)

    def mint(self, index: int) -> Mint:
        """The ids of a journal entry, from the first one on; `request_id` is what the answer carried."""
        return Mint(self._replay.seed, index)

    def world_at(self, index: int | None) -> World:
        """The accounts as they were behind an entry: a copy of its own; None is before the first begin."""
        return self._replay.world_at(index)
