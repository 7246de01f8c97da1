"""What a request becomes before it is performed and recorded.

The journal must not hold a password, and a code's validity hangs on two clocks that replay does not have.
So both are looked at once: a password is recorded as its hash and what was found out about it, a code with
the step that it was accepted for. Performing a sealed request needs neither the password nor the clocks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.account.account import Account
    from tutor.account.credentials import MfaDevice
    from tutor.account.entities import User
    from tutor.account.journal.entry import RequestRecord
    from tutor.account.mint import Mint
    from tutor.account.world import World

__all__ = ["MASK", "sealed"]

MASK: Final = "****"
"""What stands for a password."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a request is sealed: what its secrets are compared with."""

    account: Account
    request: RequestRecord
    moments: tuple[datetime, ...]
    """Sandbox time and wall time."""
    mint: Mint

    def text(self, name: str) -> str:
        value = self.request.parameters.get(name)
        return value if isinstance(value, str) else ""

    def device(self) -> MfaDevice | None:
        return self.account.mfa_devices.get(self.text("SerialNumber"))

    def user(self) -> User | None:
        caller = self.request.caller
        name = self.text("UserName") or (caller.name if caller else None) or ""
        return self.account.users.get(name)


def sealed(
    world: World, request: RequestRecord, moment: datetime, wall: datetime, mint: Mint
) -> RequestRecord:
    """The request with its secrets sealed; one without any, or sealed already, as it is."""
    seal = _SEALS.get(request.action)
    if seal is None:
        return request
    caller = request.caller
    account = None if caller is None else world.accounts.get(caller.principal.account)
    secrets = _SECRETS.get(request.action, ())
    if request.error is not None or account is None:
        changed: Mapping[str, object] = {name: MASK for name in secrets if name in request.parameters}
    else:
        changed = seal(_Desk(account, request, (moment, wall), mint))
    return replace(request, parameters={**request.parameters, **changed}) if changed else request


def _new_password(desk: _Desk, name: str) -> dict[str, object]:
    from tutor.account.passwords import conforms, hashed

    password = desk.text(name)
    if not password:
        return {}
    policy = desk.account.password_policy
    fits = conforms(password, policy, (desk.account.account_id, desk.account.alias or ""))
    return {name: {"hash": hashed(password, desk.mint.salt()), "conforms": fits}}


def _masked(desk: _Desk, name: str) -> dict[str, object]:
    return {name: MASK} if desk.text(name) else {}


def _login_profile(desk: _Desk) -> dict[str, object]:
    return _new_password(desk, "Password")


def _change_password(desk: _Desk) -> dict[str, object]:
    from tutor.account.passwords import matches

    user = desk.user()
    login = user.login if user is not None else None
    found = _new_password(desk, "NewPassword")
    new, old = desk.text("NewPassword"), desk.text("OldPassword")
    if old:
        found["OldPassword"] = {"matches": login is not None and matches(old, login.password)}
    policy = desk.account.password_policy
    seal = found.get("NewPassword")
    if isinstance(seal, dict) and login is not None and policy is not None and policy.reuse_prevention:
        before = (login.password, *login.former)[: policy.reuse_prevention]
        seal["conforms"] = seal["conforms"] and not any(matches(new, stored) for stored in before)
    return found


def _token_code(desk: _Desk) -> dict[str, object]:
    from tutor.account.totp import matching_step

    code, device = desk.text("TokenCode"), desk.device()
    if not code:
        return {}
    step = None if device is None else matching_step(device.seed, code, desk.moments)
    return {"TokenCode": {"code": code, "step": step}}


def _two_codes(desk: _Desk, *, wide: bool = False) -> dict[str, object]:
    from tutor.account.totp import matching_pair

    codes = desk.text("AuthenticationCode1"), desk.text("AuthenticationCode2")
    device = desk.device()
    if not all(codes):
        return {}
    step = None if device is None else matching_pair(device.seed, codes, desk.moments, wide=wide)
    return {"AuthenticationCode2": {"code": codes[1], "step": step}}


_SEALS: Final[Mapping[str, Callable[[_Desk], dict[str, object]]]] = {
    "iam:CreateLoginProfile": _login_profile,
    "iam:UpdateLoginProfile": _login_profile,
    "iam:ChangePassword": _change_password,
    "iam:EnableMFADevice": _two_codes,
    "iam:ResyncMFADevice": lambda desk: _two_codes(desk, wide=True),
    "iam:UploadServerCertificate": lambda desk: _masked(desk, "PrivateKey"),
    "iam:CreateSAMLProvider": lambda desk: _masked(desk, "AddPrivateKey"),
    "iam:UpdateSAMLProvider": lambda desk: _masked(desk, "AddPrivateKey"),
    "sts:AssumeRole": _token_code,
    "sts:GetSessionToken": _token_code,
    "signin:ConsoleLogin": _token_code,
    "signin:EnableMFADevice": _two_codes,
    "signin:ResyncMFADevice": lambda desk: _two_codes(desk, wide=True),
    "signin:SetRootPassword": _login_profile,
}

_SECRETS: Final[Mapping[str, tuple[str, ...]]] = {
    "iam:CreateLoginProfile": ("Password",),
    "iam:UpdateLoginProfile": ("Password",),
    "iam:ChangePassword": ("OldPassword", "NewPassword"),
    "iam:UploadServerCertificate": ("PrivateKey",),
    "iam:CreateSAMLProvider": ("AddPrivateKey",),
    "iam:UpdateSAMLProvider": ("AddPrivateKey",),
}
"""Parameters that a refused request is recorded without."""
