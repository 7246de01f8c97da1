"""What a request needs to be allowed, and the account in which that is found out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Account, Caller, World


@dataclass(frozen=True, slots=True)
class Need:
    """One permission: an action on a resource, and the condition keys that come from the parameters."""

    action: str
    resource: str
    context: Mapping[str, ContextSource] = field(default_factory=dict)
    resource_account: str | None = None

    def with_context(self, context: Mapping[str, ContextSource]) -> "Need":
        """The same with further condition keys."""
        return replace(self, context={**self.context, **context})


@dataclass(frozen=True, slots=True)
class Scene:
    """A request inside the account that it is about to act on."""

    world: "World"
    account: "Account"
    caller: "Caller"
    parameters: Mapping[str, object]
    region: str = "us-east-1"
    at: datetime | None = None
    """When it happens, in sandbox time; None is the world's."""

    @property
    def moment(self) -> datetime:
        """When it happens, in sandbox time."""
        return self.at or self.world.now

    def text(self, name: str) -> str:
        """A text parameter, empty if it was not given."""
        value = self.parameters.get(name)
        return "" if value is None else str(value)

    def listed(self, name: str) -> tuple[Mapping[str, object], ...]:
        """A parameter that is a list of structures, empty if it was not given."""
        value = self.parameters.get(name)
        return tuple(item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else ()

    def texts(self, name: str) -> tuple[str, ...]:
        """A parameter that is a list of texts, empty if it was not given."""
        value = self.parameters.get(name)
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    def iam_arn(self, kind: str, path: str, name: str) -> str:
        """An ARN of this account such as `arn:aws:iam::1:user/path/name`."""
        return f"arn:aws:iam::{self.account.account_id}:{kind}{path or '/'}{name}"

    def need(
        self, action: str, resource: str, context: Mapping[str, ContextSource] | None = None
    ) -> tuple[Need, ...]:
        """One permission on something of this account."""
        return (Need(action, resource, context or {}, self.account.account_id),)


Column = Callable[[str, Scene], tuple[Need, ...]]
"""Finds the permissions of an operation, given its action; raises ServiceError for what is no request."""


def each(column: Column, operations: str) -> Mapping[str, Column]:
    """The same column for several operations, given with spaces between them."""
    return dict.fromkeys(operations.split(), column)


def everything(action: str, scene: Scene) -> tuple[Need, ...]:
    """No single resource: the policy must say `*`."""
    return scene.need(action, "*")


def request_tags(scene: Scene, parameter: str = "Tags") -> dict[str, ContextSource]:
    """aws:RequestTag/... and aws:TagKeys, if tags are given."""
    return tag_keys({str(tag.get("Key")): str(tag.get("Value", "")) for tag in scene.listed(parameter)})


def tag_keys(tags: Mapping[str, str]) -> dict[str, ContextSource]:
    """aws:RequestTag/... and aws:TagKeys of tags that a request brings."""
    if not tags:
        return {}
    named: dict[str, ContextSource] = {f"aws:RequestTag/{key}": text for key, text in tags.items()}
    return named | {"aws:TagKeys": tuple(tags)}


def resource_tags(tags: Mapping[str, str]) -> dict[str, ContextSource]:
    """aws:ResourceTag/... and iam:ResourceTag/... of something in IAM."""
    return {f"{space}:ResourceTag/{key}": text for key, text in tags.items() for space in ("aws", "iam")}
