"""Accounts that were there before: invited, joining, leaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.operations.organizations_errors import constraint, fault, invalid
from tutor.account.operations.organizations_parts import (
    checked_id,
    own_organization,
    page,
    ruled_organization,
)
from tutor.account.operations.organizations_units import attach_full_access
from tutor.account.organization import Invitation, Member
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.account.call import Call, Result
    from tutor.account.organization import Organization
    from tutor.account.world import Account, World

__all__ = [
    "MOST_ACCOUNTS",
    "accept_handshake",
    "cancel_handshake",
    "decline_handshake",
    "describe_handshake",
    "invite_account_to_organization",
    "leave_organization",
    "list_handshakes_for_account",
    "list_handshakes_for_organization",
    "remove_account_from_organization",
]

MOST_ACCOUNTS: Final = 10


def invite_account_to_organization(world: World, _account: Account, call: Call) -> Result:
    """Asks an account of the sandbox to join; it has to accept by itself."""
    organization = ruled_organization(world, call)
    target = call.parameters.get("Target")
    spec = target if isinstance(target, Mapping) else {}
    if spec.get("Type") != "ACCOUNT":
        raise invalid("INVALID_PARTY_TYPE_TARGET", "This sandbox invites by account id: Type=ACCOUNT.")
    account_id, now = str(spec.get("Id", "")), call.moment(world)
    if account_id not in world.accounts:
        raise fault("AccountNotFoundException")
    if account_id in organization.members:
        raise ServiceError(
            "HandshakeConstraintViolationException",
            "The account is already a member of an organization.",
            400,
            fields={"Reason": "ALREADY_IN_AN_ORGANIZATION"},
        )
    known = (each for each in organization.invitations.values() if each.account_id == account_id)
    if any(each.state(now) == "OPEN" for each in known):
        raise fault("DuplicateHandshakeException")
    invitation = Invitation(f"h-{call.mint.hexadecimal(32)}", account_id, now)
    organization.invitations[invitation.handshake_id] = invitation
    return {"Handshake": _shape(organization, invitation, now)}


def accept_handshake(world: World, account: Account, call: Call) -> Result:
    """The invited account joins under the root."""
    organization, invitation = _open(world, call, account.account_id)
    if len(organization.members) >= MOST_ACCOUNTS:
        raise ServiceError(
            "HandshakeConstraintViolationException",
            "You have exceeded the allowed number of AWS accounts.",
            400,
            fields={"Reason": "ACCOUNT_NUMBER_LIMIT_EXCEEDED"},
        )
    organization.members[account.account_id] = Member(
        account.account_id,
        account.alias or account.account_id,
        f"account-{account.account_id}@example.com",
        call.moment(world),
        created=False,
        parent=organization.root_id,
    )
    attach_full_access(organization, account.account_id)
    return _answered(world, call, organization, replace(invitation, answered="ACCEPTED"))


def decline_handshake(world: World, account: Account, call: Call) -> Result:
    """The invited account does not want to join."""
    organization, invitation = _open(world, call, account.account_id)
    return _answered(world, call, organization, replace(invitation, answered="DECLINED"))


def cancel_handshake(world: World, _account: Account, call: Call) -> Result:
    """The management account takes its invitation back."""
    ruled_organization(world, call)
    organization, invitation = _open(world, call, None)
    return _answered(world, call, organization, replace(invitation, answered="CANCELED"))


def describe_handshake(world: World, account: Account, call: Call) -> Result:
    """One invitation, for either side."""
    organization, invitation = _meant(world, call)
    if account.account_id not in (organization.management_id, invitation.account_id):
        raise fault("HandshakeNotFoundException")
    return {"Handshake": _shape(organization, invitation, call.moment(world))}


def list_handshakes_for_account(world: World, account: Account, call: Call) -> Result:
    """The invitations that the caller's account has."""
    organization = world.organization
    known = organization.invitations.values() if organization else ()
    return _listed(world, call, [each for each in known if each.account_id == account.account_id])


def list_handshakes_for_organization(world: World, _account: Account, call: Call) -> Result:
    """The invitations that the organization has sent."""
    return _listed(world, call, list(ruled_organization(world, call).invitations.values()))


def leave_organization(world: World, account: Account, call: Call) -> Result:
    """The caller's account goes; one that the organization made cannot stand alone."""
    _take_out(own_organization(world, call), account.account_id)
    return {}


def remove_account_from_organization(world: World, _account: Account, call: Call) -> Result:
    """The management account sends a member away."""
    organization, account_id = ruled_organization(world, call), checked_id(call, "AccountId", "account")
    if account_id not in organization.members:
        raise fault("AccountNotFoundException")
    _take_out(organization, account_id)
    return {}


def _take_out(organization: Organization, account_id: str) -> None:
    if account_id == organization.management_id:
        raise fault("MasterCannotLeaveOrganizationException")
    if organization.members[account_id].created:
        message = (
            "The member account must be configured with a valid payment method, such as a credit card, "
            "before it can leave the organization."
        )
        raise constraint("MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED", message)
    del organization.members[account_id]
    organization.attached.pop(account_id, None)


def _meant(world: World, call: Call) -> tuple[Organization, Invitation]:
    handshake_id, organization = checked_id(call, "HandshakeId", "handshake"), world.organization
    invitation = organization.invitations.get(handshake_id) if organization else None
    if organization is None or invitation is None:
        raise fault("HandshakeNotFoundException")
    return organization, invitation


def _open(world: World, call: Call, account_id: str | None) -> tuple[Organization, Invitation]:
    organization, invitation = _meant(world, call)
    if account_id not in (None, invitation.account_id):
        raise fault("AccessDeniedException")
    if invitation.state(call.moment(world)) != "OPEN":
        raise fault("InvalidHandshakeTransitionException")
    return organization, invitation


def _answered(world: World, call: Call, organization: Organization, invitation: Invitation) -> Result:
    organization.invitations[invitation.handshake_id] = invitation
    return {"Handshake": _shape(organization, invitation, call.moment(world))}


def _listed(world: World, call: Call, invitations: Sequence[Invitation]) -> Result:
    organization, now = world.organization, call.moment(world)
    if organization is None:
        return {"Handshakes": []}
    return page(call, "Handshakes", invitations, lambda each: _shape(organization, each, now))


def _shape(organization: Organization, invitation: Invitation, now: datetime) -> Result:
    owner = f"arn:aws:organizations::{organization.management_id}"
    return {
        "Id": invitation.handshake_id,
        "Arn": f"{owner}:handshake/{organization.org_id}/invite/{invitation.handshake_id}",
        "Parties": [
            {"Id": organization.org_id.removeprefix("o-"), "Type": "ORGANIZATION"},
            {"Id": invitation.account_id, "Type": "ACCOUNT"},
        ],
        "State": invitation.state(now),
        "RequestedTimestamp": invitation.asked,
        "ExpirationTimestamp": invitation.expires,
        "Action": "INVITE",
        "Resources": [{"Value": organization.org_id, "Type": "ORGANIZATION"}],
    }
