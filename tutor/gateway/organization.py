"""What an organization adds to a request: its condition keys, and the policies of each level."""

from typing import TYPE_CHECKING, Final, Literal

from tutor.policy import AttachedPolicy
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import World

Side = Literal["Principal", "Resource"]
SCP: Final = "SERVICE_CONTROL_POLICY"
RCP: Final = "RESOURCE_CONTROL_POLICY"
Levels = tuple[tuple[AttachedPolicy, ...], ...]


def organization_keys(world: "World", account_id: str, side: Side) -> dict[str, ContextSource]:
    """aws:PrincipalOrgID and aws:PrincipalOrgPaths, or the same of the resource's account."""
    organization = world.organization
    path = organization.path_of(account_id) if organization is not None else None
    if organization is None or path is None:
        return {}
    return {f"aws:{side}OrgID": organization.org_id, f"aws:{side}OrgPaths": (path,)}


def control_levels(world: "World", account_id: str, kind: str) -> Levels:
    """The control policies over an account by level; none over the management account or one outside."""
    organization = world.organization
    if organization is None:
        return ()
    return organization.levels(account_id, kind)


def share_organization(world: "World", one: str, other: str) -> bool:
    """Whether two accounts are the same or belong to one organization."""
    organization = world.organization
    if one == other or organization is None:
        return one == other
    return organization.path_of(one) is not None and organization.path_of(other) is not None
