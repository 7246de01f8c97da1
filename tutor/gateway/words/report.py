"""`report`: the newest credential report as a table, where a shell would decode and cut up the CSV."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from tutor.gateway.notices import Notice
from tutor.gateway.result import USAGE, ConsoleResult, refused
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

__all__ = ["WORDS"]

HEADINGS: Final = ("user", "password", "mfa", "key 1", "used", "key 2", "used")
DAY: Final = len("2026-01-05")
UNKNOWN: Final = frozenset({"N/A", "no_information", "not_supported"})
"""What the report writes where there is no date."""


def _report(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if words:
        return refused("report-form", USAGE)
    report = console.sandbox.account.credential_report
    if report is None:
        return refused("no-report")
    rows = [HEADINGS, *(_row(row) for row in csv.DictReader(StringIO(report.content)))]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
    return ConsoleResult(0, "\n".join(lines) + "\n", advice=Notice("report"))


def _row(row: Mapping[str, str]) -> tuple[str, ...]:
    keys = (cell for number in (1, 2) for cell in _key(row, f"access_key_{number}"))
    return (row["user"], _password(row), "yes" if row["mfa_active"] == "true" else "no", *keys)


def _password(row: Mapping[str, str]) -> str:
    """When it was last used; a dash where there is none."""
    if row["password_enabled"] == "false":
        return "-"
    return _day(row["password_last_used"])


def _key(row: Mapping[str, str], name: str) -> tuple[str, str]:
    if row[f"{name}_last_rotated"] == "N/A":
        return "-", "-"
    state = "active" if row[f"{name}_active"] == "true" else "off"
    return state, _day(row[f"{name}_last_used_date"])


def _day(text: str) -> str:
    return "never" if text in UNKNOWN else text[:DAY]


WORDS: Final = (Word("report", "보고서", _report),)
