"""The rules of evaluation: which layers bind a caller, and what they decide together.

`spec/iam-facts.md` 3.1 to 3.4. An explicit deny in any layer wins; then each layer is asked in AWS's order.
"""

from typing import Final, NamedTuple

from .arn import account_of, partition_of
from .match import ALLOWS, DENIES, SILENT, resource_grant, stance
from .outcome import DecidedBy, Outcome
from .principals import Grant, PrincipalKind, is_service_linked
from .request import Policies, PolicySet, Request

__all__ = ["ABSENT", "Judgement", "Voices", "concerns_trust", "hear", "is_bounded", "judge", "resource_layer"]

Judgement = tuple[Outcome, DecidedBy]
"""What the request gets, and which layer settled it."""

ABSENT: Final = -1
"""A layer that does not bind this request."""

SESSIONS: Final = frozenset({PrincipalKind.ROLE, PrincipalKind.ASSUMED_ROLE, PrincipalKind.FEDERATED_USER})
IN_ACCOUNT: Final = SESSIONS | {PrincipalKind.USER, PrincipalKind.ROOT}
"""Callers that belong to an account; the others have nothing but what a resource-based policy gives them."""

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

# Looking a member up in its enumeration costs as much as matching a statement.
_USER, _ROOT = PrincipalKind.USER, PrincipalKind.ROOT
_FEDERATED_USER = PrincipalKind.FEDERATED_USER
_NONE, _LIMITED, _DIRECT = Grant.NONE, Grant.LIMITED, Grant.DIRECT
_ALLOWED, _EXPLICIT, _IMPLICIT = Outcome.ALLOWED, Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY
_IDENTITY, _BOUNDARY, _SESSION = DecidedBy.IDENTITY, DecidedBy.BOUNDARY, DecidedBy.SESSION
_SCP, _RCP, _BY_ROOT = DecidedBy.SCP, DecidedBy.RCP, DecidedBy.ROOT


class Voices(NamedTuple):
    """What each layer says of a request: `DENIES`, `ALLOWS`, `SILENT`, or `ABSENT` where it does not bind."""

    resource_control: int
    service_control: int
    resource: int
    grant: Grant
    """How far the policy on the resource lets the caller in."""
    identity: int
    boundary: int
    session: int


def judge(request: Request, policies: PolicySet) -> Judgement:
    """Decides a request."""
    principal = request.principal
    kind = principal.kind
    action = request.action.lower()
    in_account = kind is _USER or kind in IN_ACCOUNT
    if action in WITHOUT_PERMISSION and in_account:
        return _ALLOWED, DecidedBy.NOT_CONTROLLED
    if principal.arn[:8] != request.resource[:8] and _partitions_differ(principal.arn, request.resource):
        return _IMPLICIT, DecidedBy.PARTITION
    if kind is _ROOT and action == "sts:assumerole":
        return _IMPLICIT, _BY_ROOT
    voices = hear(request, policies, action)
    if DENIES in voices:
        denied = _explicit(voices, request)
        if denied is not None:
            return _EXPLICIT, denied
    if voices.service_control == SILENT:
        return _IMPLICIT, _SCP
    if not in_account:
        return (_ALLOWED if voices.grant else _IMPLICIT), resource_layer(request)
    if _owner(request) == principal.account:
        return _same_account(voices, request, action)
    return _cross_account(voices, request)


def hear(request: Request, policies: PolicySet, action: str) -> Voices:
    """Asks every layer; `action` is in lower case."""
    kind = request.principal.kind
    in_account = kind is _USER or kind in IN_ACCOUNT
    own_side = in_account and kind is not _ROOT
    linked = kind is not _USER and is_service_linked(request.principal)
    resource_control = service_control = resource = identity = boundary = session = ABSENT
    grant = _NONE
    bounding = policies.boundary if own_side and not linked else None
    if policies.resource_control and not linked and _reached(request, action):
        # Full access is implied at every level, so only a Deny matters.
        resource_control = max(ALLOWS, _levels(policies.resource_control, request, action))
    if policies.service_control and in_account and not linked:
        service_control = _levels(policies.service_control, request, action)
    if policies.resource is not None and not (kind is _ROOT and _mends_own_policy(request, action)):
        given = resource_grant(policies.resource, request, action, bounded=bounding is not None)
        resource = DENIES if given is None else ALLOWS if given else SILENT
        grant = given or _NONE
    if own_side:
        identity = stance(policies.identity, request, action)
        if policies.session or kind is _FEDERATED_USER:
            session = stance(policies.session, request, action)
    if bounding is not None:
        boundary = stance((bounding,), request, action)
    return Voices(resource_control, service_control, resource, grant, identity, boundary, session)


