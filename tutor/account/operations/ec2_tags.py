"""Tags of instances."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tutor.account.operations.ec2_errors import ec2_error
from tutor.account.operations.ec2_parts import (
    check_dry_run,
    checked_tags,
    chosen_instances,
    filtered,
    listed,
    page,
    structures,
)

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.compute import Instance
    from tutor.account.world import Account, World

__all__ = ["create_tags", "delete_tags", "describe_tags"]


class _Tag(NamedTuple):
    instance_id: str
    key: str
    value: str


def create_tags(world: World, account: Account, call: Call) -> Result:
    """Adds tags, or puts new values in the place of old ones."""
    instances = _tagged(world, account, call)
    changed = [
        replace(instance, tags=checked_tags(structures(call, "Tags"), instance.tags))
        for instance in instances
    ]
    check_dry_run(call)
    for instance in changed:
        account.compute.put(instance)
    return {}


def delete_tags(world: World, account: Account, call: Call) -> Result:
    """Takes tags away: those with the key, and with the value if one is given; without Tags all of them."""
    instances = _tagged(world, account, call)
    check_dry_run(call)
    unwanted = structures(call, "Tags")
    for instance in instances:
        kept = {
            key: value
            for key, value in instance.tags.items()
            if unwanted
            and not any(tag.get("Key") == key and tag.get("Value") in (None, value) for tag in unwanted)
        }
        account.compute.put(replace(instance, tags=kept))
    return {}


def describe_tags(world: World, account: Account, call: Call) -> Result:
    """All tags of the region, one by one."""
    tags = [
        _Tag(instance.instance_id, key, value)
        for instance in account.compute.at(call.region, call.moment(world))
        for key, value in sorted(instance.tags.items())
    ]
    found = filtered(
        call,
        tags,
        {
            "key": lambda tag: [tag.key],
            "value": lambda tag: [tag.value],
            "resource-id": lambda tag: [tag.instance_id],
            "resource-type": lambda _tag: ["instance"],
        },
        lambda tag: {tag.key: tag.value},
    )
    check_dry_run(call)
    shown, more = page(call, found)
    return {
        "Tags": [
            {"Key": tag.key, "ResourceId": tag.instance_id, "ResourceType": "instance", "Value": tag.value}
            for tag in shown
        ],
        **more,
    }


def _tagged(world: World, account: Account, call: Call) -> list[Instance]:
    ids = listed(call, "Resources")
    for resource in ids:
        if not resource.startswith("i-"):
            raise ec2_error("InvalidID", f"The ID '{resource}' is not valid")
    return chosen_instances(world, account, call, ids)
