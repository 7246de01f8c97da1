"""Detectors on roles, their sessions, and requests from one account to another."""

from typing import TYPE_CHECKING, Final

from tutor.policy import DecidedBy, PrincipalKind

from .evidence import RESOURCE_LAYERS, Evidence
from .statements import elements, fits, values

if TYPE_CHECKING:
    from tutor.account import RequestRecord
    from tutor.policy import StatementTrace

ASSUMING: Final = frozenset({"sts:assumerole", "sts:assumerolewithwebidentity", "sts:assumerolewithsaml"})
LONGEST_SESSION: Final = 43_200
"""Seconds: what a role's own limit can be raised to."""
ROLE_CHANGES: Final = ("PutRolePolicy", "AttachRolePolicy", "UpdateAssumeRolePolicy")
ENDINGS: Final = (
    "UpdateAssumeRolePolicy",
    "DeleteOpenIDConnectProvider",
    "DeleteSAMLProvider",
    "RemoveClientIDFromOpenIDConnectProvider",
)
UNIQUE_IDS: Final = ("AIDA", "AROA")


def administrator_is_not_trusted(evidence: Evidence) -> bool:
    """B11: the caller may do everything, and the role's trust policy does not name them."""
    return _untrusted(evidence) and any(
        "*" in values(statement, "Action") for statement in evidence.allowed_by(DecidedBy.IDENTITY)
    )


def trust_misses_caller(evidence: Evidence) -> bool:
    """The right to assume the role is there, and its trust policy does not name who has it."""
    return _untrusted(evidence) and bool(evidence.allowed_by(DecidedBy.IDENTITY))


def removed_but_still_inside(evidence: Evidence) -> bool:
    """B12: the learner took the way in away, and the session that is there goes on."""
    if not evidence.still_allowed or evidence.decision is None or evidence.goal.kind == "minimal":
        return False
    caller = evidence.decision.request.principal
    if caller.kind is not PrincipalKind.ASSUMED_ROLE:
        return False
    role = caller.arn.split("/")[1]
    return any(
        one.operation != "UpdateAssumeRolePolicy" or one.parameters.get("RoleName") == role
        for one in evidence.done(*ENDINGS)
    )


def session_too_long(evidence: Evidence) -> bool:
    """B18: a session, or a role's limit, longer than a role can have."""
    failed = evidence.last_failed("AssumeRole", "CreateRole", "UpdateRole")
    if failed is None or failed.error != "ValidationError":
        return False
    asked = _number(failed, "DurationSeconds") or _number(failed, "MaxSessionDuration")
    return asked > LONGEST_SESSION or asked > _limit(evidence, failed)


def account_is_not_its_root(evidence: Evidence) -> bool:
    """M4: the account's root ARN as principal opens to the whole account."""
    decision = evidence.decision
    if decision is None or decision.request.principal.kind is PrincipalKind.ROOT:
        return False
    account = decision.request.principal.account
    named = {account, f"arn:aws:iam::{account}:root"}
    left_to_them = evidence.acted and evidence.cause.kind == "trusts-account"
    return (evidence.still_allowed or left_to_them) and any(
        value.matched and value.text in named
        for statement in _trusting(evidence)
        if statement.matched or left_to_them
        for element in elements(statement, "Principal")
        for value in element.values
    )


def both_accounts_must_agree(evidence: Evidence) -> bool:
    """M6: between accounts only one side allows."""
    if not evidence.refused_implicitly or not _crosses(evidence):
        return False
    own = bool(evidence.allowed_by(DecidedBy.IDENTITY))
    theirs = bool(evidence.allowed_by(*RESOURCE_LAYERS))
    return own is not theirs


def either_side_suffices(evidence: Evidence) -> bool:
    """M7: the caller's own policies no longer allow it, the resource's policy does."""
    if not evidence.still_allowed or _crosses(evidence) or evidence.allowed_by(DecidedBy.IDENTITY):
        return False
    return bool(evidence.allowed_by(DecidedBy.RESOURCE))


def pass_role_is_the_callers(evidence: Evidence) -> bool:
    """M8: PassRole is refused, and the learner changed the role instead of the caller's policies."""
    if not evidence.refused or evidence.action != "iam:passrole":
        return False
    role = evidence.resource.rpartition("/")[2]
    return any(one.parameters.get("RoleName") == role for one in evidence.done(*ROLE_CHANGES))


def user_made_anew(evidence: Evidence) -> bool:
    """M19: the trust policy holds the unique id of somebody who is gone."""
    return _untrusted(evidence) and any(
        text.startswith(UNIQUE_IDS)
        for statement in _trusting(evidence)
        for text in values(statement, "Principal")
    )


def session_policy_adds_nothing(evidence: Evidence) -> bool:
    """M20: a session policy allows it, the role does not."""
    granted = evidence.allowed_by(DecidedBy.IDENTITY, *RESOURCE_LAYERS)
    if evidence.refused_implicitly and not granted and evidence.allowed_by(DecidedBy.SESSION):
        return True
    newest = evidence.requests[-1:]
    return not evidence.still_allowed and any(_beyond_the_role(evidence, one) for one in newest)


def _beyond_the_role(evidence: Evidence, request: "RequestRecord") -> bool:
    """Whether a session was refused what only its session policy allows."""
    session = evidence.world.find_session(request.access_key_id or "")
    if session is None or session.policy is None:
        return False
    refused = [
        one for one in request.asked if one.decision == "implicitDeny" and one.by == DecidedBy.IDENTITY
    ]
    return any(
        statement.effect == "Allow" and statement.action.covers(one.action.lower())
        for one in refused
        for statement in session.policy.document.statements
    )


def _trusting(evidence: Evidence) -> "list[StatementTrace]":
    return [one for one in evidence.allows if one.ref.layer in RESOURCE_LAYERS]


def _untrusted(evidence: Evidence) -> bool:
    """The caller may ask, and no statement of the trust policy names them."""
    if not evidence.refused_implicitly or evidence.action not in ASSUMING:
        return False
    return not any(fits(one, "Principal", "NotPrincipal") for one in _trusting(evidence))


def _crosses(evidence: Evidence) -> bool:
    if evidence.decision is None:
        return False
    request = evidence.decision.request
    written = request.resource.split(":")[4:5]
    owner = request.resource_account or next(iter(written), "") or request.principal.account
    return owner != request.principal.account


def _number(request: "RequestRecord", name: str) -> int:
    value = request.parameters.get(name)
    return value if isinstance(value, int) else 0


def _limit(evidence: Evidence, request: "RequestRecord") -> int:
    """The longest session of the role that a request names; without a role no limit."""
    _, _, name = str(request.parameters.get("RoleArn", "")).rpartition("/")
    role = evidence.account.roles.get(name)
    return LONGEST_SESSION if role is None else role.max_session
