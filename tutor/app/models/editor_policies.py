"""Policies as the account keeps them, for the editor."""

from dataclasses import dataclass
from enum import StrEnum


class Keeping(StrEnum):
    """Where an account keeps a policy."""

    MANAGED = "managed"
    USER = "user"
    GROUP = "group"
    ROLE = "role"
    TRUST = "trust"
    BUCKET = "bucket"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Target:
    """One policy of the account by its place."""

    keeping: Keeping
    name: str
    """Of the policy; a trust or bucket policy has none and stands by its holder."""
    holder: str = ""
    """The user, group, role or bucket that it belongs to; the id of a control policy."""
    arn: str = ""
    """Of a managed or control policy; of the group that an inline policy belongs to."""

    @property
    def label(self) -> str:
        """How it is called in a list: `ReadInvoices`, `sora / Backup`, `deployer`."""
        if self.keeping in {Keeping.USER, Keeping.GROUP, Keeping.ROLE}:
            return f"{self.holder} / {self.name}"
        return self.name or self.holder

    @property
    def key(self) -> str:
        """Tells it from every other policy, as text that can be kept."""
        return "\n".join((self.keeping, self.name, self.holder))


@dataclass(frozen=True, slots=True)
class StoredPolicy:
    """A policy of the account with its text."""

    target: Target
    kind: str
    """As lessons name the kinds: identity, trust, resource, scp, rcp."""
    text: str
    version: str = ""
    """The version of a managed policy that takes effect."""
    used: bool = True
    """Somebody has it, or is bound by it."""
