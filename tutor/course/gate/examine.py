"""One lesson before the gate: opened, read, played; a lesson that cannot be opened is not played."""

import traceback
from dataclasses import dataclass
from pathlib import Path

from ..faults import Fault, LessonFaults, in_reading_order
from ..index import lesson_name
from ..lesson import Lesson, load_lesson
from .coverage import coverage_faults
from .enough import too_few
from .links import link_faults
from .minutes import estimated_minutes
from .prose_rules import prose_faults


@dataclass(frozen=True, slots=True)
class Examined:
    """A lesson folder and everything that is wrong with it."""

    folder: Path
    lesson: Lesson | None
    """None if it cannot be opened."""
    faults: tuple[Fault, ...]

    @property
    def id(self) -> str:
        """The lesson's id, of one that cannot be opened as its folder says."""
        name = lesson_name(self.folder)
        return self.lesson.id if self.lesson is not None else name[1] if name else self.folder.name

    @property
    def minutes(self) -> int | None:
        """How long it takes, estimated; None if it cannot be opened."""
        return estimated_minutes(self.lesson) if self.lesson is not None else None


def examine(folder: Path) -> Examined:
    """Every fault of one lesson."""
    try:
        lesson = load_lesson(folder)
    except LessonFaults as unsound:
        return Examined(folder, None, tuple(unsound.faults))
    return Examined(folder, lesson, in_reading_order([*read_faults(lesson), *_played(lesson)]))


def read_faults(lesson: Lesson) -> list[Fault]:
    """What shows without playing: claims, prose, links, how many alternatives there are."""
    from .alternatives import read_alternatives

    alternatives, _ = read_alternatives(lesson)
    return [
        *coverage_faults(lesson),
        *prose_faults(lesson),
        *link_faults(lesson),
        *too_few(lesson, alternatives),
    ]


def _played(lesson: Lesson) -> list[Fault]:
    """What playing shows; a lesson at which the tutor itself stumbles hides no other lesson's faults."""
    from .play import play_faults

    try:
        return list(play_faults(lesson))
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno}"
        return [Fault(lesson.yaml, 1, 1, "check-stopped", f"{type(error).__name__}: {error} ({where})")]
