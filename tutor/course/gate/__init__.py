"""The publishing gate: what a lesson, and the course, must hold before anybody sees it."""

from pathlib import Path

from ..faults import Fault
from .course import ClaimRow, CourseReport, course_report, is_course
from .examine import Examined, examine, read_faults


def check_lesson(folder: Path) -> list[Fault]:
    """Every fault of a lesson; one that cannot be opened is not played."""
    return list(examine(folder).faults)


__all__ = [
    "ClaimRow",
    "CourseReport",
    "Examined",
    "check_lesson",
    "course_report",
    "examine",
    "is_course",
    "read_faults",
]
