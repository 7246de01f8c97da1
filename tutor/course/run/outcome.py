"""What one entry of the learner led to, as data for both front ends."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..goals.results import Result

if TYPE_CHECKING:
    from tutor.gateway import ConsoleResult
    from tutor.gateway.taken_back import TakenBack
    from tutor.policy import Decision, PolicyError, PolicyKind
    from tutor.policy.lint import Finding


class OutcomeKind(StrEnum):
    """What the front end shows first."""

    CONSOLE = "console"
    """A line went to the console; `console` holds what it said."""
    ANSWER = "answer"
    """A prediction or choice was made."""
    HINT = "hint"
    SOLUTION = "solution"
    """The solution is shown (`lines`), or for a question its answer (`answer`)."""
    MOVED = "moved"
    """On to the next step."""
    FINISHED = "finished"
    """Beyond the last step."""
    NOT_YET = "not-yet"
    """`next`, but something is missing (`missing`, or the question waits for an answer)."""
    UNDONE = "undone"
    REDONE = "redone"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOTHING_TO_REDO = "nothing-to-redo"
    NO_SUCH_OPTION = "no-such-option"
    """A number that is none of the question's; of an order step not every piece once."""
    ANSWERED = "answered"
    """A pick where the question is answered already."""
    FILLED = "filled"
    """One gap of a fill step has its value; the next one is asked."""
    CHECKED = "checked"
    """Everything was checked again (`missing`), a repaired file with its findings (`report`)."""
    EDITED = "edited"
    """A file was changed by an `edit` line; `report` has its findings."""
    NO_SUCH_LINE = "no-such-line"
    """An `edit` line names a line that the file does not have."""
    NO_SUCH_PLACE = "no-such-place"
    """No save point of that name, or no testing out any more."""
    HELP = "help"
    MAP = "map"
    HISTORY = "history"
    CLEAR = "clear"
    IDEAS = "ideas"
    """In free play, where no lesson has a hint or a next step: what could be tried."""


class HintState(StrEnum):
    """What came of asking for a hint."""

    SHOWN = "shown"
    """The next level was given."""
    WAIT = "wait"
    """Try something first, or wait `seconds`."""
    ALL_SHOWN = "all-shown"
    NONE_HERE = "none-here"
    """The step has no hints."""


@dataclass(frozen=True, slots=True)
class HintResult:
    """A request for a hint, answered."""

    state: HintState
    level: int = 0
    """How many were given; the newest one's text is in the step's view."""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """A prediction or choice, judged."""

    chosen: tuple[str, ...]
    """Option ids: of a prediction `allowed` or `refused`; empty if the answer was shown instead."""
    answers: tuple[str, ...]
    """The right ones."""
    right: bool
    decision: "Decision | None" = None
    """Of a prediction: the evaluator's answer with its trace; None if gate 1 refused."""
    error: str | None = None
    """Of a prediction that gate 1 refused: the error code."""
    wrong: tuple[str, ...] = ()
    """Of an order step the pieces that stand in another place, of a fill step the gaps filled wrong."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """A policy file as it is now: what the service refuses in it, or what deserves a second look."""

    name: str
    kind: "PolicyKind"
    text: str | None
    """None: the file is not there, or no text."""
    fault: "PolicyError | None" = None
    findings: "tuple[Finding, ...]" = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that one call of `LessonRun.enter` led to."""

    kind: OutcomeKind
    console: "ConsoleResult | None" = None
    line: str = ""
    """The line that the console was given, as a history may keep it: the grey one if Enter ran it."""
    answer: AnswerResult | None = None
    hint: HintResult | None = None
    lines: tuple[str, ...] = ()
    """The solution's lines."""
    ran: "tuple[ConsoleResult, ...]" = ()
    """What the solution's lines said when `next` ran them for the learner."""
    taken_back: "TakenBack | None" = None
    """What undo took back, or redo brought back."""
    missing: tuple[Result, ...] = ()
    """What a do step still lacks, but for what is hidden."""
    hidden: int = 0
    """How many hidden goals it still lacks."""
    newly_passed: tuple[str, ...] = ()
    """Goals that pass now and did not before."""
    broken_keeps: tuple[Result, ...] = ()
    """Today's work that this entry broke."""
    step_passed: bool = False
    """The step is passed by this entry."""
    lesson_finished: bool = False
    report: FileReport | None = None
    """The file that was changed or checked."""
