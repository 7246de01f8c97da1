"""A world as TinyDB tables, and back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from tutor.account.buckets import Bucket, StoredObject
from tutor.account.clock import Clock, ClockMode, format_time, parse_time
from tutor.account.entities import (
    AccessKey,
    Group,
    LastUsed,
    ManagedPolicy,
    PolicyText,
    PolicyVersion,
    RootUser,
    User,
)
from tutor.account.journal.ledger import Cursor
from tutor.account.world import Account, World

__all__ = ["Position", "dump", "load"]

Row = dict[str, Any]
Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Position:
    """The place in the journal that a checkpoint belongs to."""

    entries: int
    """How many lines it covers."""
    checksum: str
    """Of the last of them."""
    cursor: Cursor


def _table(rows: Iterable[Row]) -> dict[str, Row]:
    return {str(number): row for number, row in enumerate(rows, 1)}


def dump(world: World, position: Position) -> dict[str, dict[str, Row]]:
    """All tables of a checkpoint, closed by a digest."""
    tables = _dump(world, position)
    tables["state"]["1"]["digest"] = _digest(tables)
    return tables


def _digest(tables: Tables) -> str:
    return sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()


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
            {"name": name, "definition": definition} for name, definition in world.profiles.items()
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
        "tags": user.tags,
        "attached": user.attached,
        "inline": {name: policy.text for name, policy in user.inline.items()},
        "groups": user.groups,
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
        "attached": group.attached,
        "inline": {name: policy.text for name, policy in group.inline.items()},
        "members": group.members,
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
        "tags": policy.tags,
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


def load(tables: Tables) -> tuple[World, Position]:
    """What `dump` was given; raises ValueError, LookupError or TypeError for tables of other making."""
    state = tables["state"]["1"]
    if state.pop("digest") != _digest(tables):
        raise ValueError("the digest does not fit")
    clock = state["clock"]
    world = World(
        Clock(
            ClockMode(clock["mode"]),
            parse_time(clock["now"]),
            timedelta(seconds=clock["offset"]),
            clock["started"],
        ),
        lesson=state["lesson"],
    )
    for row in tables["accounts"].values():
        account = Account(row["account"], RootUser(row["account"], parse_time(row["created"])), row["alias"])
        world.accounts[account.account_id] = account
        _load_keys(world, account, account.root, row)
    for row in tables["policies"].values():
        world.accounts[row["account"]].policies[row["arn"]] = _load_policy(row)
    for row in tables["groups"].values():
        _load_group(world.accounts[row["account"]], row)
    for row in tables["users"].values():
        _load_user(world, world.accounts[row["account"]], row)
    for row in tables["buckets"].values():
        world.accounts[row["account"]].buckets[row["name"]] = Bucket(
            row["name"], row["account"], row["region"], parse_time(row["created"])
        )
    for row in tables["objects"].values():
        _load_object(world, row)
    for row in tables["profiles"].values():
        world.profiles[row["name"]] = row["definition"]
    cursor = Cursor(state["head"], tuple(state["redo"]), state["next_line"])
    return world, Position(state["entries"], state["checksum"], cursor)


def _load_keys(world: World, account: Account, owner: User | RootUser, row: Row) -> None:
    for key in row["keys"]:
        used = key["used"]
        last_used = None if used is None else LastUsed(parse_time(used[0]), used[1], used[2])
        created = parse_time(key["created"])
        world.add_key(account, owner, AccessKey(key["id"], key["secret"], created, key["status"], last_used))


def _texts(inline: Mapping[str, str]) -> dict[str, PolicyText]:
    return {name: PolicyText(text) for name, text in inline.items()}


def _load_policy(row: Row) -> ManagedPolicy:
    return ManagedPolicy(
        row["arn"],
        row["name"],
        row["path"],
        row["id"],
        parse_time(row["created"]),
        parse_time(row["updated"]),
        row["default"],
        {
            version["id"]: PolicyVersion(
                version["id"], parse_time(version["created"]), PolicyText(version["text"])
            )
            for version in row["versions"]
        },
        row["description"],
        row["tags"],
    )


def _load_group(account: Account, row: Row) -> None:
    account.groups[row["name"]] = Group(
        row["name"],
        row["path"],
        row["id"],
        row["arn"],
        parse_time(row["created"]),
        inline=_texts(row["inline"]),
        members=row["members"],
    )
    for arn in row["attached"]:
        account.attach(f"group/{row['name']}", arn)


def _load_user(world: World, account: Account, row: Row) -> None:
    account.users[row["name"]] = user = User(
        row["name"],
        row["path"],
        row["id"],
        row["arn"],
        parse_time(row["created"]),
        row["boundary"],
        row["tags"],
        inline=_texts(row["inline"]),
        groups=row["groups"],
    )
    for arn in row["attached"]:
        account.attach(f"user/{user.name}", arn)
    if user.boundary is not None:
        account.bound(f"user/{user.name}", user.boundary)
    _load_keys(world, account, user, row)


def _load_object(world: World, row: Row) -> None:
    bucket = world.bucket(row["bucket"])
    if bucket is None:
        raise LookupError(row["bucket"])
    fields = {name: value for name, value in row.items() if name not in ("bucket", "key")}
    fields |= {"body": b64decode(row["body"]), "modified": parse_time(row["modified"])}
    bucket.objects[row["key"]] = StoredObject(**fields)
