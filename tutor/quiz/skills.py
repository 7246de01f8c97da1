"""What can be asked: the claims of the study notes and what lies beyond them, each a card of the schedule."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tutor.course.claims import CLAIMS, LESSON_CLAIMS
from tutor.course.progress import ProgressStore

__all__ = ["BEYOND", "SECTIONS", "SKILLS", "Taught", "lesson_of", "section_of", "taught_by"]

BEYOND: Final = ("X1", "X2", "X3", "X4", "X5", "X6")
"""Beyond the notes, off by default: permissions boundaries, session policies, the levels of service control
policies, set operators, policy variables, and the elements that begin with Not."""

SKILLS: Final = (*CLAIMS, *BEYOND)

SECTIONS: Final = tuple("ABCDEFGHI")
"""The sections of the notes, by the letter of their claims."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What a learner has been taught and may be asked."""

    skills: frozenset[str]

    def covers(self, skills: Iterable[str]) -> bool:
        """Whether all of them were taught."""
        return self.skills.issuperset(skills)

    @property
    def ways(self) -> int:
        """Into how many outcomes predictions are split: two until explicit denies were taught."""
        return 3 if self.covers(("G2", "G11")) else 2


EVERYTHING: Final = Taught(frozenset(SKILLS))
"""For exports and scripts, where no learner is."""


def taught_by(progress: ProgressStore, *, beyond: bool = False) -> Taught:
    """What the lessons have taught so far; `beyond` adds what lies beyond the notes."""
    known = {
        claim
        for claim, skill in progress.skills().items()
        if skill.seen or skill.practised or skill.asked or skill.failed or skill.shown
    }
    return Taught(frozenset(known & set(CLAIMS)) | frozenset(BEYOND if beyond else ()))


def lesson_of(skill: str) -> str | None:
    """The id of the lesson that teaches it; None beyond the notes."""
    return next((lesson for lesson, claims in LESSON_CLAIMS.items() if skill in claims), None)


def section_of(skill: str) -> str:
    """The letter of its section; `X` beyond the notes."""
    return skill[:1]
