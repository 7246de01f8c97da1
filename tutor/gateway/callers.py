"""The condition keys that say who asks, and with what credentials (spec/iam-facts.md 5, 5.1)."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.organization import organization_keys
from tutor.policy import PrincipalKind
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Caller, Session, World

PRINCIPAL_TYPES: Final[Mapping[PrincipalKind, str]] = {
    PrincipalKind.ROOT: "Account",
    PrincipalKind.USER: "User",
    PrincipalKind.ASSUMED_ROLE: "AssumedRole",
    PrincipalKind.FEDERATED_USER: "FederatedUser",
    PrincipalKind.ANONYMOUS: "Anonymous",
    PrincipalKind.FEDERATED: "Anonymous",
}
"""aws:PrincipalType for each kind of caller; who comes with a provider's token has not signed."""

UNSIGNED: Final[Mapping[str, ContextSource]] = {
    "aws:PrincipalAccount": "anonymous",
    "aws:PrincipalType": "Anonymous",
    "aws:userid": "anonymous",
}

INSTANCE: Final = "i-"
"""How the session names begin that EC2 gives to the roles of instances."""


def caller_context(
    caller: "Caller", world: "World", session: "Session | None", at: datetime
) -> dict[str, ContextSource]:
    """Who asks: keys of the principal, of its tags, of its organization and of its session."""
    principal = caller.principal
    if principal.kind is PrincipalKind.AWS_SERVICE:
        return _service_keys(principal.arn)
    if not principal.account:
        return dict(UNSIGNED)
    context: dict[str, ContextSource] = {
        "aws:PrincipalArn": _identity_arn(caller, world),
        "aws:PrincipalAccount": principal.account,
        "aws:PrincipalType": PRINCIPAL_TYPES[principal.kind],
        "aws:PrincipalIsAWSService": False,
        "aws:userid": caller.user_id,
        **organization_keys(world, principal.account, "Principal"),
    }
    if principal.kind is PrincipalKind.USER and caller.name is not None:
        context["aws:username"] = caller.name
    tags = {**_identity_tags(caller, world), **(session.tags if session is not None else {})}
    context.update({f"aws:PrincipalTag/{key}": text for key, text in tags.items()})
    if session is not None:
        context.update(_session_keys(session, at))
        context.update(_instance_keys(session, world))
    return context


def mfa_keys(used: datetime | None, at: datetime) -> dict[str, ContextSource]:
    """Whether MFA was used for temporary credentials, and how long ago."""
    if used is None:
        return {"aws:MultiFactorAuthPresent": False}
    age = max(0, int((at - used).total_seconds()))
    return {"aws:MultiFactorAuthPresent": True, "aws:MultiFactorAuthAge": age}


def _session_keys(session: "Session", at: datetime) -> dict[str, ContextSource]:
    keys: dict[str, ContextSource] = {
        "aws:TokenIssueTime": session.issued.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **mfa_keys(session.mfa_at, at),
        **session.claims,
    }
    if session.source_identity is not None:
        keys["aws:SourceIdentity"] = session.source_identity
    if session.provider is not None:
        keys["aws:FederatedProvider"] = session.provider
    return keys


def _service_keys(name: str) -> dict[str, ContextSource]:
    """An AWS service that comes in its own name, as EC2 does for the role of an instance."""
    return {
        "aws:PrincipalIsAWSService": True,
        "aws:PrincipalServiceName": name,
        "aws:PrincipalServiceNamesList": (name,),
    }


def _instance_keys(session: "Session", world: "World") -> dict[str, ContextSource]:
    """Of credentials that EC2 gave to an instance: which one it was, and where it stands."""
    if not session.name.startswith(INSTANCE) or not session.arn.split(":")[5].startswith("assumed-role/"):
        return {}
    from tutor.account.compute import Surroundings

    instance = world.accounts[session.account_id].compute.instances.get(session.name)
    if instance is None:
        return {}
    return {
        "ec2:SourceInstanceARN": instance.arn(session.account_id),
        "aws:Ec2InstanceSourceVpc": Surroundings(session.account_id, instance.region).vpc_id,
        "aws:Ec2InstanceSourcePrivateIPv4": instance.private_ip,
    }


def _role_name(caller: "Caller") -> str:
    return caller.principal.arn.split("/")[1]


def _identity_arn(caller: "Caller", world: "World") -> str:
    """For a role's session the role, with its path; for everybody else the caller's own ARN."""
    if caller.principal.kind is not PrincipalKind.ASSUMED_ROLE:
        return caller.principal.arn
    role = world.accounts[caller.principal.account].roles.get(_role_name(caller))
    return role.arn if role is not None else caller.principal.arn


def _identity_tags(caller: "Caller", world: "World") -> Mapping[str, str]:
    account = world.accounts[caller.principal.account]
    if caller.principal.kind is PrincipalKind.ASSUMED_ROLE:
        role = account.roles.get(_role_name(caller))
        return role.tags if role is not None else {}
    user = account.users.get(caller.name) if caller.name is not None else None
    return user.tags if user is not None else {}
