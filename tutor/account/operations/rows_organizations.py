"""The table of the operations of Organizations: where each is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["CHANGES", "READS"]


def _organizations(module: str, **names: str) -> dict[str, str]:
    """`Operation=function` of one module."""
    return {f"organizations:{operation}": f"{module}:{name}" for operation, name in names.items()}


READS: Final[Mapping[str, str]] = {
    **_organizations(
        "organizations",
        DescribeOrganization="describe_organization",
        ListRoots="list_roots",
    ),
    **_organizations(
        "organizations_units",
        DescribeOrganizationalUnit="describe_organizational_unit",
        ListOrganizationalUnitsForParent="list_organizational_units_for_parent",
        ListAccountsForParent="list_accounts_for_parent",
        ListChildren="list_children",
        ListParents="list_parents",
    ),
    **_organizations(
        "organizations_accounts",
        ListAccounts="list_accounts",
        DescribeAccount="describe_account",
        DescribeCreateAccountStatus="describe_create_account_status",
        ListCreateAccountStatus="list_create_account_status",
    ),
    **_organizations(
        "organizations_invitations",
        DescribeHandshake="describe_handshake",
        ListHandshakesForAccount="list_handshakes_for_account",
        ListHandshakesForOrganization="list_handshakes_for_organization",
    ),
    **_organizations(
        "organizations_policies",
        DescribePolicy="describe_policy",
        ListPolicies="list_policies",
        ListPoliciesForTarget="list_policies_for_target",
        ListTargetsForPolicy="list_targets_for_policy",
    ),
}
"""Operations that leave the organization as it is."""

CHANGES: Final[Mapping[str, str]] = {
    **_organizations(
        "organizations",
        CreateOrganization="create_organization",
        DeleteOrganization="delete_organization",
        EnablePolicyType="enable_policy_type",
        DisablePolicyType="disable_policy_type",
    ),
    **_organizations(
        "organizations_units",
        CreateOrganizationalUnit="create_organizational_unit",
        UpdateOrganizationalUnit="update_organizational_unit",
        DeleteOrganizationalUnit="delete_organizational_unit",
    ),
    **_organizations(
        "organizations_accounts",
        CreateAccount="create_account",
        MoveAccount="move_account",
    ),
    **_organizations(
        "organizations_invitations",
        InviteAccountToOrganization="invite_account_to_organization",
        AcceptHandshake="accept_handshake",
        DeclineHandshake="decline_handshake",
        CancelHandshake="cancel_handshake",
        LeaveOrganization="leave_organization",
        RemoveAccountFromOrganization="remove_account_from_organization",
    ),
    **_organizations(
        "organizations_policies",
        CreatePolicy="create_policy",
        UpdatePolicy="update_policy",
        DeletePolicy="delete_policy",
        AttachPolicy="attach_policy",
        DetachPolicy="detach_policy",
    ),
}
"""Operations that undo has something to take back from."""
