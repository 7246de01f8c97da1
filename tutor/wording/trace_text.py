"""The trace of a decision as lines of text."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, Literal

from tutor.policy import (
    DecidedBy,
    Decision,
    Effect,
    LayerTrace,
    Outcome,
    StatementRef,
    StatementTrace,
    Verdict,
)

from .levels import level_name
from .say import Language, say
from .statement_text import STEP, shown, statement_lines
from .weighed import decided_here, is_idle

__all__ = ["Layers", "trace_lines"]

Layers = Literal["all", "gates", "identity"]
"""What to tell: every layer, only the two gates, or the identity-based policies alone."""

SIGNS: Final = {
    Verdict.ALLOW: "✓",
    Verdict.EXPLICIT_DENY: "✗",
    Verdict.IMPLICIT_DENY: "–",
    Verdict.NOT_APPLICABLE: "·",
}
OUTCOME_SIGNS: Final = {Outcome.ALLOWED: "✓", Outcome.EXPLICIT_DENY: "✗", Outcome.IMPLICIT_DENY: "–"}
RULES: Final = frozenset({DecidedBy.ROOT, DecidedBy.PARTITION, DecidedBy.NOT_CONTROLLED})
"""What may decide without being a layer of policies."""
BEFORE_ANY_POLICY: Final = frozenset(
    {
        (DecidedBy.PARTITION, Outcome.IMPLICIT_DENY),
        (DecidedBy.NOT_CONTROLLED, Outcome.ALLOWED),
        (DecidedBy.ROOT, Outcome.IMPLICIT_DENY),
    }
)
"""What is decided without looking at a policy."""
OWN_LAYERS: Final = frozenset({DecidedBy.IDENTITY, DecidedBy.BOUNDARY, DecidedBy.SESSION})
"""Layers of the caller's side, which a root user does not have."""
ADMITTING: Final = frozenset({DecidedBy.RESOURCE, DecidedBy.TRUST})
MOST_STATEMENTS: Final = 3


def trace_lines(
    decision: Decision, language: Language, *, layers: Layers = "all", expand: bool = False
) -> list[str]:
    """What was looked at, in AWS's order, and why it was decided so.

    `expand` tells every statement with every element, not only those that decided or nearly fitted.
    """
    teller = _Teller(decision, language, expand=expand)
    match layers:
        case "gates":
            return list(teller.gates())
        case "identity":
            return list(teller.story({DecidedBy.IDENTITY}))
        case "all":
            return list(teller.story(None))


