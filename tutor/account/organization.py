"""An organization: its tree of units and accounts, and the control policies attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tutor.account.control_policies import FULL_ACCESS, RCP, SCP, ControlPolicy

if TYPE_CHECKING:
    from tutor.policy import AttachedPolicy

__all__ = [
    "AccountRequest",
    "Invitation",
    "Member",
    "Organization",
    "Unit",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """An organizational unit."""

    unit_id: str
    name: str
    parent: str
    """The id of the root, or of another unit."""


@dataclass(frozen=True, slots=True)
class Member:
    """An account of the organization, the management account too."""

    account_id: str
    name: str
    email: str
    joined: datetime
    created: bool
    """By the organization; else it was there before."""
    parent: str
    """The id of the root, or of a unit."""


@dataclass(frozen=True, slots=True)
class AccountRequest:
    """What became of a CreateAccount."""

    request_id: str
    name: str
    asked: datetime
    account_id: str | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A handshake: an account that was there before is asked to join."""

    handshake_id: str
    account_id: str
    asked: datetime
    answered: str | None = None
    """ACCEPTED, DECLINED or CANCELED; None while it is open."""

    def state(self, now: datetime) -> str:
        """OPEN, the answer, or EXPIRED where none came in time."""
        if self.answered is not None:
            return self.answered
        return "OPEN" if now < self.expires else "EXPIRED"

    @property
    def expires(self) -> datetime:
        """When it is too late to accept."""
        return self.asked + timedelta(days=15)


@dataclass(slots=True)
class Organization:
    """One organization with one root."""

    org_id: str
    management_id: str
    """The account that made it, which control policies do not bind."""
    root_id: str
    feature_set: str = "ALL"
    units: dict[str, Unit] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    """By account id."""
    policies: dict[str, ControlPolicy] = field(default_factory=dict)
    """The customer's own, by id."""
    enabled: list[str] = field(default_factory=list)
    """Policy types that are in force in the root."""
    attached: dict[str, list[str]] = field(default_factory=dict)
    """Ids of policies by the id of root, unit or account."""
    requests: dict[str, AccountRequest] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    root_features: tuple[str, ...] = ()
    """What is on of central root access, in order (spec 9)."""

    def policy(self, policy_id: str) -> ControlPolicy | None:
        """The customer's or AWS's policy with this id."""
        return self.policies.get(policy_id) or FULL_ACCESS.get(policy_id)

    def parent_of(self, target: str) -> str | None:
        """The id above a unit or account; None above the root and what is not here."""
        place = self.units.get(target) or self.members.get(target)
        return None if place is None else place.parent

    def chain(self, target: str) -> tuple[str, ...]:
        """The ids from the root down to `target`; empty for one that is not here."""
        upwards = list(self._upwards(target))
        return tuple(reversed(upwards)) if upwards[-1:] == [self.root_id] else ()

    def _upwards(self, target: str) -> Iterator[str]:
        place: str | None = target
        while place is not None:
            yield place
            place = self.parent_of(place)

    def path_of(self, account_id: str) -> str | None:
        """As aws:PrincipalOrgPaths has it, such as `o-1/r-1/ou-1/`; None for an account outside."""
        if account_id not in self.members:
            return None
        return "/".join((self.org_id, *self.chain(account_id)[:-1], ""))

    def policies_at(self, target: str, kind: str) -> tuple[ControlPolicy, ...]:
        """The policies of one type that are attached to a root, unit or account itself."""
        found = (self.policy(policy_id) for policy_id in self.attached.get(target, ()))
        return tuple(policy for policy in found if policy is not None and policy.type == kind)

    def arn_of(self, policy: ControlPolicy) -> str:
        """The ARN of a policy."""
        kind = f"{policy.type.lower()}/{policy.policy_id}"
        if policy.by_aws:
            return f"arn:aws:organizations::aws:policy/{kind}"
        return f"arn:aws:organizations::{self.management_id}:policy/{self.org_id}/{kind}"

    def levels(self, account_id: str, kind: str) -> tuple[tuple[AttachedPolicy, ...], ...]:
        """The policies of one type over an account, from the root down to itself.

        None where none binds: over the management account, over an account outside, of a type not enabled.
        """
        if account_id == self.management_id or account_id not in self.members or kind not in self.enabled:
            return ()
        from tutor.policy import AttachedPolicy

        return tuple(
            tuple(
                AttachedPolicy(self.arn_of(policy), policy.content.document)
                for policy in self.policies_at(target, kind)
            )
            for target in self.chain(account_id)
        )

    def service_control_levels(self, account_id: str) -> tuple[tuple[AttachedPolicy, ...], ...]:
        """The SCPs over an account by level."""
        return self.levels(account_id, SCP)

    def resource_control_levels(self, account_id: str) -> tuple[tuple[AttachedPolicy, ...], ...]:
        """The RCPs over an account by level."""
        return self.levels(account_id, RCP)

    def copy(self) -> Organization:
        """An independent copy; what never changes is shared."""
        return replace(
            self,
            units=self.units.copy(),
            members=self.members.copy(),
            policies=self.policies.copy(),
            enabled=self.enabled.copy(),
            attached={target: ids.copy() for target, ids in self.attached.items()},
            requests=self.requests.copy(),
            invitations=self.invitations.copy(),
        )
