"""What proves who somebody is, besides access keys: passwords, MFA devices, keys and certificates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

__all__ = [
    "ROOT_OWNER",
    "LoginProfile",
    "MfaDevice",
    "ServerCertificate",
    "ServiceCredential",
    "SigningCertificate",
    "SshKey",
]

ROOT_OWNER: Final = ""
"""In place of a user's name: a device of the account's root user."""


@dataclass(frozen=True, slots=True)
class LoginProfile:
    """A user's console password, as a salted hash."""

    created: datetime
    password: str
    """What `hashed` of `tutor.account.passwords` made of it."""
    changed: datetime
    reset_required: bool = False
    former: tuple[str, ...] = ()
    """Hashes of earlier passwords, newest first."""

    def expired(self, now: datetime, days: int | None) -> bool:
        """Whether it is older than a password policy allows, in sandbox time."""
        return days is not None and now >= self.changed + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class MfaDevice:
    """A virtual MFA device; it belongs to a user, or to the root user, while `enabled` says since when."""

    serial: str
    name: str
    path: str
    seed: str
    """Base32."""
    created: datetime
    owner: str | None = None
    """The name of the user it is enabled for, or ROOT_OWNER; None as long as `enabled` is None."""
    enabled: datetime | None = None
    used_steps: tuple[int, ...] = ()
    """TOTP steps whose codes were accepted, newest last: none is accepted again."""
    tags: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SshKey:
    """An SSH public key for CodeCommit."""

    key_id: str
    body: str
    fingerprint: str
    uploaded: datetime
    status: str = "Active"


@dataclass(frozen=True, slots=True)
class SigningCertificate:
    """An X.509 certificate that SOAP requests were signed with."""

    certificate_id: str
    body: str
    uploaded: datetime
    status: str = "Active"


@dataclass(frozen=True, slots=True)
class ServiceCredential:
    """A user name and password for one service, such as CodeCommit."""

    credential_id: str
    service: str
    user_name: str
    secret: str
    created: datetime
    expires: datetime | None = None
    status: str = "Active"


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """A TLS certificate that IAM keeps for load balancers."""

    name: str
    path: str
    certificate_id: str
    arn: str
    uploaded: datetime
    body: str
    chain: str | None = None
    tags: dict[str, str] = field(default_factory=dict)