class _Teller:
    """Tells one decision."""

    def __init__(self, decision: Decision, language: Language, *, expand: bool) -> None:
        self.decision = decision
        self.language = language
        self.expand = expand
        self.trace = decision.trace
        self.layers = self.trace.layers
        self.request = self.trace.request

    def say(self, message: str, **values: object) -> str:
        return say(self.language, message, **values)

    @property
    def caller(self) -> str:
        return shown(self.request.principal.arn) or self.say("trace.caller.anonymous")

    def gates(self) -> Iterator[str]:
        """The two gates, and the statements that settled the second."""
        outcome = self.decision.outcome
        yield "✓ " + self.say("trace.gate.who", caller=self.caller)
        if self.decision.decided_by in RULES:
            yield f"{OUTCOME_SIGNS[outcome]} " + self.say("trace.gate.may.rule", rule=self.rule())
            return
        yield f"{OUTCOME_SIGNS[outcome]} " + self.say(f"trace.gate.may.{outcome}")
        for layer in self.layers:
            if layer.decided:
                yield from self.statements(layer)

    def story(self, chosen: set[DecidedBy] | None) -> Iterator[str]:
        """The request, each layer, the result."""
        anywhere = "trace.request.anywhere" if self.request.resource == "*" else "trace.request"
        action, resource = shown(self.request.action), shown(self.request.resource)
        yield self.say(anywhere, caller=self.caller, action=action, resource=resource)
        decided_by, sign = self.decision.decided_by, OUTCOME_SIGNS[self.decision.outcome]
        if (decided_by, self.decision.outcome) not in BEFORE_ANY_POLICY:
            if chosen is None:
                yield self.denials()
            skipped = OWN_LAYERS if decided_by is DecidedBy.ROOT else frozenset()
            for layer in self.layers:
                if (
                    self.tells(layer)
                    and layer.layer not in skipped
                    and (chosen is None or layer.layer in chosen)
                ):
                    yield from self.layer(layer)
        if decided_by in RULES:
            yield f"{STEP}{sign} {self.rule()}  " + self.say("trace.decided")
        name = self.deciders()
        yield f"{sign} " + self.say(f"trace.outcome.{self.decision.outcome}", layer=name)

    def deciders(self) -> str:
        """What settled it: between accounts both sides."""
        names = [self.say(f"trace.layer.{self.decision.decided_by}")]
        for layer in self.layers:
            if decided_here(self.decision, layer) and not layer.decided:
                names.append(self.say(f"trace.layer.{layer.layer}"))
        return self.say("trace.both", first=names[0], second=names[1]) if len(names) > 1 else names[0]

    def rule(self) -> str:
        """Why it was decided without a policy."""
        return self.say(f"trace.rule.{self.decision.decided_by}.{self.decision.outcome}")

    def tells(self, layer: LayerTrace) -> bool:
        """Whether a layer is worth a line."""
        return self.expand or not is_idle(self.decision, layer)

    def denials(self) -> str:
        """The first step: a Deny anywhere ends it."""
        if self.decision.outcome is Outcome.EXPLICIT_DENY:
            return f"{STEP}✗ " + self.say("trace.deny.found")
        matched = (statement for layer in self.layers for statement in layer.matched)
        powerless = any(statement.effect is Effect.DENY for statement in matched)
        return f"{STEP}· " + self.say("trace.deny.powerless" if powerless else "trace.deny.none")

    def layer(self, layer: LayerTrace) -> Iterator[str]:
        """What a layer says, and its statements."""
        level = self.silent_level(layer)
        said = self.say(
            "trace.says.level" if level is not None else f"trace.says.{_situation(layer)}",
            layer=self.say(f"trace.layer.{layer.layer}"),
            statements=layer.statements,
            matched=len(_speaking(layer)),
            level=level,
        )
        mark = "  " + self.say("trace.decided") if decided_here(self.decision, layer) else ""
        yield f"{STEP}{SIGNS[layer.verdict]} {said}{mark}"
        yield from self.statements(layer)

    def silent_level(self, layer: LayerTrace) -> int | None:
        """The first level of SCPs that does not allow, from 1, where others do."""
        if layer.layer is not DecidedBy.SCP or layer.verdict is not Verdict.IMPLICIT_DENY:
            return None
        allowing = {statement.ref.policy for statement in _speaking(layer)}
        ends = [0, *accumulate(map(len, self.trace.policies.service_control))]
        silent = (
            number
            for number in range(1, len(ends))
            if allowing.isdisjoint(range(ends[number - 1], ends[number]))
        )
        return next(silent, None) if allowing else None

    def statements(self, layer: LayerTrace) -> Iterator[str]:
        """The statements that speak for the layer's verdict, or all of them."""
        if self.expand:
            chosen, more = self.expanded(layer), 0
        else:
            nearly = layer.decided and layer.verdict is Verdict.IMPLICIT_DENY
            every = (*_speaking(layer), *(self.nearest(layer) if nearly else ()))
            chosen, more = every[:MOST_STATEMENTS], len(every) - MOST_STATEMENTS
        for statement in chosen:
            level = level_name(self.language, self.trace.policies, statement.ref)
            yield from statement_lines(self.language, statement, expand=self.expand, level=level)
        if more > 0:
            yield STEP * 3 + self.say("trace.statement.more", count=more)

    def nearest(self, layer: LayerTrace) -> Sequence[StatementTrace]:
        """The statements that would have allowed, those first that came nearest.

        Where some are about the action, the others are not worth telling.
        """
        misses = [
            statement
            for statement in self.expanded(layer)
            if statement.effect is Effect.ALLOW and not statement.matched
        ]
        misses.sort(key=_distance)
        about = [statement for statement in misses if _distance(statement)[0] == 0]
        return about or misses

    def expanded(self, layer: LayerTrace) -> Sequence[StatementTrace]:
        """Every statement of the layer."""
        refs: Iterator[StatementRef] = self.trace.statements()
        return [self.trace.expand(ref) for ref in refs if ref.layer is layer.layer]


def _speaking(layer: LayerTrace) -> tuple[StatementTrace, ...]:
    """The statements that fit and speak for the verdict: what denies, else what allows."""
    denied = layer.verdict is Verdict.EXPLICIT_DENY
    effect = Effect.DENY if denied else Effect.ALLOW
    return tuple(statement for statement in layer.matched if statement.effect is effect)


def _situation(layer: LayerTrace) -> str:
    """Which sentence fits what a layer says."""
    matched = bool(_speaking(layer))
    match layer.verdict:
        case Verdict.NOT_APPLICABLE:
            return "exempt" if layer.policies else "none"
        case Verdict.ALLOW:
            return "allow" if matched else "no-deny"
        case Verdict.EXPLICIT_DENY:
            return "explicitDeny"
        case Verdict.IMPLICIT_DENY:
            if layer.layer in ADMITTING and matched:
                return "not-enough"
            return "implicitDeny" if layer.policies else "empty"


def _distance(statement: StatementTrace) -> tuple[int, int]:
    """How far a statement is from fitting: its elements that do not, the action weighing most."""
    missed = [element.element for element in statement.elements if not element.matched]
    return sum(name.endswith("Action") for name in missed), len(missed)
