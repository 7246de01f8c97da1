"""Service control policies and resource control policies, and what they are attached to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.control_policies import FULL_ACCESS, RCP, SCP, ControlPolicy
from tutor.account.operations.organizations_content import policy_content
from tutor.account.operations.organizations_errors import constraint, fault, invalid
from tutor.account.operations.organizations_parts import (
    checked_id,
    checked_text,
    named_policy,
    page,
    policy_summary,
    policy_type,
    ruled_organization,
    target_arn,
)

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.organization import Organization
    from tutor.account.world import Account, World

__all__ = [
    "attach_policy",
    "create_policy",
    "delete_policy",
    "describe_policy",
    "detach_policy",
    "list_policies",
    "list_policies_for_target",
    "list_targets_for_policy",
    "update_policy",
]

_MOST_ATTACHED: Final = {SCP: 10, RCP: 5}


def create_policy(world: World, _account: Account, call: Call) -> Result:
    """A policy that binds nobody until it is attached."""
    organization = ruled_organization(world, call)
    kind = policy_type(call, "Type")
    if organization.feature_set != "ALL":
        raise fault("PolicyTypeNotAvailableForOrganizationException")
    name, description = checked_text(call, "Name", 1, 128), checked_text(call, "Description", 0, 512)
    content = policy_content(call, kind)
    _check_free(organization, kind, name)
    policy_id = f"p-{call.mint.hexadecimal(8)}"
    organization.policies[policy_id] = policy = ControlPolicy(policy_id, kind, name, description, content)
    return {"Policy": _shape(organization, policy)}


def describe_policy(world: World, _account: Account, call: Call) -> Result:
    """A policy with its content."""
    organization = ruled_organization(world, call)
    return {"Policy": _shape(organization, named_policy(organization, call))}


def update_policy(world: World, _account: Account, call: Call) -> Result:
    """Changes name, description or content; what is not given stays."""
    organization = ruled_organization(world, call)
    policy = _own_policy(organization, call)
    if call.text("Name") not in (None, policy.name):
        _check_free(organization, policy.type, checked_text(call, "Name", 1, 128))
        policy = replace(policy, name=call.required("Name"))
    if call.text("Description") is not None:
        policy = replace(policy, description=checked_text(call, "Description", 0, 512))
    if call.text("Content") is not None:
        policy = replace(policy, content=policy_content(call, policy.type))
    organization.policies[policy.policy_id] = policy
    return {"Policy": _shape(organization, policy)}


def delete_policy(world: World, _account: Account, call: Call) -> Result:
    """Takes a policy away that is attached nowhere."""
    organization = ruled_organization(world, call)
    policy = _own_policy(organization, call)
    if any(policy.policy_id in ids for ids in organization.attached.values()):
        raise fault("PolicyInUseException")
    del organization.policies[policy.policy_id]
    return {}


def list_policies(world: World, _account: Account, call: Call) -> Result:
    """The policies of one type, AWS's own too."""
    organization = ruled_organization(world, call)
    kind = policy_type(call, "Filter")
    known = [*FULL_ACCESS.values(), *organization.policies.values()]
    found = [policy for policy in known if policy.type == kind]
    return page(call, "Policies", found, lambda policy: policy_summary(organization, policy))


def attach_policy(world: World, _account: Account, call: Call) -> Result:
    """Puts a policy over a root, a unit or an account, and over all that is below."""
    organization = ruled_organization(world, call)
    policy, target = named_policy(organization, call), _target(organization, call)
    if policy.type not in organization.enabled:
        raise fault("PolicyTypeNotEnabledException")
    ids = organization.attached.setdefault(target, [])
    if policy.policy_id in ids:
        raise fault("DuplicatePolicyAttachmentException")
    if len(organization.policies_at(target, policy.type)) >= _MOST_ATTACHED[policy.type]:
        message = "You have attached the maximum number of policies to the specified target."
        raise constraint("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message)
    ids.append(policy.policy_id)
    return {}


def detach_policy(world: World, _account: Account, call: Call) -> Result:
    """Takes a policy off; the last SCP and RCPFullAWSAccess have to stay."""
    organization = ruled_organization(world, call)
    policy, target = named_policy(organization, call), _target(organization, call)
    ids = organization.attached.get(target, [])
    if policy.policy_id not in ids:
        raise fault("PolicyNotAttachedException")
    if policy.type == RCP and policy.by_aws:
        raise invalid("NON_DETACHABLE_POLICY", "You can't detach this policy.")
    if policy.type == SCP and len(organization.policies_at(target, SCP)) == 1:
        message = (
            "You cannot remove the last policy attached to the specified target. You must have at least one "
            "attached at all times."
        )
        raise constraint("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message)
    ids.remove(policy.policy_id)
    return {}


def list_policies_for_target(world: World, _account: Account, call: Call) -> Result:
    """The policies of one type that are attached to a target itself, not those above it."""
    organization = ruled_organization(world, call)
    target, kind = _target(organization, call), policy_type(call, "Filter")
    found = organization.policies_at(target, kind)
    return page(call, "Policies", found, lambda policy: policy_summary(organization, policy))


def list_targets_for_policy(world: World, _account: Account, call: Call) -> Result:
    """Everything that a policy is attached to."""
    organization = ruled_organization(world, call)
    policy = named_policy(organization, call)
    targets = [target for target, ids in organization.attached.items() if policy.policy_id in ids]
    return page(call, "Targets", targets, lambda target: _target_shape(organization, target))


def _target_shape(organization: Organization, target: str) -> Result:
    unit, member = organization.units.get(target), organization.members.get(target)
    name = unit.name if unit else member.name if member else "Root"
    kind = "ORGANIZATIONAL_UNIT" if unit else "ACCOUNT" if member else "ROOT"
    return {"TargetId": target, "Arn": target_arn(organization, target), "Name": name, "Type": kind}


def _shape(organization: Organization, policy: ControlPolicy) -> Result:
    return {"PolicySummary": policy_summary(organization, policy), "Content": policy.content.text}


def _target(organization: Organization, call: Call) -> str:
    target = checked_id(call, "TargetId", "root", "unit", "account")
    if not organization.chain(target):
        raise fault("TargetNotFoundException")
    return target


def _own_policy(organization: Organization, call: Call) -> ControlPolicy:
    policy = named_policy(organization, call)
    if policy.by_aws:
        message = "You specified a policy that is managed by AWS and can't be modified."
        raise invalid("IMMUTABLE_POLICY", message)
    return policy


def _check_free(organization: Organization, kind: str, name: str) -> None:
    known = (*FULL_ACCESS.values(), *organization.policies.values())
    if any(policy.name == name and policy.type == kind for policy in known):
        raise fault("DuplicatePolicyException")
