"""The simulated accounts at one moment: all that requests can change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from tutor.account.account import Account
from tutor.account.buckets import Bucket
from tutor.account.clock import Clock
from tutor.account.directory import Person
from tutor.account.entities import AccessKey, RootUser, User
from tutor.account.organization import Organization
from tutor.account.roles import Role
from tutor.account.sessions import Session

__all__ = ["Account", "World"]


@dataclass(slots=True)
class World:
    """Accounts, sandbox clock and console profiles; the fold of the journal's chain."""

    clock: Clock
    accounts: dict[str, Account] = field(default_factory=dict)
    profiles: dict[str, dict[str, object]] = field(default_factory=dict)
    lesson: str | None = None
    key_owners: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """Access key id to account id and user name; None is the root user."""
    sessions: dict[str, Session] = field(default_factory=dict)
    """Temporary credentials by access key id, those that have run out too."""
    organization: Organization | None = None
    directory: dict[str, Person] = field(default_factory=dict)
    """Whom the simulated identity providers know, by name."""

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

    def find_session(self, access_key_id: str) -> Session | None:
        """The session that these temporary credentials are of; whether it still holds is another question."""
        return self.sessions.get(access_key_id)

    def issuer_of(self, session: Session) -> Role | User | RootUser | None:
        """The role or owner behind a session; None once it is gone, even if another has its name."""
        account = self.accounts.get(session.account_id)
        if account is None or session.issuer_id == account.account_id:
            return None if account is None else account.root
        return account.identity(session.issuer_id)

    def role(self, arn: str) -> tuple[Account, Role] | None:
        """The role with this ARN and its account."""
        fields = arn.split(":", 5)
        account = self.accounts.get(fields[4]) if len(fields) > 5 else None
        role = None if account is None else account.roles.get(arn.rpartition("/")[2])
        return None if account is None or role is None or role.arn != arn else (account, role)

    def copy(self) -> World:
        """An independent copy."""
        return World(
            self.clock,
            {account_id: account.copy() for account_id, account in self.accounts.items()},
            {name: dict(definition) for name, definition in self.profiles.items()},
            self.lesson,
            self.key_owners.copy(),
            self.sessions.copy(),
            None if self.organization is None else self.organization.copy(),
            self.directory.copy(),
        )
