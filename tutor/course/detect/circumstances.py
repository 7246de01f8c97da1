"""Detectors on conditions: keys that are missing, operators that read a missing key otherwise than hoped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from .evidence import Evidence
from .statements import about, conditions, fits

if TYPE_CHECKING:
    from tutor.policy import ElementTrace, StatementTrace

MFA_KEY = "aws:MultiFactorAuthPresent"
EXTERNAL_ID = "sts:ExternalId"
FALSE, TRUE = {"false"}, {"true"}


def bool_misses_plain_keys(evidence: Evidence) -> bool:
    """M9: a Deny asks for MFA false with Bool, and the request carries no such key."""
    return evidence.still_allowed and any(
        about(statement) and not one.matched and _is(one, "bool", FALSE)
        for statement in evidence.denies
        for one in conditions(statement, MFA_KEY)
    )


def if_exists_lets_plain_keys_in(evidence: Evidence) -> bool:
    """M10: an Allow asks for MFA true with BoolIfExists, and the request carries no such key."""
    return evidence.still_allowed and any(
        statement.matched and _is(one, "boolifexists", TRUE)
        for statement in evidence.allows
        for one in conditions(statement, MFA_KEY)
    )


def keys_are_joined_by_and(evidence: Evidence) -> bool:
    """M13: one of several conditions holds, another does not."""
    return evidence.refused_implicitly and any(
        about(statement)
        and fits(statement, "Principal")
        and len({one.matched for one in conditions(statement)}) > 1
        for statement in evidence.allows
    )


def empty_set_matches(evidence: Evidence) -> bool:
    """M14: ForAllValues holds since the request carries no value at all."""
    return _holds_on_nothing(evidence, lambda operator: operator.startswith("forallvalues:"))


def negated_needs_no_key(evidence: Evidence) -> bool:
    """M15: a negated operator holds since the request does not carry the key."""
    return _holds_on_nothing(evidence, _negated)


def external_id_is_theirs(evidence: Evidence) -> bool:
    """M18: the trust policy asks for another external id than the third party sends."""
    return evidence.refused and any(
        fits(statement, "Principal", "Action") and not one.matched and one.request_values
        for statement in evidence.allows
        for one in conditions(statement, EXTERNAL_ID)
    )


def _is(condition: "ElementTrace", operator: str, wanted: set[str]) -> bool:
    """Whether the condition has this operator and value, and the request lacks its key."""
    written = {value.text.lower() for value in condition.values}
    return (
        not condition.request_values and (condition.operator or "").lower() == operator and written == wanted
    )


def _negated(operator: str) -> bool:
    name = operator.rpartition(":")[2]
    return "not" in name and not name.endswith("ifexists") and not operator.startswith("for")


def _holds_on_nothing(evidence: Evidence, fitting: "Callable[[str], bool]") -> bool:
    """Whether a statement decided against the goal by a condition on a key that the request lacks."""
    statements: list[StatementTrace] = []
    if evidence.refused_explicitly:
        statements = [one for one in evidence.denies if one.matched]
    elif evidence.still_allowed:
        statements = [one for one in evidence.allows if one.matched]
    return any(
        not one.request_values and one.matched and fitting((one.operator or "").lower())
        for statement in statements
        for one in conditions(statement)
    )
