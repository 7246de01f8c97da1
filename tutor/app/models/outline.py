"""The account as a tree to look at, and what a command changed in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tutor.wording.signs import short_key

if TYPE_CHECKING:
    from tutor.account import Account, User

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
    """The account's users, the caller first, its groups, own policies, roles if any, and buckets."""
    sections = (
        _section("users", (_user(account, user) for user in account.users.values()), first=caller),
        _section("groups", (_group(account, name) for name in account.groups)),
        _section(
            "policies",
            (Branch(arn, BranchKind.POLICY, policy.name) for arn, policy in account.policies.items()),
        ),
        *([_section("roles", (_role(account, name) for name in account.roles))] if account.roles else ()),
        _section("buckets", (_bucket(account, name) for name in account.buckets)),
    )
    return Branch("account", BranchKind.ACCOUNT, account.account_id, account.alias or "", sections)


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
    placed = (_under(f"account{SEPARATOR}{name}", branch) for branch in branches)
    children = tuple(sorted(placed, key=lambda branch: (branch.name != first, branch.name)))
    return Branch(f"account{SEPARATOR}{name}", BranchKind.SECTION, name, str(len(children)), children)


def _under(parent: str, branch: Branch) -> Branch:
    path = f"{parent}{SEPARATOR}{branch.path}"
    children = tuple(_under(path, child) for child in branch.children)
    return Branch(path, branch.kind, branch.name, branch.note, children)


def _user(account: "Account", user: "User") -> Branch:
    children = (
        *(
            Branch(key.key_id, BranchKind.KEY, short_key(key.key_id), key.status)
            for key in user.keys.values()
        ),
        *_policies(account, user.attached, user.inline),
        *(Branch(f"group/{name}", BranchKind.MEMBER, name) for name in user.groups),
        *(Branch(serial, BranchKind.DEVICE, serial.rpartition("/")[2]) for serial in user.devices),
    )
    return Branch(user.name, BranchKind.USER, user.name, children=children)


def _group(account: "Account", name: str) -> Branch:
    group = account.groups[name]
    children = (
        *_policies(account, group.attached, group.inline),
        *(Branch(f"user/{member}", BranchKind.MEMBER, member) for member in sorted(group.members)),
    )
    return Branch(name, BranchKind.GROUP, name, str(len(group.members)), children)


def _role(account: "Account", name: str) -> Branch:
    role = account.roles[name]
    children = tuple(_policies(account, role.attached, role.inline))
    return Branch(name, BranchKind.ROLE, name, children=children)


def _policies(account: "Account", attached: Iterable[str], inline: Iterable[str]) -> Iterator[Branch]:
    for arn in attached:
        own = account.policies.get(arn)
        yield Branch(
            arn, BranchKind.ATTACHED, own.name if own else arn.rpartition("/")[2], "" if own else "AWS"
        )
    for name in inline:
        yield Branch(f"inline/{name}", BranchKind.INLINE, name)


def _bucket(account: "Account", name: str) -> Branch:
    keys = sorted(account.buckets[name].objects)
    children = [Branch(key, BranchKind.OBJECT, key) for key in keys[:MANY_OBJECTS]]
    if len(keys) > MANY_OBJECTS:
        children.append(Branch("…", BranchKind.MORE, str(len(keys) - MANY_OBJECTS)))
    return Branch(name, BranchKind.BUCKET, name, str(len(keys)), tuple(children))
