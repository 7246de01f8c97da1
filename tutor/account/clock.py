"""Sandbox time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

__all__ = ["LESSON_TICK", "Clock", "ClockMode", "format_time", "parse_time", "wall_clock"]

LESSON_TICK: Final = timedelta(seconds=20)
"""How far a lesson's clock goes with each request."""


class ClockMode(StrEnum):
    """Where sandbox time comes from."""

    LESSON = "lesson"
    """A fixed start, and a tick a request."""
    WALL = "wall"
    """The wall clock plus an offset."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The sandbox clock at one moment; whole seconds, UTC."""

    mode: ClockMode
    now: datetime
    offset: timedelta = timedelta()
    """How far `clock` moved it, for the wall mode."""
    started: bool = False
    """A request has been made, so that the next one comes a tick later."""

    @classmethod
    def starting(cls, mode: ClockMode, start: datetime) -> Clock:
        """A clock that no request has moved yet."""
        return cls(mode, start.astimezone(UTC).replace(microsecond=0))

    def next(self, wall: datetime) -> datetime:
        """The moment of a request that comes now."""
        if self.mode is ClockMode.LESSON:
            return self.now + LESSON_TICK if self.started else self.now
        return max(self.now, wall.astimezone(UTC).replace(microsecond=0) + self.offset)

    def at(self, moment: datetime) -> Clock:
        """After a request at `moment`; one dated back (authored history) does not turn the clock back."""
        if moment < self.now:
            return self
        return replace(self, now=moment, started=True)

    def moved(self, seconds: int) -> Clock:
        """After `clock +…`."""
        step = timedelta(seconds=seconds)
        return replace(self, now=self.now + step, offset=self.offset + step)


def wall_clock() -> datetime:
    """The real time, for whoever is not handed another clock: nothing else reads it."""
    return datetime.now(UTC)


def format_time(moment: datetime) -> str:
    """ISO 8601 with Z; microseconds only where there are some."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def parse_time(text: str) -> datetime:
    """What `format_time` wrote; raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)
