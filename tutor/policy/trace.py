"""A decision with everything that led to it, as data (`spec/simulate-format.md`, the decision view).

Nothing is kept while deciding: a trace is worked out from request and policies when somebody looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .document import Statement
from .explain import ElementTrace, explain
from .match import ALLOWS, DENIES, SILENT
from .outcome import DecidedBy, Outcome, Verdict
from .request import AttachedPolicy, Policies, PolicySet, Request
from .rules import ABSENT, Voices, hear, is_bounded, judge, resource_layer
from .source import Position
from .vocabulary import Effect, PolicyKind

__all__ = ["Decision", "LayerTrace", "StatementRef", "StatementTrace", "Trace", "decide"]

BEFORE_POLICIES: Final = frozenset({DecidedBy.PARTITION, DecidedBy.NOT_CONTROLLED})
"""What settles a request before any policy is asked."""

VERDICTS: Final = {
    DENIES: Verdict.EXPLICIT_DENY,
    ALLOWS: Verdict.ALLOW,
    SILENT: Verdict.IMPLICIT_DENY,
    ABSENT: Verdict.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class StatementRef:
    """Names one statement among all policies of a request."""

    layer: DecidedBy
    policy: int
    """The policy's number in its layer, from 0; levels are counted through."""
    statement: int
    """The statement's number in its policy, from 0."""


@dataclass(frozen=True, slots=True)
class StatementTrace:
    """One statement, and how each of its elements fared."""

    ref: StatementRef
    source: str
    """Where the policy comes from, as in `AttachedPolicy`."""
    through: str | None
    kind: PolicyKind
    sid: str | None
    effect: Effect
    start: Position
    end: Position
    elements: tuple[ElementTrace, ...]
    matched: bool
    """Whether all elements did."""


@dataclass(frozen=True, slots=True)
class LayerTrace:
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
class Trace:
    """Why a request was decided as it was."""

    request: Request
    policies: PolicySet
    outcome: Outcome
    decided_by: DecidedBy

    @property
    def layers(self) -> tuple[LayerTrace, ...]:
        """The layers, in the order of evaluation."""
        action = self.request.action.lower()
        voices = hear(self.request, self.policies, action)
        verdicts = self._verdicts(voices)
        return tuple(self._layer(layer, verdicts[layer], group) for layer, group in self._groups())

    def expand(self, ref: StatementRef) -> StatementTrace:
        """How each element of any statement fared; raises LookupError when there is no such statement."""
        for layer, policies in self._groups():
            if layer is ref.layer:
                policy = policies[ref.policy]
                return self._statement(ref, policy, policy.document.statements[ref.statement])
        raise LookupError(ref)

    def statements(self) -> Iterator[StatementRef]:
        """Every statement of every policy, in the order of evaluation."""
        for layer, policies in self._groups():
            for number, policy in enumerate(policies):
                for statement in policy.document.statements:
                    yield StatementRef(layer, number, statement.index)

    def _groups(self) -> list[tuple[DecidedBy, Policies]]:
        policies = self.policies
        resource = () if policies.resource is None else (policies.resource,)
        boundary = () if policies.boundary is None else (policies.boundary,)
        return [
            (DecidedBy.RCP, sum(policies.resource_control, ())),
            (DecidedBy.SCP, sum(policies.service_control, ())),
            (resource_layer(self.request), resource),
            (DecidedBy.IDENTITY, policies.identity),
            (DecidedBy.BOUNDARY, boundary),
            (DecidedBy.SESSION, policies.session),
        ]

    def _verdicts(self, voices: Voices) -> dict[DecidedBy, Verdict]:
        refused_root = self.decided_by is DecidedBy.ROOT and self.outcome is Outcome.IMPLICIT_DENY
        if refused_root or self.decided_by in BEFORE_POLICIES:
            return dict.fromkeys(DecidedBy, Verdict.NOT_APPLICABLE)
        heard = {
            DecidedBy.RCP: voices.resource_control,
            DecidedBy.SCP: voices.service_control,
            DecidedBy.RESOURCE: voices.resource,
            DecidedBy.TRUST: voices.resource,
            DecidedBy.IDENTITY: voices.identity,
            DecidedBy.BOUNDARY: voices.boundary,
            DecidedBy.SESSION: voices.session,
        }
        if self.outcome is Outcome.IMPLICIT_DENY and self.decided_by in heard:
            heard[self.decided_by] = SILENT
        return {layer: VERDICTS[said] for layer, said in heard.items()}

    def _layer(self, layer: DecidedBy, verdict: Verdict, policies: Policies) -> LayerTrace:
        action = self.request.action.lower()
        about = (
            self._statement(StatementRef(layer, number, statement.index), policy, statement)
            for number, policy in enumerate(policies)
            for statement in policy.document.actions.statements_about(action)
        )
        return LayerTrace(
            layer,
            verdict,
            len(policies),
            sum(len(policy.document.statements) for policy in policies),
            tuple(trace for trace in about if trace.matched),
            layer is self.decided_by,
        )

    def _statement(self, ref: StatementRef, policy: AttachedPolicy, statement: Statement) -> StatementTrace:
        elements = tuple(explain(statement, self.request, bounded=is_bounded(self.request, self.policies)))
        return StatementTrace(
            ref,
            policy.source,
            policy.through,
            policy.document.kind,
            statement.sid,
            statement.effect,
            statement.start,
            statement.end,
            elements,
            all(element.matched for element in elements),
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What a request gets, and why."""

    outcome: Outcome
    decided_by: DecidedBy
    request: Request
    policies: PolicySet

    @property
    def allowed(self) -> bool:
        """Whether the request may go ahead."""
        return self.outcome is Outcome.ALLOWED

    @property
    def trace(self) -> Trace:
        """Everything that led to the decision."""
        return Trace(self.request, self.policies, self.outcome, self.decided_by)


def decide(request: Request, policies: PolicySet) -> Decision:
    """Decides a request by the policies that apply to it."""
    outcome, decided_by = judge(request, policies)
    return Decision(outcome, decided_by, request, policies)
