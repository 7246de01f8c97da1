"""Requests that one side allows and another does not: of two sets of policies, or of a set and a need."""

import json
from collections.abc import Callable, Sequence
from itertools import chain

from ..document import PolicyDocument
from ..match import ALLOWS, stance
from ..outcome import DecidedBy, UnsupportedError
from ..parse import parse_policy
from ..request import AttachedPolicy, PolicySet, Request
from ..trace import decide
from .answer import Answer, Comparison, DoubtKind, Witness
from .frame import Frame, Need
from .survey import Survey, documents_of

__all__ = ["compare", "surplus", "witness"]

Separates = Callable[[Request], bool]


def compare(left: PolicySet, right: PolicySet, frame: Frame) -> Comparison:
    """What each of two sets allows and the other does not."""
    return Comparison(witness(left, right, frame), witness(right, left, frame))


def witness(left: PolicySet, right: PolicySet, frame: Frame) -> Answer:
    """A request that `left` allows and `right` does not, or the proof that the frame has none."""

    def separates(request: Request) -> bool:
        return decide(request, left).allowed and not decide(request, right).allowed

    return _first((*documents_of(left), *documents_of(right)), separates, frame)


def surplus(policies: PolicySet, needs: Sequence[Need], frame: Frame) -> Answer:
    """A request that the policies allow beyond the needs, or the proof that the frame has none.

    What needs no permission (`sts:GetCallerIdentity`) is beyond nothing.
    """
    need = _as_policy(needs)

    def separates(request: Request) -> bool:
        decision = decide(request, policies)
        beyond = decision.allowed and decision.decided_by is not DecidedBy.NOT_CONTROLLED
        return beyond and stance((need,), request, request.action.lower()) != ALLOWS

    return _first((need.document, *documents_of(policies)), separates, frame)


def _first(documents: Sequence[PolicyDocument], separates: Separates, frame: Frame) -> Answer:
    survey = Survey(documents, frame)
    try:
        for probe in chain(survey.known(), survey.kinds()):
            if separates(probe.request):
                return Witness(probe.request)
    except UnsupportedError as error:
        survey.doubt(DoubtKind.UNSUPPORTED, error.what)
    return survey.without_witness()


def _as_policy(needs: Sequence[Need]) -> AttachedPolicy:
    """Needs as a policy, so that their patterns mean what they mean there."""
    statements = [
        {"Effect": "Allow", "Action": need.actions, "Resource": need.resources}
        for need in needs
        if need.actions and need.resources
    ]
    nothing = {"Effect": "Deny", "Action": "*", "Resource": "*"}
    text = json.dumps({"Version": "2012-10-17", "Statement": statements or [nothing]})
    return AttachedPolicy("need", parse_policy(text, stored=True))
