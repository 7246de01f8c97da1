"""What the policies of a request hold about its action, layer by layer, looked up once for an action.

That is a property of the policies alone: remembering it never remembers a decision.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from .index import NOTHING, REMEMBERED_ACTIONS, About
from .outcome import DecidedBy

if TYPE_CHECKING:
    from .document import Statement
    from .request import AttachedPolicy, Policies, PolicySet

__all__ = ["LAYERS", "LayerView", "Placed", "StatementRef", "View", "about", "policies_of", "view"]

LAYERS: Final = (
    DecidedBy.RCP,
    DecidedBy.SCP,
    DecidedBy.RESOURCE,
    DecidedBy.IDENTITY,
    DecidedBy.BOUNDARY,
    DecidedBy.SESSION,
)
"""The layers of policies, in the order of evaluation."""


class StatementRef(NamedTuple):
    """Names one statement among all policies of a request."""

    layer: DecidedBy
    policy: int
    """The policy's number in its layer, from 0; levels are counted through."""
    statement: int
    """The statement's number in its policy, from 0."""


class Placed(NamedTuple):
    """A statement and where it stands."""

    ref: StatementRef
    policy: "AttachedPolicy"
    statement: "Statement"


class LayerView(NamedTuple):
    """One layer of policies."""

    layer: DecidedBy
    policies: int
    """How many there are."""
    statements: int
    """How many they hold."""
    about: tuple[Placed, ...]
    """Those that are about the action, in order."""


class View:
    """A set of policies as one action sees it."""

    __slots__ = (
        "_layers",
        "boundary",
        "identity",
        "resource",
        "resource_control",
        "service_control",
        "session",
    )

    def __init__(self, policies: "PolicySet", action: str) -> None:
        self.identity = about(policies.identity, action)
        self.session = about(policies.session, action)
        self.resource = about(_alone(policies.resource), action)
        self.boundary = about(_alone(policies.boundary), action)
        self.resource_control = tuple([about(level, action) for level in policies.resource_control])
        self.service_control = tuple([about(level, action) for level in policies.service_control])
        self._layers: dict[DecidedBy, tuple[LayerView, ...]] = {}

    def layers(self, policies: "PolicySet", action: str, resource_layer: DecidedBy) -> tuple[LayerView, ...]:
        """The layers in order, `resource_layer` being the name of the one that the resource's policy is."""
        found = self._layers.get(resource_layer)
        if found is None:
            names = (resource_layer if layer is DecidedBy.RESOURCE else layer for layer in LAYERS)
            found = tuple(_layer(layer, policies_of(policies, layer), action) for layer in names)
            self._layers[resource_layer] = found
        return found


def view(policies: "PolicySet", action: str) -> View:
    """The view of `action`, given in lower case."""
    found = policies.views.get(action)
    if found is None:
        if len(policies.views) >= REMEMBERED_ACTIONS:
            policies.views.clear()
        found = policies.views[action] = View(policies, action)
    return found


def about(policies: "Policies", action: str) -> About:
    """The statements of some policies that are about `action`, given in lower case."""
    denies: list[Statement] = []
    allows: list[Statement] = []
    for policy in policies:
        found = policy.document.actions.about(action)
        denies += found.denies
        allows += found.allows
    return About(tuple(denies), tuple(allows)) if denies or allows else NOTHING


def policies_of(policies: "PolicySet", layer: DecidedBy) -> "Policies":
    """The policies of a layer, levels joined; raises LookupError for what is no layer of policies."""
    return HELD_BY[layer](policies)


def _alone(policy: "AttachedPolicy | None") -> "Policies":
    return () if policy is None else (policy,)


HELD_BY: Final[dict[DecidedBy, Callable[["PolicySet"], "Policies"]]] = {
    DecidedBy.RCP: lambda policies: sum(policies.resource_control, ()),
    DecidedBy.SCP: lambda policies: sum(policies.service_control, ()),
    DecidedBy.RESOURCE: lambda policies: _alone(policies.resource),
    DecidedBy.TRUST: lambda policies: _alone(policies.resource),
    DecidedBy.IDENTITY: lambda policies: policies.identity,
    DecidedBy.BOUNDARY: lambda policies: _alone(policies.boundary),
    DecidedBy.SESSION: lambda policies: policies.session,
}


def _layer(layer: DecidedBy, policies: "Policies", action: str) -> LayerView:
    placed = (
        Placed(StatementRef(layer, number, statement.index), policy, statement)
        for number, policy in enumerate(policies)
        for statement in policy.document.actions.statements_about(action)
    )
    held = sum(len(policy.document.statements) for policy in policies)
    return LayerView(layer, len(policies), held, tuple(placed))
