"""What undo took back or redo brought back, by name, and whether requests behind it had changed nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.account import Entry, Move, Save


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The changes of one console line, and how many requests after them were refused or only looked."""

    what: str
    """`iam:CreateUser user/noah`; several are joined."""
    idle: int = 0
    """Requests behind the changes, that undo had nothing to take back from."""


def taken_back(save: "Save", move: "Move") -> TakenBack:
    """What a move took back or brought back."""
    what = ", ".join(dict.fromkeys(_name(entry) for entry in move.undone))
    last = move.undone[-1].index if move.undone else move.from_index
    if move.to_index > last:
        return TakenBack(what)
    behind = [entry for entry in save.chain(move.from_index) if entry.index > last]
    return TakenBack(what, sum(entry.request is not None for entry in behind))


def _name(entry: "Entry") -> str:
    """The action and the end of what it was about; of what is no request the console's word."""
    from tutor.account import ProfileChange

    from .events import event_of

    request = entry.request
    if request is None:
        return f"profile {entry.content.name}" if isinstance(entry.content, ProfileChange) else "clock"
    told = event_of(entry, request)
    about = told.resource.rpartition(":")[2].strip("*")
    return f"{told.action} {about}".strip()