def is_bounded(request: Request, policies: PolicySet) -> bool:
    """Whether a permissions boundary is set and binds the caller."""
    principal = request.principal
    own_side = principal.kind in IN_ACCOUNT and principal.kind is not _ROOT
    return policies.boundary is not None and own_side and not is_service_linked(principal)


def resource_layer(request: Request) -> DecidedBy:
    """The layer of the policy on the resource: for a role that is its trust policy."""
    return DecidedBy.TRUST if concerns_trust(request) else DecidedBy.RESOURCE


def concerns_trust(request: Request) -> bool:
    """Whether a request is about issuing a session of a role, which the role's trust policy governs."""
    return request.action.lower().startswith(TRUST_ACTIONS) and ":role/" in request.resource


def under_resource_control(action: str) -> bool:
    """Whether resource control policies reach this action, given in lower case."""
    return action.partition(":")[0] not in OUTSIDE_RCP and action != "kms:retiregrant"


def _owner(request: Request) -> str:
    """The account that the resource belongs to."""
    return request.resource_account or account_of(request.resource) or request.principal.account


def _mends_own_policy(request: Request, action: str) -> bool:
    return action in OWN_POLICY_ACTIONS and _owner(request) == request.principal.account


def _reached(request: Request, action: str) -> bool:
    return under_resource_control(action) and AWS_MANAGED_KEY not in request.resource


def _partitions_differ(caller: str, resource: str) -> bool:
    home, there = partition_of(caller), partition_of(resource)
    return home is not None and there is not None and home != there


def _levels(levels: tuple[Policies, ...], request: Request, action: str) -> int:
    """Every level must allow; a Deny at any level denies."""
    said = ALLOWS
    for level in levels:
        here = stance(level, request, action)
        if here == DENIES:
            return DENIES
        said = min(said, here)
    return said


def _explicit(voices: Voices, request: Request) -> DecidedBy | None:
    """The first layer that denies."""
    if voices.resource_control == DENIES:
        return _RCP
    if voices.service_control == DENIES:
        return _SCP
    if voices.resource == DENIES:
        return resource_layer(request)
    if voices.identity == DENIES:
        return _IDENTITY
    if voices.boundary == DENIES:
        return _BOUNDARY
    return _SESSION if voices.session == DENIES else None


def _same_account(voices: Voices, request: Request, action: str) -> Judgement:
    grant = voices.grant
    if not grant and (action.startswith(("kms:", "sts:"))):
        layer = resource_layer(request)
        if layer is DecidedBy.TRUST or (action.startswith("kms:") and ":key/" in request.resource):
            return _IMPLICIT, layer
    if request.principal.kind is _ROOT:
        return _ALLOWED, _BY_ROOT
    if grant >= _LIMITED:
        limit = None if grant is _DIRECT else _limit(voices)
        if limit is not None:
            return _IMPLICIT, limit
        return _ALLOWED, resource_layer(request)
    return _own_side(voices)


def _admission_needed(request: Request, action: str) -> bool:
    """Whether the resource's own policy must let the account in: roles to assume, and KMS keys."""
    if action.startswith("kms:"):
        return ":key/" in request.resource
    return action.startswith("sts:") and concerns_trust(request)


def _cross_account(voices: Voices, request: Request) -> Judgement:
    root = request.principal.kind is _ROOT
    outcome, layer = (_ALLOWED, _BY_ROOT) if root else _own_side(voices)
    if outcome is _ALLOWED and not voices.grant:
        return _IMPLICIT, resource_layer(request)
    return outcome, layer


def _own_side(voices: Voices) -> Judgement:
    """What the caller's own policies give, once nothing denies."""
    if voices.identity != ALLOWS:
        return _IMPLICIT, _IDENTITY
    limit = _limit(voices)
    return (_ALLOWED, _IDENTITY) if limit is None else (_IMPLICIT, limit)


def _limit(voices: Voices) -> DecidedBy | None:
    """The first of boundary and session policy that is set and does not allow."""
    if voices.boundary == SILENT:
        return _BOUNDARY
    return _SESSION if voices.session == SILENT else None
