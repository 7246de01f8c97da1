"""One AWS account: its identities, policies and settings."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from tutor.account.buckets import Bucket
from tutor.account.compute import Compute
from tutor.account.credentials import MfaDevice, ServerCertificate
from tutor.account.entities import Group, ManagedPolicy, RootUser, User
from tutor.account.providers import OidcProvider, SamlProvider
from tutor.account.roles import InstanceProfile, Role
from tutor.account.settings import AccessJob, CredentialReport, PasswordPolicy
from tutor.account.table import Table, by_exact_key

__all__ = ["Account", "Holder", "PolicyUse"]

Holder = User | Group | Role
"""What policies can be attached to."""


@dataclass(slots=True)
class PolicyUse:
    """Who uses a managed policy; entries such as `group/admins`, `user/yuna`, in order."""

    attached: list[str] = field(default_factory=list)
    bounding: list[str] = field(default_factory=list)

    def copy(self) -> PolicyUse:
        """An independent copy."""
        return PolicyUse(self.attached.copy(), self.bounding.copy())


def _policy_label(_arn: str, policy: ManagedPolicy) -> str:
    return policy.name.lower()


def _policies() -> Table[ManagedPolicy]:
    return Table(_policy_label)


def _exact() -> Table[MfaDevice]:
    return Table(by_exact_key)


@dataclass(slots=True)
class Account:
    """One AWS account; tables are by name unless they say otherwise."""

    account_id: str
    root: RootUser
    alias: str | None = None
    users: Table[User] = field(default_factory=Table)
    groups: Table[Group] = field(default_factory=Table)
    policies: Table[ManagedPolicy] = field(default_factory=_policies)
    """Customer managed policies by ARN."""
    buckets: Table[Bucket] = field(default_factory=Table)
    policy_uses: dict[str, PolicyUse] = field(default_factory=dict)
    """By policy ARN, AWS managed policies too; only policies in use have an entry."""
    roles: Table[Role] = field(default_factory=Table)
    instance_profiles: Table[InstanceProfile] = field(default_factory=Table)
    mfa_devices: Table[MfaDevice] = field(default_factory=_exact)
    """By serial number."""
    oidc_providers: dict[str, OidcProvider] = field(default_factory=dict)
    """By ARN."""
    saml_providers: dict[str, SamlProvider] = field(default_factory=dict)
    """By ARN."""
    server_certificates: Table[ServerCertificate] = field(default_factory=Table)
    password_policy: PasswordPolicy | None = None
    credential_report: CredentialReport | None = None
    access_jobs: dict[str, AccessJob] = field(default_factory=dict)
    deletions: list[str] = field(default_factory=list)
    """Task ids of DeleteServiceLinkedRole, all of them done."""
    token_version: int = 1
    """Of the tokens that the global STS endpoint gives out."""
    ids: dict[str, str] = field(default_factory=dict)
    """Unique ids of the users and roles that there are, each with its `user/NAME` or `role/NAME`."""
    compute: Compute = field(default_factory=Compute)

    def policy(self, arn: str) -> ManagedPolicy | None:
        """The customer or AWS managed policy with this ARN."""
        from tutor.account.managed import AWS_MANAGED

        return self.policies.get(arn) or AWS_MANAGED.get(arn)

    def holder(self, reference: str) -> Holder:
        """The one that `user/NAME`, `group/NAME` or `role/NAME` names; raises KeyError."""
        kind, _, name = reference.partition("/")
        if kind == "group":
            return self.groups[name]
        return self.roles[name] if kind == "role" else self.users[name]

    def identity(self, unique_id: str) -> User | Role | None:
        """The user or role with this unique id."""
        reference = self.ids.get(unique_id)
        found = None if reference is None else self.holder(reference)
        return None if isinstance(found, Group) else found

    # Coming and going

    def add(self, entity: User | Role) -> None:
        """A new user or role, or one that an older version of this account had; its policies are in use."""
        if isinstance(entity, User):
            self.users[entity.name] = entity
            self.ids[entity.user_id] = f"user/{entity.name}"
        else:
            self.roles[entity.name] = entity
            self.ids[entity.role_id] = f"role/{entity.name}"
        for uses, reference in self._uses_of(entity):
            insort(uses, reference)

    def forget(self, entity: Holder) -> None:
        """Take an entity out of the tables and of the uses of policies; what it has stays with it."""
        reference = self._reference(entity)
        for arn in entity.attached:
            self._drop_use(arn, self.policy_uses[arn].attached, reference)
        if isinstance(entity, Group):
            del self.groups[entity.name]
            return
        if entity.boundary is not None:
            self._drop_use(entity.boundary, self.policy_uses[entity.boundary].bounding, reference)
        if isinstance(entity, User):
            del self.users[entity.name], self.ids[entity.user_id]
        else:
            del self.roles[entity.name], self.ids[entity.role_id]

    def add_group(self, group: Group) -> None:
        """A group whose policies are in use."""
        self.groups[group.name] = group
        for uses, reference in self._uses_of(group):
            insort(uses, reference)

    def _reference(self, entity: Holder) -> str:
        return f"{type(entity).__name__.lower()}/{entity.name}"

    def _uses_of(self, entity: Holder) -> Iterator[tuple[list[str], str]]:
        reference = self._reference(entity)
        for arn in entity.attached:
            yield self.policy_uses.setdefault(arn, PolicyUse()).attached, reference
        if not isinstance(entity, Group) and entity.boundary is not None:
            yield self.policy_uses.setdefault(entity.boundary, PolicyUse()).bounding, reference

    # Policies

    def attach(self, reference: str, arn: str) -> None:
        """Attach a managed policy to a holder that does not have it."""
        self.holder(reference).attached.append(arn)
        insort(self.policy_uses.setdefault(arn, PolicyUse()).attached, reference)

    def detach(self, reference: str, arn: str) -> None:
        """Take an attached managed policy away."""
        self.holder(reference).attached.remove(arn)
        self._drop_use(arn, self.policy_uses[arn].attached, reference)

    def bound(self, reference: str, arn: str) -> None:
        """Count a managed policy as the boundary of a user or role."""
        insort(self.policy_uses.setdefault(arn, PolicyUse()).bounding, reference)

    def unbound(self, reference: str, arn: str) -> None:
        """Stop counting a managed policy as the boundary of a user or role."""
        self._drop_use(arn, self.policy_uses[arn].bounding, reference)

    def _drop_use(self, arn: str, entries: list[str], reference: str) -> None:
        del entries[bisect_left(entries, reference)]
        use = self.policy_uses[arn]
        if not use.attached and not use.bounding:
            del self.policy_uses[arn]

    def copy(self) -> Account:
        """An independent copy; what never changes is shared."""
        return Account(
            self.account_id,
            self.root.copy(),
            self.alias,
            self.users.copied(User.copy),
            self.groups.copied(Group.copy),
            self.policies.copied(ManagedPolicy.copy),
            self.buckets.copied(Bucket.copy),
            {arn: use.copy() for arn, use in self.policy_uses.items()},
            self.roles.copied(Role.copy),
            self.instance_profiles.copied(lambda profile: profile),
            self.mfa_devices.copied(lambda device: device),
            self.oidc_providers.copy(),
            self.saml_providers.copy(),
            self.server_certificates.copied(lambda certificate: certificate),
            self.password_policy,
            self.credential_report,
            self.access_jobs.copy(),
            self.deletions.copy(),
            self.token_version,
            self.ids.copy(),
            self.compute.copy(),
        )
