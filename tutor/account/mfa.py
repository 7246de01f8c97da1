"""MFA codes in requests for temporary credentials (spec 6.2 M2 to M4, 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.credentials import ROOT_OWNER
from tutor.account.service_error import denied

if TYPE_CHECKING:
    from tutor.account.account import Account
    from tutor.account.call import Caller
    from tutor.account.credentials import MfaDevice
    from tutor.account.world import World

__all__ = ["check_mfa", "code_and_step", "spent"]

_REMEMBERED: Final = 100
"""Steps that a device keeps: many more than any two clocks reach at once."""


def code_and_step(value: object) -> tuple[str, int | None]:
    """A code as it was sealed: its digits, and the step that it is good for."""
    if not isinstance(value, Mapping):
        return ("" if value is None else str(value)), None
    step = value.get("step")
    return str(value.get("code", "")), step if isinstance(step, int) else None


def check_mfa(world: World, caller: Caller, parameters: Mapping[str, object]) -> tuple[MfaDevice, int] | None:
    """The device and the step of the code in a sealed request; None if it has neither serial nor code.

    Raises AccessDenied in STS's words.
    """
    serial = parameters.get("SerialNumber")
    code, step = code_and_step(parameters.get("TokenCode"))
    if not serial and not code:
        return None
    if not serial or not code:
        raise denied(
            "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code."
        )
    account = world.accounts.get(caller.principal.account)
    device = None if account is None else account.mfa_devices.get(str(serial))
    owner = ROOT_OWNER if caller.principal.kind.value == "Root" else caller.name
    if device is None or device.owner is None or device.owner != owner:
        raise denied(
            "MultiFactorAuthentication failed, unable to validate MFA code.  "
            "Please verify your MFA serial number is valid and associated with this user."
        )
    if step is None or step in device.used_steps:
        raise denied("MultiFactorAuthentication failed with invalid MFA one time pass code.")
    return device, step


def spent(account: Account, device: MfaDevice, *steps: int) -> None:
    """Never accept these steps again."""
    used = (*device.used_steps, *steps)[-_REMEMBERED:]
    account.mfa_devices[device.serial] = replace(device, used_steps=used)
