"""The course as a whole: where each claim is taught, practised and asked; lessons that are missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..claims import CLAIMS, LESSON_CLAIMS, OPTIONAL
from ..faults import Fault
from ..lesson import Lesson
from .coverage import USES
from .examine import Examined
from .shared import shared_sentences


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of the notes, and the steps (`lesson/step`) that deal with it."""

    claim: str
    lesson: str
    """The lesson that must teach it."""
    taught: tuple[str, ...]
    practised: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """Taught, practised and asked."""
        return bool(self.taught and self.practised and self.asked)


@dataclass(frozen=True, slots=True)
class CourseReport:
    """What can be said of all lessons together."""

    rows: tuple[ClaimRow, ...]
    faults: tuple[Fault, ...]

    @property
    def covered(self) -> int:
        """How many claims are taught, practised and asked."""
        return sum(row.covered for row in self.rows)


def is_course(examined: Sequence[Examined]) -> bool:
    """Whether these are lessons of the course, not of somebody's pack."""
    return any(one.id in LESSON_CLAIMS for one in examined)


def course_report(folder: Path, examined: Sequence[Examined]) -> CourseReport:
    """Which lessons in `folder` cover which claim, and what only shows in all of them together."""
    lessons = [one.lesson for one in examined if one.lesson is not None]
    rows = tuple(_row(claim, lessons) for claim in CLAIMS)
    faults = [*_missing(folder, examined), *_twice(examined), *_orphans(folder, rows, examined)]
    return CourseReport(rows, (*faults, *shared_sentences(lessons)))


def _row(claim: str, lessons: Sequence[Lesson]) -> ClaimRow:
    home = next(lesson for lesson, claims in LESSON_CLAIMS.items() if claim in claims)
    used = {
        use: tuple(
            f"{lesson.id}/{step.id}"
            for lesson in lessons
            for step in lesson.steps
            if claim in getattr(step, field)
        )
        for field, use in USES.items()
    }
    return ClaimRow(claim, home, **used)


def _missing(folder: Path, examined: Sequence[Examined]) -> Iterator[Fault]:
    there = {one.id for one in examined}
    for number, (lesson, claims) in enumerate(LESSON_CLAIMS.items()):
        if lesson not in there and lesson not in OPTIONAL:
            yield Fault(folder, 1, 1, "lesson-missing", f"{number:02}-{lesson}", ", ".join(claims) or "–")


def _twice(examined: Sequence[Examined]) -> Iterator[Fault]:
    seen: dict[str, Examined] = {}
    for one in examined:
        for name in (one.id, one.folder.name[:2]):
            if name in seen and seen[name] is not one:
                yield Fault(one.folder / "lesson.yaml", 1, 1, "lesson-twice", name, seen[name].folder.name)
            seen.setdefault(name, one)


def _orphans(folder: Path, rows: Sequence[ClaimRow], examined: Sequence[Examined]) -> Iterator[Fault]:
    """Claims that nothing covers; a lesson that is missing or cannot be opened is a fault already."""
    opened = {one.id for one in examined if one.lesson is not None}
    for row in rows:
        for use in USES.values():
            if row.lesson in opened and not getattr(row, use):
                yield Fault(folder, 1, 1, f"claim-not-{use}", row.claim)
