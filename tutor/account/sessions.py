"""Temporary credentials: what STS hands out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tutor.account.policy_text import PolicyText

__all__ = ["Session", "SessionKind"]


class SessionKind(StrEnum):
    """How a session came about."""

    ROLE = "role"
    """AssumeRole and its two relatives."""
    OWNER = "owner"
    """GetSessionToken: the user, or the root user, with temporary credentials."""
    CONSOLE = "console"
    """Signed in with a password, as the console and its CloudShell are: nothing is out of reach."""
    ROOT_TASK = "root-task"
    """AssumeRoot: a member account's root user, within one of AWS's task policies."""
    FEDERATED = "federated"
    """GetFederationToken."""


@dataclass(frozen=True, slots=True)
class Session:
    """One set of temporary credentials; it never changes, it only runs out."""

    key_id: str
    """ASIA..."""
    secret: str
    token: str
    kind: SessionKind
    account_id: str
    issuer_id: str
    """The unique id of the role or user behind it (a user or role made anew has another); of the
    root user the account id."""
    name: str
    """Role session name or federated user name; empty for GetSessionToken."""
    arn: str
    """Of the session: assumed-role, federated-user; for GetSessionToken the owner's, as it was then."""
    issued: datetime
    expires: datetime
    policy: PolicyText | None = None
    """The session policy that was passed as text."""
    policy_arns: tuple[str, ...] = ()
    """The managed policies that were passed as session policies."""
    tags: dict[str, str] = field(default_factory=dict)
    transitive: tuple[str, ...] = ()
    """Keys of the tags that go on to the next session of a chain."""
    source_identity: str | None = None
    mfa_at: datetime | None = None
    """When a code of an MFA device was given; None if none was."""
    provider: str | None = None
    """aws:FederatedProvider: of web identity the host, of SAML the provider's ARN."""
    claims: dict[str, str] = field(default_factory=dict)
    """Condition keys that the identity provider's word adds, such as `accounts.google.com:sub`."""

    def expired(self, now: datetime) -> bool:
        """Whether it has run out, in sandbox time."""
        return now >= self.expires

    def reaches(self, service: str, operation: str) -> bool:
        """Whether credentials of this kind may call an operation at all (spec 6.4)."""
        if self.kind in {SessionKind.ROLE, SessionKind.CONSOLE, SessionKind.ROOT_TASK}:
            return True
        if service == "iam":
            return self.kind is SessionKind.OWNER and self.mfa_at is not None
        allowed = {"GetCallerIdentity"} | ({"AssumeRole"} if self.kind is SessionKind.OWNER else set())
        return service != "sts" or operation in allowed | {"GetSessionToken", "GetFederationToken"}
