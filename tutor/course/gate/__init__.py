"""The publishing gate: what a lesson must hold before anybody sees it."""

from pathlib import Path

from ..faults import Fault, LessonFaults, in_reading_order
from ..lesson import load_lesson
from .coverage import coverage_faults
from .prose_rules import prose_faults


def check_lesson(folder: Path) -> list[Fault]:
    """Every fault of a lesson; one that cannot be opened is not played."""
    from .play import play_faults

    try:
        lesson = load_lesson(folder)
    except LessonFaults as unsound:
        return list(unsound.faults)
    return list(in_reading_order([*coverage_faults(lesson), *prose_faults(lesson), *play_faults(lesson)]))


__all__ = ["check_lesson"]
