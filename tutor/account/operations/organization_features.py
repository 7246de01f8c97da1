"""Central root access: which of its two features an organization has switched on (spec 9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.organization import Organization
    from tutor.account.world import Account, World

__all__ = ["CREDENTIALS", "SESSIONS", "Feature", "list_organizations_features", "managed_organization"]


def managed_organization(world: World, account: Account) -> Organization:
    """The organization that the caller's account manages."""
    organization = world.organization
    if organization is None or account.account_id not in organization.members:
        message = f"Account {account.account_id} is not a member of an organization."
        raise ServiceError("OrganizationNotFoundException", message, 400)
    if organization.management_id != account.account_id:
        message = "Only the management account or a delegated administrator can do this."
        raise ServiceError("CallerIsNotManagementAccountException", message, 400)
    return organization


def _shape(organization: Organization) -> Result:
    return {"OrganizationId": organization.org_id, "EnabledFeatures": list(organization.root_features)}


def list_organizations_features(world: World, account: Account, _call: Call) -> Result:
    """The features that are on."""
    return _shape(managed_organization(world, account))


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of central root access."""

    name: str

    def enable(self, world: World, account: Account, _call: Call) -> Result:
        """Switches it on; switching it on again changes nothing."""
        organization = managed_organization(world, account)
        organization.root_features = tuple(sorted({*organization.root_features, self.name}))
        return _shape(organization)

    def disable(self, world: World, account: Account, _call: Call) -> Result:
        """Switches it off."""
        organization = managed_organization(world, account)
        organization.root_features = tuple(name for name in organization.root_features if name != self.name)
        return _shape(organization)


CREDENTIALS: Final = Feature("RootCredentialsManagement")
SESSIONS: Final = Feature("RootSessions")
