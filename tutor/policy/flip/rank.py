"""How much else each way of turning a decision changes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ..compare import Answer, DoubtKind, Frame, KnownAction, Witness, WorkLimitError
from ..compare.survey import Probe, Survey, documents_of
from ..context import Context
from ..document import PolicyDocument
from ..parse import parse_policy
from ..request import Request
from ..trace import Decision, decide
from .edits import Edit, Flip

__all__ = ["ranked"]


@dataclass(slots=True)
class _Tally:
    """What one way has been seen to change."""

    gains: int = 0
    losses: int = 0
    gained: Request | None = None


def ranked(
    before: Decision, turned: Sequence[tuple[tuple[Edit, ...], Decision]], frame: Frame | None
) -> tuple[Flip, ...]:
    """The flips, those first that allow least else, then those that cost least, then the smallest."""
    documents = {id(document): document for document in _documents(before, turned)}
    around = _around(before.request, frame)
    survey = Survey((_exactly(before.request), *documents.values()), around)
    tallies = [_Tally() for _ in turned]
    try:
        for probe in _others(survey, before.request, around):
            survey.spend(len(turned))
            _count(probe, before, turned, tallies)
    except WorkLimitError:
        survey.doubt(DoubtKind.WORK_LIMIT)
    ending = survey.without_witness()
    found = [
        _flip(edits, after, tally, ending if tally.gained is None else Witness(tally.gained))
        for tally, (edits, after) in zip(tallies, turned, strict=True)
    ]
    return tuple(sorted(found, key=lambda flip: (flip.gains, flip.losses, len(flip.edits), flip.size)))


def _flip(edits: tuple[Edit, ...], after: Decision, tally: _Tally, also: Answer) -> Flip:
    return Flip(edits, after.request, after.policies, after, tally.gains, tally.losses, also)


def _documents(
    before: Decision, turned: Sequence[tuple[tuple[Edit, ...], Decision]]
) -> Iterator[PolicyDocument]:
    for decision in (before, *(after for _, after in turned)):
        yield from documents_of(decision.policies)


def _others(survey: Survey, asked: Request, frame: Frame) -> Iterator[Probe]:
    """Requests for another action or about another resource: each known resource, and one of every kind."""
    known = frozenset(frame.known_resources)
    made = (probe for probe in survey.kinds() if probe.request.resource not in known)
    for probe in chain(survey.known(), made):
        same = probe.request.resource == asked.resource
        if not same or probe.request.action.lower() != asked.action.lower():
            yield probe


def _count(
    probe: Probe,
    before: Decision,
    turned: Sequence[tuple[tuple[Edit, ...], Decision]],
    tallies: Sequence[_Tally],
) -> None:
    allowed = decide(probe.request, before.policies).allowed
    for tally, (_, after) in zip(tallies, turned, strict=True):
        if after.policies is before.policies or decide(probe.request, after.policies).allowed is allowed:
            continue
        if allowed:
            tally.losses += probe.stands_for
        else:
            tally.gains += probe.stands_for
            tally.gained = tally.gained or probe.request


def _exactly(request: Request) -> PolicyDocument:
    """A policy about this action and resource only, so that the survey tells them from all others."""
    escaped = "".join(f"${{{letter}}}" if letter in "*?$" else letter for letter in request.resource)
    statement = {"Effect": "Allow", "Action": request.action, "Resource": escaped}
    return parse_policy(json.dumps({"Version": "2012-10-17", "Statement": [statement]}), stored=True)


def _around(request: Request, frame: Frame | None) -> Frame:
    """The frame with the caller and the circumstances of the request, which is itself in the vocabulary."""
    base = frame or Frame(request.principal)
    names = {action.name.lower() for action in base.actions}
    more = () if not base.actions or request.action.lower() in names else (KnownAction(request.action),)
    return replace(
        base,
        principal=request.principal,
        resource_account=request.resource_account,
        context=Context({**base.context.entries, **request.context.entries}),
        actions=(*more, *base.actions),
        known_resources=tuple(dict.fromkeys((request.resource, *base.known_resources))),
    )
