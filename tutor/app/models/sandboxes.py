"""What can be opened for free play, and what stands beside an open sandbox."""

from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content


class SandboxKind(StrEnum):
    """What choosing a row does."""

    KEPT = "kept"
    """Go on with a sandbox that is kept."""
    EMPTY = "empty"
    """Make one with an empty account."""
    LESSON = "lesson"
    """Make one with the account that a lesson begins with."""


@dataclass(frozen=True, slots=True)
class SandboxRow:
    """One row of the choice."""

    kind: SandboxKind
    name: str = ""
    """Of a kept one; of a new one the name that is offered."""
    lesson: str = ""
    """Id of the lesson whose account it has or gets."""
    lesson_title: str = ""
    """`08 No beats yes`."""
    when: str = ""
    """Of a kept one: when it was changed last, as `2026-01-05 09:12`."""
    staged: bool = False
    """Of a kept one: it began as the account of a question."""


@dataclass(frozen=True, slots=True)
class SandboxChoice:
    """Everything that can be chosen: kept ones first, the newest of them at the top."""

    rows: tuple[SandboxRow, ...] = ()

    @property
    def kept(self) -> tuple[SandboxRow, ...]:
        """Those that are kept."""
        return tuple(row for row in self.rows if row.kind is SandboxKind.KEPT)


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """A thing to try."""

    text: Content
    line: str
    """What can be typed; a click puts it into the prompt."""
