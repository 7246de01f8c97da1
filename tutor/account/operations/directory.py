"""The staff directory: people come, and are struck off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.account.directory import Person
from tutor.account.service_error import exists, invalid_input, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["add_person", "remove_person"]

_NAME: Final = re.compile(r"[A-Za-z0-9_+=,.@-]{2,32}")
"""What may also be the name of a role session."""


def add_person(world: World, _account: Account, call: Call) -> Result:
    """Somebody new, with attributes."""
    name, tags = call.required("Name"), call.parameters.get("Tags") or {}
    assert isinstance(tags, Mapping), "the console reads them"
    if _NAME.fullmatch(name) is None:
        raise invalid_input(f"{name} cannot be a name in the directory.")
    if name in world.directory:
        raise exists(f"{name} is in the directory.")
    world.directory[name] = Person(name, {str(key): str(value) for key, value in tags.items()})
    return {}


def remove_person(world: World, _account: Account, call: Call) -> Result:
    """Strikes somebody off."""
    name = call.required("Name")
    if name not in world.directory:
        raise no_such_entity(f"{name} is not in the directory.")
    del world.directory[name]
    return {}
