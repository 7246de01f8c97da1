"""The trace of a decision as lines of text."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from tutor.policy import (
    DecidedBy,
    Decision,
    Effect,
    ElementTrace,
    LayerTrace,
    Outcome,
    StatementTrace,
    ValueTrace,
    Verdict,
)

from .say import Language, say

__all__ = ["Layers", "policy_name", "trace_lines"]

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
BEFORE_ANY_POLICY: Final = frozenset({DecidedBy.PARTITION, DecidedBy.NOT_CONTROLLED})
OWN_LAYERS: Final = frozenset({DecidedBy.IDENTITY, DecidedBy.BOUNDARY, DecidedBy.SESSION})
"""Layers of the caller's side, which a root user does not have."""
BY_LEVELS: Final = frozenset({DecidedBy.SCP, DecidedBy.RCP})
ADMITTING: Final = frozenset({DecidedBy.RESOURCE, DecidedBy.TRUST})
MOST_STATEMENTS: Final = 3
MOST_VALUES: Final = 3
STEP: Final = "  "


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


def policy_name(source: str) -> str:
    """`ReadPhotos` for a policy's ARN or for `inline:ReadPhotos`."""
    return source.rpartition("/")[2].removeprefix("inline:")


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
        return say(self.language, f"trace.{message}", **values)

    @property
    def caller(self) -> str:
        return self.request.principal.arn or self.say("caller.anonymous")

    def gates(self) -> Iterator[str]:
        """The two gates, and the statements that settled the second."""
        yield f"✓ {self.say('gate.who', caller=self.caller)}"
        sign = OUTCOME_SIGNS[self.decision.outcome]
        if self.decision.decided_by in RULES:
            yield f"{sign} {self.say('gate.may.rule', rule=self.rule())}"
            return
        yield f"{sign} {self.say(f'gate.may.{self.decision.outcome}')}"
        for layer in self.layers:
            if layer.decided:
                yield from self.statements(layer)

    def story(self, chosen: set[DecidedBy] | None) -> Iterator[str]:
        """The request, each layer, the result."""
        anywhere = "request.anywhere" if self.request.resource == "*" else "request"
        values = {"caller": self.caller, "action": self.request.action, "resource": self.request.resource}
        yield self.say(anywhere, **values)
        decided_by = self.decision.decided_by
        if decided_by not in BEFORE_ANY_POLICY:
            if chosen is None:
                yield self.denials()
            skipped = OWN_LAYERS if decided_by is DecidedBy.ROOT else frozenset()
            for layer in self.layers:
                if layer.layer not in skipped and (chosen is None or layer.layer in chosen):
                    yield from self.layer(layer)
        if decided_by in RULES:
            sign = OUTCOME_SIGNS[self.decision.outcome]
            yield f"{STEP}{sign} {self.rule()}  {self.say('decided')}"
        name = self.say(f"layer.{decided_by}")
        result = self.say(f"outcome.{self.decision.outcome}", layer=name)
        yield f"{OUTCOME_SIGNS[self.decision.outcome]} {result}"

    def rule(self) -> str:
        """Why it was decided without a policy."""
        return self.say(f"rule.{self.decision.decided_by}.{self.decision.outcome}")

    def denials(self) -> str:
        """The first step: a Deny anywhere ends it."""
        if self.decision.outcome is Outcome.EXPLICIT_DENY:
            return f"{STEP}✗ {self.say('deny.found')}"
        powerless = any(layer.verdict is Verdict.EXPLICIT_DENY for layer in self.layers)
        return f"{STEP}· {self.say('deny.powerless' if powerless else 'deny.none')}"

    def layer(self, layer: LayerTrace) -> Iterator[str]:
        """What a layer says, and its statements."""
        said = self.say(
            f"says.{_situation(layer)}",
            layer=self.say(f"layer.{layer.layer}"),
            statements=layer.statements,
            matched=len(layer.matched),
        )
        mark = f"  {self.say('decided')}" if layer.decided else ""
        yield f"{STEP}{SIGNS[layer.verdict]} {said}{mark}"
        yield from self.statements(layer)

    def statements(self, layer: LayerTrace) -> Iterator[str]:
        """The statements that speak for the layer's verdict, or all of them."""
        shown, more = self.chosen(layer)
        for statement in shown:
            yield STEP * 3 + self.head(statement)
            for element in statement.elements:
                if self.expand or not element.matched:
                    yield from self.element(element)
        if more > 0:
            yield STEP * 3 + self.say("statement.more", count=more)

    def chosen(self, layer: LayerTrace) -> tuple[Sequence[StatementTrace], int]:
        """The statements to tell, and how many of their kind are left out."""
        nearly = layer.decided and layer.verdict is Verdict.IMPLICIT_DENY and not layer.matched
        if self.expand or nearly:
            refs = (ref for ref in self.trace.statements() if ref.layer is layer.layer)
            every = [self.trace.expand(ref) for ref in refs]
            if self.expand:
                return every, 0
            nearest = [statement for statement in every if statement.effect is Effect.ALLOW]
            nearest.sort(key=_distance)
            return nearest[:MOST_STATEMENTS], len(nearest) - MOST_STATEMENTS
        denied = layer.verdict is Verdict.EXPLICIT_DENY
        effect = Effect.DENY if denied else Effect.ALLOW
        matched = [statement for statement in layer.matched if statement.effect is effect]
        return matched[:MOST_STATEMENTS], len(matched) - MOST_STATEMENTS

    def head(self, statement: StatementTrace) -> str:
        """Which statement it is, with its sign."""
        text = self.say(
            "statement.sid" if statement.sid else "statement",
            policy=policy_name(statement.source),
            number=statement.ref.statement + 1,
            sid=statement.sid,
            line=statement.start.line,
            effect=statement.effect,
        )
        if statement.through is not None:
            group = policy_name(statement.through)
            text = self.say("statement.inherited", statement=text, group=group)
        sign = "·" if not statement.matched else "✗" if statement.effect is Effect.DENY else "✓"
        return f"{sign} {text}"

    def element(self, element: ElementTrace) -> Iterator[str]:
        """How an element fared, and the two values compared."""
        fared = "fits" if element.matched else "misses"
        if element.operator is not None:
            text = self.say(f"condition.{fared}", operator=element.operator, key=element.key)
        else:
            listed = not element.matched and element.element.startswith("Not")
            text = self.say("element.lists" if listed else f"element.{fared}", element=element.element)
        yield f"{STEP * 4}{'✓' if element.matched else '✗'} {text}"
        written = self.some([self.value(value) for value in element.values])
        yield STEP * 5 + self.say("compare.written", values=written)
        asked = self.some(element.request_values)
        yield STEP * 5 + (self.say("compare.asked", values=asked) if asked else self.say("compare.missing"))

    def value(self, value: ValueTrace) -> str:
        """A value of the policy; what its variables became, where it has some."""
        if value.compared is None:
            return self.say("compare.unfilled", written=value.text)
        if value.compared != value.text:
            return self.say("compare.filled", written=value.text, filled=value.compared)
        return value.text

    def some(self, values: Sequence[str]) -> str:
        """The first few of several values."""
        text = ", ".join(values[:MOST_VALUES])
        more = len(values) - MOST_VALUES
        return self.say("compare.more", values=text, count=more) if more > 0 else text


def _situation(layer: LayerTrace) -> str:
    """Which sentence fits what a layer says."""
    matched = any(statement.effect is Effect.ALLOW for statement in layer.matched)
    match layer.verdict:
        case Verdict.NOT_APPLICABLE:
            return "none"
        case Verdict.ALLOW:
            return "allow" if matched else "no-deny"
        case Verdict.EXPLICIT_DENY:
            return "explicitDeny"
    if layer.layer in BY_LEVELS and matched:
        return "level"
    if layer.layer in ADMITTING and matched:
        return "not-enough"
    return "implicitDeny" if layer.policies else "empty"


def _distance(statement: StatementTrace) -> tuple[int, int]:
    """How far a statement is from fitting: its elements that do not, the action weighing most."""
    missed = [element.element for element in statement.elements if not element.matched]
    return sum(name.endswith("Action") for name in missed), len(missed)
