"""One cell of the table: how a plain request would be answered, and whether circumstances may turn that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from tutor.gateway.authorise import Asker, circumstances_of, decision_on
from tutor.gateway.needs import need_of
from tutor.gateway.principals import asker_of, read_reference
from tutor.policy import Decision, Effect, Outcome, UnsupportedError

from .circumstances import Leanings

if TYPE_CHECKING:
    from tutor.account import World
    from tutor.gateway.needs import Need

MOST_CALLERS: Final = 4096


@dataclass(frozen=True, slots=True)
class Cell:
    """How a plain request would be answered."""

    outcome: str
    """allowed, explicitDeny or implicitDeny; empty for a question that has no answer."""
    depends: tuple[str, ...] = ()
    """Condition keys by which the same request could be answered otherwise."""

    @property
    def allowed(self) -> bool:
        """The request would go through."""
        return self.outcome == Outcome.ALLOWED


@dataclass(frozen=True, slots=True)
class Why:
    """Who decided about a cell."""

    outcome: str
    decided_by: str
    source: str = ""
    """The policy that spoke, as in `AttachedPolicy.source`; empty if none did."""
    policies: int = 0
    """How many the deciding layer has."""
    depends: tuple[str, ...] = ()


NO_ANSWER: Final = Cell("")


@dataclass
class Judge:
    """Answers questions about one world as it is now."""

    world: "World"
    source_ip: str
    leanings: Leanings
    """Shared by the judges of all worlds."""

    def cell(self, reference: str, action: str, resource: str) -> Cell:
        """The cell of one question."""
        decision = self.decision(reference, action, resource)
        if decision is None:
            return NO_ANSWER
        return Cell(str(decision.outcome), self.leanings.keys_that_matter(decision))

    def why(self, reference: str, action: str, resource: str) -> Why | None:
        """Who decides about it; None for a question that has no answer."""
        decision = self.decision(reference, action, resource)
        if decision is None:
            return None
        decided = [layer for layer in decision.trace.layers if layer.decided]
        effect = Effect.ALLOW if decision.allowed else Effect.DENY
        spoke = [one for layer in decided for one in layer.matched if one.effect is effect]
        return Why(
            str(decision.outcome),
            str(decision.decided_by),
            spoke[0].source if spoke else "",
            sum(layer.policies for layer in decided),
            self.leanings.keys_that_matter(decision),
        )

    def decision(self, reference: str, action: str, resource: str) -> Decision | None:
        """The evaluator's answer; None for a question that has none."""
        try:
            asker = self.asker(reference)
            if asker is None:
                return None
            need: Need = need_of(self.world, asker.caller, action, resource)
            return decision_on(need, asker, self.world)
        except UnsupportedError:
            return None

    @cached_property
    def asker(self) -> "Callable[[str], Asker | None]":
        """Somebody as they would ask now; None for somebody who is not there."""
        return lru_cache(maxsize=MOST_CALLERS)(self._asker)

    def _asker(self, reference: str) -> Asker | None:
        try:
            asker = asker_of(read_reference(reference), self.world, mfa=False)
        except LookupError:
            return None
        return replace(asker, circumstances=circumstances_of(self.world.now, source_ip=self.source_ip))
