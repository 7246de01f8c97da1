"""CreateAccessKey, ListAccessKeys, UpdateAccessKey, DeleteAccessKey, GetAccessKeyLastUsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tutor.account.entities import AccessKey, RootUser, User
from tutor.account.operations.checks import Checks
from tutor.account.operations.find import key_owner
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import key_shape
from tutor.account.service_error import ServiceError, limit, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_access_key",
    "delete_access_key",
    "get_access_key_last_used",
    "list_access_keys",
    "update_access_key",
]

_KEYS: Final = 2
_KEY_ID: Final = re.compile(r"[A-Za-z0-9_]+")


def _name(owner: User | RootUser) -> str | None:
    return owner.name if isinstance(owner, User) else None


def create_access_key(world: World, account: Account, call: Call) -> Result:
    """A new active key; its secret is shown this once."""
    checks = Checks(call)
    name = checks.optional_name("UserName")
    checks.finish()
    owner = key_owner(account, call, name)
    if len(owner.keys) >= _KEYS:
        raise limit(f"Cannot exceed quota for AccessKeysPerUser: {_KEYS}")
    key = AccessKey(call.mint.access_key_id(), call.mint.secret(), call.moment(world))
    world.add_key(account, owner, key)
    return {"AccessKey": key_shape(key, _name(owner)) | {"SecretAccessKey": key.secret}}


def list_access_keys(_world: World, account: Account, call: Call) -> Result:
    """Keys without secrets, oldest first."""
    checks = Checks(call)
    name = checks.optional_name("UserName")
    checks.page_size()
    checks.finish()
    owner = key_owner(account, call, name)
    rows = rows_of(owner.keys.values(), lambda key: f"{key.created.isoformat()} {key.key_id}")
    keys, more = page(call, checks, rows)
    return {"AccessKeyMetadata": [key_shape(key, _name(owner)) for key in keys], **more}


def _owned_key(account: Account, call: Call, checks: Checks) -> tuple[User | RootUser, AccessKey]:
    name, key_id = checks.optional_name("UserName"), _key_id(checks)
    checks.finish()
    owner = key_owner(account, call, name)
    key = owner.keys.get(key_id)
    if key is None:
        raise no_such_entity(f"The Access Key with id {key_id} cannot be found.")
    return owner, key


def _key_id(checks: Checks) -> str:
    value = checks.length("AccessKeyId", 16, 128)
    if value:
        checks.pattern("AccessKeyId", value, _KEY_ID, r"[\w]+")
    return value


def update_access_key(_world: World, account: Account, call: Call) -> Result:
    """Makes a key Active or Inactive; an inactive one still counts."""
    checks = Checks(call)
    status = checks.choice("Status", ("Active", "Inactive"), "")
    _owner, key = _owned_key(account, call, checks)
    key.status = status
    return {}


def delete_access_key(world: World, account: Account, call: Call) -> Result:
    """Takes a key away for good."""
    owner, key = _owned_key(account, call, Checks(call))
    world.remove_key(owner, key.key_id)
    return {}


def get_access_key_last_used(world: World, account: Account, call: Call) -> Result:
    """When, where and for which service a key signed last."""
    checks = Checks(call)
    key_id = _key_id(checks)
    checks.finish()
    found = world.find_key(key_id)
    if found is None or found[0] is not account:
        raise ServiceError(
            "AccessDenied",
            f"User: {call.caller.principal.arn} is not authorized to perform "
            f"iam:GetAccessKeyLastUsed on resource: access key {key_id}",
            403,
        )
    _account, owner, key = found
    used: Result = {"Region": "N/A", "ServiceName": "N/A"}
    if key.last_used is not None:
        used = {
            "LastUsedDate": key.last_used.at,
            "Region": key.last_used.region,
            "ServiceName": key.last_used.service,
        }
    shape: Result = {} if isinstance(owner, RootUser) else {"UserName": owner.name}
    return shape | {"AccessKeyLastUsed": used}
