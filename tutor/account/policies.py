"""Who an owner of credentials is to the evaluator, and which policies apply to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.account.call import Caller
from tutor.account.entities import User
from tutor.account.roles import Role
from tutor.account.sessions import Session, SessionKind

if TYPE_CHECKING:
    from tutor.account.account import Account, Holder
    from tutor.account.entities import RootUser
    from tutor.account.world import World
    from tutor.policy import AttachedPolicy, PolicySet, Principal

__all__ = ["caller_of", "caller_of_session", "policies_for", "policies_of", "user_of"]


def caller_of(account: Account, owner: User | RootUser, access_key_id: str | None = None) -> Caller:
    """The caller that a user's or the root user's credentials stand for (spec 5.1)."""
    from tutor.policy import Principal, PrincipalKind

    if isinstance(owner, User):
        principal = Principal(PrincipalKind.USER, owner.arn, account.account_id)
        return Caller(principal, access_key_id, owner.user_id, owner.name)
    principal = Principal(PrincipalKind.ROOT, owner.arn, account.account_id)
    return Caller(principal, access_key_id, account.account_id, None)


def caller_of_session(world: World, session: Session) -> Caller | None:
    """The caller that temporary credentials stand for; None once the role or owner behind them is gone."""
    from tutor.policy import Principal, PrincipalKind

    issuer = world.issuer_of(session)
    if issuer is None:
        return None
    account_id = session.account_id
    match session.kind:
        case SessionKind.ROLE:
            principal = Principal(PrincipalKind.ASSUMED_ROLE, session.arn, account_id)
            return Caller(principal, session.key_id, f"{session.issuer_id}:{session.name}", None)
        case SessionKind.FEDERATED:
            principal = Principal(PrincipalKind.FEDERATED_USER, session.arn, account_id, issuer.arn)
            return Caller(principal, session.key_id, f"{account_id}:{session.name}", None)
    assert not isinstance(issuer, Role), "GetSessionToken is for owners of keys"
    return caller_of(world.accounts[account_id], issuer, session.key_id)


def user_of(world: World, principal: Principal) -> User | None:
    """The user that a principal is, if it is one and still there."""
    account = world.accounts.get(principal.account)
    if account is None or principal.kind.value != "User":
        return None
    user = account.users.get(principal.arn.rpartition("/")[2])
    return user if user is not None and user.arn == principal.arn else None


def policies_for(world: World, caller: Caller) -> PolicySet:
    """All policies of a caller: those of its identity, and the session policies of its credentials."""
    session = None if caller.access_key_id is None else world.find_session(caller.access_key_id)
    return policies_of(world, caller.principal, session)


def policies_of(world: World, principal: Principal, session: Session | None = None) -> PolicySet:
    """Own and inherited policies and boundary, and those that a session was passed.

    The root user has none (spec 9). Without `session` a principal that is one counts as made without
    session policies.
    """
    from tutor.policy import AttachedPolicy, PolicySet

    identity = _identity_of(world, principal)
    account = world.accounts.get(principal.account)
    if identity is None or account is None:
        return PolicySet(identity=_of_root(world, principal), session=_passed(world, session))
    listed = list(_attached(account, identity, None))
    for name in identity.groups if isinstance(identity, User) else ():
        group = account.groups[name]
        listed.extend(_attached(account, group, group.arn))
    bounding = account.policy(identity.boundary) if identity.boundary is not None else None
    boundary = None if bounding is None else AttachedPolicy(bounding.arn, bounding.document)
    return PolicySet(identity=tuple(listed), boundary=boundary, session=_passed(world, session))


def _identity_of(world: World, principal: Principal) -> User | Role | None:
    """The user or role whose policies a principal has."""
    account = world.accounts.get(principal.account)
    if account is None:
        return None
    parts = principal.arn.split("/")
    match principal.kind.value:
        case "User":
            return user_of(world, principal)
        case "Role":
            return account.roles.get(parts[-1])
        case "AssumedRole":
            return account.roles.get(parts[1])
        case "FederatedUser":
            return account.users.get((principal.parent or "").rpartition("/")[2])
    return None


def _of_root(world: World, principal: Principal) -> tuple[AttachedPolicy, ...]:
    """What a session that the root user federated may do at most: everything."""
    from tutor.account.managed import AWS_MANAGED
    from tutor.policy import AttachedPolicy

    if principal.kind.value != "FederatedUser" or not (principal.parent or "").endswith(":root"):
        return ()
    all_of_it = AWS_MANAGED["arn:aws:iam::aws:policy/AdministratorAccess"]
    return (AttachedPolicy(all_of_it.arn, all_of_it.document),)


def _passed(world: World, session: Session | None) -> tuple[AttachedPolicy, ...]:
    from tutor.policy import AttachedPolicy

    if session is None:
        return ()
    account = world.accounts[session.account_id]
    found = [] if session.policy is None else [AttachedPolicy("inline:session", session.policy.document)]
    for arn in session.policy_arns:
        policy = account.policy(arn)
        if policy is not None:
            found.append(AttachedPolicy(arn, policy.document))
    return tuple(found)


def _attached(account: Account, holder: Holder, through: str | None) -> Iterator[AttachedPolicy]:
    from tutor.policy import AttachedPolicy

    for arn in holder.attached:
        policy = account.policy(arn)
        assert policy is not None, "a policy in use cannot be deleted"
        yield AttachedPolicy(arn, policy.document, through)
    for name, text in holder.inline.items():
        yield AttachedPolicy(f"inline:{name}", text.document, through)
