"""Virtual MFA devices: made, enabled with two codes, brought back into step, taken away (spec 7)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.credentials import ROOT_OWNER, MfaDevice
from tutor.account.entities import User
from tutor.account.mfa import code_and_step, spent
from tutor.account.operations.checks import Checks, tags
from tutor.account.operations.find import key_owner, mfa_device, user_named
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import tag_list, user_shape
from tutor.account.service_error import ServiceError, exists, limit, no_such_entity
from tutor.account.totp import address_of

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.entities import RootUser
    from tutor.account.world import Account, World

__all__ = [
    "create_virtual_mfa_device",
    "deactivate_mfa_device",
    "delete_virtual_mfa_device",
    "enable_mfa_device",
    "enable_root_device",
    "get_mfa_device",
    "list_mfa_devices",
    "list_virtual_mfa_devices",
    "resync_mfa_device",
    "resync_root_device",
]

_DEVICES: Final = 8
_NAME: Final = re.compile(r"[A-Za-z0-9_+=,.@-]+")
_CODE: Final = re.compile(r"\d{6}")
_STATES: Final = ("Assigned", "Unassigned", "Any")


def create_virtual_mfa_device(world: World, account: Account, call: Call) -> Result:
    """A new device belongs to nobody; its seed is shown this once, as text and as a picture."""
    checks = Checks(call)
    name, path = checks.length("VirtualMFADeviceName", 1, 226), checks.path()
    if name:
        checks.pattern("VirtualMFADeviceName", name, _NAME, r"[\w+=,.@-]+")
    given_tags = tags(call, checks, fold=False)
    serial = f"arn:aws:iam::{account.account_id}:mfa{path}{name}"
    if serial in account.mfa_devices:
        raise exists("MFA device already exists.")
    device = MfaDevice(serial, name, path, call.mint.seed(), call.moment(world), tags=given_tags)
    account.mfa_devices[serial] = device
    shape: Result = {"SerialNumber": serial, "Base32StringSeed": device.seed.encode()}
    if not call.recorded:
        shape["QRCodePNG"] = _picture(account, device)
    return {"VirtualMFADevice": shape | ({"Tags": tag_list(given_tags)} if given_tags else {})}


def _picture(account: Account, device: MfaDevice) -> bytes:
    """The QR code that an authenticator reads."""
    from io import BytesIO

    import segno

    address = address_of(device.seed, f"{device.name}@{account.alias or account.account_id}")
    picture = BytesIO()
    segno.make(address, error="m").save(picture, kind="png", scale=4)
    return picture.getvalue()


def _name_of(owner: User | RootUser) -> str:
    """As a device has it."""
    return owner.name if isinstance(owner, User) else ROOT_OWNER


def _two_codes(account: Account, call: Call, *, root: bool) -> tuple[User | RootUser, MfaDevice, int | None]:
    """Owner, device, and the second of the steps that the two codes are of."""
    checks = Checks(call)
    name = "" if root else checks.name("UserName")
    serial = checks.length("SerialNumber", 9, 256)
    second, step = code_and_step(call.parameters.get("AuthenticationCode2"))
    codes = {"AuthenticationCode1": call.required("AuthenticationCode1"), "AuthenticationCode2": second}
    for parameter, code in codes.items():
        checks.pattern(parameter, code, _CODE, r"[\d]+")
    checks.finish()
    owner = account.root if root else user_named(account, name)
    return owner, mfa_device(account, serial), step


def _accepted(device: MfaDevice, step: int | None) -> int:
    if step is None or {step - 1, step} & set(device.used_steps):
        message = "Authentication code for device is not valid."
        raise ServiceError("InvalidAuthenticationCode", message, 403)
    return step


def enable_mfa_device(world: World, account: Account, call: Call) -> Result:
    """Gives a device to a user whose two consecutive codes show that they have it."""
    return _enabled(world, account, call, root=False)


def enable_root_device(world: World, account: Account, call: Call) -> Result:
    """The same for the root user: on the console's own page, no API does it (spec 7)."""
    return _enabled(world, account, call, root=True)


def _enabled(world: World, account: Account, call: Call, *, root: bool) -> Result:
    owner, device, step = _two_codes(account, call, root=root)
    if device.owner is not None:
        raise exists("MFA Device is already in use.")
    if len(owner.devices) >= _DEVICES:
        raise limit(f"Cannot exceed quota for MFADevicesPerUser: {_DEVICES}")
    last = _accepted(device, step)
    owner.devices.append(device.serial)
    spent(account, replace(device, owner=_name_of(owner), enabled=call.moment(world)), last - 1, last)
    return {}


