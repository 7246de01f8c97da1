"""What Home shows: the path of lessons with progress by skill."""

from dataclasses import dataclass
from enum import StrEnum


class SkillState(StrEnum):
    """How far a skill has come."""

    OPEN = "open"
    PRACTISED = "practised"
    MASTERED = "mastered"


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One claim of a lesson."""

    id: str
    state: SkillState


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson on the path."""

    id: str
    number: int
    title: str
    minutes: int | None
    done: int
    """Steps passed."""
    steps: int
    """Steps in all; 0 while nobody has opened it."""
    finished: bool
    skills: tuple[SkillRow, ...]


@dataclass(frozen=True, slots=True)
class HomePicture:
    """The path, and the lesson that Continue opens."""

    lessons: tuple[LessonRow, ...]
    next_id: str
