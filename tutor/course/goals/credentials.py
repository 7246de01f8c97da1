"""Goals about what proves who somebody is: passwords, MFA devices, one access key."""

from typing import TYPE_CHECKING

from ..schema import KeyStatus, Mfa, Password
from .facts import missing
from .grounds import Grounds
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import Save

GONE = "gone"


def password(grounds: Grounds, rule: Password) -> Cause | None:
    """None if the user's console password is there, or not there, as wanted."""
    user = grounds.account.users.get(rule.user)
    if user is None:
        return missing("user", rule.user)
    values = {"user": rule.user}
    if rule.present and user.login is None:
        return Cause(CauseKind.NO_PASSWORD, Help.GIVE_PASSWORD, "password", "", values)
    if not rule.present:
        if user.login is None:
            return None
        return Cause(CauseKind.HAS_PASSWORD, Help.TAKE_PASSWORD, "", "password", values)
    found = user.login is not None and user.login.reset_required
    if rule.reset_required is None or found == rule.reset_required:
        return None
    wanted = "yes" if rule.reset_required else "no"
    option = "--password-reset-required" if rule.reset_required else "--no-password-reset-required"
    values |= {"option": option}
    return Cause(CauseKind.PASSWORD_RESET, Help.SET_RESET, wanted, "yes" if found else "no", values)


def mfa(grounds: Grounds, rule: Mfa) -> Cause | None:
    """None if so many MFA devices are on."""
    owner = grounds.account.root if rule.user is None else grounds.account.users.get(rule.user)
    if owner is None:
        return missing("user", str(rule.user))
    if len(owner.devices) >= rule.devices:
        return None
    values = {"user": rule.user or "root", "devices": str(len(owner.devices))}
    kind, help_ = CauseKind.NO_DEVICE, Help.ENABLE_DEVICE
    return Cause(kind, help_, str(rule.devices), str(len(owner.devices)), values)


def key(grounds: Grounds, rule: KeyStatus) -> Cause | None:
    """None if the key has the wanted status, or is deleted where that is wanted."""
    name, number = rule.id_of.user, rule.id_of.number
    made = keys_made(grounds.sandbox.save, grounds.account_id, name)
    values = {"user": name, "number": str(number), "key": "", "status": rule.status}
    if number > len(made):
        return Cause(CauseKind.NO_SUCH_KEY, Help.MAKE_KEYS, str(number), str(len(made)), values)
    key_id = made[number - 1]
    user = grounds.account.users.get(name)
    held = user.keys.get(key_id) if user is not None else None
    found = GONE if held is None else "Active" if held.active else "Inactive"
    if found == rule.status:
        return None
    values |= {"key": key_id}
    help_ = Help.DELETE_KEY if rule.status == GONE else Help.SET_KEY_STATUS
    if found == GONE:
        help_ = Help.KEY_IS_GONE
    return Cause(CauseKind.KEY_STATUS, help_, rule.status, found, values)


def keys_made(save: "Save", account_id: str, user: str) -> tuple[str, ...]:
    """Ids of all access keys that a user (or `root`) was ever given on the way to now, oldest first."""
    made: list[str] = []
    for entry in save.entries:
        request = entry.request
        if request is None or request.error is not None or request.operation != "CreateAccessKey":
            continue
        caller = request.caller
        if caller is None or caller.principal.account != account_id:
            continue
        if request.parameters.get("UserName", caller.name or "root") == user:
            made.append(save.mint(entry.index).access_key_id())
    return tuple(made)
