"""The accounts of an organization: made, shown, moved."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.account import Account
from tutor.account.entities import RootUser
from tutor.account.operations.organizations_errors import constraint, fault, invalid
from tutor.account.operations.organizations_invitations import MOST_ACCOUNTS
from tutor.account.operations.organizations_parts import (
    account_shape,
    checked_id,
    checked_text,
    page,
    ruled_organization,
)
from tutor.account.operations.organizations_units import attach_full_access
from tutor.account.organization import AccountRequest, Member
from tutor.account.policy_text import TRUST, PolicyText
from tutor.account.roles import Role

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.organization import Organization
    from tutor.account.world import World

__all__ = [
    "create_account",
    "describe_account",
    "describe_create_account_status",
    "list_accounts",
    "list_create_account_status",
    "move_account",
]

_ACCESS_ROLE: Final = "OrganizationAccountAccessRole"
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_ROLE_NAME: Final = re.compile(r"[\w+=,.@-]{1,64}", re.ASCII)
_STATES: Final = ("IN_PROGRESS", "SUCCEEDED", "FAILED")


def create_account(world: World, _account: Account, call: Call) -> Result:
    """A member account under the root, with a role that lets the management account in.

    The answer says IN_PROGRESS as AWS's does; DescribeCreateAccountStatus has the end of it.
    """
    organization = ruled_organization(world, call)
    name, email = checked_text(call, "AccountName", 1, 50), checked_text(call, "Email", 6, 64)
    if not _EMAIL.fullmatch(email):
        raise invalid("INVALID_PATTERN", "You provided a value that does not match the required pattern.")
    role_name = call.text("RoleName") or _ACCESS_ROLE
    if not _ROLE_NAME.fullmatch(role_name):
        raise invalid("INVALID_ROLE_NAME", "You provided a role name that isn't valid.")
    if len(organization.members) >= MOST_ACCOUNTS:
        message = "You have exceeded the allowed number of AWS accounts."
        raise constraint("ACCOUNT_NUMBER_LIMIT_EXCEEDED", message)
    request = AccountRequest(f"car-{call.mint.hexadecimal(32)}", name, call.moment(world))
    if any(member.email.lower() == email.lower() for member in organization.members.values()):
        request = replace(request, failure="EMAIL_ALREADY_EXISTS")
    else:
        account = _new_account(world, call)
        _let_in(account, organization, role_name, call)
        request = replace(request, account_id=account.account_id)
        organization.members[account.account_id] = Member(
            account.account_id, name, email, request.asked, created=True, parent=organization.root_id
        )
        attach_full_access(organization, account.account_id)
    organization.requests[request.request_id] = request
    started = {"Id": request.request_id, "AccountName": name, "State": "IN_PROGRESS"}
    return {"CreateAccountStatus": {**started, "RequestedTimestamp": request.asked}}


def _new_account(world: World, call: Call) -> Account:
    account_id = call.mint.digits(12)
    while account_id in world.accounts:
        account_id = call.mint.digits(12)
    account = Account(account_id, RootUser(account_id, call.moment(world)))
    world.accounts[account_id] = account
    return account


def _let_in(account: Account, organization: Organization, name: str, call: Call) -> None:
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{organization.management_id}:root"},
        "Action": "sts:AssumeRole",
    }
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    everything = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    rights = json.dumps({"Version": "2012-10-17", "Statement": [everything]})
    account.add(
        Role(
            name,
            "/",
            call.mint.entity_id("AROA"),
            f"arn:aws:iam::{account.account_id}:role/{name}",
            account.root.created,
            PolicyText(trust, kind=TRUST),
            inline={"AdministratorAccess": PolicyText(rights)},
        )
    )


def describe_create_account_status(world: World, _account: Account, call: Call) -> Result:
    """What became of a CreateAccount."""
    organization = ruled_organization(world, call)
    request = organization.requests.get(checked_id(call, "CreateAccountRequestId", "request"))
    if request is None:
        raise fault("CreateAccountStatusNotFoundException")
    return {"CreateAccountStatus": _status(request)}


def list_create_account_status(world: World, _account: Account, call: Call) -> Result:
    """All CreateAccounts, or those in the states asked for."""
    organization = ruled_organization(world, call)
    asked = call.parameters.get("States")
    states = [str(state) for state in asked] if isinstance(asked, list) else list(_STATES)
    if any(state not in _STATES for state in states):
        raise invalid("INVALID_ENUM")
    found = [request for request in organization.requests.values() if _status(request)["State"] in states]
    return page(call, "CreateAccountStatuses", found, _status)


def _status(request: AccountRequest) -> Result:
    shape: Result = {
        "Id": request.request_id,
        "AccountName": request.name,
        "State": "SUCCEEDED" if request.failure is None else "FAILED",
        "RequestedTimestamp": request.asked,
        "CompletedTimestamp": request.asked,
    }
    if request.failure is not None:
        return shape | {"FailureReason": request.failure}
    return shape | {"AccountId": request.account_id}


def list_accounts(world: World, _account: Account, call: Call) -> Result:
    """All accounts, the management account first."""
    organization = ruled_organization(world, call)
    members = list(organization.members.values())
    return page(call, "Accounts", members, lambda member: account_shape(organization, member))


def describe_account(world: World, _account: Account, call: Call) -> Result:
    """One account."""
    organization = ruled_organization(world, call)
    return {"Account": account_shape(organization, _member(organization, call))}


def move_account(world: World, _account: Account, call: Call) -> Result:
    """Takes an account from one place in the tree to another."""
    organization = ruled_organization(world, call)
    member = _member(organization, call)
    source = checked_id(call, "SourceParentId", "root", "unit")
    destination = checked_id(call, "DestinationParentId", "root", "unit")
    if source != member.parent:
        raise fault("SourceParentNotFoundException")
    if destination != organization.root_id and destination not in organization.units:
        raise fault("DestinationParentNotFoundException")
    if destination == source:
        raise fault("DuplicateAccountException")
    organization.members[member.account_id] = replace(member, parent=destination)
    return {}


def _member(organization: Organization, call: Call) -> Member:
    member = organization.members.get(checked_id(call, "AccountId", "account"))
    if member is None:
        raise fault("AccountNotFoundException")
    return member
