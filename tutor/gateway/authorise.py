"""May they: puts each need of a request to the evaluator, with the policies that apply to the caller."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.gateway.needs import Need
from tutor.policy import Context, Decision, PrincipalKind, Request, decide
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Account, Caller, World

PRINCIPAL_TYPES: Mapping[PrincipalKind, str] = {
    PrincipalKind.ROOT: "Account",
    PrincipalKind.USER: "User",
    PrincipalKind.ASSUMED_ROLE: "AssumedRole",
    PrincipalKind.FEDERATED_USER: "FederatedUser",
    PrincipalKind.ANONYMOUS: "Anonymous",
}
"""aws:PrincipalType for each kind of caller (spec/iam-facts.md 5.1)."""


def decision_on(
    need: Need, caller: "Caller", world: "World", circumstances: Mapping[str, ContextSource]
) -> Decision:
    """What the evaluator says to one need of a caller."""
    account = world.accounts[caller.principal.account]
    owner = need.resource_account or account.account_id
    context: dict[str, ContextSource] = {
        **caller_context(caller, account),
        "aws:ResourceAccount": owner,
        **need.context,
        **circumstances,
    }
    from tutor.account import policies_of

    request = Request(caller.principal, need.action, need.resource, owner, Context.of(context))
    return decide(request, policies_of(world, caller.principal))


def circumstances_of(
    at: datetime,
    *,
    source_ip: str,
    region: str = "us-east-1",
    secure: bool = True,
    user_agent: str | None = None,
) -> dict[str, ContextSource]:
    """The condition keys that every request carries, whoever sends it (spec/iam-facts.md 5)."""
    always: dict[str, ContextSource] = {
        "aws:CurrentTime": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "aws:EpochTime": int(at.timestamp()),
        "aws:SourceIp": source_ip,
        "aws:SecureTransport": secure,
        "aws:RequestedRegion": region,
        "aws:ViaAWSService": False,
    }
    return always if user_agent is None else always | {"aws:UserAgent": user_agent}


def caller_context(caller: "Caller", account: "Account") -> dict[str, ContextSource]:
    """The condition keys that say who asks."""
    principal = caller.principal
    context: dict[str, ContextSource] = {
        "aws:PrincipalArn": principal.arn,
        "aws:PrincipalAccount": principal.account,
        "aws:PrincipalType": PRINCIPAL_TYPES[principal.kind],
        "aws:PrincipalIsAWSService": False,
        "aws:userid": caller.user_id,
    }
    if principal.kind is PrincipalKind.USER and caller.name is not None:
        context["aws:username"] = caller.name
        user = account.users.get(caller.name)
        for key, value in (user.tags if user else {}).items():
            context[f"aws:PrincipalTag/{key}"] = value
    return context
