"""The way of a request through the layers, as rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.content import Content

from tutor.app.models.inspection import Inspection
from tutor.app.models.step import StepRow
from tutor.policy import DecidedBy, Decision, Effect, LayerTrace, Outcome, StatementTrace, Verdict
from tutor.wording import Language, say
from tutor.wording.card import GateState
from tutor.wording.levels import level_name
from tutor.wording.signs import COLOURS, FAILED, SIGNS, UNKNOWN_CALLER, short_resource
from tutor.wording.statement_text import policy_name, shown
from tutor.wording.weighed import decided_here, is_idle

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_STATEMENTS: Final = 200
"""Statements that are shown, over all layers."""
VERDICT_SIGNS: Final = {
    Verdict.ALLOW: ("✓", "bold $success"),
    Verdict.EXPLICIT_DENY: ("✗", "bold $error"),
    Verdict.IMPLICIT_DENY: ("–", "bold $error"),
    Verdict.NOT_APPLICABLE: ("·", "$quiet"),
}
RULES: Final = frozenset({DecidedBy.ROOT, DecidedBy.PARTITION, DecidedBy.NOT_CONTROLLED})


def step_rows(inspection: Inspection, language: Language) -> list[StepRow]:
    """Who, the layers that the lesson taught with their statements, and the answer."""
    return list(_Way(inspection, language).rows())


class _Way:
    def __init__(self, inspection: Inspection, language: Language) -> None:
        self.inspection = inspection
        self.language = language
        self.room = MOST_STATEMENTS

    def say(self, message: str, **values: object) -> str:
        return say(self.language, message, **values)

    def rows(self) -> Iterator[StepRow]:
        one = self.inspection
        head = Content.assemble(
            (shown(one.caller), "bold $who"), (" → ", "$quiet"), (shown(one.action), "bold $what"), "\n"
        )
        yield StepRow(head + Content.styled("  " + shown(short_resource(one.resource)), "$on-what"))
        yield self.first_gate()
        if one.decision is None:
            if one.gate.state is GateState.STOPPED:
                yield StepRow(_outcome(UNKNOWN_CALLER, self.language))
            return
        yield from self.decided(one.decision)
        yield StepRow(_outcome(str(one.decision.outcome), self.language))
        if one.error:
            failed = f"{FAILED[0]} " + self.say("app.outcome.failed", error=shown(one.error))
            yield StepRow(Content.styled(failed, f"bold {FAILED[1]}"))
        if one.others:
            yield StepRow(Content.styled("  " + self.say("decision.others", count=one.others), "$quiet"))

    def first_gate(self) -> StepRow:
        gate = self.inspection.gate
        colour = "$success" if gate.state is GateState.PASSED else "$error"
        title = Content.assemble((gate.sign + " ", f"bold {colour}"), ("1 " + self.say("app.gate.1"), "bold"))
        values = {name: shown(str(value)) for name, value in gate.values.items()}
        why = Content.assemble("\n  ", (self.say(gate.message, **values), "$quiet"))
        return StepRow(title + why + Content.assemble(*self.mark(decided=gate.state is GateState.STOPPED)))

    def decided(self, decision: Decision) -> Iterator[StepRow]:
        sign, colour = SIGNS[str(decision.outcome)], COLOURS[str(decision.outcome)]
        gate = Content.assemble((sign + " ", f"bold {colour}"), ("2 " + self.say("app.gate.2"), "bold"))
        settled = self.inspection.layers == "gates" and decision.decided_by not in RULES
        yield StepRow(gate + Content.assemble(*self.mark(decided=settled)))
        if decision.decided_by in RULES:
            rule = self.say(f"trace.rule.{decision.decided_by}.{decision.outcome}")
            yield StepRow(
                Content.assemble("  ", (sign, f"bold {colour}"), f" {rule} ", *self.mark(decided=True))
            )
        if decision.voices is None:
            return
        chosen = self.chosen(decision)
        telling = _telling(decision, chosen)
        for layer in chosen:
            if self.inspection.layers != "gates":
                yield StepRow(self.layer(layer, decided=decided_here(decision, layer)))
            for statement in self.statements(decision, layer):
                level = level_name(self.language, decision.trace.policies, statement.ref)
                yield StepRow(self.statement(statement, level), statement, statement.ref == telling)

    def chosen(self, decision: Decision) -> "Sequence[LayerTrace]":
        """The layers that were taught, and the one that decided, whatever it is."""
        layers = decision.trace.layers
        match self.inspection.layers:
            case "all":
                return [one for one in layers if not is_idle(decision, one)]
            case "identity":
                return [one for one in layers if one.decided or one.layer is DecidedBy.IDENTITY]
            case _:
                decided = [one for one in layers if one.decided]
                return decided or [one for one in layers if one.policies]

    def layer(self, layer: LayerTrace, *, decided: bool) -> Content:
        sign, style = VERDICT_SIGNS[layer.verdict]
        quiet = layer.verdict is Verdict.NOT_APPLICABLE
        name = self.say(f"decision.layer.{layer.layer}")
        says = self.say(f"decision.says.{_situation(layer)}")
        return Content.assemble(
            "  ",
            (f"{sign} ", style),
            (name, "$quiet" if quiet else "bold"),
            (f" · {says}", "$quiet"),
            *self.mark(decided=decided),
        )

    def mark(self, *, decided: bool) -> Iterator[tuple[str, str]]:
        if decided:
            yield "\n    " + self.say("decision.decided"), "bold $accent"

    def statements(self, decision: Decision, layer: LayerTrace) -> Iterator[StatementTrace]:
        for reference in decision.trace.statements():
            if reference.layer is layer.layer and self.room > 0:
                self.room -= 1
                yield decision.trace.expand(reference)

    def statement(self, statement: StatementTrace, level: str) -> Content:
        """One row; `level` is where in the organization the policy is attached."""
        sign, style = statement_sign(statement)
        return Content.assemble(
            "    ",
            (f"{sign} ", style),
            policy_name(statement.source),
            (f" #{statement.ref.statement + 1} {statement.effect}", "$quiet"),
            (f" · {level}" if level else "", "$quiet"),
        )


def statement_sign(statement: StatementTrace) -> tuple[str, str]:
    """Whether it speaks, and for what."""
    if not statement.matched:
        return "·", "$quiet"
    return ("✗", "bold $error") if statement.effect is Effect.DENY else ("✓", "bold $success")


def _telling(decision: Decision, layers: "Sequence[LayerTrace]") -> object:
    """The statement that decided, else the one that came nearest in the layer that did."""
    effect = Effect.DENY if decision.outcome is Outcome.EXPLICIT_DENY else Effect.ALLOW
    deciding = [layer for layer in layers if layer.decided] or list(layers)
    names = {layer.layer for layer in deciding}
    matched = [one.ref for layer in deciding for one in layer.matched if one.effect is effect]
    if matched:
        return matched[0]
    misses = [decision.trace.expand(ref) for ref in decision.trace.statements() if ref.layer in names]
    misses = [one for one in misses if one.effect is effect]
    return min(misses, key=_distance).ref if misses else None


def _distance(statement: StatementTrace) -> tuple[int, int]:
    missed = [element.element for element in statement.elements if not element.matched]
    return sum(name.endswith("Action") for name in missed), len(missed)


def _situation(layer: LayerTrace) -> str:
    match layer.verdict:
        case Verdict.NOT_APPLICABLE:
            return "exempt" if layer.policies else "none"
        case Verdict.ALLOW:
            return "allow" if any(one.effect is Effect.ALLOW for one in layer.matched) else "no-deny"
        case Verdict.IMPLICIT_DENY:
            return "implicitDeny" if layer.policies else "empty"
        case _:
            return "explicitDeny"


def _outcome(outcome: str, language: Language) -> Content:
    words = f"{SIGNS[outcome]} " + say(language, f"decision.outcome.{outcome}")
    return Content.styled(words, f"bold {COLOURS[outcome]}")
