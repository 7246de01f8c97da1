"""A world as TinyDB tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from tutor.account.checkpoint.position import Position, Row, digest
from tutor.account.checkpoint.rows import to_row
from tutor.account.clock import format_time
from tutor.account.table import Table

if TYPE_CHECKING:
    from tutor.account.account import Account
    from tutor.account.buckets import Bucket
    from tutor.account.world import World

__all__ = ["dump"]

_OF_ACCOUNTS: Final[Mapping[str, Callable[[Account], Iterable[Any]]]] = {
    "users": lambda account: account.users.values(),
    "groups": lambda account: account.groups.values(),
    "policies": lambda account: account.policies.values(),
    "roles": lambda account: account.roles.values(),
    "instance_profiles": lambda account: account.instance_profiles.values(),
    "mfa_devices": lambda account: account.mfa_devices.values(),
    "oidc_providers": lambda account: account.oidc_providers.values(),
    "saml_providers": lambda account: account.saml_providers.values(),
    "server_certificates": lambda account: account.server_certificates.values(),
    "instances": lambda account: account.compute.instances.values(),
    "access_jobs": lambda account: account.access_jobs.values(),
}
"""Tables whose rows are entities of an account, with its id."""


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
        "accounts": _table(_dump_account(account) for account in accounts),
        **{name: _table(_owned(accounts, entities)) for name, entities in _OF_ACCOUNTS.items()},
        "buckets": _table(
            _dump_bucket(bucket) for account in accounts for bucket in account.buckets.values()
        ),
        "objects": _table(
            {"bucket": bucket.name, "key": key, **to_row(stored)}
            for account in accounts
            for bucket in account.buckets.values()
            for key, stored in bucket.objects.items()
        ),
        "sessions": _table(map(to_row, world.sessions.values())),
        "organization": _table([] if world.organization is None else [to_row(world.organization)]),
        "directory": _table(map(to_row, world.directory.values())),
        "profiles": _table(
            {"name": name, "definition": dict(definition)} for name, definition in world.profiles.items()
        ),
    }


def _owned(accounts: Iterable[Account], entities: Callable[[Account], Iterable[Any]]) -> Iterator[Row]:
    for account in accounts:
        for entity in entities(account):
            yield {"account": account.account_id, **to_row(entity)}


def _dump_account(account: Account) -> Row:
    policy, report = account.password_policy, account.credential_report
    return {
        "root": to_row(account.root),
        "alias": account.alias,
        "password_policy": None if policy is None else to_row(policy),
        "credential_report": None if report is None else to_row(report),
        "deletions": list(account.deletions),
        "token_version": account.token_version,
    }


def _dump_bucket(bucket: Bucket) -> Row:
    row = to_row(replace(bucket, objects=Table()))
    return {"account": row.pop("account_id"), **row}
