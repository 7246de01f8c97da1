"""CreateUser, GetUser, ListUsers, DeleteUser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tutor.account.entities import User
from tutor.account.operations.checks import Checks, policy_arn, tags
from tutor.account.operations.find import key_owner, user_named
from tutor.account.operations.paging import page
from tutor.account.operations.shapes import user_shape
from tutor.account.service_error import conflict, exists, limit, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["create_user", "delete_user", "get_user", "list_users"]

_USERS: Final = 5000


def create_user(world: World, account: Account, call: Call) -> Result:
    """A new user has no credentials and no permissions."""
    checks = Checks(call)
    name, path = checks.name("UserName", 64), checks.path()
    given_tags = tags(call, checks, fold=True)
    boundary = None
    if call.text("PermissionsBoundary") is not None:
        boundary = policy_arn(checks, "PermissionsBoundary")
    if account.users.labelled(name.lower()) is not None:
        raise exists(f"User with name {name} already exists.")
    if boundary is not None and account.policy(boundary) is None:
        raise no_such_entity(f"Scope ARN: {boundary} does not exist or is not attachable.")
    if len(account.users) >= _USERS:
        raise limit(f"Cannot exceed quota for UsersPerAccount: {_USERS}")
    user = User(
        name,
        path,
        call.mint.user_id(),
        f"arn:aws:iam::{account.account_id}:user{path}{name}",
        call.moment(world),
        boundary,
        given_tags,
    )
    account.add(user)
    return {"User": user_shape(user, full=True)}


def get_user(_world: World, account: Account, call: Call) -> Result:
    """The named user, or the caller; root shows only what root has."""
    checks = Checks(call)
    name = checks.optional_name("UserName")
    checks.finish()
    user = key_owner(account, call, name)
    if isinstance(user, User):
        return {"User": user_shape(user, full=True)}
    return {"User": {"UserId": user.account_id, "Arn": user.arn, "CreateDate": user.created}}


def list_users(_world: World, account: Account, call: Call) -> Result:
    """Users in name order."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    users, more = page(call, checks, account.users.after, keep=lambda user: user.path.startswith(prefix))
    return {"Users": [user_shape(user) for user in users], **more}


def delete_user(world: World, account: Account, call: Call) -> Result:
    """Refuses while anything hangs on the user, in the order in which it has to go."""
    checks = Checks(call)
    name = checks.name("UserName")
    checks.finish()
    user = user_named(account, name)
    if user.login is not None:
        raise conflict("entity, must delete login profile first.")
    if user.keys:
        raise conflict("entity, must delete access keys first.")
    if user.certificates:
        raise conflict("entity, must delete signing certificates first.")
    if user.ssh_keys or user.service_credentials:
        raise conflict("entity, must remove referenced objects first.")
    if user.devices:
        raise conflict("entity, must delete MFA device first.")
    if user.inline:
        raise conflict("entity, must delete policies first.")
    if user.attached:
        raise conflict("entity, must detach all policies first.")
    if user.groups:
        raise conflict("entity, must remove users from group first.")
    account.forget(user)
    return {}
