"""The words of the policy language (`spec/iam-facts.md` 2.1, 2.2)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = [
    "EFFECTS",
    "OPERATORS",
    "PAIRS",
    "PRINCIPAL_FAMILIES",
    "SERVICE_LETTERS",
    "SET_PREFIXES",
    "SID_LETTERS",
    "STATEMENT_ELEMENTS",
    "TOP_ELEMENTS",
    "Effect",
    "OperatorName",
    "PolicyKind",
    "read_operator",
]


class PolicyKind(StrEnum):
    """The kinds of policy; each has rules of its own for what a document may hold."""

    IDENTITY = "identityPolicy"
    RESOURCE = "resourcePolicy"
    TRUST = "trustPolicy"
    BOUNDARY = "permissionsBoundary"
    SESSION = "sessionPolicy"
    SCP = "serviceControlPolicy"
    RCP = "resourceControlPolicy"


class Effect(StrEnum):
    """What a statement does where it matches."""

    ALLOW = "Allow"
    DENY = "Deny"


TOP_ELEMENTS: Final = ("Version", "Id", "Statement")
STATEMENT_ELEMENTS: Final = (
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
)
EFFECTS: Final = tuple(Effect)
PAIRS: Final = (("Principal", "NotPrincipal"), ("Action", "NotAction"), ("Resource", "NotResource"))
PRINCIPAL_FAMILIES: Final = ("AWS", "Service", "Federated", "CanonicalUser")
SERVICE_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.")
SID_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

OPERATORS: Final = (
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
    "Bool",
    "BinaryEquals",
    "IpAddress",
    "NotIpAddress",
    "ArnEquals",
    "ArnLike",
    "ArnNotEquals",
    "ArnNotLike",
    "Null",
)
"""The condition operators without prefix and suffix."""

SET_PREFIXES: Final = ("ForAllValues", "ForAnyValue")
IF_EXISTS: Final = "ifexists"

_BY_LOWER_NAME: Final = {name.lower(): name for name in OPERATORS}
_PREFIX_BY_LOWER_NAME: Final = {name.lower(): name for name in SET_PREFIXES}


@dataclass(frozen=True, slots=True)
class OperatorName:
    """A condition operator, taken apart."""

    base: str
    """One of `OPERATORS`."""
    over: str | None
    """`ForAllValues`, `ForAnyValue`, or None for a test of a single value."""
    if_exists: bool
    """Whether a missing key makes the test true."""


def read_operator(written: str) -> OperatorName | None:
    """Takes an operator apart, ignoring case; None when there is no such operator."""
    prefix, colon, rest = written.lower().rpartition(":")
    over = _PREFIX_BY_LOWER_NAME.get(prefix)
    if colon and over is None:
        return None
    base = _BY_LOWER_NAME.get(rest)
    if base is not None:
        return OperatorName(base, over, False)
    base = _BY_LOWER_NAME.get(rest.removesuffix(IF_EXISTS))
    return OperatorName(base, over, True) if base is not None else None
