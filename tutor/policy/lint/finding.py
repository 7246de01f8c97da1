"""A hint about a policy, as data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..source import Position

__all__ = ["SEVERITIES", "Finding", "Severity"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The written text can never do anything."""
    SECURITY = "securityWarning"
    """It opens more than it seems to."""
    WARNING = "warning"
    """It works, but hardly as meant."""
    SUGGESTION = "suggestion"
    """It works; there is a better way to write it."""


SEVERITIES: Final = {
    "unknown-service": Severity.ERROR,
    "unknown-action": Severity.ERROR,
    "pattern-without-action": Severity.ERROR,
    "resource-without-action": Severity.ERROR,
    "action-without-resource": Severity.ERROR,
    "action-without-resource-type": Severity.ERROR,
    "unknown-key": Severity.ERROR,
    "key-not-carried": Severity.WARNING,
    "key-twice": Severity.WARNING,
    "unknown-variable": Severity.ERROR,
    "variable-place": Severity.ERROR,
    "variable-old-version": Severity.ERROR,
    "variable-operator": Severity.ERROR,
    "operator-case": Severity.SUGGESTION,
    "null-if-exists": Severity.WARNING,
    "set-operator-missing": Severity.ERROR,
    "set-operator-on-single": Severity.SECURITY,
    "bool-values": Severity.WARNING,
    "private-address": Severity.ERROR,
    "mfa-deny-spares-keys": Severity.SECURITY,
    "mfa-allow-takes-keys": Severity.SECURITY,
    "trust-anyone": Severity.SECURITY,
    "trust-anyone-on-condition": Severity.WARNING,
    "service-as-account": Severity.ERROR,
    "no-such-principal": Severity.ERROR,
    "no-such-service": Severity.ERROR,
    "pass-any-role": Severity.SECURITY,
    "allow-everything": Severity.SECURITY,
    "too-many": Severity.WARNING,
}
"""Every code of a finding, and how much it matters."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a policy that deserves a second look."""

    code: str
    """One of `SEVERITIES`."""
    severity: Severity
    statement: int
    """The statement's number in the document, from 0."""
    position: Position
    """Where the text in question begins."""
    end: Position
    """Where it ends, exclusive."""
    found: str
    """The text in question, without its quotation marks."""
    expected: tuple[str, ...] = ()
    """What could stand there instead, the likeliest first; every name in it exists."""
    other: str = ""
    """The text elsewhere in the statement that it does not go together with: an operator, an action.

    Empty where that is every action of the statement.
    """
    wanted_types: tuple[str, ...] = ()
    """Names of the resource types that the actions act on."""
    found_type: str = ""
    """The resource type that a resource belongs to; empty where that is not known."""
