"""Sandbox time: date, clock."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from tutor.gateway.result import USAGE, ConsoleResult, done, refused
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.sandbox import Sandbox
    from tutor.gateway.stamp import Stamp

STEP: Final = re.compile(r"([+-])((?:\d{1,6}[smhd])+)")
PART: Final = re.compile(r"(\d+)([smhd])")
UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}
EARLIEST: Final = datetime(1971, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)


def sandbox_time(sandbox: "Sandbox") -> datetime:
    """What a clock on the wall of the sandbox shows."""
    return sandbox.sandbox_clock()


def _date(console: "Console", _words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    now = sandbox_time(console.sandbox)
    return ConsoleResult(0, f"{now:%a %b} {now.day:2} {now:%H:%M:%S} UTC {now.year}\n")


def _clock(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    if not words:
        return done("clock", time=_shown(console))
    step = STEP.fullmatch("".join(words))
    if step is None:
        return refused("clock-form", USAGE)
    seconds = sum(int(count) * UNITS[unit] for count, unit in PART.findall(step[2]))
    seconds = -seconds if step[1] == "-" else seconds
    if not _in_reach(sandbox_time(console.sandbox), seconds):
        return refused("clock-reach", USAGE)
    console.sandbox.save.advance_clock(seconds, line=stamp.line)
    return done("clock", changed=True, time=_shown(console))


def _shown(console: "Console") -> str:
    return sandbox_time(console.sandbox).strftime("%Y-%m-%d %H:%M:%S")


def _in_reach(now: datetime, seconds: int) -> bool:
    try:
        return EARLIEST < now + timedelta(seconds=seconds) < LATEST
    except OverflowError:
        return False


def _steps(_console: "Console", before: Sequence[str]) -> Sequence[str]:
    return () if before else ("+1d", "+1h", "+30m")


WORDS: Final = (Word("date", "날짜", _date), Word("clock", "시계", _clock, _steps))
