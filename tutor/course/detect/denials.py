"""Detectors on what denies, and on what people hope wins against it."""

from typing import TYPE_CHECKING

from tutor.policy import DecidedBy, PrincipalKind

from ..goals.patterns import covers
from .evidence import CONTROL_LAYERS, GIVING, Evidence
from .statements import elements, fits

if TYPE_CHECKING:
    from tutor.policy import StatementTrace

EXCEPTIONS = ("NotAction", "NotResource", "NotPrincipal", "Condition")


def exception_is_no_permission(evidence: Evidence) -> bool:
    """B9: a Deny spares the request by its exception, and nothing allows it."""
    if not evidence.refused_implicitly:
        return False
    if any(fits(statement, "Action", "NotAction") for statement in _granting(evidence)):
        return False
    return any(_spares(statement) for statement in evidence.denies)


def narrower_does_not_win(evidence: Evidence) -> bool:
    """B10: an Allow in the same document, or a narrower one, stands against the Deny."""
    if not evidence.refused_explicitly:
        return False
    allows = [statement for statement in _granting(evidence) if statement.matched]
    return any(
        allow.policy is deny.policy or _narrower(allow, deny)
        for deny in _deciding(evidence)
        for allow in allows
    )


def allow_does_not_mend(evidence: Evidence) -> bool:
    """M21: the learner gave an Allow in this step, and an explicit deny or an SCP stands against it."""
    if not evidence.refused or not _given(evidence):
        return False
    by_control = evidence.decision is not None and evidence.decision.decided_by in CONTROL_LAYERS
    if evidence.outcome != "explicitDeny" and not by_control:
        return False
    return any(statement.matched for statement in _granting(evidence))


def denied_elsewhere(evidence: Evidence) -> bool:
    """What denies is not the caller's own policy: a group's, a bucket's, a boundary, an organization's."""
    return evidence.refused_explicitly and any(
        statement.through is not None or statement.ref.layer is not DecidedBy.IDENTITY
        for statement in _deciding(evidence)
    )


def root_is_bound(evidence: Evidence) -> bool:
    """B16: the root user is refused, by an organization's policy or by the resource's."""
    decision = evidence.decision
    if decision is None or not evidence.refused or decision.request.principal.kind is not PrincipalKind.ROOT:
        return False
    return decision.decided_by in {*CONTROL_LAYERS, DecidedBy.RESOURCE}


def control_policy_grants_nothing(evidence: Evidence) -> bool:
    """M11: an organization's policy allows the action by name, and nothing else does."""
    if not evidence.refused_implicitly or any(one.matched for one in _granting(evidence)):
        return False
    return any(
        value.matched and value.text != "*"
        for statement in evidence.allowed_by(*CONTROL_LAYERS)
        for element in elements(statement, "Action")
        for value in element.values
    )


def management_account_is_free(evidence: Evidence) -> bool:
    """M12: an SCP that would deny exists, and the caller belongs to the management account."""
    organization, decision = evidence.world.organization, evidence.decision
    if organization is None or decision is None or not evidence.still_allowed:
        return False
    if decision.request.principal.account != organization.management_id:
        return False
    return any(
        statement.effect == "Deny" and statement.action.covers(evidence.action)
        for policy in organization.policies.values()
        if policy.type == "SERVICE_CONTROL_POLICY"
        for statement in policy.content.document.statements
    )


def _granting(evidence: Evidence) -> "list[StatementTrace]":
    """The Allow statements that can give something: the caller's and the resource's."""
    layers = {DecidedBy.IDENTITY, DecidedBy.RESOURCE, DecidedBy.TRUST}
    return [statement for statement in evidence.allows if statement.ref.layer in layers]


def _deciding(evidence: Evidence) -> "list[StatementTrace]":
    return [statement for statement in evidence.denies if statement.matched]


def _given(evidence: Evidence) -> bool:
    return bool(evidence.done(*GIVING))


def _spares(statement: "StatementTrace") -> bool:
    """Whether a Deny is about the request but for an exception that it makes."""
    missed = [element for element in statement.elements if not element.matched]
    return bool(missed) and all(element.element in EXCEPTIONS for element in missed)


def _narrower(allow: "StatementTrace", deny: "StatementTrace") -> bool:
    """Whether the Allow names less than the Deny does: a pattern inside the Deny's."""
    return any(
        one.text != other.text and covers(other.text, one.text)
        for mine, theirs in zip(elements(allow, "Resource"), elements(deny, "Resource"), strict=False)
        for one in mine.values
        for other in theirs.values
        if one.matched and other.matched
    )
