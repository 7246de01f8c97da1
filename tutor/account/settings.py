"""What is set or kept once for a whole account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["AccessJob", "CredentialReport", "PasswordPolicy"]


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """The account's password policy; the values are those that an update without parameters sets."""

    minimum_length: int = 6
    symbols: bool = False
    numbers: bool = False
    uppercase: bool = False
    lowercase: bool = False
    users_may_change: bool = False
    max_age: int | None = None
    """Days."""
    reuse_prevention: int | None = None
    hard_expiry: bool = False


@dataclass(frozen=True, slots=True)
class CredentialReport:
    """The newest credential report."""

    generated: datetime
    content: str


@dataclass(frozen=True, slots=True)
class AccessJob:
    """A finished GenerateServiceLastAccessedDetails, with what it found."""

    job_id: str
    arn: str
    granularity: str
    created: datetime
    services: tuple[str, ...]
    """Namespaces that the entity's policies reach, in order."""
    found: tuple[tuple[str, str, datetime, str], ...]
    """Key (a namespace or `namespace:Action`), the entity's ARN, when, and in which region."""
