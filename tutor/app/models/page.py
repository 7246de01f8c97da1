"""A step of a lesson as the text pane shows it, in one language."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.content import Content

from tutor.app.models.map import MapPicture
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
    """read, predict, do or choose."""
    title: Content
    message: tuple[Block, ...] = ()
    """What a colleague wrote."""
    body: tuple[Block, ...] = ()
    map: MapPicture | None = None
    """The permission map, if the step wants it to be seen."""
    options: tuple[OptionRow, ...] = ()
    explanation: tuple[Block, ...] = ()
    """Said after an answer."""
    goals: tuple[GoalRow, ...] = ()
    keeps: tuple[GoalRow, ...] = ()
    hints: tuple[tuple[Block, ...], ...] = ()
    solution: tuple[str, ...] = ()
    """Lines that solve the step, once they were asked for."""
    after: tuple[Block, ...] = ()
    invitation: str = ""
    """What to press or type now."""
    passed: bool = False
