"""Roles and instance profiles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from tutor.account.access import Access
from tutor.account.entities import LastUsed
from tutor.account.policy_text import PolicyText

__all__ = ["HOUR", "InstanceProfile", "Role"]

HOUR: Final = 3600
"""The longest session of a role that says nothing else, in seconds."""


@dataclass(slots=True)
class Role:
    """An IAM role; `attached` and `profiles` are in the order they came in."""

    name: str
    path: str
    role_id: str
    arn: str
    created: datetime
    trust: PolicyText
    """The trust policy as it was given; `tutor.account.trust` reads it as it counts now."""
    trusted_ids: dict[str, str] = field(default_factory=dict)
    """ARNs of users and roles in the trust policy, and the unique id that each had then (spec 1.2)."""
    description: str | None = None
    max_session: int = HOUR
    """Seconds."""
    boundary: str | None = None
    tags: dict[str, str] = field(default_factory=dict)
    attached: list[str] = field(default_factory=list)
    inline: dict[str, PolicyText] = field(default_factory=dict)
    profiles: list[str] = field(default_factory=list)
    """Names of the instance profiles that hold it."""
    service: str | None = None
    """Of a service-linked role: the service that it belongs to."""
    last_used: LastUsed | None = None
    accessed: dict[str, Access] = field(default_factory=dict)

    def copy(self) -> Role:
        """An independent copy; what never changes is shared. Written out: worlds are copied often."""
        return Role(
            self.name,
            self.path,
            self.role_id,
            self.arn,
            self.created,
            self.trust,
            self.trusted_ids.copy(),
            self.description,
            self.max_session,
            self.boundary,
            self.tags.copy(),
            self.attached.copy(),
            self.inline.copy(),
            self.profiles.copy(),
            self.service,
            self.last_used,
            self.accessed.copy(),
        )


@dataclass(frozen=True, slots=True)
class InstanceProfile:
    """What hands a role to EC2 instances."""

    name: str
    path: str
    profile_id: str
    arn: str
    created: datetime
    role: str | None = None
    """The name of the one role that it can hold."""
    tags: dict[str, str] = field(default_factory=dict)
