"""What an account holds: users, groups, managed policies, access keys."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.account.access import Access
from tutor.account.credentials import LoginProfile, ServiceCredential, SigningCertificate, SshKey
from tutor.account.policy_text import PolicyText

if TYPE_CHECKING:
    from tutor.policy import PolicyDocument

__all__ = [
    "AccessKey",
    "Group",
    "LastUsed",
    "ManagedPolicy",
    "PolicyText",
    "PolicyVersion",
    "RootUser",
    "User",
]


@dataclass(frozen=True, slots=True)
class LastUsed:
    """The newest request that was signed with a key."""

    at: datetime
    region: str
    service: str


@dataclass(slots=True)
class AccessKey:
    """A long-term access key; `status` is Active or Inactive."""

    key_id: str
    secret: str
    created: datetime
    status: str = "Active"
    last_used: LastUsed | None = None

    @property
    def active(self) -> bool:
        """The key can sign requests."""
        return self.status == "Active"


def _copied_keys(keys: dict[str, AccessKey]) -> dict[str, AccessKey]:
    return {
        key_id: AccessKey(key.key_id, key.secret, key.created, key.status, key.last_used)
        for key_id, key in keys.items()
    }


@dataclass(slots=True)
class RootUser:
    """The account's root user: no policies, no groups, at most two keys."""

    account_id: str
    created: datetime
    keys: dict[str, AccessKey] = field(default_factory=dict)
    email: str | None = None
    """With the password it opens the console's door; None until it was chosen there."""
    login: LoginProfile | None = None
    devices: list[str] = field(default_factory=list)
    """Serial numbers of the MFA devices that are enabled for the root user."""
    password_used: datetime | None = None

    @property
    def arn(self) -> str:
        """The ARN as `aws:PrincipalArn` carries it."""
        return f"arn:aws:iam::{self.account_id}:root"

    def copy(self) -> RootUser:
        """An independent copy."""
        return replace(self, keys=_copied_keys(self.keys), devices=self.devices.copy())


@dataclass(slots=True)
class User:
    """An IAM user; `groups` and `attached` are in the order they came in."""

    name: str
    path: str
    user_id: str
    arn: str
    created: datetime
    boundary: str | None = None
    tags: dict[str, str] = field(default_factory=dict)
    attached: list[str] = field(default_factory=list)
    inline: dict[str, PolicyText] = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)
    keys: dict[str, AccessKey] = field(default_factory=dict)
    login: LoginProfile | None = None
    password_used: datetime | None = None
    devices: list[str] = field(default_factory=list)
    """Serial numbers of the MFA devices that are enabled for the user."""
    ssh_keys: dict[str, SshKey] = field(default_factory=dict)
    certificates: dict[str, SigningCertificate] = field(default_factory=dict)
    service_credentials: dict[str, ServiceCredential] = field(default_factory=dict)
    accessed: dict[str, Access] = field(default_factory=dict)
    """By service namespace and by `namespace:Action`."""

    def copy(self) -> User:
        """An independent copy; what never changes is shared. Written out: worlds are copied often."""
        return User(
            self.name,
            self.path,
            self.user_id,
            self.arn,
            self.created,
            self.boundary,
            self.tags.copy(),
            self.attached.copy(),
            self.inline.copy(),
            self.groups.copy(),
            _copied_keys(self.keys),
            self.login,
            self.password_used,
            self.devices.copy(),
            self.ssh_keys.copy(),
            self.certificates.copy(),
            self.service_credentials.copy(),
            self.accessed.copy(),
        )


@dataclass(slots=True)
class Group:
    """An IAM group; `members` are user names in name order."""

    name: str
    path: str
    group_id: str
    arn: str
    created: datetime
    attached: list[str] = field(default_factory=list)
    inline: dict[str, PolicyText] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)

    def copy(self) -> Group:
        """An independent copy; policy texts are shared, they never change."""
        return replace(
            self, attached=self.attached.copy(), inline=self.inline.copy(), members=self.members.copy()
        )


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version of a managed policy."""

    version_id: str
    created: datetime
    policy: PolicyText

    @property
    def text(self) -> str:
        """The document as it was given."""
        return self.policy.text

    @property
    def document(self) -> PolicyDocument:
        """The compiled document."""
        return self.policy.document


@dataclass(slots=True)
class ManagedPolicy:
    """A customer managed policy, or an AWS managed one."""

    arn: str
    name: str
    path: str
    policy_id: str
    created: datetime
    updated: datetime
    default_version: str
    versions: dict[str, PolicyVersion]
    description: str = ""
    tags: dict[str, str] = field(default_factory=dict)
    newest: int = 1
    """The highest version number that there ever was: none is used twice."""

    @property
    def default(self) -> PolicyVersion:
        """The version that takes effect."""
        return self.versions[self.default_version]

    @property
    def document(self) -> PolicyDocument:
        """The compiled document of the version that takes effect."""
        return self.default.document

    def copy(self) -> ManagedPolicy:
        """An independent copy; versions are shared, they never change."""
        return replace(self, versions=self.versions.copy(), tags=self.tags.copy())
