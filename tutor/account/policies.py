"""Who an owner of credentials is to the evaluator, and which policies apply to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.account.call import Caller
from tutor.account.entities import Group, User

if TYPE_CHECKING:
    from tutor.account.entities import RootUser
    from tutor.account.world import Account, World
    from tutor.policy import AttachedPolicy, PolicySet, Principal

__all__ = ["caller_of", "policies_of", "user_of"]


def caller_of(account: Account, owner: User | RootUser, access_key_id: str | None = None) -> Caller:
    """The caller that a user's or the root user's credentials stand for (spec 5.1)."""
    from tutor.policy import Principal, PrincipalKind

    if isinstance(owner, User):
        principal = Principal(PrincipalKind.USER, owner.arn, account.account_id)
        return Caller(principal, access_key_id, owner.user_id, owner.name)
    principal = Principal(PrincipalKind.ROOT, owner.arn, account.account_id)
    return Caller(principal, access_key_id, account.account_id, None)


def user_of(world: World, principal: Principal) -> User | None:
    """The user that a principal is, if it is one and still there."""
    account = world.accounts.get(principal.account)
    if account is None or principal.kind.value != "User":
        return None
    user = account.users.get(principal.arn.rpartition("/")[2])
    return user if user is not None and user.arn == principal.arn else None


def policies_of(world: World, principal: Principal) -> PolicySet:
    """A user's own and inherited policies and boundary; the root user has none (spec 9)."""
    from tutor.policy import AttachedPolicy, PolicySet

    user = user_of(world, principal)
    if user is None:
        return PolicySet()
    account = world.accounts[principal.account]
    identity = list(_attached(account, user, None))
    for name in user.groups:
        group = account.groups[name]
        identity.extend(_attached(account, group, group.arn))
    bounding = account.policy(user.boundary) if user.boundary is not None else None
    boundary = None if bounding is None else AttachedPolicy(bounding.arn, bounding.document)
    return PolicySet(identity=tuple(identity), boundary=boundary)


def _attached(account: Account, holder: User | Group, through: str | None) -> Iterator[AttachedPolicy]:
    from tutor.policy import AttachedPolicy

    for arn in holder.attached:
        policy = account.policy(arn)
        assert policy is not None, "a policy in use cannot be deleted"
        yield AttachedPolicy(arn, policy.document, through)
    for name, text in holder.inline.items():
        yield AttachedPolicy(f"inline:{name}", text.document, through)
