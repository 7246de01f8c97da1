"""What Home shows: the path of lessons with progress by skill."""

from dataclasses import dataclass
from enum import StrEnum


class SkillState(StrEnum):
    """How far a skill has come."""

    OPEN = "open"
    PRACTISED = "practised"
    MASTERED = "mastered"


class LessonState(StrEnum):
    """How far a lesson has come."""

    NEW = "new"
    GOING = "going"
    FINISHED = "finished"
    MASTERED = "mastered"
    """Finished, and every skill of it was used and asked."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A save point of a long lesson that the learner has reached."""

    step: str
    number: int
    """Of the step, from 1."""
    title: str


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson on the path."""

    id: str
    number: int
    title: str
    state: LessonState
    minutes: int | None
    done: int
    """Steps passed."""
    steps: int
    """Steps in all; 0 while nobody has opened it."""
    skills: tuple[SkillState, ...]
    places: tuple[PlaceRow, ...] = ()

    @property
    def can_test_out(self) -> bool:
        """Nothing of it is done yet: the last challenge can be tried at once."""
        return self.done == 0 and self.state is LessonState.NEW


@dataclass(frozen=True, slots=True)
class HomePicture:
    """The path, and the lesson that Continue opens."""

    lessons: tuple[LessonRow, ...]
    next_id: str
    last_sandbox: str = ""
    """The sandbox that was open last; empty if none is kept."""
    due: int = 0
    """Questions to be reviewed today."""
    asked: int = 0
    """Skills that the closing questions of lessons asked about."""
    right: int = 0
    """Those that were answered right."""

    @property
    def next_lesson(self) -> LessonRow | None:
        """The lesson that Continue opens."""
        return next((row for row in self.lessons if row.id == self.next_id), None)

    @property
    def is_over(self) -> bool:
        """Every lesson is finished."""
        over = {LessonState.FINISHED, LessonState.MASTERED}
        return bool(self.lessons) and all(row.state in over for row in self.lessons)
