"""What is wrong with a lesson, as data: where, what was found, what was expected, the nearest name."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that an author has to mend; `line` and `column` count from 1."""

    file: Path
    line: int
    column: int
    code: str
    """A stable id such as `unknown-field`; the sentence is `course.fault.<code>`."""
    found: str = ""
    expected: str = ""
    nearest: str | None = None
    """The known name that looks most like what was found."""


class LessonFaults(Exception):
    """A lesson that cannot be opened, with all its faults in reading order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_reading_order(faults)
        super().__init__("; ".join(f"{f.file}:{f.line}:{f.column}: {f.code} {f.found}" for f in self.faults))


def in_reading_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults by file and position, each once."""
    return tuple(
        sorted(set(faults), key=lambda fault: (str(fault.file), fault.line, fault.column, fault.code))
    )


def nearest_name(found: str, known: Iterable[str]) -> str | None:
    """The name in `known` that `found` was most likely meant to be."""
    return next(iter(get_close_matches(found, list(known), n=1, cutoff=0.6)), None)
