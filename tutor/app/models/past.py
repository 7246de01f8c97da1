"""What was asked of the account so far, as rows to look through."""

from collections.abc import Sequence
from dataclasses import dataclass

BEGINNING = 0
"""The number of the moment before the learner's first line."""


@dataclass(frozen=True, slots=True)
class PastRow:
    """One request; a row of the account's life before the learner has no number."""

    number: int | None
    time: str = ""
    """`2026-01-05 09:12:33`."""
    who: str = ""
    action: str = ""
    resource: str = ""
    outcome: str = ""
    """As for `SIGNS`; empty for the beginning, which is no request."""
    error: str = ""
    here: bool = True
    """On the way from the beginning to now; else on a branch that was left."""
    words: str = ""
    """What the filter looks through, in small letters."""

    @property
    def refused(self) -> bool:
        """It came back with an error."""
        return bool(self.error) or self.outcome not in {"allowed", ""}


@dataclass(frozen=True, slots=True)
class PastPicture:
    """Everything, oldest first, and where the account stands in it."""

    rows: tuple[PastRow, ...] = ()
    before: tuple[PastRow, ...] = ()
    """The requests that made the account as the learner found it."""
    place: int = BEGINNING
    """The newest request that is not undone."""
    told: bool = False
    """The learner has been asked whether to travel through time, and said yes."""
    size: int = 0
    """Bytes of the journal that it was read from."""

    def shown(
        self, sought: str = "", *, refused_only: bool = False, with_before: bool = False
    ) -> tuple[PastRow, ...]:
        """The rows that hold every word of `sought`; the beginning too if nothing is left out."""
        words = sought.casefold().split()
        if not words and not refused_only:
            return (*(self.before if with_before else ()), PastRow(BEGINNING), *self.rows)
        every = (*self.before, *self.rows) if with_before else self.rows
        return tuple(
            row
            for row in every
            if (row.refused or not refused_only) and all(word in row.words for word in words)
        )


def place_in(rows: Sequence[PastRow], number: int) -> int:
    """Where the request of a number stands; the last row if it does not."""
    return next((at for at, row in enumerate(rows) if row.number == number), max(len(rows) - 1, 0))
