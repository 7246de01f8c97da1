"""What a journal records: one entry a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tutor.account.call import Caller
from tutor.account.clock import ClockMode

__all__ = [
    "Asked",
    "Begin",
    "ClockChange",
    "Content",
    "Entry",
    "MoveRecord",
    "MoveVerb",
    "Note",
    "ProfileChange",
    "RequestRecord",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the evaluator, and its answer in the API's words."""

    action: str
    resource: str
    decision: str
    """allowed, implicitDeny or explicitDeny."""
    by: str
    """The layer that decided."""


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A signed request, refused ones and reads too."""

    service: str
    operation: str
    parameters: Mapping[str, object]
    caller: Caller | None
    """None if the request could not be authenticated."""
    access_key_id: str | None
    source_ip: str
    asked: tuple[Asked, ...] = ()
    error: str | None = None
    """The code of the error answer."""
    region: str = "us-east-1"
    """Of the credential scope."""
    context: Mapping[str, str | bool | int] = field(default_factory=dict)
    """Condition keys of how the request came, such as aws:UserAgent, that a policy asked for."""

    @property
    def action(self) -> str:
        """Such as `iam:CreateUser`: botocore's operation name."""
        return f"{self.service}:{self.operation}"


@dataclass(frozen=True, slots=True)
class Begin:
    """Fresh accounts: a lesson, or free play if `lesson` is None."""

    accounts: tuple[str, ...]
    mode: ClockMode
    clock_start: datetime
    alias: str | None = None
    lesson: str | None = None
    seed: bytes | None = None
    """In the first line of a journal only."""


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """A console profile: name and definition; an empty definition takes it away."""

    name: str
    definition: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The sandbox clock, moved."""

    seconds: int


class MoveVerb(StrEnum):
    """How the head was moved."""

    UNDO = "undo"
    REDO = "redo"
    GOTO = "goto"


@dataclass(frozen=True, slots=True)
class MoveRecord:
    """The head, set to another position."""

    verb: MoveVerb
    to: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something a course wants to remember; it changes nothing here."""

    event: Mapping[str, object] = field(default_factory=dict)


Content = RequestRecord | Begin | ProfileChange | ClockChange | MoveRecord | Note


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal line: its place, its moment and what happened."""

    index: int
    """Counted from 0 through the whole journal."""
    parent: int | None
    """The position it was made at; None begins a chain."""
    line: int | None
    """The console line it belongs to."""
    at: datetime
    start: bool
    """Made by a lesson's start lines."""
    content: Content

    @property
    def request(self) -> RequestRecord | None:
        """The request, if it is one."""
        return self.content if isinstance(self.content, RequestRecord) else None

    @property
    def on_chain(self) -> bool:
        """It is a position that the head can have; moves and notes are not."""
        return not isinstance(self.content, (MoveRecord, Note))

    @property
    def changes(self) -> bool:
        """It changed the account, so that undo has something to take back; start lines do not count."""
        if self.start:
            return False
        if isinstance(self.content, RequestRecord):
            from tutor.account.operations import operation_of

            operation = operation_of(self.content.action)
            return self.content.error is None and operation is not None and operation.mutates
        return isinstance(self.content, (ClockChange, ProfileChange))
