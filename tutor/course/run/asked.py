"""The requests that goals and keeps put to the evaluator, to be asked again with another policy."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..goals.grounds import Grounds
from ..goals.requests import requests_of
from ..schema import Asked, Goal, Refused
from ..schema.terms import ContextValue


@dataclass(frozen=True, slots=True)
class AskedRequest:
    """One action on one resource, or on those that a pattern stands for."""

    principal: str
    """As for `Sandbox.ask`."""
    action: str
    resource: str
    """As the goal writes it."""
    asked: tuple[str, ...]
    """The resources that are asked about."""
    wanted: Literal["allow", "deny"]
    by: str
    """`explicit` or `implicit` where the kind of denial matters."""
    context: Mapping[str, ContextValue]


def asked_requests(goals: Iterable[Goal], grounds: Grounds) -> Iterator[AskedRequest]:
    """Every request that one of the goals names; nothing twice."""
    seen: set[tuple[str, str, str, str, str]] = set()
    for goal in goals:
        for rule in _rules(goal, grounds):
            wanted: Literal["allow", "deny"] = "deny" if isinstance(rule, Refused) else "allow"
            owner = grounds.owner(rule.principal)
            if not owner.kind or not grounds.knows(rule.principal):
                continue
            for action, pattern in _pairs(rule):
                key = (rule.principal, action, pattern, wanted, repr(sorted(rule.context.items())))
                if key in seen:
                    continue
                seen.add(key)
                one = Asked(rule.principal, action, pattern, rule.context)
                asked = tuple(resource for _, resource in requests_of(grounds, one))
                by = (rule.by or "") if isinstance(rule, Refused) else ""
                written = owner.written(grounds.account_id)
                yield AskedRequest(written, action, pattern, asked, wanted, by, rule.context)


def _rules(goal: Goal, grounds: Grounds) -> Iterator[Asked]:
    for rule in (goal.allow, goal.deny):
        if rule is not None:
            yield rule
    trusts = goal.trusts
    if trusts is not None and trusts.who.startswith(("user/", "role/")):
        account = grounds.world.accounts.get(trusts.account or grounds.account_id)
        role = account.roles.get(trusts.role) if account is not None else None
        if role is not None:
            yield Asked(trusts.who, trusts.action, role.arn, trusts.context)


def _pairs(rule: Asked) -> Iterator[tuple[str, str]]:
    actions = (rule.action,) if isinstance(rule.action, str) else rule.action
    patterns = (rule.resource,) if isinstance(rule.resource, str) else rule.resource
    for pattern in patterns:
        for action in actions:
            yield action, pattern
