"""A checkpoint that was written before a field or a table existed still opens, with what it has."""

from __future__ import annotations

from typing import Any

import pytest

from tests.account.people import Person, contents, fresh_save
from tutor.account.checkpoint import load
from tutor.account.checkpoint.position import digest

Tables = dict[str, dict[str, dict[str, Any]]]


def older(tables: Tables) -> Tables:
    """As it was before the staff directory and the root user's devices."""
    tables.pop("directory")
    for row in tables["accounts"].values():
        row["root"].pop("devices", None)
        row["root"].pop("password_used", None)
    tables["state"]["1"].pop("digest")
    tables["state"]["1"]["digest"] = digest(tables)
    return tables


@pytest.fixture
def tables() -> Tables:
    root = Person(fresh_save())
    root.ask("iam:CreateUser", UserName="yuna")
    root.ask("iam:CreateVirtualMFADevice", VirtualMFADeviceName="phone")
    return contents(root.save.world)


def test_it_opens_with_nothing_in_the_new_places(tables: Tables) -> None:
    world, _ = load(older(tables))
    (account,) = world.accounts.values()
    assert account.root.devices == []
    assert account.root.password_used is None
    assert world.directory == {}
    assert list(account.users) == ["yuna"]


def test_what_is_written_now_comes_back(tables: Tables) -> None:
    world, _ = load(tables)
    assert contents(world) == tables
