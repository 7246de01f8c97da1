"""A world as TinyDB tables."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from tutor.account.checkpoint.position import Position, Row, digest
from tutor.account.clock import format_time

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket, StoredObject
    from tutor.account.entities import AccessKey, Group, ManagedPolicy, User
    from tutor.account.world import Account, World

__all__ = ["dump"]


def _table(rows: Iterable[Row]) -> dict[str, Row]:
    return {str(number): row for number, row in enumerate(rows, 1)}


def dump(world: World, position: Position) -> dict[str, dict[str, Row]]:
    """All tables of a checkpoint, closed by a digest."""
    tables = _dump(world, position)
    tables["state"]["1"]["digest"] = digest(tables)
    return tables


def _dump(world: World, position: Position) -> dict[str, dict[str, Row]]:
    accounts = list(world.accounts.values())
    clock = world.clock
    state = {
        "entries": position.entries,
        "checksum": position.checksum,
        "head": position.cursor.head,
        "redo": list(position.cursor.redo),
        "next_line": position.cursor.next_line,
        "clock": {
            "mode": clock.mode.value,
            "now": format_time(clock.now),
            "offset": int(clock.offset.total_seconds()),
            "started": clock.started,
        },
        "lesson": world.lesson,
    }
    return {
        "state": _table([state]),
        "accounts": _table(
            {
                "account": account.account_id,
                "alias": account.alias,
                "created": format_time(account.root.created),
                "keys": [_dump_key(key) for key in account.root.keys.values()],
            }
            for account in accounts
        ),
        "users": _table(_dump_user(account, user) for account in accounts for user in account.users.values()),
        "groups": _table(
            _dump_group(account, group) for account in accounts for group in account.groups.values()
        ),
        "policies": _table(
            _dump_policy(account, policy) for account in accounts for policy in account.policies.values()
        ),
        "buckets": _table(
            _dump_bucket(bucket) for account in accounts for bucket in account.buckets.values()
        ),
        "objects": _table(
            _dump_object(bucket, key, stored)
            for account in accounts
            for bucket in account.buckets.values()
            for key, stored in bucket.objects.items()
        ),
        "profiles": _table(
            {"name": name, "definition": dict(definition)} for name, definition in world.profiles.items()
        ),
    }


def _dump_key(key: AccessKey) -> Row:
    used = key.last_used
    return {
        "id": key.key_id,
        "secret": key.secret,
        "created": format_time(key.created),
        "status": key.status,
        "used": None if used is None else [format_time(used.at), used.region, used.service],
    }


def _dump_user(account: Account, user: User) -> Row:
    return {
        "account": account.account_id,
        "name": user.name,
        "path": user.path,
        "id": user.user_id,
        "arn": user.arn,
        "created": format_time(user.created),
        "boundary": user.boundary,
        "tags": dict(user.tags),
        "attached": list(user.attached),
        "inline": {name: policy.text for name, policy in user.inline.items()},
        "groups": list(user.groups),
        "keys": [_dump_key(key) for key in user.keys.values()],
    }


def _dump_group(account: Account, group: Group) -> Row:
    return {
        "account": account.account_id,
        "name": group.name,
        "path": group.path,
        "id": group.group_id,
        "arn": group.arn,
        "created": format_time(group.created),
        "attached": list(group.attached),
        "inline": {name: policy.text for name, policy in group.inline.items()},
        "members": list(group.members),
    }


def _dump_policy(account: Account, policy: ManagedPolicy) -> Row:
    return {
        "account": account.account_id,
        "name": policy.name,
        "path": policy.path,
        "id": policy.policy_id,
        "arn": policy.arn,
        "created": format_time(policy.created),
        "updated": format_time(policy.updated),
        "default": policy.default_version,
        "description": policy.description,
        "tags": dict(policy.tags),
        "versions": [
            {"id": version.version_id, "created": format_time(version.created), "text": version.text}
            for version in policy.versions.values()
        ],
    }


def _dump_bucket(bucket: Bucket) -> Row:
    return {
        "account": bucket.account_id,
        "name": bucket.name,
        "region": bucket.region,
        "created": format_time(bucket.created),
    }


def _dump_object(bucket: Bucket, key: str, stored: StoredObject) -> Row:
    return asdict(stored) | {
        "bucket": bucket.name,
        "key": key,
        "body": b64encode(stored.body).decode(),
        "modified": format_time(stored.modified),
    }
