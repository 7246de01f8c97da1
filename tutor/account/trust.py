"""Trust policies: whom they name, and whom that still is (spec 1.2, 2.4)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from tutor.account.policy_text import PolicyText
from tutor.account.principal_fault import principal_fault
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.roles import Role
    from tutor.account.world import World

__all__ = ["counting_now", "named_ids", "trust_of", "unique_id_of"]

_ACCOUNT: Final = re.compile(r"\d{12}|arn:aws:iam::\d{12}:root")
_IDENTITY: Final = re.compile(r"arn:aws:iam::(\d{12}):(user|role)/(?:[!-~]*/)?([A-Za-z0-9_+=,.@-]+)")
_SESSION: Final = re.compile(
    r"arn:aws:sts::(\d{12}):(assumed-role/([A-Za-z0-9_+=,.@-]+)/[A-Za-z0-9_+=,.@-]+|federated-user/[\w+=,.@-]+)"
)
_UNIQUE_ID: Final = re.compile(r"(AIDA|AROA)[A-Z0-9]{12,}")
_SERVICE: Final = re.compile(r"[a-z0-9][a-z0-9.-]*\.(amazonaws\.com(\.cn)?|aws\.internal)")
_PROVIDER: Final = re.compile(r"arn:aws:iam::\d{12}:(saml-provider|oidc-provider)/.+")
_HOSTS: Final = frozenset(
    {"accounts.google.com", "www.amazon.com", "graph.facebook.com", "cognito-identity.amazonaws.com"}
)


def _named(text: str) -> Iterator[tuple[str, str]]:
    statements = json.loads(text)["Statement"]
    for statement in statements if isinstance(statements, list) else [statements]:
        principal = statement.get("Principal", {})
        for family, values in principal.items() if isinstance(principal, Mapping) else ():
            for value in values if isinstance(values, list) else [values]:
                yield str(family), str(value)


def named_ids(world: World, policy: PolicyText) -> dict[str, str]:
    """The users and roles that a new trust policy names by ARN, with their unique ids.

    Raises MalformedPolicyDocument for a principal that does not exist.
    """
    ids: dict[str, str] = {}
    for family, value in _named(policy.text):
        if family == "AWS":
            unique_id = unique_id_of(world, value)
            if unique_id is None:
                raise _invalid(policy, family, value)
            if unique_id:
                ids[value] = unique_id
        elif not _may_be_named(family, value):
            raise _invalid(policy, family, value)
    return ids


def _may_be_named(family: str, value: str) -> bool:
    """Whether a service or an identity provider can be called so."""
    if family == "Service":
        return value == "*" or _SERVICE.fullmatch(value) is not None
    return family != "Federated" or value in _HOSTS or _PROVIDER.fullmatch(value) is not None


def unique_id_of(world: World, value: str) -> str | None:
    """The unique id behind an ARN; empty for what has none, None for what is not there."""
    if value == "*" or _ACCOUNT.fullmatch(value):
        return ""
    if _UNIQUE_ID.fullmatch(value):
        return "" if any(value in account.ids for account in world.accounts.values()) else None
    if session := _SESSION.fullmatch(value):
        account = world.accounts.get(session[1])
        there = account is not None and (session[3] is None or session[3] in account.roles)
        return "" if there else None
    identity = _IDENTITY.fullmatch(value)
    account = world.accounts.get(identity[1]) if identity else None
    if identity is None or account is None:
        return None
    if identity[2] == "user":
        user = account.users.get(identity[3])
        return user.user_id if user is not None and user.arn == value else None
    role = account.roles.get(identity[3])
    return role.role_id if role is not None and role.arn == value else None


def _invalid(policy: PolicyText, family: str, value: str) -> ServiceError:
    message = f'Invalid principal in policy: "{family.upper()}":"{value}"'
    fault = principal_fault(policy.document, family, value, message)
    return ServiceError("MalformedPolicyDocument", message, 400, fault=fault)


def trust_of(world: World, role: Role) -> PolicyText:
    """A role's trust policy as it counts now."""
    return counting_now(world, role.trust, role.trusted_ids)


def counting_now(world: World, policy: PolicyText, named: Mapping[str, str]) -> PolicyText:
    """A policy with principals as it counts now; `named` are ARNs in it with the unique ids they had.

    A principal that is gone stands there by its unique id, which nobody made anew has; one that was renamed
    stands there by its present ARN.
    """
    changed = {}
    for arn, unique_id in named.items():
        account = world.accounts.get(arn.split(":")[4])
        identity = None if account is None else account.identity(unique_id)
        now = unique_id if identity is None else identity.arn
        if now != arn:
            changed[arn] = now
    return PolicyText(_replaced(policy.text, changed), kind=policy.kind) if changed else policy


def _replaced(text: str, changed: Mapping[str, str]) -> str:
    def now(value: Any) -> Any:
        return [now(item) for item in value] if isinstance(value, list) else changed.get(value, value)

    document = json.loads(text)
    statements = document["Statement"]
    for statement in statements if isinstance(statements, list) else [statements]:
        for element in ("Principal", "NotPrincipal"):
            principal = statement.get(element)
            if isinstance(principal, dict) and "AWS" in principal:
                principal["AWS"] = now(principal["AWS"])
    return json.dumps(document, indent=2, ensure_ascii=False)
