"""What a finished lesson leaves: the skills learnt, those answered wrong, and the lesson that follows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.course import LessonEntry, LessonIndex, ProgressStore


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a lesson."""

    lesson: "LessonEntry"
    learnt: tuple[str, ...]
    """Claims that the learner used or answered right in it."""
    missed: tuple[str, ...]
    """Claims about which a question of it was answered wrong."""
    following: "LessonEntry | None"
    """The next lesson; None behind the last."""


def closing_of(lesson_id: str, index: "LessonIndex", progress: "ProgressStore") -> Closing | None:
    """What a lesson leaves; None if there is no such lesson in the index."""
    entry = index.find(lesson_id)
    if entry is None:
        return None
    here, skills = f"{entry.id}/", progress.skills()
    known = [skills[claim] for claim in entry.skills if claim in skills]
    missed = [one.claim for one in known if any(place.startswith(here) for place in one.failed)]
    learnt = [
        one.claim for one in known if any(place.startswith(here) for place in one.practised | one.asked)
    ]
    return Closing(entry, tuple(learnt), tuple(missed), index.after(entry.id))
