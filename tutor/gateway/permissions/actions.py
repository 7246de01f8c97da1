"""What is worth asking about a kind of resource: what everybody asks, and what the policies speak of."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from tutor.policy.catalogue import Catalogue

if TYPE_CHECKING:
    from tutor.account import Account, World
    from tutor.account.account import Holder
    from tutor.policy import PolicyDocument

COMMON: Final[Mapping[str, tuple[str, ...]]] = {
    "object": ("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
    "bucket": ("s3:ListBucket", "s3:PutBucketPolicy"),
    "role": ("sts:AssumeRole", "iam:PassRole"),
    "instance": ("ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances"),
    "user": ("iam:CreateUser", "iam:DeleteUser", "iam:AttachUserPolicy", "iam:CreateAccessKey"),
    "policy": ("iam:CreatePolicy", "iam:CreatePolicyVersion"),
    "group": ("iam:AddUserToGroup", "iam:AttachGroupPolicy"),
    "": ("iam:ListUsers", "s3:ListAllMyBuckets"),
}
"""By kind of resource, the most telling first."""

SERVICES: Final = {
    "object": ("s3",),
    "bucket": ("s3",),
    "role": ("iam", "sts"),
    "instance": ("ec2",),
    "user": ("iam",),
    "policy": ("iam",),
    "group": ("iam",),
}
"""Whose actions a kind is for: other services have groups and roles of their own."""

UNBORN: Final = frozenset({"ec2:RunInstances"})
"""Actions that are not about anything that is there yet."""

MOST_SPOKEN: Final = 40
"""Actions of one kind that stand in the table because a policy names them."""


def actions_by_kind(world: "World") -> dict[str, tuple[str, ...]]:
    """The actions for each kind of resource."""
    kinds = {kind: dict.fromkeys(actions) for kind, actions in COMMON.items()}
    spoken: dict[str, int] = {}
    for written in dict.fromkeys(_spoken(world)):
        for kind, action in _placed(written):
            if kind in kinds and action not in kinds[kind] and spoken.get(kind, 0) < MOST_SPOKEN:
                kinds[kind][action] = None
                spoken[kind] = spoken.get(kind, 0) + 1
    return {kind: tuple(actions) for kind, actions in kinds.items()}


def _spoken(world: "World") -> Iterator[str]:
    """The actions that policies name without a wildcard."""
    for account in world.accounts.values():
        for document in _documents(account):
            for statement in document.statements:
                for value in statement.action.values:
                    if "*" not in value.text and "?" not in value.text:
                        yield value.text.lower()


def _documents(account: "Account") -> "Iterator[PolicyDocument]":
    """Every policy that somebody wrote in the account."""
    yield from (policy.document for policy in account.policies.values())
    holders: Iterator[Holder] = chain(account.users.values(), account.groups.values(), account.roles.values())
    for holder in holders:
        yield from (text.document for text in holder.inline.values())
    yield from (role.trust.document for role in account.roles.values())
    yield from (bucket.policy.document for bucket in account.buckets.values() if bucket.policy is not None)


@cache
def _placed(written: str) -> tuple[tuple[str, str], ...]:
    """The kinds of resource that an action is about, with its name as AWS writes it."""
    action = _catalogue().action(written)
    if action is None:
        return ()
    service = written.partition(":")[0]
    name = f"{service}:{action.name}"
    if not action.resource_types:
        return (("", name),)
    types = [kind for kind, _ in action.resource_types if service in SERVICES.get(kind, ())]
    return tuple((kind, name) for kind in types if name not in UNBORN)


@cache
def _catalogue() -> Catalogue:
    return Catalogue.open()
