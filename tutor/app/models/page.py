"""A step of a lesson as the text pane shows it, in one language."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.content import Content

from tutor.app.models.map import MapPicture
from tutor.app.models.sandboxes import IdeaRow
from tutor.app.render.prose import Block

NOTHING: Final = Content()


class OptionState(StrEnum):
    """What became of an option."""

    OPEN = "open"
    PICKED = "picked"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One answer to choose by its digit."""

    key: str
    text: Content
    state: OptionState = OptionState.OPEN
    mine: bool = False
    """The learner picked it."""
    missed: bool = False
    """It is one of several right answers, and the learner did not pick it."""


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece to be put in its place."""

    key: str
    """The number to type."""
    text: Content
    right: bool | None = None
    """Whether it was put where it stands; None until the answer."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap of the template."""

    label: Content
    """What is asked."""
    typed: Content | None = None
    """What the learner put there; None while it is open."""
    right: bool | None = None
    """None until all gaps are judged."""
    answer: Content = NOTHING
    """What belongs there, once it is known that something else was typed."""
    current: bool = False
    """It is the one in question."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal or a piece of today's work."""

    id: str
    text: Content
    passed: bool | None
    reason: Content = NOTHING
    """Why it is not reached; empty if it is."""


@dataclass(frozen=True, slots=True)
class LessonPage:
    """Everything that stands in the text pane."""

    step: str
    """The step's id; with another one the pane begins at the top."""
    kind: str
    """read, predict, do, choose, order, fill, repair, sign-in or sandbox."""
    title: Content
    message: tuple[Block, ...] = ()
    """What a colleague wrote."""
    body: tuple[Block, ...] = ()
    map: MapPicture | None = None
    """The permission map, if the step wants it to be seen."""
    callouts: tuple[tuple[Block, ...], ...] = ()
    """What may have been learnt elsewhere, and what AWS does."""
    options: tuple[OptionRow, ...] = ()
    pieces: tuple[PieceRow, ...] = ()
    template: Content = NOTHING
    """A text with gaps."""
    gaps: tuple[GapRow, ...] = ()
    file: str = ""
    """The file to be mended."""
    file_kind: str = ""
    """What kind of policy it holds."""
    sign_in: str = ""
    """Who is to come in by the console's door."""
    tried: bool = False
    """Something was done in this step already."""
    explanation: tuple[Block, ...] = ()
    """Said after an answer."""
    ideas: tuple[IdeaRow, ...] = ()
    """In free play: things to try."""
    goals: tuple[GoalRow, ...] = ()
    keeps: tuple[GoalRow, ...] = ()
    hints: tuple[tuple[Block, ...], ...] = ()
    solution: tuple[str, ...] = ()
    """Lines that solve the step, once they were asked for."""
    after: tuple[Block, ...] = ()
    invitation: str = ""
    """What to press or type now."""
    passed: bool = False
