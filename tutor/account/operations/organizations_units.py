"""Organizational units, and the tree that they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.control_policies import FULL_ACCESS
from tutor.account.operations.organizations_errors import constraint, fault, invalid
from tutor.account.operations.organizations_parts import (
    account_shape,
    checked_id,
    checked_text,
    page,
    ruled_organization,
    unit_shape,
)
from tutor.account.organization import Unit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.organization import Organization
    from tutor.account.world import Account, World

__all__ = [
    "attach_full_access",
    "create_organizational_unit",
    "delete_organizational_unit",
    "describe_organizational_unit",
    "list_accounts_for_parent",
    "list_children",
    "list_organizational_units_for_parent",
    "list_parents",
    "update_organizational_unit",
]

_DEEPEST: Final = 5
"""Levels of units below the root."""


def create_organizational_unit(world: World, _account: Account, call: Call) -> Result:
    """A unit below the root or another unit; names are unique under one parent."""
    organization = ruled_organization(world, call)
    parent, name = _parent(organization, call), checked_text(call, "Name", 1, 128)
    if len(organization.chain(parent)) > _DEEPEST:
        message = "You have exceeded the maximum depth of the organizational unit tree."
        raise constraint("OU_DEPTH_LIMIT_EXCEEDED", message)
    _check_free(organization, parent, name)
    unit_id = f"ou-{organization.root_id.removeprefix('r-')}-{call.mint.hexadecimal(8)}"
    organization.units[unit_id] = unit = Unit(unit_id, name, parent)
    attach_full_access(organization, unit_id)
    return {"OrganizationalUnit": unit_shape(organization, unit)}


def attach_full_access(organization: Organization, target: str) -> None:
    """What every new unit and account begins with, of each type in force."""
    ids = [policy.policy_id for policy in FULL_ACCESS.values() if policy.type in organization.enabled]
    organization.attached[target] = ids


def describe_organizational_unit(world: World, _account: Account, call: Call) -> Result:
    """One unit."""
    organization = ruled_organization(world, call)
    return {"OrganizationalUnit": unit_shape(organization, _unit(organization, call))}


def update_organizational_unit(world: World, _account: Account, call: Call) -> Result:
    """Renames a unit."""
    organization = ruled_organization(world, call)
    unit = _unit(organization, call)
    if call.text("Name") is not None and call.text("Name") != unit.name:
        name = checked_text(call, "Name", 1, 128)
        _check_free(organization, unit.parent, name)
        organization.units[unit.unit_id] = unit = replace(unit, name=name)
    return {"OrganizationalUnit": unit_shape(organization, unit)}


def delete_organizational_unit(world: World, _account: Account, call: Call) -> Result:
    """Takes an empty unit away, and what is attached to it."""
    organization = ruled_organization(world, call)
    unit = _unit(organization, call)
    below = [organization.parent_of(child) for child in (*organization.units, *organization.members)]
    if unit.unit_id in below:
        raise fault("OrganizationalUnitNotEmptyException")
    del organization.units[unit.unit_id]
    organization.attached.pop(unit.unit_id, None)
    return {}


def list_organizational_units_for_parent(world: World, _account: Account, call: Call) -> Result:
    """The units right below a parent."""
    organization = ruled_organization(world, call)
    parent = _parent(organization, call)
    units = [unit for unit in organization.units.values() if unit.parent == parent]
    return page(call, "OrganizationalUnits", units, lambda unit: unit_shape(organization, unit))


def list_accounts_for_parent(world: World, _account: Account, call: Call) -> Result:
    """The accounts right below a parent."""
    organization = ruled_organization(world, call)
    parent = _parent(organization, call)
    members = [member for member in organization.members.values() if member.parent == parent]
    return page(call, "Accounts", members, lambda member: account_shape(organization, member))


def list_children(world: World, _account: Account, call: Call) -> Result:
    """The ids of the units, or of the accounts, right below a parent."""
    organization = ruled_organization(world, call)
    parent, kind = _parent(organization, call), call.required("ChildType")
    if kind not in ("ACCOUNT", "ORGANIZATIONAL_UNIT"):
        raise invalid("INVALID_ENUM")
    places = organization.members if kind == "ACCOUNT" else organization.units
    ids = [child for child, place in places.items() if place.parent == parent]
    return page(call, "Children", ids, lambda child: {"Id": child, "Type": kind})


def list_parents(world: World, _account: Account, call: Call) -> Result:
    """The one parent of a unit or account."""
    organization = ruled_organization(world, call)
    parent = organization.parent_of(checked_id(call, "ChildId", "account", "unit"))
    if parent is None:
        raise fault("ChildNotFoundException")
    kind = "ROOT" if parent == organization.root_id else "ORGANIZATIONAL_UNIT"
    return page(call, "Parents", [parent], lambda above: {"Id": above, "Type": kind})


def _parent(organization: Organization, call: Call) -> str:
    parent = checked_id(call, "ParentId", "root", "unit")
    if parent != organization.root_id and parent not in organization.units:
        raise fault("ParentNotFoundException")
    return parent


def _unit(organization: Organization, call: Call) -> Unit:
    unit = organization.units.get(checked_id(call, "OrganizationalUnitId", "unit"))
    if unit is None:
        raise fault("OrganizationalUnitNotFoundException")
    return unit


def _check_free(organization: Organization, parent: str, name: str) -> None:
    if any(unit.parent == parent and unit.name == name for unit in organization.units.values()):
        raise fault("DuplicateOrganizationalUnitException")
