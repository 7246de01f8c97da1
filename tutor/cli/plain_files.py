"""Files in plain mode: lines with their numbers, and what is to be said of them as a policy."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.wording import Language, say
from tutor.wording.finding_text import finding_sentence

if TYPE_CHECKING:
    from tutor.course import FileReport

MOST_LINES = 400
MOST_FINDINGS = 3
"""Findings shown at once, the first ones of the file."""


def numbered(language: Language, report: "FileReport") -> Iterator[str]:
    """The file's lines with their numbers."""
    if report.text is None:
        yield say(language, "cli.plain.no-file", file=report.name)
        return
    lines = report.text.splitlines()
    yield say(language, "cli.plain.file", file=report.name, count=len(lines))
    for number, line in enumerate(lines[:MOST_LINES], start=1):
        yield f"{number:>4}  {line}"


def findings(language: Language, report: "FileReport") -> Iterator[str]:
    """What the service refuses in the file, or what deserves a second look."""
    if report.text is None:
        return
    if report.fault is not None:
        error = report.fault
        yield say(language, "cli.plain.refused", line=error.position.line, column=error.position.column)
        yield f"    {error.code}: {error.message}"
        yield from (f"    {line}" for line in error.caret().split("\n"))
        if error.expected:
            yield "    " + say(language, "trace.lint.expected", expected=error.expected)
        return
    yield say(language, "cli.plain.readable", file=report.name)
    for finding in report.findings[:MOST_FINDINGS]:
        severity = say(language, f"trace.severity.{finding.severity}")
        yield f"  {finding.position.line}: {severity}: {finding_sentence(language, finding)}"
    if len(report.findings) > MOST_FINDINGS:
        yield say(language, "cli.plain.more-findings", count=len(report.findings) - MOST_FINDINGS)
