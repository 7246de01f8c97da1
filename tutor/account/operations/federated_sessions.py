"""AssumeRoleWithWebIdentity and AssumeRoleWithSAML: sessions on an identity provider's word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tutor.account.federation import Federated
from tutor.account.operations.checks import Checks
from tutor.account.operations.session_parts import Grant, assumed, role_to_assume, session_policies
from tutor.account.saml import saml_identity
from tutor.account.service_error import ServiceError, not_valid
from tutor.account.web_identity import web_identity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.roles import Role
    from tutor.account.world import Account, World

__all__ = ["assume_role_with_saml", "assume_role_with_web_identity"]

_SHORTEST: Final = 900
_LONGEST: Final = 43_200
_USUAL: Final = 3600
_NAME: Final = re.compile(r"[A-Za-z0-9_+=,.@-]*")


def assume_role_with_web_identity(world: World, _account: Account, call: Call) -> Result:
    """A session for a user of an OpenID Connect provider."""
    checks = Checks(call)
    name = checks.length("RoleSessionName", 2, 64)
    checks.pattern("RoleSessionName", name, _NAME, r"[\w+=,.@-]*")
    seconds = checks.number("DurationSeconds", _SHORTEST, _LONGEST, _USUAL)
    checks.finish()
    somebody = web_identity(world, call.parameters, call.moment(world))
    account, role = role_to_assume(world, call)
    grant = _grant(account, call, role, somebody, seconds)
    return {
        **assumed(world, call, role, name, grant),
        "SubjectFromWebIdentityToken": somebody.subject,
        "Provider": somebody.provider_arn,
        "Audience": somebody.audience,
    }


def assume_role_with_saml(world: World, _account: Account, call: Call) -> Result:
    """A session for a user of a SAML provider."""
    checks = Checks(call)
    checks.length("PrincipalArn", 20, 2048)
    seconds = checks.number("DurationSeconds", _SHORTEST, _LONGEST, _USUAL)
    checks.finish()
    somebody = saml_identity(world, call.parameters, call.moment(world))
    name = somebody.session_name or ""
    if not 2 <= len(name) <= 64 or not _NAME.fullmatch(name):
        message = f"Value '{name}' of RoleSessionName in the assertion is not valid."
        raise ServiceError("InvalidIdentityToken", message, 400)
    account, role = role_to_assume(world, call)
    grant = _grant(account, call, role, somebody, min(seconds, somebody.longest or seconds))
    return {
        **assumed(world, call, role, name, grant),
        "Subject": somebody.subject,
        "SubjectType": somebody.claims["saml:sub_type"],
        "Issuer": somebody.issuer,
        "Audience": somebody.audience,
        "NameQualifier": somebody.claims["saml:namequalifier"],
    }


def _grant(account: Account, call: Call, role: Role, somebody: Federated, seconds: int) -> Grant:
    policies = session_policies(account, call, Checks(call))
    if seconds > role.max_session:
        raise not_valid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    return Grant(
        seconds,
        policies,
        somebody.tags,
        somebody.transitive,
        somebody.source_identity,
        provider=somebody.provider,
        claims=somebody.claims,
    )
