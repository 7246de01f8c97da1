"""The simulated accounts at one moment: all that requests can change."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from tutor.account.buckets import Bucket
from tutor.account.clock import Clock
from tutor.account.entities import AccessKey, Group, ManagedPolicy, RootUser, User
from tutor.account.table import Table

__all__ = ["Account", "PolicyUse", "World"]


@dataclass(slots=True)
class PolicyUse:
    """Who uses a managed policy; entries such as `group/admins`, `user/yuna`, in order."""

    attached: list[str] = field(default_factory=list)
    bounding: list[str] = field(default_factory=list)


def _policy_label(_arn: str, policy: ManagedPolicy) -> str:
    return policy.name.lower()


def _policies() -> Table[ManagedPolicy]:
    return Table(_policy_label)


@dataclass(slots=True)
class Account:
    """One AWS account."""

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

    def policy(self, arn: str) -> ManagedPolicy | None:
        """The customer or AWS managed policy with this ARN."""
        from tutor.account.managed import AWS_MANAGED

        return self.policies.get(arn) or AWS_MANAGED.get(arn)

    def holder(self, reference: str) -> User | Group:
        """The user or group that `user/NAME` or `group/NAME` names; raises KeyError."""
        kind, _, name = reference.partition("/")
        return self.groups[name] if kind == "group" else self.users[name]

    def attach(self, reference: str, arn: str) -> None:
        """Attach a managed policy to `user/NAME` or `group/NAME`, which does not have it."""
        self.holder(reference).attached.append(arn)
        insort(self.policy_uses.setdefault(arn, PolicyUse()).attached, reference)

    def detach(self, reference: str, arn: str) -> None:
        """Take an attached managed policy away."""
        self.holder(reference).attached.remove(arn)
        self._drop_use(arn, self.policy_uses[arn].attached, reference)

    def bound(self, reference: str, arn: str) -> None:
        """Count a managed policy as the boundary of `user/NAME`."""
        insort(self.policy_uses.setdefault(arn, PolicyUse()).bounding, reference)

    def unbound(self, reference: str, arn: str) -> None:
        """Stop counting a managed policy as the boundary of `user/NAME`."""
        self._drop_use(arn, self.policy_uses[arn].bounding, reference)

    def _drop_use(self, arn: str, entries: list[str], reference: str) -> None:
        del entries[bisect_left(entries, reference)]
        use = self.policy_uses[arn]
        if not use.attached and not use.bounding:
            del self.policy_uses[arn]

    def copy(self) -> Account:
        """An independent copy."""
        return Account(
            self.account_id,
            self.root.copy(),
            self.alias,
            self.users.copied(User.copy),
            self.groups.copied(Group.copy),
            self.policies.copied(ManagedPolicy.copy),
            self.buckets.copied(Bucket.copy),
            {
                arn: PolicyUse(use.attached.copy(), use.bounding.copy())
                for arn, use in self.policy_uses.items()
            },
        )


@dataclass(slots=True)
class World:
    """Accounts, sandbox clock and console profiles; the fold of the journal's chain."""

    clock: Clock
    accounts: dict[str, Account] = field(default_factory=dict)
    profiles: dict[str, dict[str, object]] = field(default_factory=dict)
    lesson: str | None = None
    key_owners: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """Access key id to account id and user name; None is the root user."""

    @classmethod
    def fresh(cls, account_ids: Iterable[str], clock: Clock, *, alias: str | None = None) -> World:
        """Empty accounts at the clock's moment; the first one, the learner's, carries the alias."""
        world = cls(clock)
        for account_id in account_ids:
            world.accounts[account_id] = Account(account_id, RootUser(account_id, clock.now))
        if alias is not None:
            next(iter(world.accounts.values())).alias = alias
        return world

    @property
    def now(self) -> datetime:
        """Sandbox time."""
        return self.clock.now

    def bucket(self, name: str) -> Bucket | None:
        """The bucket with this name, whichever account owns it: names are global."""
        for account in self.accounts.values():
            if name in account.buckets:
                return account.buckets[name]
        return None

    def find_key(self, access_key_id: str) -> tuple[Account, User | RootUser, AccessKey] | None:
        """An access key with its owner and account."""
        place = self.key_owners.get(access_key_id)
        if place is None:
            return None
        account = self.accounts[place[0]]
        owner = account.root if place[1] is None else account.users[place[1]]
        return account, owner, owner.keys[access_key_id]

    def add_key(self, account: Account, owner: User | RootUser, key: AccessKey) -> None:
        """Give an access key to a user or the root user."""
        owner.keys[key.key_id] = key
        self.key_owners[key.key_id] = (account.account_id, owner.name if isinstance(owner, User) else None)

    def remove_key(self, owner: User | RootUser, key_id: str) -> None:
        """Take an access key away."""
        del owner.keys[key_id], self.key_owners[key_id]

    def copy(self) -> World:
        """An independent copy."""
        return World(
            self.clock,
            {account_id: account.copy() for account_id, account in self.accounts.items()},
            {name: dict(definition) for name, definition in self.profiles.items()},
            self.lesson,
            self.key_owners.copy(),
        )
