"""A decision with everything that led to it, as data (`spec/simulate-format.md`, the decision view).

Nothing but what each layer said is kept while deciding: the rest is worked out when somebody looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from .document import Statement
from .explain import StatementTrace
from .match import ALLOWS, DENIES, SILENT, applies, names_caller
from .outcome import DecidedBy, Outcome, Verdict
from .request import PolicySet, Request
from .rules import ABSENT, Voices, before_policies, hear, is_bounded, weigh
from .special import resource_layer
from .views import LAYERS, Placed, StatementRef, policies_of, view

__all__ = ["Decision", "LayerTrace", "Trace", "decide"]

VERDICTS: Final = {
    DENIES: Verdict.EXPLICIT_DENY,
    ALLOWS: Verdict.ALLOW,
    SILENT: Verdict.IMPLICIT_DENY,
    ABSENT: Verdict.NOT_APPLICABLE,
}
UNASKED: Final = (ABSENT,) * len(LAYERS)
# Looking a member up in its enumeration costs as much as matching a statement.
_REFUSED, _IMPLICIT = Verdict.IMPLICIT_DENY, Outcome.IMPLICIT_DENY


class LayerTrace(NamedTuple):
    """One layer of the evaluation."""

    layer: DecidedBy
    verdict: Verdict
    policies: int
    """How many there are."""
    statements: int
    """How many they hold."""
    matched: tuple[StatementTrace, ...]
    """Those that match the request; the others can be had from `Trace.expand`."""
    decided: bool
    """Whether this layer settled the request."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a request gets, and why."""

    outcome: Outcome
    decided_by: DecidedBy
    request: Request
    policies: PolicySet
    voices: Voices | None = field(repr=False)
    """What each layer said; None when the request was settled before any was asked."""

    @property
    def allowed(self) -> bool:
        """Whether the request may go ahead."""
        return self.outcome is Outcome.ALLOWED

    @property
    def trace(self) -> "Trace":
        """Everything that led to the decision."""
        return Trace(self)


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a request was decided as it was."""

    decision: Decision

    @property
    def request(self) -> Request:
        """What was asked."""
        return self.decision.request

    @property
    def policies(self) -> PolicySet:
        """What applied to it."""
        return self.decision.policies

    @property
    def layers(self) -> tuple[LayerTrace, ...]:
        """The layers, in the order of evaluation."""
        decision = self.decision
        request, policies, decided_by = decision.request, decision.policies, decision.decided_by
        action = request.action.lower()
        bounded = is_bounded(request, policies)
        views = view(policies, action).layers(policies, action, resource_layer(request))
        layers: list[LayerTrace] = []
        for (layer, number, statements, about), said in zip(views, self._said(), strict=True):
            matched = _matched(about, request, bounded) if about else ()
            decided = layer is decided_by
            verdict = _REFUSED if decided and decision.outcome is _IMPLICIT else VERDICTS[said]
            layers.append(LayerTrace(layer, verdict, number, statements, matched, decided))
        return tuple(layers)

    def expand(self, ref: StatementRef) -> StatementTrace:
        """How any statement fared; raises LookupError when there is no such statement."""
        request, policies = self.decision.request, self.decision.policies
        policy = policies_of(policies, ref.layer)[ref.policy]
        statement = policy.document.statements[ref.statement]
        bounded = is_bounded(request, policies)
        about = statement.action.covers(request.action.lower())
        matched = about and _fits(statement, request, bounded)
        return StatementTrace(ref, matched, policy, statement, request, bounded)

    def statements(self) -> Iterator[StatementRef]:
        """Every statement of every policy, in the order of evaluation."""
        for layer in LAYERS:
            name = resource_layer(self.request) if layer is DecidedBy.RESOURCE else layer
            for number, policy in enumerate(policies_of(self.policies, name)):
                for statement in policy.document.statements:
                    yield StatementRef(name, number, statement.index)

    def _said(self) -> tuple[int, ...]:
        """What each layer said, in the order of `LAYERS`."""
        if self.decision.voices is None:
            return UNASKED
        resource_control, service_control, resource, _, identity, boundary, session = self.decision.voices
        return resource_control, service_control, resource, identity, boundary, session


def _matched(about: tuple[Placed, ...], request: Request, bounded: bool) -> tuple[StatementTrace, ...]:
    """Those among the statements about the action that match."""
    return tuple(
        [
            StatementTrace(ref, True, policy, statement, request, bounded)
            for ref, policy, statement in about
            if _fits(statement, request, bounded)
        ]
    )


def _fits(statement: Statement, request: Request, bounded: bool) -> bool:
    """Whether all elements but the action match."""
    if not applies(statement, request):
        return False
    return statement.principal is None or bool(names_caller(statement, request, bounded=bounded))


def decide(request: Request, policies: PolicySet) -> Decision:
    """Decides a request by the policies that apply to it."""
    action = request.action.lower()
    settled = before_policies(request, action)
    if settled is not None:
        return Decision(*settled, request, policies, None)
    voices = hear(request, policies, action)
    outcome, decided_by = weigh(voices, request, action)
    return Decision(outcome, decided_by, request, policies, voices)
