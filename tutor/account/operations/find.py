"""Looking entities up, with the service's words for those that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.service_error import no_such_entity, not_valid

if TYPE_CHECKING:
    from tutor.account.call import Call
    from tutor.account.entities import Group, ManagedPolicy, RootUser, User
    from tutor.account.world import Account

__all__ = ["attached_policy", "group_named", "key_owner", "managed_policy", "user_named"]


def user_named(account: Account, name: str) -> User:
    """The user, or NoSuchEntity."""
    user = account.users.get(name)
    if user is None:
        raise no_such_entity(f"The user with name {name} cannot be found.")
    return user


def group_named(account: Account, name: str) -> Group:
    """The group, or NoSuchEntity."""
    group = account.groups.get(name)
    if group is None:
        raise no_such_entity(f"The group with name {name} cannot be found.")
    return group


def managed_policy(account: Account, arn: str) -> ManagedPolicy:
    """The managed policy, or NoSuchEntity as get and delete word it."""
    policy = account.policy(arn)
    if policy is None:
        raise no_such_entity(f"Policy {arn} was not found.")
    return policy


def attached_policy(account: Account, arn: str) -> ManagedPolicy:
    """The managed policy, or NoSuchEntity as attach words it."""
    policy = account.policy(arn)
    if policy is None:
        raise no_such_entity(f"Policy {arn} does not exist or is not attachable.")
    return policy


def key_owner(account: Account, call: Call, name: str | None) -> User | RootUser:
    """Whose access keys a call is about: the named user's, else the caller's own."""
    if name is not None:
        return user_named(account, name)
    kind = call.caller.principal.kind.value
    if kind == "Root":
        return account.root
    if kind == "User" and call.caller.name is not None:
        return user_named(account, call.caller.name)
    raise not_valid("Must specify userName when calling with non-User credentials")
