"""The organization itself, its root, and the policy types in force there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.control_policies import FULL_ACCESS, SCP
from tutor.account.operations.organizations_errors import fault, invalid
from tutor.account.operations.organizations_parts import (
    checked_id,
    own_organization,
    page,
    policy_type,
    ruled_organization,
    target_arn,
)
from tutor.account.organization import Member, Organization
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_organization",
    "delete_organization",
    "describe_organization",
    "disable_policy_type",
    "enable_policy_type",
    "list_roots",
]


def create_organization(world: World, account: Account, call: Call) -> Result:
    """An organization with the caller's account as its management account."""
    there = world.organization
    if there is not None and account.account_id in there.members:
        raise fault("AlreadyInOrganizationException")
    feature_set = call.text("FeatureSet") or "ALL"
    if feature_set not in ("ALL", "CONSOLIDATED_BILLING"):
        raise invalid("INVALID_ENUM")
    if there is not None:
        message = f"This sandbox has one organization, and account {there.management_id} made it."
        raise ServiceError("ConstraintViolationException", message, 400)
    organization = Organization(
        f"o-{call.mint.hexadecimal(10)}", account.account_id, f"r-{call.mint.hexadecimal(4)}", feature_set
    )
    organization.members[account.account_id] = Member(
        account.account_id,
        account.alias or "management",
        _management_email(organization),
        call.moment(world),
        created=False,
        parent=organization.root_id,
    )
    world.organization = organization
    return {"Organization": _shape(organization)}


def describe_organization(world: World, _account: Account, call: Call) -> Result:
    """The organization, for each of its accounts."""
    return {"Organization": _shape(own_organization(world, call))}


def delete_organization(world: World, _account: Account, call: Call) -> Result:
    """Leaves the management account alone; no other account may be left."""
    organization = ruled_organization(world, call)
    if len(organization.members) > 1:
        raise fault("OrganizationNotEmptyException")
    world.organization = None
    return {}


def list_roots(world: World, _account: Account, call: Call) -> Result:
    """The one root."""
    organization = ruled_organization(world, call)
    return page(call, "Roots", [organization], _root_shape)


def enable_policy_type(world: World, _account: Account, call: Call) -> Result:
    """Puts policies of a type in force; the one that gives full access is attached everywhere."""
    organization, kind = _root_and_type(world, call)
    if organization.feature_set != "ALL":
        raise fault("PolicyTypeNotAvailableForOrganizationException")
    if kind in organization.enabled:
        raise fault("PolicyTypeAlreadyEnabledException")
    organization.enabled.append(kind)
    for target in (organization.root_id, *organization.units, *organization.members):
        for policy in FULL_ACCESS.values():
            if policy.type == kind:
                organization.attached.setdefault(target, []).append(policy.policy_id)
    return {"Root": _root_shape(organization)}


def disable_policy_type(world: World, _account: Account, call: Call) -> Result:
    """Takes policies of a type out of force; all of them are detached."""
    organization, kind = _root_and_type(world, call)
    if kind not in organization.enabled:
        raise fault("PolicyTypeNotEnabledException")
    organization.enabled.remove(kind)
    for target, ids in organization.attached.items():
        gone = {policy.policy_id for policy in organization.policies_at(target, kind)}
        ids[:] = [policy_id for policy_id in ids if policy_id not in gone]
    return {"Root": _root_shape(organization)}


def _root_and_type(world: World, call: Call) -> tuple[Organization, str]:
    organization = ruled_organization(world, call)
    if checked_id(call, "RootId", "root") != organization.root_id:
        raise fault("RootNotFoundException")
    return organization, policy_type(call, "PolicyType")


def _management_email(organization: Organization) -> str:
    return f"account-{organization.management_id}@example.com"


def _shape(organization: Organization) -> Result:
    return {
        "Id": organization.org_id,
        "Arn": (f"arn:aws:organizations::{organization.management_id}:organization/{organization.org_id}"),
        "FeatureSet": organization.feature_set,
        "MasterAccountArn": target_arn(organization, organization.management_id),
        "MasterAccountId": organization.management_id,
        "MasterAccountEmail": _management_email(organization),
        "AvailablePolicyTypes": (
            [{"Type": SCP, "Status": "ENABLED"}] if organization.feature_set == "ALL" else []
        ),
    }


def _root_shape(organization: Organization) -> Result:
    return {
        "Id": organization.root_id,
        "Arn": target_arn(organization, organization.root_id),
        "Name": "Root",
        "PolicyTypes": [{"Type": kind, "Status": "ENABLED"} for kind in organization.enabled],
    }
