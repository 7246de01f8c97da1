"""TinyDB tables as a world."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from datetime import timedelta

from tutor.account.buckets import Bucket, StoredObject
from tutor.account.checkpoint.position import Position, Row, Tables, digest
from tutor.account.clock import Clock, ClockMode, parse_time
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

__all__ = ["load"]


def load(tables: Tables) -> tuple[World, Position]:
    """What `dump` was given; raises ValueError, LookupError or TypeError for tables of other making."""
    state = tables["state"]["1"]
    unsealed = {name: value for name, value in state.items() if name != "digest"}
    if state["digest"] != digest({**tables, "state": {"1": unsealed}}):
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
        world.profiles[row["name"]] = dict(row["definition"])
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
        dict(row["tags"]),
    )


def _load_group(account: Account, row: Row) -> None:
    account.groups[row["name"]] = Group(
        row["name"],
        row["path"],
        row["id"],
        row["arn"],
        parse_time(row["created"]),
        inline=_texts(row["inline"]),
        members=list(row["members"]),
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
        dict(row["tags"]),
        inline=_texts(row["inline"]),
        groups=list(row["groups"]),
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
