"""Where each policy of a set has its place, and sets with one place changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..outcome import DecidedBy
from ..request import AttachedPolicy, Policies, PolicySet, Request
from ..special import resource_layer
from ..views import LAYERS, policies_of

__all__ = ["Place", "added", "places", "put"]


@dataclass(frozen=True, slots=True)
class Place:
    """One policy of a set."""

    layer: DecidedBy
    number: int
    """In its layer, from 0, levels counted through: as in `StatementRef`."""
    policy: AttachedPolicy

    @property
    def editable(self) -> bool:
        """Whether the document can be changed: those that AWS manages cannot."""
        return ":iam::aws:policy/" not in self.policy.source


def places(request: Request, policies: PolicySet) -> Iterator[Place]:
    """Every policy of a set, in the order of evaluation."""
    layers = (resource_layer(request) if layer is DecidedBy.RESOURCE else layer for layer in LAYERS)
    for layer in layers:
        for number, policy in enumerate(policies_of(policies, layer)):
            yield Place(layer, number, policy)


def put(policies: PolicySet, place: Place, policy: AttachedPolicy | None) -> PolicySet:
    """The set with another policy in a place, or without it."""
    match place.layer:
        case DecidedBy.IDENTITY:
            return replace(policies, identity=_at(policies.identity, place.number, policy))
        case DecidedBy.SESSION:
            return replace(policies, session=_at(policies.session, place.number, policy))
        case DecidedBy.BOUNDARY:
            return replace(policies, boundary=policy)
        case DecidedBy.SCP:
            return replace(policies, service_control=_in_levels(policies.service_control, place, policy))
        case DecidedBy.RCP:
            return replace(policies, resource_control=_in_levels(policies.resource_control, place, policy))
        case _:
            return replace(policies, resource=policy)


def added(policies: PolicySet, layer: DecidedBy, policy: AttachedPolicy) -> PolicySet:
    """The set with one more policy of the caller's, or with the first one on the resource."""
    if layer is DecidedBy.IDENTITY:
        return replace(policies, identity=(*policies.identity, policy))
    return replace(policies, resource=policy)


def _at(group: Policies, number: int, policy: AttachedPolicy | None) -> Policies:
    return (*group[:number], *(() if policy is None else (policy,)), *group[number + 1 :])


def _in_levels(
    levels: tuple[Policies, ...], place: Place, policy: AttachedPolicy | None
) -> tuple[Policies, ...]:
    number = place.number
    changed: list[Policies] = []
    for level in levels:
        inside = 0 <= number < len(level)
        changed.append(_at(level, number, policy) if inside else level)
        number -= len(level)
    return tuple(changed)
