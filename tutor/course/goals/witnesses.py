"""Concrete requests that a wildcard stands for, chosen where policies draw their lines."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from ..schema.terms import OneOrMore
from .grounds import Grounds
from .holdings import holdings
from .patterns import FRESH, covers, examples, is_pattern, shared
from .references import Reference

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.policy import PolicyDocument
    from tutor.policy.compare import KnownAction

T = TypeVar("T")

S3: Final = "arn:aws:s3:::"

KNOWN_AT_MOST: Final = 40
"""Existing things of one kind that are tried."""


def resources_of(grounds: Grounds, principal: str, pattern: str) -> Iterator[str]:
    """Resources that the pattern stands for: existing ones, new ones, one inside each policy's pattern."""
    if not is_pattern(pattern):
        yield pattern
        return
    seen: set[str] = set()
    lines = policy_patterns(grounds, principal)
    drawn = (_with_key(shared(pattern, line), pattern, line) for line in lines)
    known = (
        arn
        for account in grounds.world.accounts.values()
        for arn in known_resources(account)
        if covers(pattern, arn)
    )
    for resource in (*drawn, *known, *examples(pattern)):
        if resource is not None and resource not in seen:
            seen.add(resource)
            yield resource


def _with_key(resource: str | None, *patterns: str) -> str | None:
    """An object that the patterns share has a name at its end: `bucket/` is the ARN of nothing."""
    if resource is None or not resource.startswith(S3) or not resource.endswith("/"):
        return resource
    named = f"{resource}{FRESH[0]}"
    if all(covers(pattern, named) for pattern in patterns):
        return named
    return None if resource.count("/") == 1 else resource


def requests_for(
    grounds: Grounds, principal: str, action: OneOrMore, resource: OneOrMore
) -> Iterator[tuple[str, str]]:
    """Each action on each resource, a wildcard by the resources that it stands for."""
    actions = (action,) if isinstance(action, str) else action
    patterns = (resource,) if isinstance(resource, str) else resource
    for pattern in patterns:
        for one in resources_of(grounds, principal, pattern):
            for name in actions:
                yield name, one


def policy_patterns(grounds: Grounds, principal: str) -> Iterator[str]:
    """Every Resource and NotResource value in the policies of a principal."""
    for policy in holdings(grounds.world, Reference.read(principal, grounds.account_id)):
        for statement in policy.document.statements:
            if statement.resource is not None:
                yield from (value.text for value in statement.resource.values)


def named_actions(documents: "Iterable[PolicyDocument]") -> "tuple[KnownAction, ...]":
    """Every action of the services that policies name; none where one speaks of all services at once."""
    from tutor.policy.catalogue import Catalogue
    from tutor.policy.compare import catalogue_actions

    services: set[str] = set()
    for statement in (one for document in documents for one in document.statements):
        names = {value.text.partition(":")[0].lower() for value in statement.action.values}
        if statement.action.negated or any(is_pattern(name) for name in names):
            return ()
        services |= names
    return catalogue_actions(Catalogue.open(), sorted(services))


def known_resources(account: "Account") -> Iterator[str]:
    """ARNs of what the account holds."""
    for kind in ("bucket", "object", "user", "group", "policy", "role", "instance"):
        yield from known_of(account, kind)


def known_of(account: "Account", kind: str) -> Iterator[str]:
    """ARNs of what the account holds of one kind, some of them where there are many."""
    if kind == "bucket":
        yield from _some(bucket.arn for bucket in account.buckets.values())
    elif kind == "object":
        for bucket in _some(account.buckets.values()):
            yield from (f"{bucket.arn}/{key}" for key in _some(bucket.objects))
    elif kind == "user":
        yield from _some(user.arn for user in account.users.values())
    elif kind == "group":
        yield from _some(group.arn for group in account.groups.values())
    elif kind == "policy":
        yield from _some(policy.arn for policy in account.policies.values())
    elif kind == "role":
        yield from _some(role.arn for role in account.roles.values())
    elif kind == "instance":
        yield from _some(one.arn(account.account_id) for one in account.compute.instances.values())


def _some(things: Iterable[T]) -> Iterator[T]:
    return islice(things, KNOWN_AT_MOST)
