"""What the ways to change a save answer with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.account.call import Result
    from tutor.account.journal.entry import Entry, MoveVerb
    from tutor.account.service_error import ServiceError

__all__ = ["Move", "Recorded"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request that is in the journal: its answer is a result or an error."""

    entry: Entry
    result: Result
    error: ServiceError | None
    """What the operation refused with; None also for a request that was refused before it."""
    request_id: str


@dataclass(frozen=True, slots=True)
class Move:
    """The head went elsewhere."""

    verb: MoveVerb
    undone: tuple[Entry, ...]
    """The changes that undo took back, or that redo brought back, oldest first."""
    from_index: int
    to_index: int
