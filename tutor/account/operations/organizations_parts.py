"""What the operations of Organizations have in common: who may ask, what is meant, pages, shapes."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from tutor.account.control_policies import POLICY_KINDS
from tutor.account.operations.organizations_errors import fault, invalid
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.control_policies import ControlPolicy
    from tutor.account.organization import Member, Organization, Unit
    from tutor.account.world import World

__all__ = [
    "account_shape",
    "checked_id",
    "checked_text",
    "named_policy",
    "own_organization",
    "page",
    "policy_summary",
    "policy_type",
    "ruled_organization",
    "target_arn",
    "unit_shape",
]

T = TypeVar("T")

_PAGE: Final = 20
_IDS: Final = {
    "root": r"r-[0-9a-z]{4,32}",
    "unit": r"ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}",
    "account": r"\d{12}",
    "policy": r"p-[0-9a-zA-Z_]{8,128}",
    "request": r"car-[a-z0-9]{8,32}",
    "handshake": r"h-[0-9a-z]{8,32}",
}
_PATTERN: Final = "You provided a value that does not match the required pattern."


def own_organization(world: World, call: Call) -> Organization:
    """The organization that the caller's account belongs to."""
    organization = world.organization
    if organization is None or call.account_id not in organization.members:
        raise fault("AWSOrganizationsNotInUseException")
    return organization


def ruled_organization(world: World, call: Call) -> Organization:
    """The organization whose management account the caller is in: only it may ask for most things."""
    organization = own_organization(world, call)
    if call.account_id != organization.management_id:
        raise fault("AccessDeniedException")
    return organization


def checked_id(call: Call, parameter: str, *kinds: str) -> str:
    """An id of one of these kinds; raises InvalidInputException for what cannot be one."""
    value = call.required(parameter)
    if not any(re.fullmatch(_IDS[kind], value) for kind in kinds):
        raise invalid("INVALID_PATTERN", _PATTERN)
    return value


def checked_text(call: Call, parameter: str, least: int, most: int) -> str:
    """A text of bounded length."""
    value = call.required(parameter)
    if len(value) < least:
        raise invalid("MIN_LENGTH_EXCEEDED", "You provided a value that is shorter than the minimum length.")
    if len(value) > most:
        raise invalid("MAX_LENGTH_EXCEEDED", "You provided a value that is longer than the maximum length.")
    return value


def policy_type(call: Call, parameter: str) -> str:
    """SERVICE_CONTROL_POLICY or RESOURCE_CONTROL_POLICY."""
    value = call.required(parameter)
    if value in POLICY_KINDS:
        return value
    if not re.fullmatch(r"[A-Z0-9]+(_[A-Z0-9]+)*_POLICY(_EC2)?", value):
        raise invalid("INVALID_ENUM_POLICY_TYPE")
    message = f"This sandbox has {' and '.join(POLICY_KINDS)}, and no policies of the type {value}."
    raise ServiceError("PolicyTypeNotAvailableForOrganizationException", message, 400)


def named_policy(organization: Organization, call: Call) -> ControlPolicy:
    """The policy with the call's PolicyId."""
    policy = organization.policy(checked_id(call, "PolicyId", "policy"))
    if policy is None:
        raise fault("PolicyNotFoundException")
    return policy


def page(call: Call, name: str, items: Sequence[T], shape: Callable[[T], Result]) -> Result:
    """One page of a listing, and the token of the next."""
    size = int(str(call.parameters.get("MaxResults", _PAGE)))
    if not 1 <= size <= _PAGE:
        reason = "MIN_VALUE_EXCEEDED" if size < 1 else "MAX_VALUE_EXCEEDED"
        raise invalid(reason, "You provided a value that is outside of the allowed range.")
    start = _start(call)
    result: Result = {name: [shape(item) for item in items[start : start + size]]}
    if len(items) > start + size:
        result["NextToken"] = urlsafe_b64encode(f"{call.action} {start + size}".encode()).decode()
    return result


def _start(call: Call) -> int:
    token = call.text("NextToken")
    if token is None:
        return 0
    try:
        action, start = urlsafe_b64decode(token.encode()).decode().split(" ")
        if action == call.action:
            return max(0, int(start))
    except ValueError:
        pass
    raise invalid("INVALID_NEXT_TOKEN", "You provided an invalid NextToken.")


def target_arn(organization: Organization, target: str) -> str:
    """The ARN of the root, of a unit or of an account."""
    kind = "root" if target == organization.root_id else "ou" if target.startswith("ou-") else "account"
    owner = f"arn:aws:organizations::{organization.management_id}"
    return f"{owner}:{kind}/{organization.org_id}/{target}"


def unit_shape(organization: Organization, unit: Unit) -> Result:
    """A unit as the answers show it."""
    return {"Id": unit.unit_id, "Arn": target_arn(organization, unit.unit_id), "Name": unit.name}


def account_shape(organization: Organization, member: Member) -> Result:
    """An account as the answers show it."""
    return {
        "Id": member.account_id,
        "Arn": target_arn(organization, member.account_id),
        "Email": member.email,
        "Name": member.name,
        "Status": "ACTIVE",
        "State": "ACTIVE",
        "JoinedMethod": "CREATED" if member.created else "INVITED",
        "JoinedTimestamp": member.joined,
    }


def policy_summary(organization: Organization, policy: ControlPolicy) -> Result:
    """A policy without its content."""
    return {
        "Id": policy.policy_id,
        "Arn": organization.arn_of(policy),
        "Name": policy.name,
        "Description": policy.description,
        "Type": policy.type,
        "AwsManaged": policy.by_aws,
    }
