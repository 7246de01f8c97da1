"""What is told of a file as a policy: all that there is, or no more than the step wants told yet."""

from dataclasses import replace
from pathlib import Path

from ..start_files import laid_out
from .book import Book
from .files import read_file, report_on
from .outcome import FileReport


def step_report(book: Book, workspace: Path, name: str | None) -> FileReport | None:
    """The file to mend, or another one, as a policy; None if the step has none to mend."""
    repair = book.step.repair
    if name is None and repair is None:
        return None
    kind = repair.kind if repair and name in {None, repair.file} else None
    report = report_on(workspace, name or (repair.file if repair else ""), kind)
    return replace(report, findings=()) if keeps_quiet(book, workspace, report.name) else report


def keeps_quiet(book: Book, workspace: Path, name: str) -> bool:
    """Whether what deserves a second look in a file is not told yet.

    So it is of the file to mend as long as it is as the lesson laid it out: to find it is the task.
    """
    repair = book.step.repair
    if repair is None or name != repair.file or book.passed or book.solution_shown:
        return False
    return read_file(workspace, name) == laid_out(book.lesson, name)
