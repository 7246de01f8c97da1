"""The operations of Organizations, each of which is its own action."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.gateway.scene import Column, Need, Scene, everything, request_tags

if TYPE_CHECKING:
    from tutor.account.organization import Organization

POLICY_TYPE: Final = "organizations:PolicyType"


def place(*parameters: str) -> Column:
    """The roots, units and accounts that these parameters name by id."""

    def column(action: str, scene: Scene) -> tuple[Need, ...]:
        return tuple(_need(action, scene, _place_arn(scene, scene.text(name))) for name in parameters)

    return column


def new_account(action: str, scene: Scene) -> tuple[Need, ...]:
    """An account that is still to be made, with the tags asked for."""
    return tuple(need.with_context(request_tags(scene)) for need in everything(action, scene))


def invited(action: str, scene: Scene) -> tuple[Need, ...]:
    """The account that is asked to join, with the tags that it would get."""
    target = scene.parameters.get("Target")
    account_id = str(target.get("Id", "*")) if isinstance(target, Mapping) else "*"
    return (_need(action, scene, _place_arn(scene, account_id)).with_context(request_tags(scene)),)


def handshake(action: str, scene: Scene) -> tuple[Need, ...]:
    """The invitation named."""
    organization = scene.world.organization
    owner, org_id = (organization.management_id, organization.org_id) if organization else ("*", "*")
    arn = f"arn:aws:organizations::{owner}:handshake/{org_id}/invite/{scene.text('HandshakeId')}"
    return (Need(action, arn, {}, scene.account.account_id),)


def new_policy(action: str, scene: Scene) -> tuple[Need, ...]:
    """A policy that is still to be made, of the type asked for."""
    context = {POLICY_TYPE: scene.text("Type"), **request_tags(scene)}
    return tuple(need.with_context(context) for need in everything(action, scene))


def root_and_type(action: str, scene: Scene) -> tuple[Need, ...]:
    """The root, with the policy type that is turned on or off there."""
    context = {POLICY_TYPE: scene.text("PolicyType")}
    return tuple(need.with_context(context) for need in place("RootId")(action, scene))


def policies(action: str, scene: Scene) -> tuple[Need, ...]:
    """All policies of one type."""
    return tuple(need.with_context({POLICY_TYPE: scene.text("Filter")}) for need in everything(action, scene))


def policies_of_place(action: str, scene: Scene) -> tuple[Need, ...]:
    """The target whose policies of one type are listed."""
    context = {POLICY_TYPE: scene.text("Filter")}
    return tuple(need.with_context(context) for need in place("TargetId")(action, scene))


def policy(action: str, scene: Scene) -> tuple[Need, ...]:
    """The policy named."""
    organization = scene.world.organization
    found = organization.policy(scene.text("PolicyId")) if organization else None
    if organization is None or found is None:
        return (_need(action, scene, _arn(scene, f"policy/*/*/{scene.text('PolicyId')}")),)
    need = _need(action, scene, organization.arn_of(found))
    return (need.with_context({POLICY_TYPE: found.type}),)


def policy_and_target(action: str, scene: Scene) -> tuple[Need, ...]:
    """The policy, and what it is attached to or detached from."""
    named = policy(action, scene)
    return (*named, *(need.with_context(named[0].context) for need in place("TargetId")(action, scene)))


def _need(action: str, scene: Scene, arn: str) -> Need:
    return Need(action, arn, {}, _owner(scene))


def _owner(scene: Scene) -> str:
    organization = _organization(scene)
    return organization.management_id if organization else scene.account.account_id


def _organization(scene: Scene) -> "Organization | None":
    """The organization that the caller's account belongs to."""
    found = scene.world.organization
    return found if found is not None and scene.account.account_id in found.members else None


def _arn(scene: Scene, resource: str) -> str:
    return f"arn:aws:organizations::{_owner(scene)}:{resource}"


def _place_arn(scene: Scene, place_id: str) -> str:
    organization = _organization(scene)
    kind = {"r": "root", "o": "ou"}.get(place_id[:1], "account")
    return _arn(scene, f"{kind}/{organization.org_id if organization else '*'}/{place_id}")


ORGANIZATIONS: Final[Mapping[str, Column]] = {
    **dict.fromkeys(("CreateOrganization", "DescribeOrganization", "DeleteOrganization"), everything),
    **dict.fromkeys(("ListRoots", "ListAccounts", "ListCreateAccountStatus"), everything),
    "DescribeCreateAccountStatus": everything,
    "CreateAccount": new_account,
    "InviteAccountToOrganization": invited,
    **dict.fromkeys(
        ("AcceptHandshake", "DeclineHandshake", "CancelHandshake", "DescribeHandshake"), handshake
    ),
    **dict.fromkeys(("ListHandshakesForAccount", "ListHandshakesForOrganization"), everything),
    "LeaveOrganization": everything,
    "RemoveAccountFromOrganization": place("AccountId"),
    "DescribeAccount": place("AccountId"),
    "MoveAccount": place("AccountId", "SourceParentId", "DestinationParentId"),
    "CreateOrganizationalUnit": place("ParentId"),
    **dict.fromkeys(
        ("ListOrganizationalUnitsForParent", "ListAccountsForParent", "ListChildren"), place("ParentId")
    ),
    **dict.fromkeys(
        ("DescribeOrganizationalUnit", "UpdateOrganizationalUnit", "DeleteOrganizationalUnit"),
        place("OrganizationalUnitId"),
    ),
    "ListParents": place("ChildId"),
    **dict.fromkeys(("EnablePolicyType", "DisablePolicyType"), root_and_type),
    "CreatePolicy": new_policy,
    "ListPolicies": policies,
    **dict.fromkeys(("DescribePolicy", "UpdatePolicy", "DeletePolicy", "ListTargetsForPolicy"), policy),
    **dict.fromkeys(("AttachPolicy", "DetachPolicy"), policy_and_target),
    "ListPoliciesForTarget": policies_of_place,
}
"""By operation: the column that finds the resources."""
