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
from .witnesses import known_of, policy_patterns

if TYPE_CHECKING:
    from tutor.gateway.needs import Need as Permission
    from tutor.gateway.needs import Scene

S3: Final = "arn:aws:s3:::"
NEW: Final = FRESH[0]
"""A name that nothing in the account has."""


def minimal(grounds: Grounds, rule: Minimal) -> Verdict:
    """Whether nothing beyond the need is allowed; a failure names one request that is."""
    missing = unknown_principal(grounds, rule.principal)
    if missing:
        return missing, None
    owner = grounds.owner_of(rule.principal)
    wanted = {_service(action).lower() for need in rule.need for action in _each(need.action)}
    for permission in sorted(
        _permissions(grounds, owner), key=lambda one: _service(one.action) not in wanted
    ):
        if any(_needed(need, permission.action, permission.resource) for need in rule.need):
            continue
        answer = grounds.ask(rule.principal, permission.action, permission.resource, _context(permission))
        if isinstance(answer, Refusal):
            return not_authenticated(rule.principal, answer), None
        if answer.allowed and answer.decided_by != "notControlled":
            values = {
                "principal": rule.principal.partition("/")[2],
                "action": permission.action,
                "resource": permission.resource,
                "policy": deciding_policy(answer),
            }
            cause = Cause(CauseKind.SURPLUS, Help.NARROW, "implicitDeny", answer.outcome, values)
            return cause, answer
    return None, None


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
    )
    for user, group, policy, stored in rows:
        bucket, _, key = stored or (NEW, "", NEW)
        yield {
            "UserName": user or NEW,
            "GroupName": group or NEW,
            "PolicyArn": policy or f"arn:aws:iam::{account.account_id}:policy/{NEW}",
            "PolicyName": NEW,
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
