"""Signing in at the console's door: a password, a code, and temporary credentials for the session.

AWS has no API for it; CloudTrail calls the event ConsoleLogin. The gateway has compared the password, a code
comes sealed (`tutor.account.seal`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.credentials import LoginProfile
from tutor.account.entities import User
from tutor.account.mfa import check_mfa, spent
from tutor.account.operations.find import key_owner
from tutor.account.operations.session_parts import Grant, issue
from tutor.account.service_error import ServiceError
from tutor.account.sessions import SessionKind

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["console_login", "set_root_password"]

_SECONDS: Final = 43_200
"""A console session lasts twelve hours."""


def console_login(world: World, account: Account, call: Call) -> Result:
    """Temporary credentials with all permissions of the user, or of the root user, who signed in."""
    owner = key_owner(account, call, None)
    proof = check_mfa(world, call.caller, call.parameters)
    if proof is not None:
        spent(account, *proof)
    used_mfa = call.moment(world) if proof is not None else None
    owner.password_used = call.moment(world)
    issuer_id = owner.user_id if isinstance(owner, User) else account.account_id
    grant = Grant(_SECONDS, mfa_at=used_mfa).by(SessionKind.CONSOLE, issuer_id, "", owner.arn)
    return {"Credentials": issue(world, call, account, grant)}


def set_root_password(world: World, account: Account, call: Call) -> Result:
    """The root user's e-mail address and password, as they are chosen when an account is opened."""
    sealed = call.parameters.get("Password")
    if not isinstance(sealed, Mapping) or not sealed.get("conforms"):
        raise ServiceError("PasswordPolicyViolation", "Please choose a stronger password.", 400)
    now = call.moment(world)
    account.root = replace(
        account.root, email=call.required("Email"), login=LoginProfile(now, str(sealed["hash"]), now)
    )
    return {}
