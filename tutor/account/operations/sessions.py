"""AssumeRole, GetSessionToken, GetFederationToken: temporary credentials (spec 6.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tutor.account.entities import RootUser, User
from tutor.account.mfa import check_mfa, spent
from tutor.account.operations.checks import Checks
from tutor.account.operations.find import key_owner
from tutor.account.operations.session_parts import (
    Grant,
    assumed,
    issue,
    role_to_assume,
    session_policies,
    session_tags,
)
from tutor.account.service_error import denied, not_valid
from tutor.account.sessions import SessionKind

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["assume_role", "get_federation_token", "get_session_token"]

_LONGEST: Final = 129_600
_USUAL: Final = 43_200
_ROOT: Final = 3600
_SHORTEST: Final = 900
_EXTERNAL_ID: Final = re.compile(r"[A-Za-z0-9_+=,.@:/-]*")
_SESSION_NAME: Final = re.compile(r"[A-Za-z0-9_+=,.@-]*")
_NAME_PATTERN: Final = r"[\w+=,.@-]*"


def assume_role(world: World, _account: Account, call: Call) -> Result:
    """A session of a role; that its trust policy allows it has been decided."""
    checks = Checks(call)
    name = checks.length("RoleSessionName", 2, 64)
    checks.pattern("RoleSessionName", name, _SESSION_NAME, _NAME_PATTERN)
    if call.text("ExternalId") is not None:
        checks.pattern("ExternalId", checks.length("ExternalId", 2, 1224), _EXTERNAL_ID, r"[\w+=,.@:\/-]*")
    source_identity = call.text("SourceIdentity")
    if source_identity is not None:
        checks.length("SourceIdentity", 2, 64)
        checks.pattern("SourceIdentity", source_identity, _SESSION_NAME, _NAME_PATTERN)
    seconds = checks.number("DurationSeconds", _SHORTEST, _USUAL, _ROOT)
    calling = world.find_session(call.caller.access_key_id or "")
    inherited = calling if calling is not None and calling.kind is SessionKind.ROLE else None
    tags, transitive = session_tags(call, checks, inherited)
    if call.caller.principal.kind.value == "Root":
        raise denied("Roles may not be assumed by root accounts.")
    account, role = role_to_assume(world, call)
    policies = session_policies(account, call, checks)
    if seconds > role.max_session:
        raise not_valid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    if inherited is not None and seconds > _ROOT:
        raise not_valid(
            "The requested DurationSeconds exceeds the 1 hour session limit "
            "for roles assumed by role chaining."
        )
    if inherited is not None and inherited.source_identity is not None:
        if source_identity not in (None, inherited.source_identity):
            raise not_valid("The source identity is already set for this assume role session")
        source_identity = inherited.source_identity
    proof = check_mfa(world, call.caller, call.parameters)
    if proof is not None:
        spent(world.accounts[call.caller.principal.account], *proof)
    grant = Grant(
        seconds,
        policies,
        tags,
        transitive,
        source_identity,
        call.moment(world) if proof is not None else None,
    )
    return assumed(world, call, role, name, grant)


def _long_term(world: World, call: Call, operation: str) -> None:
    if world.find_session(call.caller.access_key_id or "") is not None:
        raise denied(f"Cannot call {operation} with session credentials")


def _seconds(checks: Checks, owner: User | RootUser) -> int:
    """For a user 12 hours unless it says otherwise; a root user gets an hour at most."""
    root = isinstance(owner, RootUser)
    seconds = checks.number("DurationSeconds", _SHORTEST, _LONGEST, _ROOT if root else _USUAL)
    return min(seconds, _ROOT) if root else seconds


def get_session_token(world: World, account: Account, call: Call) -> Result:
    """The caller's own permissions on temporary credentials."""
    checks = Checks(call)
    _long_term(world, call, "GetSessionToken")
    owner = key_owner(account, call, None)
    seconds = _seconds(checks, owner)
    checks.finish()
    proof = check_mfa(world, call.caller, call.parameters)
    if proof is not None:
        spent(account, *proof)
    used_mfa = call.moment(world) if proof is not None else None
    session = issue(world, call, account, _owned(owner, SessionKind.OWNER, Grant(seconds, mfa_at=used_mfa)))
    return {"Credentials": session}


def _owned(owner: User | RootUser, kind: SessionKind, grant: Grant, name: str = "", arn: str = "") -> Grant:
    issuer_id = owner.account_id if isinstance(owner, RootUser) else owner.user_id
    return grant.by(kind, issuer_id, name, arn or owner.arn)


def get_federation_token(world: World, account: Account, call: Call) -> Result:
    """A session for somebody without an identity here, within the caller's permissions."""
    checks = Checks(call)
    name = checks.length("Name", 2, 32)
    checks.pattern("Name", name, _SESSION_NAME, _NAME_PATTERN)
    _long_term(world, call, "GetFederationToken")
    owner = key_owner(account, call, None)
    seconds = _seconds(checks, owner)
    tags, _transitive = session_tags(call, checks, None)
    policies = session_policies(account, call, checks)
    arn = f"arn:aws:sts::{account.account_id}:federated-user/{name}"
    grant = _owned(owner, SessionKind.FEDERATED, Grant(seconds, policies, tags), name, arn)
    answer: Result = {
        "Credentials": issue(world, call, account, grant),
        "FederatedUser": {"FederatedUserId": f"{account.account_id}:{name}", "Arn": arn},
    }
    return answer | grant.packed_size()
