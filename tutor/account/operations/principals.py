"""Users, groups, roles and policies by ARN, and the policies that each of them has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.account.entities import Group, ManagedPolicy, User
from tutor.account.roles import Role
from tutor.account.service_error import invalid_input, no_such_entity

if TYPE_CHECKING:
    from tutor.account.account import Account, Holder
    from tutor.account.policy_text import PolicyText

__all__ = ["Held", "entity_of", "policies_of_entity", "principals_behind"]


@dataclass(frozen=True, slots=True)
class Held:
    """A policy of a user, group or role."""

    holder: Holder
    name: str
    arn: str | None
    """None of an inline policy."""
    text: PolicyText

    @property
    def kind(self) -> str:
        """The kind of its holder, as `user`."""
        return type(self.holder).__name__.lower()

    @property
    def source(self) -> str:
        """What tells it from the other policies of a principal."""
        return self.arn or f"inline:{self.kind}/{self.holder.name}/{self.name}"

    @property
    def simulated_name(self) -> str:
        """As the simulator names it."""
        return self.name if self.arn is not None else f"{self.kind}_{self.holder.name}_{self.name}"


def entity_of(account: Account, arn: str) -> Holder:
    """The user, group or role with this ARN."""
    kind, _, rest = arn.rpartition(":")[2].partition("/")
    name = rest.rpartition("/")[2]
    tables: Mapping[str, Mapping[str, Holder]] = {
        "user": account.users,
        "group": account.groups,
        "role": account.roles,
    }
    if kind not in tables or not arn.startswith("arn:aws:iam::"):
        raise invalid_input(f"Invalid Entity Arn: {arn} does not clearly define entity type and name.")
    found = tables[kind].get(name)
    if found is None or found.arn != arn:
        raise no_such_entity(f"The {kind} with name {name} cannot be found.")
    return found


def _own(account: Account, holder: Holder) -> Iterator[Held]:
    for name, text in holder.inline.items():
        yield Held(holder, name, None, text)
    for arn in holder.attached:
        policy = account.policy(arn)
        assert policy is not None, "a policy in use cannot be deleted"
        yield Held(holder, policy.name, arn, policy.default.policy)


def policies_of_entity(account: Account, holder: Holder) -> Iterator[Held]:
    """All identity policies of a user, group or role; those of a user's groups too."""
    yield from _own(account, holder)
    for name in holder.groups if isinstance(holder, User) else ():
        yield from _own(account, account.groups[name])


def principals_behind(account: Account, entity: Holder | ManagedPolicy) -> list[User | Role]:
    """The users and roles that requests of an entity come from: members, and who a policy is attached to."""
    if isinstance(entity, Group):
        return [account.users[name] for name in entity.members]
    if not isinstance(entity, ManagedPolicy):
        return [entity]
    use = account.policy_uses.get(entity.arn)
    found: dict[str, User | Role] = {}
    for reference in use.attached if use else ():
        for principal in principals_behind(account, account.holder(reference)):
            found[principal.arn] = principal
    return list(found.values())
