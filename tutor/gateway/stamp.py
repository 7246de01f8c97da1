"""How the requests of one command are marked in the journal."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """The console line that a request belongs to, and what a lesson's start lines add."""

    line: int | None = None
    start: bool = False
    """Made by a lesson's start lines: never counts for goals about the history."""
    at: datetime | None = None
    """The sandbox time of authored history; None takes it from the sandbox clock."""
