"""The rules of evaluation: which layers bind a caller, and what they decide together.

`spec/iam-facts.md` 3.1 to 3.4. An explicit deny in any layer wins; then each layer is asked in AWS's order.
"""

from typing import Final, NamedTuple

from .arn import partition_of
from .index import About
from .match import ALLOWS, DENIES, SILENT, resource_grant, said
from .outcome import DecidedBy, Outcome
from .principals import WITHOUT_ACCOUNT, Grant, PrincipalKind, is_service_linked
from .request import PolicySet, Request
from .special import (
    WITHOUT_PERMISSION,
    admission_needed,
    mends_own_policy,
    owner_of,
    reached_by_rcp,
    resource_layer,
)
from .views import view

__all__ = [
    "ABSENT",
    "Judgement",
    "Voices",
    "before_policies",
    "hear",
    "is_bounded",
    "weigh",
]

Judgement = tuple[Outcome, DecidedBy]
"""What the request gets, and which layer settled it."""

ABSENT: Final = -1
"""A layer that does not bind this request."""

SESSIONS: Final = frozenset({PrincipalKind.ROLE, PrincipalKind.ASSUMED_ROLE, PrincipalKind.FEDERATED_USER})
IN_ACCOUNT: Final = frozenset(PrincipalKind) - WITHOUT_ACCOUNT
"""Callers that belong to an account."""

COMMON_PARTITION: Final = "arn:aws:"

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


def before_policies(request: Request, action: str) -> Judgement | None:
    """What settles a request before any policy is asked, if anything; `action` is in lower case."""
    caller = request.principal
    if action in WITHOUT_PERMISSION and caller.kind in IN_ACCOUNT:
        return _ALLOWED, DecidedBy.NOT_CONTROLLED
    if _partitions_differ(caller.arn, request.resource):
        return _IMPLICIT, DecidedBy.PARTITION
    if caller.kind is _ROOT and action == "sts:assumerole":
        return _IMPLICIT, _BY_ROOT
    return None


def hear(request: Request, policies: PolicySet, action: str) -> Voices:
    """Asks every layer of policies; `action` is in lower case."""
    kind = request.principal.kind
    in_account = kind is _USER or kind in IN_ACCOUNT
    own_side = in_account and kind is not _ROOT
    linked = kind is not _USER and is_service_linked(request.principal)
    resource_control = service_control = resource = identity = boundary = session = ABSENT
    grant = _NONE
    bounded = is_bounded(request, policies)
    about = view(policies, action)
    if about.resource_control and not linked and reached_by_rcp(request, action):
        # Full access is implied at every level, so only a Deny matters.
        resource_control = max(ALLOWS, _levels(about.resource_control, request))
    if about.service_control and in_account and not linked:
        service_control = _levels(about.service_control, request)
    if policies.resource is not None and not (kind is _ROOT and mends_own_policy(request, action)):
        given = resource_grant(about.resource, request, bounded=bounded)
        resource = DENIES if given is None else ALLOWS if given else SILENT
        grant = given or _NONE
    if own_side:
        identity = said(about.identity, request)
        if policies.session or kind is _FEDERATED_USER:
            session = said(about.session, request)
    elif kind is _ROOT and policies.session:
        session = said(about.session, request)
    if bounded:
        boundary = said(about.boundary, request)
    return Voices(resource_control, service_control, resource, grant, identity, boundary, session)


def weigh(voices: Voices, request: Request, action: str) -> Judgement:
    """What the layers decide together; `action` is in lower case."""
    if DENIES in voices:
        return _EXPLICIT, _first_that_denies(voices, request)
    if voices.service_control == SILENT:
        return _IMPLICIT, _SCP
    kind = request.principal.kind
    if kind is not _USER and kind not in IN_ACCOUNT:
        return (_ALLOWED if voices.grant else _IMPLICIT), resource_layer(request)
    if owner_of(request) == request.principal.account:
        return _same_account(voices, request, action)
    return _cross_account(voices, request)


def is_bounded(request: Request, policies: PolicySet) -> bool:
    """Whether a permissions boundary is set and binds the caller."""
    if policies.boundary is None:
        return False
    caller = request.principal
    return caller.kind is _USER or (caller.kind in SESSIONS and not is_service_linked(caller))


def _partitions_differ(caller: str, resource: str) -> bool:
    if caller.startswith(COMMON_PARTITION) and resource.startswith(COMMON_PARTITION):
        return False
    home, there = partition_of(caller), partition_of(resource)
    return home is not None and there is not None and home != there


def _levels(levels: tuple[About, ...], request: Request) -> int:
    """Every level must allow; a Deny at any level denies."""
    together = ALLOWS
    for level in levels:
        here = said(level, request)
        if here == DENIES:
            return DENIES
        together = min(together, here)
    return together


def _first_that_denies(voices: Voices, request: Request) -> DecidedBy:
    if voices.resource_control == DENIES:
        return _RCP
    if voices.service_control == DENIES:
        return _SCP
    if voices.resource == DENIES:
        return resource_layer(request)
    if voices.identity == DENIES:
        return _IDENTITY
    return _BOUNDARY if voices.boundary == DENIES else _SESSION


def _same_account(voices: Voices, request: Request, action: str) -> Judgement:
    grant = voices.grant
    if not grant and admission_needed(request, action):
        return _IMPLICIT, resource_layer(request)
    if request.principal.kind is _ROOT:
        return _by_root(voices)
    if grant >= _LIMITED:
        limit = None if grant is _DIRECT else _limit(voices)
        if limit is not None:
            return _IMPLICIT, limit
        return _ALLOWED, resource_layer(request)
    return _own_side(voices)


def _cross_account(voices: Voices, request: Request) -> Judgement:
    root = request.principal.kind is _ROOT
    outcome, layer = _by_root(voices) if root else _own_side(voices)
    if outcome is _ALLOWED and not voices.grant:
        return _IMPLICIT, resource_layer(request)
    return outcome, layer


def _by_root(voices: Voices) -> Judgement:
    """The root user may do everything, but for a session that AssumeRoot gave for one task."""
    return (_IMPLICIT, _SESSION) if voices.session == SILENT else (_ALLOWED, _BY_ROOT)


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
