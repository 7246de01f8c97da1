"""The last request of a command as the card that the decision panel shows."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from tutor.gateway.events import REJECTED

from .card import DecisionCard, Gate, GateState
from .signs import ALLOWED, SIGNS, UNKNOWN_CALLER, short_key
from .weighed import is_idle, negates, plain_operator

if TYPE_CHECKING:
    from tutor.account import World
    from tutor.course import AnswerResult
    from tutor.course.schema import Predict
    from tutor.gateway.events import Event
    from tutor.policy import Decision, ElementTrace, StatementTrace

MOST_DETAILS: Final = 12
"""Statements that the full panel lists."""

EQUAL: Final = frozenset({"StringEquals", "NumericEquals", "DateEquals", "BinaryEquals", "ArnEquals", "Bool"})
"""Operators whose two values are the same where the condition holds."""

FIRST_GATE: Final = {
    "SignatureDoesNotMatch": "app.gate.wrong-signature",
    "InvalidClientTokenId": "app.gate.unknown-key",
    "InvalidAccessKeyId": "app.gate.unknown-key",
    "MissingAuthenticationToken": "app.gate.unsigned",
    "ExpiredToken": "app.gate.expired",
    **dict.fromkeys(REJECTED, "app.gate.token-rejected"),
}
"""Error of a request that was not let in to the sentence that says why."""

UNSIGNED: Final = {"Federated": "app.gate.vouched", "Anonymous": "app.gate.anonymous"}
"""Callers without a key that the first gate lets pass."""

NOT_REACHED: Final = Gate(GateState.NOT_ASKED, "app.gate.not-asked", {}, "·")

OPEN_TO_ALL: Final = {"notControlled": "app.gate.open", "root": "app.gate.root"}
"""Decided without a policy."""


def telling_event(events: "Sequence[Event]") -> "Event | None":
    """Of a command's requests the one to show: the last that was refused, else the last that failed or came."""
    refused = [event for event in events if event.outcome != ALLOWED]
    failed = [event for event in events if event.error]
    return next(reversed(refused or failed or list(events)), None)


def event_card(events: "Sequence[Event]", world: "World") -> DecisionCard | None:
    """The card of what a command asked for; None if it asked for nothing."""
    event = telling_event(events)
    if event is None:
        return None
    key_id = event.access_key_id or ""
    if event.outcome == UNKNOWN_CALLER:
        gates = _stopped_at_first(event.error or "", key_id, world)
    else:
        gates = (_let_in(event), _second_gate(event.outcome, event.decided_by, event.decision))
    return DecisionCard(
        outcome=event.outcome,
        action=event.action,
        resource=event.resource,
        caller=event.who if event.caller else "",
        gates=gates,
        others=len(events) - 1,
        details=tuple(_details(event.decision)),
        error=error_after(event),
    )


def error_after(event: "Event") -> str:
    """The code with which the service answered what had been allowed; empty if it did what was asked."""
    return event.error or "" if event.outcome == ALLOWED else ""


def answer_card(answer: "AnswerResult", question: "Predict") -> DecisionCard:
    """The card of the request that a prediction was about; nobody has sent it."""
    decision = answer.decision
    if decision is None:
        outcome = UNKNOWN_CALLER
        gates = (
            Gate(
                GateState.STOPPED,
                FIRST_GATE.get(answer.error or "", "app.gate.unknown-key") + ".asked",
                {},
                "✗",
            ),
            NOT_REACHED,
        )
    else:
        outcome = str(decision.outcome)
        gates = (
            Gate(GateState.PASSED, "app.gate.signed.asked", {}, "✓"),
            _second_gate(outcome, str(decision.decided_by), decision),
        )
    return DecisionCard(
        outcome=outcome,
        action=question.action,
        resource=question.resource,
        caller=question.principal.rpartition("/")[2],
        gates=gates,
        details=tuple(_details(decision)),
        sent=False,
    )


def _let_in(event: "Event") -> Gate:
    """What the first gate went by: a key's signature, or without one whatever stood in its place."""
    if event.access_key_id:
        return Gate(GateState.PASSED, "app.gate.signed", {"key": short_key(event.access_key_id)}, "✓")
    kind = event.caller.principal.kind.value if event.caller else ""
    return Gate(GateState.PASSED, UNSIGNED.get(kind, "app.gate.signed.asked"), {}, "✓")


def _stopped_at_first(error: str, key_id: str, world: "World") -> tuple[Gate, ...]:
    why = FIRST_GATE.get(error, "app.gate.unknown-key")
    found = world.find_key(key_id)
    if found is not None and not found[2].active:
        why = "app.gate.inactive-key"
    return Gate(GateState.STOPPED, why, {"key": short_key(key_id)}, "✗"), NOT_REACHED


def _second_gate(outcome: str, decided_by: str | None, decision: "Decision | None") -> Gate:
    state = GateState.PASSED if outcome == "allowed" else GateState.STOPPED
    sign = SIGNS[outcome]
    if message := OPEN_TO_ALL.get(decided_by or ""):
        return Gate(state, message, {}, sign)
    if decision is None:
        return Gate(state, f"app.outcome.{outcome}", {}, sign)
    layers = [layer for layer in decision.trace.layers if layer.decided]
    statements, policies = sum(layer.statements for layer in layers), sum(layer.policies for layer in layers)
    effect = "Allow" if outcome == "allowed" else "Deny"
    matched = next((one for layer in layers for one in layer.matched if one.effect == effect), None)
    if matched is not None:
        message = "app.gate.allowed-by" if effect == "Allow" else "app.gate.denied-by"
        return Gate(state, message, {"policy": matched.source}, sign)
    if policies == 0:
        side = "app.gate.no-resource-policy" if decided_by == "resourcePolicy" else "app.gate.no-policy"
        return Gate(state, side, {}, sign)
    return Gate(state, "app.gate.no-match", {"policies": policies, "statements": statements}, sign)


def _details(decision: "Decision | None") -> Iterator[Gate]:
    if decision is None:
        return
    idle = {layer.layer for layer in decision.trace.layers if is_idle(decision, layer)}
    told = (one for one in decision.trace.statements() if one.layer not in idle)
    for reference in islice(told, MOST_DETAILS):
        yield _detail(decision.trace.expand(reference))


def _detail(statement: "StatementTrace") -> Gate:
    values = {
        "policy": statement.source,
        "number": statement.ref.statement + 1,
        "effect": str(statement.effect),
    }
    if statement.matched:
        denies = statement.effect == "Deny"
        return Gate(
            GateState.STOPPED if denies else GateState.PASSED,
            "app.gate.statement.fits",
            values,
            "✗" if denies else "✓",
        )
    missed = next(element for element in statement.elements if not element.matched)
    return Gate(
        GateState.NOT_ASKED,
        f"app.gate.statement.{_miss(missed)}",
        {
            **values,
            "operator": missed.operator or "",
            "element": missed.key or missed.element,
            "written": ", ".join(value.text for value in missed.values),
            "asked": ", ".join(missed.request_values),
        },
        "–",
    )


def _miss(missed: "ElementTrace") -> str:
    """In what an element does not fit: `≠` says it of equal things only."""
    if missed.operator is None:
        return "listed" if missed.element.startswith("Not") else "misses"
    operator = plain_operator(missed.operator)
    if not missed.request_values:
        return "missing"
    if operator == "Null":
        return "carried"
    if negates(operator):
        return "negated"
    return "misses" if operator in EQUAL else "unmet"
