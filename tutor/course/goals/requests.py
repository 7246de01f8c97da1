"""Goals that put requests to the evaluator: must go through, must be refused."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..schema import Asked, Refused
from .diagnosis import why_allowed, why_refused
from .grounds import Grounds, Refusal
from .patterns import covers, is_pattern, shared
from .references import Reference
from .results import Cause, CauseKind, Help
from .versions import waiting_version
from .witnesses import requests_for

if TYPE_CHECKING:
    from tutor.policy import Decision

WISHED: Final = frozenset({CauseKind.RESOURCE_NOT_COVERED, CauseKind.OBJECT_ARN})
"""Causes that say which resource a policy has to name."""

BY: Final = {"explicit": "explicitDeny", "implicit": "implicitDeny"}

Verdict = tuple[Cause | None, "Decision | None"]
"""The cause if the goal fails, and the decision that settled it."""


def allow(grounds: Grounds, rule: Asked) -> Verdict:
    """Whether every request goes through; if one does not, why."""
    missing = unknown_principal(grounds, rule.principal)
    if missing:
        return missing, None
    decision: Decision | None = None
    for action, resource in requests_of(grounds, rule):
        answer = grounds.ask(rule.principal, action, resource, rule.context)
        if isinstance(answer, Refusal):
            return not_authenticated(rule.principal, answer), None
        if not answer.allowed:
            waiting = waiting_version(grounds, answer, "allowed", lambda other: other.allowed)
            why = waiting or why_refused(grounds, grounds.owner_of(rule.principal), answer)
            return _as_wished(rule, why), answer
        decision = decision or answer
    return None, decision


def _as_wished(rule: Asked, why: Cause) -> Cause:
    """The cause that names all of what was asked for, if no policy reaches any of it, and not one example."""
    if why.kind not in WISHED:
        return why
    resource = why.values["resource"]
    patterns = (rule.resource,) if isinstance(rule.resource, str) else rule.resource
    wish = next((one for one in patterns if is_pattern(one) and covers(one, resource)), resource)
    if any(shared(one, wish) is not None for one in why.values["pattern"].split(", ")):
        return why
    return replace(why, values={**why.values, "resource": wish})


def deny(grounds: Grounds, rule: Refused) -> Verdict:
    """Whether every request is refused, by the wanted kind of denial if that matters."""
    missing = unknown_principal(grounds, rule.principal)
    if missing:
        return missing, None
    decision: Decision | None = None
    for action, resource in requests_of(grounds, rule):
        answer = grounds.ask(rule.principal, action, resource, rule.context)
        if isinstance(answer, Refusal):
            return (not_authenticated(rule.principal, answer) if rule.by else None), None
        wanted = BY[rule.by] if rule.by else ""

        def will_do(other: "Decision", wanted: str = wanted) -> bool:
            return not other.allowed and wanted in {"", other.outcome.value}

        if answer.allowed or (wanted and answer.outcome != wanted):
            waiting = waiting_version(grounds, answer, wanted or "implicitDeny", will_do)
            if waiting is not None:
                return waiting, answer
        if answer.allowed:
            why = why_allowed(grounds.owner_of(rule.principal), answer)
            return replace(why, help=Help.DENY_IT) if rule.by == "explicit" else why, answer
        if wanted and answer.outcome != wanted:
            values = {"action": action, "resource": resource}
            kind = CauseKind.DENIED_OTHERWISE
            return Cause(kind, Help.LOOK_AT_DENY, wanted, answer.outcome, values), answer
        decision = decision or answer
    return None, decision


def requests_of(grounds: Grounds, rule: Asked) -> Iterator[tuple[str, str]]:
    """Each action on each resource, a wildcard by the resources that it stands for."""
    yield from requests_for(grounds, grounds.owner_of(rule.principal), rule.action, rule.resource)


def unknown_principal(grounds: Grounds, principal: str) -> Cause | None:
    """The cause if there is no such user or role; a profile without an owner is the first gate's business."""
    owner = grounds.owner(principal)
    if not owner.kind or grounds.knows(principal):
        return None
    return missing_principal(owner, owner.written(grounds.account_id))


def missing_principal(owner: Reference, written: str) -> Cause:
    """The cause of a goal that speaks of a user or role that is not there."""
    values = {"user": owner.name, "name": owner.name, "kind": owner.kind, "near": ""}
    if owner.kind == "role":
        return Cause(CauseKind.MISSING, Help.CREATE, written, "", values)
    return Cause(CauseKind.NO_SUCH_USER, Help.CREATE_USER, written, "", values)


def not_authenticated(principal: str, refusal: Refusal) -> Cause:
    """The cause of a request that the first gate stops."""
    values = {"principal": principal.partition("/")[2], "error": refusal.error}
    return Cause(CauseKind.NOT_AUTHENTICATED, Help.USE_WORKING_KEY, "allowed", refusal.error, values)
