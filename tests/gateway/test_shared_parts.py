"""What sessions of the CLI share holds nothing that one could leave for another."""

import copy
from importlib import import_module
from typing import Any

from tutor.gateway.vendored import command_line

from .conftest import Lines


def part(name: str) -> Any:
    """A module of the loaded CLI."""
    command_line()
    return import_module(f"botocore.{name}")


def handlers(emitter: Any, event: str) -> list[object]:
    return list(emitter._handlers.prefix_search(event))


def test_a_copy_of_the_handlers_shares_all_and_changes_nothing_of_the_other() -> None:
    hooks = part("hooks")
    first = hooks.HierarchicalEmitter()
    first.register("before-send.s3", one)
    second = copy.copy(first)
    assert second._handlers._root is first._handlers._root, "nothing was copied"
    second.register("before-send.s3", two)
    second.register("before-send.s3.PutObject", two)
    first.register_last("before-send.*.PutObject", one)
    assert handlers(first, "before-send.s3.PutObject") == [one, one]
    assert handlers(second, "before-send.s3.PutObject") == [two, one, two]
    second.unregister("before-send.s3", one)
    assert handlers(first, "before-send.s3") == [one]
    assert handlers(second, "before-send.s3") == [two]
    second.unregister("before-send.iam", one)


def test_the_rules_of_a_service_are_read_once(aws: Lines) -> None:
    provider = part("regions").EndpointProvider
    rules: dict[str, Any] = {"version": "1.0", "parameters": {}, "rules": []}
    made = [provider(rules, {"partitions": []}, {"Bucket"}) for _ in range(2)]
    assert made[0] is not made[1], "other data"
    partitions: dict[str, Any] = {"partitions": []}
    assert provider(rules, partitions, {"Bucket"}) is provider(rules, partitions, {"Bucket"})
    assert provider(rules, partitions, {"Bucket"}) is not provider(rules, partitions)
    assert aws.run("aws s3 ls").stdout == ""


def one(**_: object) -> None:
    """A handler."""


def two(**_: object) -> None:
    """Another one."""
