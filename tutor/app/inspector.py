"""Remembers which decision was shown last, and answers what else the Decision screen asks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.app.models.inspection import Inspection, Question
from tutor.app.references import principals_in, reference_of, resources_in
from tutor.gateway.needs import NEEDS
from tutor.gateway.principals import UnknownPrincipal
from tutor.policy import AttachedPolicy, DecidedBy, UnsupportedError
from tutor.wording.card import Gate, GateState
from tutor.wording.cards import answer_card, error_after, event_card, telling_event

if TYPE_CHECKING:
    from tutor.course import AnswerResult, Outcome
    from tutor.course.schema import Predict
    from tutor.gateway.console import Console
    from tutor.gateway.events import Event, Explanation
    from tutor.gateway.sandbox import Sandbox
    from tutor.policy import Decision, Flip
    from tutor.policy.context import ContextSource
    from tutor.wording.trace_text import Layers

MOST_EDITS: Final = 2
OWN: Final = ("aws:principal", "aws:userid", "aws:username", "aws:multifactor", "aws:token", "aws:ec2")
"""Beginnings of the condition keys that belong to a caller, not to what is asked for."""
WITH_MFA: Final = "aws:multifactorauthpresent"
PASSED: Final = Gate(GateState.PASSED, "app.gate.signed.asked", {}, "✓")


class UnreadableQuestionError(ValueError):
    """A question that lacks an action, or a resource."""


REFUSALS: Final = (UnknownPrincipal, UnreadableQuestionError, UnsupportedError)
"""Why a question has no answer."""


class Inspector:
    """Looks at decisions of one account; `layers` are those that the learner knows of."""

    def __init__(self, sandbox: "Sandbox", console: "Console", layers: "Layers" = "all") -> None:
        self.sandbox = sandbox
        self.console = console
        self._layers: Layers = layers
        self._event: Event | None = None
        self._answer: tuple[AnswerResult, Predict] | None = None

    def note(self, outcome: "Outcome", predict: "Predict | None" = None) -> None:
        """Take in which request the console spoke of last; `predict` is what the step lets foretell."""
        for result in (outcome.console, *outcome.ran):
            explained = result.explained.event if result is not None and result.explained else None
            event = explained or (telling_event(result.events) if result is not None else None)
            if event is not None:
                self._event, self._answer = event, None
        if outcome.answer is not None and predict is not None:
            self._answer = (outcome.answer, predict)

    def turn_to(self, event: "Event") -> None:
        """Somebody else's request is the one that was spoken of last."""
        self._event, self._answer = event, None

    def look(self, index: int | None = None) -> Inspection | None:
        """A request of the history, by its event's index.

        Without one the request that was spoken of last, else the last of all; None if there is none.
        """
        if index is not None:
            found = next((one for one in self.sandbox.history() if one.index == index), None)
            return self._past(found, self.sandbox.explain(found)) if found else None
        if self._answer is not None:
            answer, predict = self._answer
            question = Question(predict.principal, predict.action, predict.resource)
            gate = answer_card(answer, predict).gates[0]
            return self._offering(self._inspection(answer.decision, question, gate, sent=False))
        event = self._event or self.last_event()
        if event is None:
            return None
        explanation = self.sandbox.explain(event)
        return self._past(event, explanation)

    def last_event(self) -> "Event | None":
        """The last request that somebody made, not one of what was there before."""
        return next((one for one in reversed(self.sandbox.history()) if not one.start), None)

    def ask(self, question: Question, about: Inspection) -> Inspection:
        """What the question would be answered now; raises UnknownPrincipal and UnreadableQuestionError."""
        if ":" not in question.action.strip(": ") or not question.resource:
            raise UnreadableQuestionError
        context: dict[str, ContextSource | None] = dict(self._carried_on(question, about))
        if question.key:
            context[question.key] = _value(question, about)
        mfa = _is_same(question, about) and _has_mfa(about.decision)
        decision = self.sandbox.ask(
            question.principal, question.action, question.resource, context or None, mfa=mfa
        )
        return self._inspection(decision, question, PASSED, sent=False)

    def begin(self, question: Question) -> Inspection | None:
        """A question to begin with, as it would be answered now; None if there is nobody to ask it."""
        try:
            decision = self.sandbox.ask(question.principal, question.action, question.resource)
        except REFUSALS:
            return None
        return self._offering(self._inspection(decision, question, PASSED, sent=False))

    def as_asked(self, question: Question, decision: "Decision") -> Inspection:
        """A question that has been answered elsewhere, to be looked at and asked on."""
        return self._offering(self._inspection(decision, question, PASSED, sent=False))

    def flip(self, about: Inspection) -> "Flip | None":
        """The least change that gives the request the other answer, if possible in what the lesson taught."""
        from tutor.policy.flip import flips

        decision = about.decision
        if decision is None:
            return None
        found = flips(
            decision.request, decision.policies, elsewhere=tuple(self._elsewhere()), most_edits=MOST_EDITS
        )
        if about.layers != "all":
            known = {DecidedBy.IDENTITY, decision.decided_by, None}
            taught = [flip for flip in found if all(edit.layer in known for edit in flip.edits)]
            found = tuple(taught) or found
        return next(iter(found), None)

    def _elsewhere(self) -> "Iterator[AttachedPolicy]":
        """The customer managed policies of the learner's account."""
        for policy in self.sandbox.account.policies.values():
            yield AttachedPolicy(policy.arn, policy.document)

    def _past(self, event: "Event", explanation: "Explanation") -> Inspection:
        decision = explanation.decision
        request = decision.request if decision else None
        question = Question(
            reference_of(event.caller, self.sandbox.world),
            request.action if request else event.action,
            request.resource if request else event.resource,
        )
        card = event_card((event,), self.sandbox.world)
        inspection = self._inspection(decision, question, card.gates[0] if card else PASSED)
        others = max(len(explanation.needed) - 1, 0)
        return self._offering(replace(inspection, caller=event.who, others=others, error=error_after(event)))

    def _offering(self, inspection: Inspection) -> Inspection:
        """With the names that a question can be about."""
        from tutor.policy.catalogue.global_keys import GLOBAL_CONDITION_KEYS

        return replace(
            inspection,
            principals=tuple(principals_in(self.sandbox.world)),
            actions=tuple(sorted({action for action, _ in NEEDS.values()})),
            resources=tuple(resources_in(self.sandbox.world)),
            keys=tuple(sorted(key.name for key in GLOBAL_CONDITION_KEYS.values() if "$" not in key.name)),
        )

    def _inspection(
        self,
        decision: "Decision | None",
        question: Question,
        gate: Gate,
        *,
        sent: bool = True,
    ) -> Inspection:
        return Inspection(
            self._layers,
            question.principal.partition("/")[2] or question.principal,
            question.action,
            question.resource,
            gate,
            decision,
            question,
            sent,
        )

    def _carried_on(self, question: Question, about: Inspection) -> "Iterator[tuple[str, ContextSource]]":
        """What the request itself carried beyond what every request does, while it is the same action."""
        if about.decision is None or question.action.lower() != about.action.lower():
            return
        plain = self.sandbox.ask(question.principal, question.action, question.resource)
        for key, value in about.decision.request.context.entries.items():
            if plain.request.context.get(key) is None and not key.startswith((*OWN, "aws:resource")):
                yield key, list(value.values) if value.multivalued else value.values[0]


def _is_same(question: Question, about: Inspection) -> bool:
    return question.principal == about.question.principal


def _has_mfa(decision: "Decision | None") -> bool:
    return decision is not None and decision.request.context.single(WITH_MFA) == "true"


def _value(question: Question, about: Inspection) -> "ContextSource | None":
    """The value to ask with: a list where the request carries a set under the key."""
    if not question.value:
        return None
    carried = about.decision.request.context.get(question.key) if about.decision else None
    several = carried is not None and carried.multivalued
    return [one.strip() for one in question.value.split(",")] if several else question.value
