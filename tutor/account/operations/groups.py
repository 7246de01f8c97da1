"""CreateGroup, GetGroup, ListGroups, DeleteGroup and who is in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.account.entities import Group, User
from tutor.account.operations.checks import Checks
from tutor.account.operations.find import group_named, user_named
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import group_shape, user_shape
from tutor.account.service_error import conflict, exists, limit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "add_user_to_group",
    "create_group",
    "delete_group",
    "get_group",
    "list_groups",
    "list_groups_for_user",
    "remove_user_from_group",
]

_GROUPS: Final = 300
_GROUPS_PER_USER: Final = 10


def create_group(world: World, account: Account, call: Call) -> Result:
    """A new group has no members and no policies."""
    checks = Checks(call)
    name, path = checks.name("GroupName"), checks.path()
    checks.finish()
    if account.groups.labelled(name.lower()) is not None:
        raise exists(f"Group with name {name} already exists.")
    if len(account.groups) >= _GROUPS:
        raise limit(f"Cannot exceed quota for GroupsPerAccount: {_GROUPS}")
    arn = f"arn:aws:iam::{account.account_id}:group{path}{name}"
    account.groups[name] = group = Group(name, path, call.mint.group_id(), arn, call.moment(world))
    return {"Group": group_shape(group)}


def get_group(_world: World, account: Account, call: Call) -> Result:
    """The group and a page of its members."""
    checks = Checks(call)
    name = checks.name("GroupName")
    checks.page_size()
    checks.finish()
    group = group_named(account, name)

    def members(after: str | None) -> Iterator[tuple[str, User]]:
        start = 0 if after is None else bisect_right(group.members, after)
        return ((group.members[i], account.users[group.members[i]]) for i in range(start, len(group.members)))

    users, more = page(call, Checks(call), members)
    return {"Group": group_shape(group), "Users": [user_shape(user) for user in users], **more}


def list_groups(_world: World, account: Account, call: Call) -> Result:
    """Groups in name order."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    groups, more = page(call, checks, account.groups.after, keep=lambda group: group.path.startswith(prefix))
    return {"Groups": [group_shape(group) for group in groups], **more}


def delete_group(_world: World, account: Account, call: Call) -> Result:
    """Refuses while the group has members or policies."""
    checks = Checks(call)
    name = checks.name("GroupName")
    checks.finish()
    group = group_named(account, name)
    if group.members:
        raise conflict("entity, must remove users from group first.")
    if group.inline:
        raise conflict("entity, must delete policies first.")
    if group.attached:
        raise conflict("entity, must detach all policies first.")
    del account.groups[name]
    return {}


def _membership(account: Account, call: Call) -> tuple[User, Group]:
    checks = Checks(call)
    group_name, user_name = checks.name("GroupName"), checks.name("UserName")
    checks.finish()
    user = user_named(account, user_name)
    return user, group_named(account, group_name)


def add_user_to_group(_world: World, account: Account, call: Call) -> Result:
    """Adding a member again changes nothing."""
    user, group = _membership(account, call)
    if group.name in user.groups:
        return {}
    if len(user.groups) >= _GROUPS_PER_USER:
        raise limit(f"Cannot exceed quota for GroupsPerUser: {_GROUPS_PER_USER}")
    user.groups.append(group.name)
    insort(group.members, user.name)
    return {}


def remove_user_from_group(_world: World, account: Account, call: Call) -> Result:
    """Removing somebody who is no member changes nothing."""
    user, group = _membership(account, call)
    if group.name in user.groups:
        user.groups.remove(group.name)
        del group.members[bisect_left(group.members, user.name)]
    return {}


def list_groups_for_user(_world: World, account: Account, call: Call) -> Result:
    """The user's groups in name order."""
    checks = Checks(call)
    name = checks.name("UserName")
    checks.page_size()
    checks.finish()
    user = user_named(account, name)
    rows = rows_of((account.groups[group] for group in user.groups), lambda group: group.name.lower())
    groups, more = page(call, checks, rows)
    return {"Groups": [group_shape(group) for group in groups], **more}
