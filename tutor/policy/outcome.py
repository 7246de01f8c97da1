"""The words of a decision (`spec/simulate-format.md`)."""

from enum import StrEnum

__all__ = ["DecidedBy", "Outcome", "UnsupportedError", "Verdict"]


class Outcome(StrEnum):
    """What the request gets."""

    ALLOWED = "allowed"
    EXPLICIT_DENY = "explicitDeny"
    IMPLICIT_DENY = "implicitDeny"


class DecidedBy(StrEnum):
    """The layer that settled it."""

    IDENTITY = "identityPolicy"
    RESOURCE = "resourcePolicy"
    TRUST = "trustPolicy"
    BOUNDARY = "permissionsBoundary"
    SESSION = "sessionPolicy"
    SCP = "serviceControlPolicy"
    RCP = "resourceControlPolicy"
    ROOT = "root"
    """The root user of the account: its own account is open to it, assuming a role is not."""
    PARTITION = "partition"
    """Caller and resource are in different partitions, which never reach each other."""
    NOT_CONTROLLED = "notControlled"
    """The action needs no permission and cannot be denied."""


class Verdict(StrEnum):
    """What one layer says."""

    ALLOW = "allow"
    EXPLICIT_DENY = "explicitDeny"
    IMPLICIT_DENY = "implicitDeny"
    NOT_APPLICABLE = "notApplicable"


class UnsupportedError(Exception):
    """A question that the evaluator does not answer rather than answer it wrongly."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        """The part of the question that is out of reach."""
