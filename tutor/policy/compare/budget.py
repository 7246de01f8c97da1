"""How much work a comparison may take, so that no pattern can hang the program."""

from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Budget", "WorkLimitError"]


class WorkLimitError(Exception):
    """The question is not decided: answering it would take more work than was allowed."""


class Budget:
    """Counts work down; one unit is about one step of an automaton."""

    __slots__ = ("left",)

    def __init__(self, units: int) -> None:
        self.left = units
        """Units that may still be spent."""

    def spend(self, units: int = 1) -> None:
        """Takes units off; raises WorkLimitError when there are none left."""
        self.left -= units
        if self.left < 0:
            raise WorkLimitError

    @contextmanager
    def part(self, divisor: int) -> Iterator["Budget"]:
        """A budget of a part of what is left; what is spent of it is spent here too."""
        part = Budget(self.left // divisor)
        allowed = part.left
        try:
            yield part
        finally:
            self.left -= allowed - max(part.left, 0)