def resync_mfa_device(_world: World, account: Account, call: Call) -> Result:
    """Two consecutive codes from further away: the device is in step again."""
    return _resynced(account, call, root=False)


def resync_root_device(_world: World, account: Account, call: Call) -> Result:
    """The same for the root user, on the console's own page."""
    return _resynced(account, call, root=True)


def _resynced(account: Account, call: Call, *, root: bool) -> Result:
    owner, device, step = _two_codes(account, call, root=root)
    if device.owner != _name_of(owner):
        raise no_such_entity(f"MFA Device with serial number {device.serial} does not exist.")
    last = _accepted(device, step)
    spent(account, device, last - 1, last)
    return {}


def _owned(account: Account, call: Call) -> tuple[User | RootUser, MfaDevice]:
    checks = Checks(call)
    name, serial = checks.optional_name("UserName"), checks.length("SerialNumber", 9, 256)
    checks.finish()
    device = mfa_device(account, serial)
    owner = user_named(account, name) if name is not None else key_owner(account, call, None)
    if device.owner is None or device.owner != _name_of(owner):
        raise no_such_entity(f"MFA Device with serial number {serial} does not exist.")
    return owner, device


def deactivate_mfa_device(_world: World, account: Account, call: Call) -> Result:
    """Takes the device from its owner; it stays, to be deleted or enabled again."""
    owner, device = _owned(account, call)
    owner.devices.remove(device.serial)
    account.mfa_devices[device.serial] = replace(device, owner=None, enabled=None)
    return {}


def get_mfa_device(_world: World, account: Account, call: Call) -> Result:
    """Whose device it is, and since when."""
    checks = Checks(call)
    name, serial = checks.optional_name("UserName"), checks.length("SerialNumber", 9, 256)
    checks.finish()
    device = mfa_device(account, serial)
    if name is not None and device.owner != user_named(account, name).name:
        raise no_such_entity(f"MFA Device with serial number {serial} does not exist.")
    shape: Result = {"SerialNumber": serial}
    if device.owner is not None:
        shape |= {**_user_name(device), "EnableDate": device.enabled}
    return shape


def _user_name(device: MfaDevice) -> Result:
    """UserName, which the root user has none of."""
    return {} if device.owner == ROOT_OWNER else {"UserName": device.owner}


def delete_virtual_mfa_device(_world: World, account: Account, call: Call) -> Result:
    """Takes away a device that nobody uses."""
    checks = Checks(call)
    serial = checks.length("SerialNumber", 9, 256)
    checks.finish()
    device = mfa_device(account, serial)
    if device.owner is not None:
        raise ServiceError("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.", 409)
    del account.mfa_devices[serial]
    return {}


def list_mfa_devices(_world: World, account: Account, call: Call) -> Result:
    """The devices of a user, else of the caller."""
    checks = Checks(call)
    name = checks.optional_name("UserName")
    checks.page_size()
    checks.finish()
    owner = user_named(account, name) if name is not None else key_owner(account, call, None)
    held = [account.mfa_devices[serial] for serial in owner.devices]
    devices, more = page(call, checks, rows_of(held, lambda device: device.serial))
    shapes = [
        {**_user_name(device), "SerialNumber": device.serial, "EnableDate": device.enabled}
        for device in devices
    ]
    return {"MFADevices": shapes, **more}


def list_virtual_mfa_devices(_world: World, account: Account, call: Call) -> Result:
    """All devices of the account, without seeds."""
    checks = Checks(call)
    state = checks.choice("AssignmentStatus", _STATES, "Any")

    def keep(device: MfaDevice) -> bool:
        return state == "Any" or (state == "Assigned") == (device.owner is not None)

    devices, more = page(call, checks, account.mfa_devices.after, keep=keep)
    return {"VirtualMFADevices": [_listed(account, device) for device in devices], **more}


def _listed(account: Account, device: MfaDevice) -> Result:
    shape: Result = {"SerialNumber": device.serial}
    if device.owner is not None:
        shape |= {"User": _owner_shape(account, device.owner), "EnableDate": device.enabled}
    return shape


def _owner_shape(account: Account, owner: str) -> Result:
    """A user, or the root user, who has neither name nor path."""
    if owner != ROOT_OWNER:
        return user_shape(account.users[owner])
    root = account.root
    return {"UserId": root.account_id, "Arn": root.arn, "CreateDate": root.created}
