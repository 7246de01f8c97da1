"""What a step looks like now: everything that a front end shows, in one language."""

import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from tutor.gateway.dubeolsik import keys_of

from ..goals.results import Result
from ..lesson import Lesson
from ..progress import LessonRecord
from ..schema import Gap, PolicyType, Step, StepKind

EMPTY = frozenset({"-", "–", "—"})
"""What stands for a gap that is left empty."""
QUOTES = frozenset({'"', "'", "`"})
PREDICTIONS = ("allowed", "refused")
"""The options of a prediction until the refusal is split."""
PREDICTIONS_OF_THREE = ("allowed", "implicitDeny", "explicitDeny")
"""The options of a prediction from lesson `decision` on."""


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal or keep with its text and its newest result."""

    id: str
    text: str
    result: Result


@dataclass(frozen=True, slots=True)
class OptionView:
    """An answer that can be picked."""

    key: str
    """The number to type."""
    id: str
    text: str | None
    """None for a prediction: the sentence is `course.option.<id>`."""
    chosen: bool = False
    right: bool | None = None
    """None until the question is answered."""


@dataclass(frozen=True, slots=True)
class PieceView:
    """A piece of an order step, in the order shown; once answered, in the right order."""

    key: str
    """The number to type; once answered, that of its place."""
    id: str
    text: str
    """One line, or one fenced block."""
    right: bool | None = None
    """Whether it was put in its place; None until the step is answered."""


@dataclass(frozen=True, slots=True)
class GapView:
    """A gap of a fill step."""

    id: str
    label: str
    """What is asked, one short line."""
    options: tuple[str, ...] = ()
    """Values to pick from by number; none: it is typed."""
    typed: str | None = None
    """What the learner put in; None while the gap is open."""
    right: bool | None = None
    """None until the whole step is answered."""
    answers: tuple[str, ...] = ()
    """What counts as right, the one to show first; empty until the step is answered."""


@dataclass(frozen=True, slots=True)
class Callout:
    """What the notes say otherwise, set right: `claim` is the notes' claim."""

    claim: str
    markdown: str


@dataclass(frozen=True, slots=True)
class SavePoint:
    """A step that a long lesson can be entered at."""

    step_id: str
    index: int
    title: str
    reached: bool
    """The learner was there already."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an option is right or wrong; of a prediction the option is empty."""

    option: str
    markdown: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on screen."""

    step_id: str
    kind: StepKind
    index: int
    """Counted from 0."""
    total: int
    title: str
    body_markdown: str
    message: str
    """What a colleague says; of the first step also the lesson's opening message. Empty if nobody does."""
    story_markdown: str
    """What opens the lesson; empty on every step but the first."""
    goals: tuple[GoalView, ...]
    """Those that are shown; hidden ones that are still to be found are counted by `hidden`."""
    keeps: tuple[GoalView, ...]
    options: tuple[OptionView, ...]
    several: bool
    """More than one option may be picked."""
    line: str | None
    """The grey line that Enter runs; None once it was sent or the step is passed."""
    begin: str | None
    """The first half of a line, to be prefilled; None once the step is passed."""
    recall: bool
    """A closing question: earlier text is hidden."""
    shows: tuple[str, ...]
    answered: bool
    passed: bool
    mastered: bool
    """Passed without a shown solution; a question: answered right."""
    hints_shown: tuple[str, ...]
    solution: tuple[str, ...]
    """The lines of the solution, if it was asked for."""
    explanations: tuple[Explanation, ...]
    after_markdown: str | None
    """The closing word; None until the step is passed."""
    finished: bool
    """The whole lesson is."""
    pieces: tuple[PieceView, ...] = ()
    """Of an order step."""
    gaps: tuple[GapView, ...] = ()
    """Of a fill step."""
    template: str = ""
    """The text of a fill step with its `{{gap}}` marks."""
    file: str | None = None
    """Of a repair step: the workspace file to mend."""
    policy_kind: PolicyType | None = None
    """Of a repair step: what kind of policy the file holds."""
    sign_in: str | None = None
    """Of a sign-in step: who is to come in, `root` or `user/noah`, with `@ACCOUNT` if it is another one."""
    callouts: tuple[Callout, ...] = ()
    save_points: tuple[SavePoint, ...] = ()
    """Of the whole lesson."""
    last_challenge: bool = False
    """The lesson's final exercise."""
    hidden: int = 0
    """Goals that are still to be found."""
    can_test_out: bool = False
    """Nothing is done yet, so that `LessonRun.test_out` leads to the last challenge."""


def predictions_of(lesson: Lesson) -> tuple[str, ...]:
    """What a prediction of the lesson can foretell."""
    return PREDICTIONS_OF_THREE if lesson.file.predictions == "three" else PREDICTIONS


def options_of(lesson: Lesson, step: Step) -> tuple[str, ...]:
    """What can be picked: the options of a choice, the outcomes of a prediction."""
    return step.choose.ids if step.choose else predictions_of(lesson) if step.predict else ()


def pieces_of(lesson: Lesson, step: Step, seed: str) -> tuple[str, ...]:
    """The pieces of an order step as this learner sees them: shuffled, and never right from the start."""
    right = step.order.pieces if step.order else ()
    shuffled = sorted(
        right, key=lambda piece: sha256(f"{seed} {lesson.id} {step.id} {piece}".encode()).digest()
    )
    return (*shuffled[1:], shuffled[0]) if tuple(shuffled) == right and len(right) > 1 else tuple(shuffled)


def fits(gap: Gap, typed: str) -> bool:
    """Whether a value may stand in the gap: as typed, without quotes, or with Hangul mode left on."""
    plain = value_of(typed)
    readings = {plain, _unquoted(plain), keys_of(plain)}
    return any(value_of(answer) in readings for answer in gap.answers)


def value_of(typed: str) -> str:
    """What was typed as a value: a dash stands for nothing."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    return "" if plain in EMPTY else plain


def _unquoted(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES
    return text[1:-1] if quoted else text


def right_options(step: Step, record: LessonRecord) -> frozenset[str]:
    """The right options of an answered question; of a prediction as it turned out then."""
    if step.choose:
        return step.choose.answers
    return frozenset({record.truths[step.id]}) if step.id in record.truths else frozenset()
