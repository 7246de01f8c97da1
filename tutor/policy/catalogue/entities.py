"""Services and what they offer to policies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from ..wildcards import RUN, TextTest, compile_parts

__all__ = ["AccessLevel", "Action", "ConditionKey", "ResourceType", "Service", "find_key", "keys_by_name"]

PLACEHOLDERS: Final = (("${", "}"), ("<", ">"))
"""How a name marks the part that the policy's author fills in."""
SET_TYPE: Final = "ArrayOf"


class AccessLevel(StrEnum):
    """What an action does, in AWS's words."""

    LIST = "List"
    READ = "Read"
    TAGGING = "Tagging"
    WRITE = "Write"
    PERMISSIONS = "Permissions management"


@dataclass(frozen=True, slots=True)
class ConditionKey:
    """A condition key."""

    name: str
    """As AWS writes it; a part to be filled in stands as `${TagKey}`."""
    type: str
    """`String`, `Bool`, `ARN`, `Numeric`, `Date`, `IPAddress`; of a set, the type of its members."""
    multivalued: bool
    """Whether a request carries a set under it, which needs `ForAllValues` or `ForAnyValue`."""

    @property
    def open_ended(self) -> bool:
        """Whether part of the name is for the policy's author to fill in."""
        return any(opening in self.name for opening, _ in PLACEHOLDERS)


@dataclass(frozen=True, slots=True)
class Action:
    """An action."""

    name: str
    """Without its service."""
    access_level: AccessLevel
    resource_types: tuple[tuple[str, bool], ...]
    """Names of the resource types that it acts on, each with whether it must be named; empty: only `*`."""
    condition_keys: tuple[str, ...]
    """Names of its own condition keys; those of its resource types come on top."""
    dependents: tuple[str, ...]
    """Further actions (`service:Name`) that using it needs."""


@dataclass(frozen=True, slots=True)
class ResourceType:
    """A kind of resource."""

    name: str
    arn: str
    """Its ARN, with `${Account}` and the like for what differs."""
    condition_keys: tuple[str, ...]
    """Names of the condition keys that an action on it knows."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service, by the prefix that its actions have."""

    prefix: str
    name: str
    actions: Mapping[str, Action]
    """By name in lower case."""
    resource_types: Mapping[str, ResourceType]
    """By name."""
    condition_keys: Mapping[str, ConditionKey]
    """By name in lower case."""

    def keys_of(self, action: Action) -> Mapping[str, ConditionKey]:
        """Every condition key that a request for `action` may carry, by name in lower case."""
        names = set(action.condition_keys)
        for name, _ in action.resource_types:
            names.update(self.resource_types[name].condition_keys)
        return {name.lower(): self.condition_keys[name.lower()] for name in sorted(names)}


def keys_by_name(keys: Iterable[ConditionKey]) -> dict[str, ConditionKey]:
    """Condition keys by their names in lower case."""
    return {key.name.lower(): key for key in keys}


def find_key(keys: Mapping[str, ConditionKey], written: str) -> ConditionKey | None:
    """The key that a policy names; `aws:ResourceTag/team` is a case of `aws:ResourceTag/${TagKey}`."""
    name = written.lower()
    known = keys.get(name)
    if known is not None:
        return None if known.open_ended else known
    return next((key for key in keys.values() if key.open_ended and _form(key.name)(name)), None)


@lru_cache(maxsize=1024)
def _form(name: str) -> TextTest:
    """The test for names that fill a name's placeholder; an empty filling is none."""
    for opening, closing in PLACEHOLDERS:
        before, found, rest = name.lower().partition(opening)
        if found:
            after = rest.partition(closing)[2]
            fits, shortest = compile_parts((before, RUN, after)), len(before) + len(after)
            return lambda text: len(text) > shortest and fits(text)
    return name.lower().__eq__
