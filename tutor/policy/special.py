"""Actions and resources that the rules of evaluation treat apart (`spec/iam-facts.md` 3.1, 3.3)."""

from typing import Final

from .arn import account_of
from .outcome import DecidedBy
from .request import Request

__all__ = [
    "AWS_MANAGED_KEY",
    "OUTSIDE_RCP",
    "OWN_POLICY_ACTIONS",
    "TRUST_ACTIONS",
    "WITHOUT_PERMISSION",
    "admission_needed",
    "concerns_trust",
    "mends_own_policy",
    "owner_of",
    "reached_by_rcp",
    "resource_layer",
    "under_resource_control",
]

WITHOUT_PERMISSION: Final = frozenset({"sts:getcalleridentity", "sts:getsessiontoken"})
TRUST_ACTIONS: Final = ("sts:assumerole", "sts:tagsession", "sts:setsourceidentity")
OUTSIDE_RCP: Final = frozenset({"iam", "ec2", "lambda"})
"""Services that resource control policies do not reach."""

AWS_MANAGED_KEY: Final = ":alias/aws/"
"""Keys of AWS itself, which are exempt from resource control policies."""

OWN_POLICY_ACTIONS: Final = frozenset(
    {"s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy", "sqs:setqueueattributes"}
)
"""What root may do to a bucket or queue policy that denies everyone, itself included."""


def resource_layer(request: Request) -> DecidedBy:
    """The layer of the policy on the resource: for a role that is its trust policy."""
    return DecidedBy.TRUST if concerns_trust(request) else DecidedBy.RESOURCE


def concerns_trust(request: Request) -> bool:
    """Whether a request is about issuing a session of a role, which the role's trust policy governs."""
    return request.action.lower().startswith(TRUST_ACTIONS) and ":role/" in request.resource


def under_resource_control(action: str) -> bool:
    """Whether resource control policies reach this action, given in lower case."""
    return action.partition(":")[0] not in OUTSIDE_RCP and action != "kms:retiregrant"


def owner_of(request: Request) -> str:
    """The account that the resource belongs to."""
    return request.resource_account or account_of(request.resource) or request.principal.account


def mends_own_policy(request: Request, action: str) -> bool:
    """Whether the request is about the policy of the caller's own bucket or queue."""
    return action in OWN_POLICY_ACTIONS and owner_of(request) == request.principal.account


def reached_by_rcp(request: Request, action: str) -> bool:
    """Whether resource control policies reach this action on this resource."""
    return under_resource_control(action) and AWS_MANAGED_KEY not in request.resource


def admission_needed(request: Request, action: str) -> bool:
    """Whether the resource's own policy must let the account in: roles to assume, and KMS keys."""
    if action.startswith("kms:"):
        return ":key/" in request.resource
    return action.startswith("sts:") and concerns_trust(request)
