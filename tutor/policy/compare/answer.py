"""What a comparison ends in: a request that shows the difference, the proof that none does, or neither."""

from dataclasses import dataclass
from enum import StrEnum

from ..request import Request

__all__ = ["Answer", "Comparison", "Doubt", "DoubtKind", "NoWitness", "Undecided", "Witness"]


class DoubtKind(StrEnum):
    """Why nothing was proved."""

    WORK_LIMIT = "workLimit"
    """It would have taken more work than the frame allows."""
    FREE_VARIABLE = "freeVariable"
    """A policy variable takes the value of a key that the frame leaves free."""
    MIXED_KEY = "mixedKey"
    """Operators of different families (text, numbers, dates, addresses) test the same key."""
    OUT_OF_RANGE = "outOfRange"
    """A value lies where no neighbouring value can be written down."""
    UNSUPPORTED = "unsupported"
    """The evaluator does not answer a question that the comparison needs."""


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """A reason for which nothing was proved."""

    kind: DoubtKind
    about: str = ""
    """The condition key in lower case, or what is not supported."""


@dataclass(frozen=True, slots=True)
class Witness:
    """The difference, shown: the evaluator itself has decided this request both ways."""

    request: Request


@dataclass(frozen=True, slots=True)
class NoWitness:
    """There is no difference within the frame: requests of every kind that policies can tell were tried."""

    tried: int
    """How many kinds of request there are."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """No difference was found, and there may be one."""

    doubts: tuple[Doubt, ...]
    """Why; never empty."""


Answer = Witness | NoWitness | Undecided
"""What a comparison ends in."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sets of policies, each way."""

    left_only: Answer
    """What the left set allows and the right one does not."""
    right_only: Answer
    """What the right set allows and the left one does not."""

    @property
    def equivalent(self) -> bool | None:
        """Whether both sets allow the same requests of the frame; None where that is not decided."""
        if isinstance(self.left_only, Witness) or isinstance(self.right_only, Witness):
            return False
        both = isinstance(self.left_only, NoWitness) and isinstance(self.right_only, NoWitness)
        return True if both else None
