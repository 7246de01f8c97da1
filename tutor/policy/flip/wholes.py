"""Edits of whole statements and policies: written anew, attached, detached."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..outcome import DecidedBy
from ..principals import PrincipalKind
from ..request import AttachedPolicy
from ..trace import Decision
from ..vocabulary import Effect, PolicyKind
from .edits import Edit, EditKind, Proposal
from .places import Place, added, places, put
from .statements import principal_map
from .written import Json, changed, leaves, new_policy, statements_of

__all__ = ["NEW", "additions", "attachments", "detachments"]

NEW: Final = "inline:new"
"""The source of a policy that an edit adds."""
HAVE_POLICIES: Final = frozenset(
    {PrincipalKind.USER, PrincipalKind.ROLE, PrincipalKind.ASSUMED_ROLE, PrincipalKind.FEDERATED_USER}
)
"""Callers that identity policies can be attached to."""
WITH_POLICIES: Final = frozenset({"ecr", "events", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs"})
"""Services whose resources can have a policy of their own; roles always have one."""
ON_RESOURCE: Final = frozenset({DecidedBy.RESOURCE, DecidedBy.TRUST})


def additions(decision: Decision, effect: Effect) -> Iterator[Proposal]:
    """A statement with exactly this action and resource, in every policy and in new ones."""
    request, policies = decision.request, decision.policies
    own = request.principal.kind in HAVE_POLICIES
    for place in places(request, policies):
        statement = _statement(decision, place.layer, effect)
        if place.editable and (own or place.layer not in {DecidedBy.IDENTITY, DecidedBy.BOUNDARY}):
            policy = changed(place.policy, [*statements_of(place.policy), statement])
            if policy is not None:
                edit = _edit(EditKind.ADD_STATEMENT, leaves(statement), place, decision)
                yield Proposal(edit, request, put(policies, place, policy))
    new = [(DecidedBy.IDENTITY, PolicyKind.IDENTITY)] if own else []
    service = request.resource.partition(":")[2].partition(":")[2].partition(":")[0]
    if policies.resource is None and service in WITH_POLICIES:
        new.append((DecidedBy.RESOURCE, PolicyKind.RESOURCE))
    for layer, kind in new:
        statement = _statement(decision, layer, effect)
        policy = new_policy(NEW, kind, statement)
        edit = _edit(EditKind.ADD_POLICY, 1 + leaves(statement), None, decision, layer)
        yield Proposal(edit, request, added(policies, layer, policy))


def attachments(decision: Decision, elsewhere: Sequence[AttachedPolicy]) -> Iterator[Proposal]:
    """Policies that exist, attached to the caller too."""
    there = {policy.source for policy in decision.policies.identity}
    for policy in elsewhere if decision.request.principal.kind in HAVE_POLICIES else ():
        if policy.source not in there:
            edit = Edit(EditKind.ATTACH_POLICY, 1, DecidedBy.IDENTITY, policy.source, policy.through)
            yield Proposal(edit, decision.request, added(decision.policies, DecidedBy.IDENTITY, policy))


def detachments(decision: Decision) -> Iterator[Proposal]:
    """Each policy taken away."""
    for place in places(decision.request, decision.policies):
        edit = _edit(EditKind.DETACH_POLICY, 1, place, decision)
        yield Proposal(edit, decision.request, put(decision.policies, place, None))


def _statement(decision: Decision, layer: DecidedBy, effect: Effect) -> Json:
    request = decision.request
    statement: Json = {"Effect": effect.value}
    if layer in ON_RESOURCE:
        anonymous = request.principal.kind is PrincipalKind.ANONYMOUS
        statement["Principal"] = "*" if anonymous else principal_map(request.principal)
    elif layer is DecidedBy.RCP:
        statement["Principal"] = "*"
    statement["Action"] = request.action
    if layer is not DecidedBy.TRUST:
        statement["Resource"] = request.resource
    return statement


def _edit(
    kind: EditKind, size: int, place: Place | None, decision: Decision, layer: DecidedBy | None = None
) -> Edit:
    after = (decision.request.action, decision.request.resource) if kind is not EditKind.DETACH_POLICY else ()
    if place is None:
        return Edit(kind, size, layer, NEW, after=after)
    policy = place.policy
    return Edit(kind, size, place.layer, policy.source, policy.through, place.number, after=after)
