"""What the quiz's door and its choice of topics show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class QuizMode(StrEnum):
    """A row of the quiz's door."""

    REVIEW = "review"
    PRACTICE = "practice"
    EXAM = "exam"
    DAILY = "daily"
    PROGRESS = "progress"
    BEYOND = "beyond"
    """Turns what lies beyond the notes on and off."""


@dataclass(frozen=True, slots=True)
class QuizDoor:
    """What there is to do today."""

    taught: int = 0
    """Skills that can be asked."""
    due: int = 0
    next_due: date | None = None
    """The day of the next review; None where none is planned."""
    daily_done: bool = False
    exam_seconds: float | None = None
    """What is left of the exam that is going on; None where none is."""
    asked: int = 0
    right: int = 0
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be practised."""

    kind: str
    """`all`, `lesson`, `section` or `skill`."""
    name: str
    """As it is called in the learner's language."""
    skills: tuple[str, ...]
    mastered: int = 0
    """How many of the skills are mastered."""
