"""Reads the catalogue's file: a first line that says where each service stands, then a line a service."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ..wildcards import compile_pattern
from .entities import SET_TYPE, AccessLevel, Action, ConditionKey, ResourceType, Service, keys_by_name
from .global_keys import GLOBAL_CONDITION_KEYS
from .names import ACTIONS_OF_OPERATIONS, most_alike, nearest_names

__all__ = ["CATALOGUE_FILE", "FORMAT", "LEVEL_LETTERS", "Catalogue"]

CATALOGUE_FILE: Final = Path(__file__).with_name("actions.jsonl")
FORMAT: Final = 1
LEVEL_LETTERS: Final = {
    AccessLevel.LIST: "L",
    AccessLevel.READ: "R",
    AccessLevel.TAGGING: "T",
    AccessLevel.WRITE: "W",
    AccessLevel.PERMISSIONS: "P",
}
LEVELS: Final = {letter: level for level, letter in LEVEL_LETTERS.items()}
LISTS: Final = 4
"""How many lists the row of an action ends with; empty ones at the end are left out."""


class Catalogue:
    """All services, each read when it is first asked for."""

    def __init__(self, path: Path, source: str, places: Mapping[str, tuple[int, int]]) -> None:
        self.source = source
        """The package and version that the file was made from."""
        self.global_condition_keys = GLOBAL_CONDITION_KEYS
        """Condition keys that belong to no service, by name in lower case."""
        self._path = path
        self._places = places
        self._services: dict[str, Service] = {}

    @classmethod
    def open(cls, path: Path = CATALOGUE_FILE) -> "Catalogue":
        """The catalogue that comes with the package; reads the first line of its file."""
        with path.open("rb") as stream:
            header = json.loads(stream.readline())
            start = stream.tell()
        places = {prefix: (start + offset, size) for prefix, (offset, size) in header["services"].items()}
        return cls(path, header["source"], places)

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """The prefix of every service, sorted."""
        return tuple(sorted(self._places))

    def service(self, prefix: str) -> Service | None:
        """The service with this prefix, ignoring case; None when there is none."""
        prefix = prefix.lower()
        known = self._services.get(prefix)
        place = self._places.get(prefix)
        if known is not None or place is None:
            return known
        with self._path.open("rb") as stream:
            stream.seek(place[0])
            block = json.loads(stream.read(place[1]))
        service = self._services[prefix] = _service(prefix, block)
        return service

    def action(self, name: str) -> Action | None:
        """The action `service:Name`, ignoring case; None when there is none."""
        prefix, _, action = name.partition(":")
        service = self.service(prefix)
        return None if service is None else service.actions.get(action.lower())

    def nearest_action(self, name: str) -> str | None:
        """The existing action that `service:Name` resembles most; None when it resembles none."""
        return next(iter(self.nearest_actions(name)), None)

    def nearest_actions(self, name: str) -> tuple[str, ...]:
        """Existing actions that `service:Name` may stand for, the likeliest first."""
        meant = ACTIONS_OF_OPERATIONS.get(name.lower())
        if meant is not None:
            return meant
        prefix, _, action = name.partition(":")
        prefixes = [prefix.lower()] if self.service(prefix) else nearest_names(prefix, self.prefixes)
        for service in filter(None, map(self.service, prefixes)):
            names = nearest_names(action, [each.name for each in service.actions.values()])
            if names:
                return tuple(f"{service.prefix}:{each}" for each in names)
        elsewhere = most_alike(prefix, self.services_with(action))
        found = None if elsewhere is None else self.action(f"{elsewhere}:{action}")
        return () if found is None else (f"{elsewhere}:{found.name}",)

    def services_with(self, action: str) -> tuple[str, ...]:
        """The prefixes of the services that have an action of this name; reads the whole file."""
        services = filter(None, map(self.service, self.prefixes))
        return tuple(service.prefix for service in services if action.lower() in service.actions)

    def actions_matching(self, pattern: str) -> tuple[str, ...]:
        """Every action that a pattern such as `s3:Get*` covers, as `service:Name`."""
        return tuple(f"{service.prefix}:{action.name}" for service, action in self.matches(pattern))

    def matches(self, pattern: str) -> Iterator[tuple[Service, Action]]:
        """Every action that a pattern covers, with its service."""
        prefix, colon, name = pattern.lower().partition(":")
        if not colon:
            prefix, name = ("*", "*") if prefix == "*" else (prefix, "")
        if "*" not in prefix and "?" not in prefix:
            prefixes: Iterable[str] = (prefix,)
        else:
            prefixes = filter(compile_pattern(prefix), self.prefixes)
        for each in prefixes:
            service = self.service(each)
            if service is not None:
                yield from ((service, action) for action in _covered(service, name))


def _covered(service: Service, pattern: str) -> Iterable[Action]:
    if "*" not in pattern and "?" not in pattern:
        action = service.actions.get(pattern)
        return () if action is None else (action,)
    fits = compile_pattern(pattern)
    return (action for name, action in service.actions.items() if fits(name))


def _service(prefix: str, block: Mapping[str, Any]) -> Service:
    keys = [
        ConditionKey(name, kind.removeprefix(SET_TYPE), kind.startswith(SET_TYPE))
        for name, kind in block["keys"]
    ]
    key_names = [key.name for key in keys]
    types = [
        ResourceType(name, arn, tuple(key_names[number] for number in numbers))
        for name, arn, numbers in block["types"]
    ]
    actions = (_action(row, [each.name for each in types], key_names) for row in block["actions"])
    return Service(
        prefix,
        block["name"],
        {action.name.lower(): action for action in actions},
        {each.name: each for each in types},
        keys_by_name(keys),
    )


def _action(row: list[Any], type_names: list[str], key_names: list[str]) -> Action:
    name, level, *lists = row
    required, optional, keys, dependents = lists + [[]] * (LISTS - len(lists))
    uses = (
        *((type_names[number], True) for number in required),
        *((type_names[number], False) for number in optional),
    )
    own_keys = tuple(key_names[number] for number in keys)
    return Action(name, LEVELS[level], uses, own_keys, tuple(dependents))
