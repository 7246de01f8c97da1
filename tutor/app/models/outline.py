"""The account as a tree to look at, and what a command changed in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_subject import ACCOUNT
from tutor.wording.signs import short_key

if TYPE_CHECKING:
    from tutor.account import Account, User
    from tutor.account.compute import Instance

SEPARATOR: Final = "\x1f"
"""Between the pieces of a path; no name in an account holds it."""

MANY_OBJECTS: Final = 100
"""Objects of a bucket that are listed; the rest is a number."""


class BranchKind(StrEnum):
    """What a branch of the outline stands for."""

    ACCOUNT = "account"
    SECTION = "section"
    USER = "user"
    GROUP = "group"
    ROLE = "role"
    POLICY = "policy"
    BUCKET = "bucket"
    OBJECT = "object"
    KEY = "key"
    ATTACHED = "attached"
    INLINE = "inline"
    MEMBER = "member"
    DEVICE = "device"
    PROVIDER = "provider"
    INSTANCE = "instance"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the outline and what hangs under it."""

    path: str
    """Stays the same from one outline to the next."""
    kind: BranchKind
    name: str
    note: str = ""
    """What stands beside the name: an alias, a key's status, a number."""
    children: "tuple[Branch, ...]" = ()
    subject: str = ""
    """What it stands for, as `tutor.app.models.account_subject` reads it."""

    def walk(self) -> "Iterator[Branch]":
        """This branch and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Changes:
    """How one outline differs from the one before."""

    added: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()
    removed: tuple[Branch, ...] = ()
    """Branches that are gone, outermost only."""

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.removed)


def outline(account: "Account", caller: str) -> Branch:
    """Users, the caller first, groups, own policies and buckets; roles and the like where there are some."""
    providers = (*account.oidc_providers.items(), *account.saml_providers.items())
    instances = account.compute.instances
    sections = (
        _section("users", (_user(account, user) for user in account.users.values()), first=caller),
        _section("groups", (_group(account, name) for name in account.groups)),
        _section("policies", (_policy(arn, policy.name) for arn, policy in account.policies.items())),
        *([_section("roles", (_role(account, name) for name in account.roles))] if account.roles else ()),
        _section("buckets", (_bucket(account, name) for name in account.buckets)),
        *([_section("providers", (_provider(arn) for arn, _ in providers))] if providers else ()),
        *([_section("instances", map(_instance, instances.values()))] if instances else ()),
    )
    alias = account.alias or ""
    return Branch("account", BranchKind.ACCOUNT, account.account_id, alias, sections, ACCOUNT)


def compare(before: Branch | None, after: Branch) -> Changes:
    """What is new, different or gone in `after`."""
    if before is None:
        return Changes()
    old = {branch.path: branch for branch in before.walk()}
    new = {branch.path: branch for branch in after.walk()}
    gone = {path for path in old if path not in new}
    inner = {child.path for path in gone for child in old[path].children}
    return Changes(
        added=frozenset(path for path in new if path not in old),
        altered=frozenset(
            path for path, branch in new.items() if path in old and branch.note != old[path].note
            and branch.kind is not BranchKind.SECTION
        ),
        removed=tuple(branch for path, branch in old.items() if path in gone and path not in inner),
    )  # fmt: skip


def parent_path(path: str) -> str:
    """The path of the branch above."""
    return path.rpartition(SEPARATOR)[0]


def _section(name: str, branches: Iterable[Branch], *, first: str = "") -> Branch:
    path = f"account{SEPARATOR}{name}"
    placed = (_under(path, branch) for branch in branches)
    children = tuple(sorted(placed, key=lambda branch: (branch.name != first, branch.name)))
    return Branch(path, BranchKind.SECTION, name, str(len(children)), children, name)


def _under(parent: str, branch: Branch) -> Branch:
    path = f"{parent}{SEPARATOR}{branch.path}"
    children = tuple([_under(path, child) for child in branch.children])
    return Branch(path, branch.kind, branch.name, branch.note, children, branch.subject)


def _user(account: "Account", user: "User") -> Branch:
    me = f"user/{user.name}"
    children = (
        *(
            Branch(
                key.key_id,
                BranchKind.KEY,
                short_key(key.key_id),
                key.status,
                subject=f"key/{user.name}/{key.key_id}",
            )
            for key in user.keys.values()
        ),
        *_policies(account, me, user.attached, user.inline),
        *(Branch(f"group/{name}", BranchKind.MEMBER, name, subject=f"group/{name}") for name in user.groups),
        *(
            Branch(serial, BranchKind.DEVICE, serial.rpartition("/")[2], subject=f"device/{serial}")
            for serial in user.devices
        ),
    )
    return Branch(user.name, BranchKind.USER, user.name, children=children, subject=me)


def _group(account: "Account", name: str) -> Branch:
    group, me = account.groups[name], f"group/{name}"
    children = (
        *_policies(account, me, group.attached, group.inline),
        *(
            Branch(f"user/{member}", BranchKind.MEMBER, member, subject=f"user/{member}")
            for member in sorted(group.members)
        ),
    )
    return Branch(name, BranchKind.GROUP, name, str(len(group.members)), children, me)


def _role(account: "Account", name: str) -> Branch:
    role, me = account.roles[name], f"role/{name}"
    children = tuple(_policies(account, me, role.attached, role.inline))
    return Branch(name, BranchKind.ROLE, name, children=children, subject=me)


def _policy(arn: str, name: str) -> Branch:
    return Branch(arn, BranchKind.POLICY, name, subject=f"policy/{arn}")


def _provider(arn: str) -> Branch:
    return Branch(arn, BranchKind.PROVIDER, arn.partition("/")[2], subject=f"provider/{arn}")


def _instance(instance: "Instance") -> Branch:
    name = instance.tags.get("Name") or instance.instance_id
    link = f"instance/{instance.instance_id}"
    return Branch(instance.instance_id, BranchKind.INSTANCE, name, instance.state, subject=link)


def _policies(
    account: "Account", holder: str, attached: Iterable[str], inline: Iterable[str]
) -> Iterator[Branch]:
    for arn in attached:
        own = account.policies.get(arn)
        name = own.name if own else arn.rpartition("/")[2]
        yield Branch(arn, BranchKind.ATTACHED, name, "" if own else "AWS", subject=f"policy/{arn}")
    for name in inline:
        yield Branch(f"inline/{name}", BranchKind.INLINE, name, subject=f"inline/{holder}/{name}")


def _bucket(account: "Account", name: str) -> Branch:
    keys = sorted(account.buckets[name].objects)
    children = [
        Branch(key, BranchKind.OBJECT, key, subject=f"object/{name}/{key}") for key in keys[:MANY_OBJECTS]
    ]
    if len(keys) > MANY_OBJECTS:
        children.append(Branch("…", BranchKind.MORE, str(len(keys) - MANY_OBJECTS), subject=f"bucket/{name}"))
    return Branch(name, BranchKind.BUCKET, name, str(len(keys)), tuple(children), f"bucket/{name}")
