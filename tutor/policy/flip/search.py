"""The least edits that turn a decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..compare import Frame
from ..outcome import UnsupportedError
from ..request import AttachedPolicy, PolicySet, Request
from ..trace import Decision, decide
from .edits import Edit, Flip, Proposal
from .proposals import proposals
from .rank import ranked

__all__ = ["flips", "single_edits"]

AT_ONCE: Final = 48
"""Half-way states that are followed up, the smallest edits first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A state that edits lead to."""

    edits: tuple[Edit, ...]
    decision: Decision

    @property
    def size(self) -> int:
        """The values that the edits write or remove."""
        return sum(edit.size for edit in self.edits)


def flips(
    request: Request,
    policies: PolicySet,
    frame: Frame | None = None,
    *,
    elsewhere: Sequence[AttachedPolicy] = (),
    most_edits: int = 3,
) -> tuple[Flip, ...]:
    """Every least way to give the request the other answer, the one that changes least else first.

    Single edits of the list, all that do it; only where none does, two together, then three (`most_edits`).
    `frame` is the vocabulary over which side effects are measured: its actions, known resources and choices;
    principal and context are the request's. `elsewhere` are policies that exist and could be attached.
    Sorted by what else is allowed, then by what else is lost, then by size.
    """
    first = decide(request, policies)
    waiting = [Turn((), first)]
    for _ in range(most_edits):
        reached = [(turn, one) for one in waiting for turn in _next(one, elsewhere)]
        turned = _unique(turn for turn, _ in reached if turn.decision.allowed is not first.allowed)
        if turned:
            return ranked(first, [(turn.edits, turn.decision) for turn in turned], frame)
        closer = _unique(turn for turn, one in reached if _obstacles(turn) != _obstacles(one))
        waiting = sorted(closer, key=lambda turn: turn.size)[:AT_ONCE]
    return ()


def single_edits(decision: Decision, elsewhere: Sequence[AttachedPolicy] = ()) -> tuple[Proposal, ...]:
    """Every edit of the list that fits a decision, whether or not it turns it."""
    return tuple(proposals(decision, elsewhere))


def _next(turn: Turn, elsewhere: Sequence[AttachedPolicy]) -> Iterator[Turn]:
    for proposal in proposals(turn.decision, elsewhere):
        try:
            decision = decide(proposal.request, proposal.policies)
        except UnsupportedError:
            continue
        yield Turn((*turn.edits, proposal.edit), decision)


def _unique(turns: Iterator[Turn]) -> list[Turn]:
    """One of those that lead to the same request and policies by the same edits in another order."""
    found: dict[frozenset[Edit], Turn] = {}
    for turn in turns:
        found.setdefault(frozenset(turn.edits), turn)
    return list(found.values())


def _obstacles(turn: Turn) -> object:
    """What stands in the way: an edit that changes it may be a step towards the other answer."""
    decision = turn.decision
    matched = sum(len(layer.matched) for layer in decision.trace.layers)
    return decision.outcome, decision.decided_by, matched
