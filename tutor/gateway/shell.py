"""What a console remembers from line to line; a new console knows nothing of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tutor.gateway.vendored import Credentials

if TYPE_CHECKING:
    from tutor.gateway.result import ConsoleResult, Question
    from tutor.gateway.stamp import Stamp

Answered = Callable[[str, "Stamp"], "ConsoleResult"]
"""What becomes of an answer."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who came in by the console's door, with the credentials of the session."""

    arn: str
    credentials: Credentials


@dataclass(frozen=True, slots=True)
class Remote:
    """The instance whose shell this is."""

    instance_id: str
    credentials: Credentials | None = None
    """Of the role of its instance profile."""
    outside: tuple[dict[str, str], set[str]] = field(default_factory=lambda: ({}, set()))
    """Variables and exported names of the shell that this one was entered from."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that the next line answers."""

    question: "Question"
    answered: Answered


@dataclass(slots=True)
class Shell:
    """Variables, who is signed in, where, and what was asked."""

    variables: dict[str, str] = field(default_factory=dict)
    exported: set[str] = field(default_factory=set)
    """The names of those that `aws` sees."""
    status: int = 0
    """The exit code of the last line, `$?`."""
    signed_in: SignedIn | None = None
    remote: Remote | None = None
    waiting: Waiting | None = None
    given: Credentials | None = None
    """The credentials in the newest answer that had any."""
    asked_to_reset: bool = False
    has_undone: bool = False
    """So that AWS has no undo was said already."""

    def readable(self) -> Mapping[str, str]:
        """What `$NAME` may stand for."""
        return {**self.variables, "?": str(self.status)}

    def environment(self) -> Mapping[str, str]:
        """The exported variables, in order of their names."""
        return {name: self.variables[name] for name in sorted(self.exported)}

    def export(self, name: str, value: str | None) -> None:
        """Let `aws` see a variable; None leaves its value as it is."""
        if value is not None:
            self.variables[name] = value
        self.exported.add(name)

    def enter(self, remote: Remote) -> None:
        """Go to an instance, whose shell knows no variable of this one."""
        self.remote = replace(remote, outside=(self.variables, self.exported))
        self.variables, self.exported = {}, set()

    def leave(self) -> str:
        """Back from the instance, whose id this is."""
        assert self.remote is not None, "there is something to leave"
        left, self.remote = self.remote, None
        self.variables, self.exported = left.outside
        return left.instance_id

    def begin_anew(self) -> None:
        """The account begins again: nobody is signed in; variables stay, as in a shell."""
        if self.remote is not None:
            self.leave()
        self.signed_in = self.waiting = None
        self.asked_to_reset = False
