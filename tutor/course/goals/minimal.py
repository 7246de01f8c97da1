"""The goal of least privilege: nothing is allowed beyond a need, or a request shows that something is."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ..schema import Minimal, Need
from .diagnosis import deciding_policy
from .grounds import Grounds, Refusal
from .patterns import FRESH, covers, examples
from .requests import Verdict, not_authenticated, unknown_principal
from .results import Cause, CauseKind, Help
from .witnesses import S3, known_of, known_resources, named_actions, policy_patterns

if TYPE_CHECKING:
    from tutor.gateway.needs import Need as Permission
    from tutor.gateway.needs import Scene
    from tutor.policy import Decision

NEW: Final = FRESH[0]
"""A name that nothing in the account has."""

WORK: Final = 60_000
"""Steps of the search beyond the account's own things: a command must not wait for it."""


class Doubts:
    """Neither a request nor the proof that there is none."""


def minimal(grounds: Grounds, rule: Minimal) -> Verdict:
    """Whether nothing beyond the need is allowed; a failure names one request that is."""
    missing = unknown_principal(grounds, rule.principal)
    if missing:
        return missing, None
    beyond = _anywhere(grounds, rule)
    if beyond is None and not any(bucket.policy for bucket in grounds.account.buckets.values()):
        return None, None
    found = beyond if isinstance(beyond, tuple) else (None, None)
    return _in_the_account(grounds, rule) or found


def _in_the_account(grounds: Grounds, rule: Minimal) -> Verdict | None:
    """A request for something that is there, or could be, by the sandbox's own operations."""
    wanted = {_service(action).lower() for need in rule.need for action in _each(need.action)}
    for permission in sorted(
        _permissions(grounds, rule.principal), key=lambda one: _service(one.action) not in wanted
    ):
        if any(_needed(need, permission.action, permission.resource) for need in rule.need):
            continue
        answer = grounds.ask(rule.principal, permission.action, permission.resource, _context(permission))
        if isinstance(answer, Refusal):
            return not_authenticated(rule.principal, answer), None
        if answer.allowed and answer.decided_by != "notControlled":
            return _surplus(grounds, rule, answer), answer
    return None


def _anywhere(grounds: Grounds, rule: Minimal) -> "Verdict | Doubts | None":
    """A request of any service that the principal's own policies allow beyond the need.

    None is the proof that there is none; doubts are reasons for which there is no proof.
    """
    from tutor.account import policies_of
    from tutor.policy import decide
    from tutor.policy.compare import Frame, NoWitness, Witness, surplus
    from tutor.policy.compare import Need as Needed

    owner = grounds.owner(rule.principal)
    caller = grounds.sandbox.caller(f"{owner.plain}@{owner.account_id}")
    policies = policies_of(grounds.world, caller.principal)
    if not policies.identity and owner.kind != "root":
        return None
    actions = named_actions([policy.document for policy in policies.identity])
    if not actions:
        return Doubts()
    needs = [Needed(tuple(_each(need.action)), tuple(_each(need.resource))) for need in rule.need]
    known = tuple(known_resources(grounds.account))
    frame = Frame(caller.principal, actions=actions, known_resources=known, work=WORK)
    answer = surplus(policies, needs, frame)
    if isinstance(answer, Witness):
        decision = decide(answer.request, policies)
        return _surplus(grounds, rule, decision), decision
    return None if isinstance(answer, NoWitness) else Doubts()


def _surplus(grounds: Grounds, rule: Minimal, decision: "Decision") -> Cause:
    values = {
        "principal": grounds.owner(rule.principal).name or rule.principal,
        "action": decision.request.action,
        "resource": decision.request.resource,
        "policy": deciding_policy(decision),
    }
    return Cause(CauseKind.SURPLUS, Help.NARROW, "implicitDeny", decision.outcome, values)


def _permissions(grounds: Grounds, principal: str) -> "Iterator[Permission]":
    """Every action of the sandbox on every resource of its kind: existing ones, a new one, policies' own."""
    from tutor.account import caller_of
    from tutor.gateway.needs import NEEDS, Scene

    account = grounds.account
    caller = caller_of(account, account.root)
    seen: set[tuple[str, str]] = set()
    for parameters in _parameters(grounds, principal):
        scene = Scene(grounds.world, account, caller, parameters)
        for operation in NEEDS:
            for permission in _needs(operation, scene):
                if (permission.action, permission.resource) not in seen:
                    seen.add((permission.action, permission.resource))
                    yield permission


def _needs(operation: str, scene: "Scene") -> "Sequence[Permission]":
    """What an operation needs; nothing where these parameters are none of its own."""
    from tutor.account import ServiceError
    from tutor.gateway.needs import needs_of

    try:
        return tuple(needs_of(operation, scene))
    except ServiceError:
        return ()


def _parameters(grounds: Grounds, principal: str) -> Iterator[Mapping[str, object]]:
    """Request parameters that name between them everything in the account."""
    account = grounds.account
    objects = [arn.removeprefix(S3).partition("/") for arn in _objects(grounds, principal)]
    rows = zip_longest(
        [NEW, *account.users],
        [NEW, *account.groups],
        list(known_of(account, "policy")),
        objects,
        list(account.roles),
    )
    for user, group, policy, stored, role in rows:
        bucket, _, key = stored or (NEW, "", NEW)
        yield {
            "UserName": user or NEW,
            "GroupName": group or NEW,
            "PolicyArn": policy or f"arn:aws:iam::{account.account_id}:policy/{NEW}",
            "PolicyName": NEW,
            "RoleName": role or NEW,
            "RoleArn": f"arn:aws:iam::{account.account_id}:role/{role or NEW}",
            "InstanceProfileName": NEW,
            "Bucket": bucket,
            "Key": key or NEW,
        }


def _objects(grounds: Grounds, principal: str) -> Iterator[str]:
    """Objects that exist, a new one in each bucket, and what the principal's policies say of S3."""
    account = grounds.account
    yield from known_of(account, "object")
    yield from (f"{bucket}/{NEW}" for bucket in known_of(account, "bucket"))
    for pattern in policy_patterns(grounds, principal):
        if pattern.startswith(S3):
            yield from examples(pattern)


def _needed(need: Need, action: str, resource: str) -> bool:
    return any(covers(one.lower(), action.lower()) for one in _each(need.action)) and any(
        covers(one, resource) for one in _each(need.resource)
    )


def _each(value: str | tuple[str, ...]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


def _service(action: str) -> str:
    return action.partition(":")[0]


def _context(permission: "Permission") -> Mapping[str, str | bool | int | tuple[str, ...]]:
    return {
        key: value if isinstance(value, str | bool | int) else str(value)
        for key, value in permission.context.items()
    }
