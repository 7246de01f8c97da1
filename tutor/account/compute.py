"""What EC2 holds: instances and the instance profiles that they carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

__all__ = [
    "RUNNING",
    "SHOWN_FOR",
    "STATE_CODES",
    "STOPPED",
    "TERMINATED",
    "Compute",
    "Instance",
    "ProfileAssociation",
    "Surroundings",
]

RUNNING: Final = "running"
STOPPED: Final = "stopped"
TERMINATED: Final = "terminated"
STATE_CODES: Final = {
    "pending": 0,
    RUNNING: 16,
    "shutting-down": 32,
    TERMINATED: 48,
    "stopping": 64,
    STOPPED: 80,
}
SHOWN_FOR: Final = timedelta(hours=1)
"""How long a terminated instance is still to be seen."""


@dataclass(frozen=True, slots=True)
class ProfileAssociation:
    """An instance profile on an instance."""

    association_id: str
    arn: str
    profile_id: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance; `state` is where it comes to rest: running, stopped or terminated."""

    instance_id: str
    reservation_id: str
    image_id: str
    instance_type: str
    region: str
    zone: str
    launched: datetime
    """When it last began to run."""
    private_ip: str
    number: int = 0
    """Among those of its reservation."""
    state: str = RUNNING
    changed: datetime | None = None
    """When somebody stopped or terminated it."""
    client_token: str | None = None
    protected: bool = False
    """Against termination by the API."""
    tags: dict[str, str] = field(default_factory=dict)
    profile: ProfileAssociation | None = None

    def arn(self, account_id: str) -> str:
        """The ARN of the instance in its account."""
        return f"arn:aws:ec2:{self.region}:{account_id}:instance/{self.instance_id}"

    def is_shown(self, now: datetime) -> bool:
        """Whether it is still to be seen at a moment of sandbox time."""
        return self.state != TERMINATED or self.changed is None or now < self.changed + SHOWN_FOR


@dataclass(slots=True)
class Compute:
    """The instances of one account in all regions."""

    instances: dict[str, Instance] = field(default_factory=dict)
    """By id, in the order they were launched in."""
    associations: dict[str, str] = field(default_factory=dict)
    """Ids of profile associations, each with its instance's."""
    launches: dict[str, list[str]] = field(default_factory=dict)
    """Client tokens of RunInstances, each with the instances that it launched."""

    def put(self, instance: Instance) -> None:
        """A new instance, or a new state of one."""
        before = self.instances.get(instance.instance_id)
        if before is not None and before.profile is not None:
            del self.associations[before.profile.association_id]
        if before is None and instance.client_token is not None:
            self.launches.setdefault(instance.client_token, []).append(instance.instance_id)
        self.instances[instance.instance_id] = instance
        if instance.profile is not None:
            self.associations[instance.profile.association_id] = instance.instance_id

    def forget(self, now: datetime) -> None:
        """Drop the instances that nobody sees any more."""
        for instance in [known for known in self.instances.values() if not known.is_shown(now)]:
            del self.instances[instance.instance_id]
            if instance.profile is not None:
                del self.associations[instance.profile.association_id]
            if instance.client_token is not None:
                launched = self.launches[instance.client_token]
                launched.remove(instance.instance_id)
                if not launched:
                    del self.launches[instance.client_token]

    def at(self, region: str, now: datetime) -> Iterator[Instance]:
        """The instances of a region that are to be seen."""
        return (known for known in self.instances.values() if known.region == region and known.is_shown(now))

    def instance(self, instance_id: str, region: str, now: datetime) -> Instance | None:
        """The instance, if it is in this region and to be seen."""
        found = self.instances.get(instance_id)
        return found if found is not None and found.region == region and found.is_shown(now) else None

    def associated(self, association_id: str, region: str) -> Instance | None:
        """The instance of a profile association."""
        found = self.instances.get(self.associations.get(association_id, ""))
        return found if found is not None and found.region == region else None

    def copy(self) -> Compute:
        """An independent copy; instances are shared, they never change."""
        launches = {token: ids.copy() for token, ids in self.launches.items()}
        return Compute(self.instances.copy(), self.associations.copy(), launches)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The default network of an account in a region, which nobody has to make."""

    account_id: str
    region: str

    @property
    def vpc_id(self) -> str:
        """The default VPC."""
        return self._id("vpc", "")

    @property
    def security_group_id(self) -> str:
        """The default security group, called `default`."""
        return self._id("sg", "")

    @property
    def zones(self) -> tuple[str, ...]:
        """Three availability zones."""
        return tuple(f"{self.region}{letter}" for letter in "abc")

    @property
    def subnets(self) -> dict[str, str]:
        """The default subnets by id, each with its zone."""
        return {self._id("subnet", zone): zone for zone in self.zones}

    def _id(self, kind: str, what: str) -> str:
        digest = sha256(f"{self.account_id} {self.region} {kind} {what}".encode()).hexdigest()
        return f"{kind}-0{digest[:16]}"
