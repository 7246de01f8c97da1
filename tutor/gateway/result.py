"""What one line of the console led to."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tutor.gateway.fix import Fix
from tutor.gateway.notices import Notice
from tutor.gateway.shortened import shortened

if TYPE_CHECKING:
    from tutor.gateway.events import Event, Explanation
    from tutor.policy import PolicyError

__all__ = [
    "NOT_FOUND",
    "USAGE",
    "ConsoleResult",
    "Question",
    "advised",
    "asked",
    "done",
    "page",
    "refused",
    "said",
]

NOT_FOUND: Final = 127
USAGE: Final = 2


@dataclass(frozen=True, slots=True)
class Question:
    """What the console wants to know; the next line is the answer."""

    notice: Notice
    secret: bool = False
    """The answer is a password or a code: it is not shown and not kept."""


@dataclass(frozen=True, slots=True)
class ConsoleResult:
    """One line's output as the AWS CLI prints it, and what it did.

    Neither stdout nor stderr holds a character that a terminal would obey.
    """

    rc: int
    stdout: str = ""
    stderr: str = ""
    """AWS's own words; a refused policy document is shown under them with a caret."""
    events: "tuple[Event, ...]" = ()
    """The requests that the line made, with their decisions."""
    changed: bool = False
    """Whether the account, its profiles or its clock are another than before."""
    fixes: tuple[Fix, ...] = ()
    """What was mended in the line before it ran."""
    notice: Notice | None = None
    """What the console itself says; stderr (on success stdout) holds the same sentence in English."""
    fault: "PolicyError | None" = None
    """Where the policy document that the service refused is malformed."""
    advice: Notice | None = None
    """One sentence beside what AWS said; stderr may end with it in English."""
    page: tuple[Notice, ...] = ()
    """Several sentences, a line each; stdout holds them in English."""
    explained: "Explanation | None" = None
    """The decision that `explain` asked for; the sentences are made above."""
    question: Question | None = None
    """Set while the next line is to be an answer; stdout holds the question in English."""
    edits: str | None = None
    """The file of the workspace that `edit` names, for a front end that has an editor."""
    line: str = ""
    """The line as a history may keep it: passwords masked, empty for an answer to a question."""

    @property
    def printed(self) -> str:
        """stdout, unless it is what notice, page or question say in the learner's language."""
        own = self.notice is not None and self.stdout == f"{self.notice.english}\n"
        return "" if own or self.page or self.question else self.stdout

    @property
    def short(self) -> str:
        """stderr without the CLI's list of all commands, which buries the lines that help."""
        return shortened(self.stderr)

    @property
    def short_of_advice(self) -> str:
        """The same without the sentence that `advice` says in the learner's language."""
        own = f"\n{self.advice.english}\n" if self.advice is not None else ""
        return shortened(self.stderr.removesuffix(own))


def said(notice: Notice, rc: int) -> ConsoleResult:
    """A refusal, or an error of the console's own."""
    return ConsoleResult(rc, "", f"\n{notice.english}\n", notice=notice)


def refused(kind: str, rc: int = 1, **values: object) -> ConsoleResult:
    """The same, by kind and values."""
    return said(Notice(kind, values), rc)


def done(kind: str, *, changed: bool = False, **values: object) -> ConsoleResult:
    """Something was done, and one sentence says so."""
    notice = Notice(kind, values)
    return ConsoleResult(0, f"{notice.english}\n", changed=changed, notice=notice)


def page(*notices: Notice) -> ConsoleResult:
    """A page of sentences."""
    return ConsoleResult(0, "".join(f"{notice.english}\n" for notice in notices), page=notices)


def asked(kind: str, *, secret: bool = False, **values: object) -> ConsoleResult:
    """A question."""
    notice = Notice(kind, values)
    return ConsoleResult(0, f"{notice.english}\n", question=Question(notice, secret))


def advised(result: ConsoleResult, kind: str, **values: object) -> ConsoleResult:
    """The result with one sentence beside it."""
    notice = Notice(kind, values)
    return replace(result, advice=notice, stderr=f"{result.stderr}\n{notice.english}\n")
