"""UpdateUser and UpdateGroup: another name or path for what stays the same."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tutor.account.operations.checks import Checks
from tutor.account.operations.find import group_named, user_named
from tutor.account.service_error import exists

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.entities import User
    from tutor.account.table import Table
    from tutor.account.world import Account, World

__all__ = ["update_group", "update_user"]

T = TypeVar("T")


def _new_place(call: Call, kind: str, longest: int) -> tuple[str, str, str | None]:
    """The name, the new name and the new path of a user or group."""
    checks = Checks(call)
    name = checks.name(f"{kind}Name")
    new_name = name
    if call.text(f"New{kind}Name") is not None:
        new_name = checks.name(f"New{kind}Name", longest)
    path = None if call.text("NewPath") is None else checks.path("NewPath")
    checks.finish()
    return name, new_name, path


def _check_free(table: Table[T], name: str, new_name: str, kind: str) -> None:
    if new_name.lower() != name.lower() and table.labelled(new_name.lower()) is not None:
        raise exists(f"{kind} with name {new_name} already exists.")


def update_user(world: World, account: Account, call: Call) -> Result:
    """Renames or moves a user; all it has stays, but policies that name the ARN do not follow."""
    name, new_name, path = _new_place(call, "User", 64)
    user = user_named(account, name)
    _check_free(account.users, name, new_name, "User")
    _leave(account, user)
    user.name = new_name
    user.path = user.path if path is None else path
    user.arn = f"arn:aws:iam::{account.account_id}:user{user.path}{user.name}"
    account.add(user)
    for key_id in user.keys:
        world.key_owners[key_id] = (account.account_id, new_name)
    for group in user.groups:
        insort(account.groups[group].members, new_name)
    for serial in user.devices:
        account.mfa_devices[serial] = replace(account.mfa_devices[serial], owner=new_name)
    return {}


def _leave(account: Account, user: User) -> None:
    for name in user.groups:
        members = account.groups[name].members
        del members[bisect_left(members, user.name)]
    account.forget(user)


def update_group(_world: World, account: Account, call: Call) -> Result:
    """Renames or moves a group; id, members and policies stay."""
    name, new_name, path = _new_place(call, "Group", 128)
    group = group_named(account, name)
    _check_free(account.groups, name, new_name, "Group")
    account.forget(group)
    for member in group.members:
        _rename_in(account.users[member].groups, name, new_name)
    group.name = new_name
    group.path = group.path if path is None else path
    group.arn = f"arn:aws:iam::{account.account_id}:group{group.path}{group.name}"
    account.add_group(group)
    return {}


def _rename_in(groups: list[str], name: str, new_name: str) -> None:
    groups[groups.index(name)] = new_name
