"""The learner's files: changed by lines, read again after an editor, looked at as policies."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.gateway.dubeolsik import keys_of
from tutor.gateway.notices import Refused
from tutor.gateway.workspace import Workspace

from ..goals.files import kind_of
from ..schema import PolicyType
from .outcome import FileReport

if TYPE_CHECKING:
    from tutor.policy.lint import Finding

EDIT: Final = re.compile(
    r"\s*(?P<word>\S+)\s+(?P<file>\S+)\s+(?P<sign>[+-]?)(?P<line>\d{1,5})(?: (?P<text>.*))?"
)
EDIT_WORDS: Final = frozenset({"edit", "편집"})
PRINCIPAL: Final = re.compile(r'"(?:Not)?Principal"\s*:')
ASSUMING: Final = re.compile(r'"sts:(?:Assume|\*)', re.IGNORECASE)
LONGEST: Final = 1_000_000
"""Bytes of a file that is edited."""


class NoSuchLine(Exception):
    """A line that the file does not have."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """One line of a file replaced, put in before another, or taken out."""

    file: str
    sign: str
    """Empty to replace, `+` to put in, `-` to take out."""
    line: int
    """Counted from 1."""
    text: str

    def applied(self, before: str) -> str:
        """The file's text after the change; raises NoSuchLine."""
        lines = before.splitlines()
        last = len(lines) + (self.sign == "+" or not lines)
        if not 1 <= self.line <= last:
            raise NoSuchLine
        place = self.line - 1
        end = place if self.sign == "+" else place + 1
        lines[place:end] = [] if self.sign == "-" else [self.text]
        return "".join(f"{line}\n" for line in lines)


def as_edit(text: str) -> LineEdit | None:
    """`edit FILE N text`, `edit FILE +N text` or `edit FILE -N`, in either language; None for other lines."""
    found = EDIT.fullmatch(text)
    if found is None or not {found["word"], keys_of(found["word"]).lower()} & EDIT_WORDS:
        return None
    return LineEdit(found["file"], found["sign"], int(found["line"]), found["text"] or "")


def read_file(workspace: Path, name: str) -> str | None:
    """A file of the workspace; None if it is not there, too long or no text. Raises Refused outside."""
    path = Workspace(workspace).path_of(name)
    try:
        return path.read_text(encoding="utf-8-sig") if path.stat().st_size <= LONGEST else None
    except (OSError, UnicodeDecodeError):
        return None


def write_file(workspace: Path, name: str, text: str) -> None:
    """Write a file of the workspace; raises Refused outside, OSError where the file system says no."""
    path = Workspace(workspace).path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def report_on(workspace: Path, name: str, kind: PolicyType | None) -> FileReport:
    """What is to be said of a file as a policy, of the kind that it looks like if none is named."""
    from tutor.policy import PolicyError, parse_policy
    from tutor.policy.lint import lint

    try:
        text = read_file(workspace, name)
    except Refused:
        text = None
    policy_kind = kind_of(kind or _looks_like(text or ""))
    if text is None:
        return FileReport(name, policy_kind, None)
    findings: tuple[Finding, ...] = ()
    try:
        findings = lint(parse_policy(text, policy_kind))
    except PolicyError as error:
        return FileReport(name, policy_kind, text, error)
    return FileReport(name, policy_kind, text, None, findings)


def _looks_like(text: str) -> PolicyType:
    if not PRINCIPAL.search(text):
        return "identity"
    return "trust" if ASSUMING.search(text) else "resource"
