"""Console passwords: login profiles, ChangePassword, the account's password policy.

A password comes sealed (`tutor.account.seal`): its hash, and whether it suits the account.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.credentials import LoginProfile
from tutor.account.operations.checks import Checks
from tutor.account.operations.find import key_owner, user_named
from tutor.account.service_error import ServiceError, denied, exists, no_such_entity
from tutor.account.sessions import SessionKind
from tutor.account.settings import PasswordPolicy

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.account.call import Call, Result
    from tutor.account.entities import User
    from tutor.account.world import Account, World

__all__ = [
    "change_password",
    "create_login_profile",
    "delete_account_password_policy",
    "delete_login_profile",
    "get_account_password_policy",
    "get_login_profile",
    "update_account_password_policy",
    "update_login_profile",
]

_FORMER: Final = 24


def _user(account: Account, call: Call) -> User:
    """The user named, else the caller, who then must be one."""
    checks = Checks(call)
    name = None if call.text("UserName") is None else checks.name("UserName", 64)
    checks.finish()
    owner = user_named(account, name) if name is not None else key_owner(account, call, None)
    if owner is account.root:
        raise no_such_entity(f"Login Profile for User {account.account_id} cannot be found.")
    return user_named(account, getattr(owner, "name", ""))


def _login(account: Account, call: Call) -> tuple[User, LoginProfile]:
    user = _user(account, call)
    if user.login is None:
        raise no_such_entity(f"Login Profile for User {user.name} cannot be found.")
    return user, user.login


def _password(call: Call, parameter: str) -> str:
    """The hash of a new password; raises PasswordPolicyViolation."""
    sealed = call.parameters.get(parameter)
    if not isinstance(sealed, Mapping) or sealed.get("conforms") is not True:
        message = "Password does not conform to the account password policy."
        raise ServiceError("PasswordPolicyViolation", message, 400)
    return str(sealed["hash"])


def _shape(user: User, login: LoginProfile) -> Result:
    return {
        "UserName": user.name,
        "CreateDate": login.created,
        "PasswordResetRequired": login.reset_required,
    }


def create_login_profile(world: World, account: Account, call: Call) -> Result:
    """Gives a user a password for the console; root's may be chosen at the next sign-in then (spec 9)."""
    if _about_root(world, call):
        if account.root.login is not None:
            raise exists(f"Login Profile for user {account.account_id} already exists.")
        return {"LoginProfile": {"CreateDate": call.moment(world), "PasswordResetRequired": False}}
    user = _user(account, call)
    if user.login is not None:
        raise exists(f"Login Profile for user {user.name} already exists.")
    password, now = _password(call, "Password"), call.moment(world)
    reset = call.parameters.get("PasswordResetRequired") is True
    user.login = LoginProfile(now, password, now, reset)
    return {"LoginProfile": _shape(user, user.login)}


def _about_root(world: World, call: Call) -> bool:
    """Whether a call is about the root user's own password: AssumeRoot's sessions leave the name out."""
    session = world.find_session(call.caller.access_key_id or "")
    task = session is not None and session.kind is SessionKind.ROOT_TASK
    return task and call.text("UserName") is None


def _of_root(world: World, account: Account, call: Call) -> LoginProfile | None:
    return account.root.login if _about_root(world, call) else None


def get_login_profile(world: World, account: Account, call: Call) -> Result:
    """Whether and since when a user has a password."""
    if (login := _of_root(world, account, call)) is not None:
        return {"LoginProfile": {"CreateDate": login.created, "PasswordResetRequired": False}}
    return {"LoginProfile": _shape(*_login(account, call))}


def update_login_profile(world: World, account: Account, call: Call) -> Result:
    """Sets another password, or whether the user must choose one; what is not given stays."""
    user, login = _login(account, call)
    if "Password" in call.parameters:
        login = _changed(login, _password(call, "Password"), call.moment(world))
    reset = call.parameters.get("PasswordResetRequired")
    user.login = login if reset is None else replace(login, reset_required=reset is True)
    return {}


def _changed(login: LoginProfile, password: str, now: datetime) -> LoginProfile:
    former = (login.password, *login.former)[:_FORMER]
    return replace(login, password=password, changed=now, former=former)


def delete_login_profile(world: World, account: Account, call: Call) -> Result:
    """Takes the password away; access keys go on working."""
    if _of_root(world, account, call) is not None:
        account.root.login = None
        return {}
    user, _login_profile = _login(account, call)
    user.login = None
    return {}


def change_password(world: World, account: Account, call: Call) -> Result:
    """The caller's own password, who has to know the old one."""
    kind = call.caller.principal.kind.value
    if kind != "User" or call.caller.name is None:
        message = "Only IAM Users can change their own password"
        raise ServiceError("InvalidUserType", message, 400)
    user = user_named(account, call.caller.name)
    if user.login is None:
        raise no_such_entity(f"Login Profile for User {user.name} cannot be found.")
    old = call.parameters.get("OldPassword")
    if not isinstance(old, Mapping) or old.get("matches") is not True:
        raise denied("The old password was incorrect.")
    password = _password(call, "NewPassword")
    user.login = replace(_changed(user.login, password, call.moment(world)), reset_required=False)
    return {}


def update_account_password_policy(_world: World, account: Account, call: Call) -> Result:
    """Sets the whole policy: what is not given falls back to its default."""
    checks = Checks(call)
    numbers = {
        name: checks.number(name, least, most, 0) or None
        for name, least, most in (
            ("MinimumPasswordLength", 6, 128),
            ("MaxPasswordAge", 1, 1095),
            ("PasswordReusePrevention", 1, 24),
        )
    }
    checks.finish()
    flags = {name: call.parameters.get(name) is True for name in _FLAGS}
    account.password_policy = PasswordPolicy(
        minimum_length=numbers["MinimumPasswordLength"] or 6,
        max_age=numbers["MaxPasswordAge"],
        reuse_prevention=numbers["PasswordReusePrevention"],
        **{field: flags[name] for name, field in _FLAGS.items()},
    )
    return {}


_FLAGS: Final[Mapping[str, str]] = {
    "RequireSymbols": "symbols",
    "RequireNumbers": "numbers",
    "RequireUppercaseCharacters": "uppercase",
    "RequireLowercaseCharacters": "lowercase",
    "AllowUsersToChangePassword": "users_may_change",
    "HardExpiry": "hard_expiry",
}
"""Parameters of UpdateAccountPasswordPolicy, and the fields that hold them."""


def get_account_password_policy(_world: World, account: Account, _call: Call) -> Result:
    """The policy, if one was set; the built-in one is not shown."""
    policy = account.password_policy
    if policy is None:
        raise no_such_entity(f"The Password Policy with domain name {account.account_id} cannot be found.")
    shape: Result = {
        "MinimumPasswordLength": policy.minimum_length,
        **{name: getattr(policy, field) for name, field in _FLAGS.items()},
        "ExpirePasswords": policy.max_age is not None,
    }
    if policy.max_age is not None:
        shape["MaxPasswordAge"] = policy.max_age
    if policy.reuse_prevention is not None:
        shape["PasswordReusePrevention"] = policy.reuse_prevention
    return {"PasswordPolicy": shape}


def delete_account_password_policy(_world: World, account: Account, _call: Call) -> Result:
    """Back to the built-in policy."""
    if account.password_policy is None:
        raise no_such_entity("The account policy with name PasswordPolicy cannot be found.")
    account.password_policy = None
    return {}
