"""The actions of the catalogue as a vocabulary."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .frame import KnownAction

if TYPE_CHECKING:
    from ..catalogue import Action, Catalogue, Service

__all__ = ["catalogue_actions"]


def catalogue_actions(catalogue: "Catalogue", services: Iterable[str]) -> tuple[KnownAction, ...]:
    """Every action of some services (prefixes), each with what it acts on; unknown services have none."""
    return tuple(
        KnownAction(f"{service.prefix}:{action.name}", _resources(service, action))
        for service in map(catalogue.service, services)
        if service is not None
        for action in service.actions.values()
    )


def _resources(service: "Service", action: "Action") -> tuple[str, ...]:
    arns = tuple(service.resource_types[name].arn for name, _ in action.resource_types)
    return arns or ("*",)
