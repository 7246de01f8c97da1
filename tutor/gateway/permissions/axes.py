"""Rows and columns of the table: everybody who can ask, and what is worth asking about each thing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .actions import actions_by_kind

if TYPE_CHECKING:
    from tutor.account import Account, Bucket, World

FOLDERS: Final = 3
"""Objects of a bucket that have columns: one a folder."""
ANYTHING: Final = "*"
OFFERS: Final = "user", "policy", "group"
"""Kinds of IAM that stand in the table as a whole."""

Request = tuple[str, str]
"""Action and resource."""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody who can ask."""

    reference: str
    """As for `Sandbox.ask`."""

    @property
    def label(self) -> str:
        """`sora`, `role/auditor`, `root`; with `@ACCOUNT` for another account."""
        return self.reference.removeprefix("user/")

    @property
    def name(self) -> str:
        """By which one looks for it."""
        return self.reference.partition("@")[0].rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Column:
    """Something that can be asked for."""

    action: str
    resource: str

    @property
    def service(self) -> str:
        """The action's service."""
        return self.action.partition(":")[0]

    @property
    def name(self) -> str:
        """The action without its service."""
        return self.action.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Axes:
    """The whole table without its cells."""

    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()
    """Those of one resource stand together."""


def axes_of(world: "World", first: Sequence[tuple[str, Sequence[Request]]] = ()) -> Axes:
    """Everybody by everything; `first` are the rows and requests of a lesson, which come first."""
    known = set(_rows(world))
    rows = [*(name for name, _ in first if name in known), *_rows(world)]
    wanted = tuple(request for _, requests in first for request in requests)
    columns = [Column(*request) for request in _requests(world, wanted)]
    return Axes(tuple(map(Row, dict.fromkeys(rows))), tuple(columns))


def _rows(world: "World") -> Iterator[str]:
    """Users, roles and root of every account, and whoever comes without a signature to a bucket's policy."""
    own = next(iter(world.accounts))
    for account_id, account in world.accounts.items():
        at = "" if account_id == own else f"@{account_id}"
        yield from (f"user/{user.name}{at}" for user in account.users.values())
        yield from (f"role/{role.name}{at}" for role in account.roles.values())
        yield f"root{at}"
    buckets = (bucket for account in world.accounts.values() for bucket in account.buckets.values())
    if any(bucket.policy is not None for bucket in buckets):
        yield "anonymous"


def _requests(world: "World", wanted: Sequence[Request]) -> Iterator[Request]:
    """By resource: what a lesson asks about it, what everybody asks, what the policies speak of."""
    kinds = actions_by_kind(world)
    resources = dict.fromkeys([resource for _, resource in wanted])
    resources.update(dict.fromkeys(_resources(world)))
    for resource in resources:
        common = kinds.get(kind_of(resource), ())
        own = [action for action, about in wanted if about == resource and action not in common]
        for action in _by_service(dict.fromkeys([*own, *common])):
            yield action, resource


def _by_service(actions: Iterable[str]) -> list[str]:
    """Those of one service together, in the order in which the services come."""
    groups: dict[str, list[str]] = {}
    for action in actions:
        groups.setdefault(action.partition(":")[0], []).append(action)
    return [action for group in groups.values() for action in group]


def kind_of(resource: str) -> str:
    """`object`, `bucket`, `user`, `role`, `policy`, `group`, `instance`; empty for no single resource."""
    fields = resource.split(":", 5)
    if len(fields) < 6:
        return ""
    if fields[2] == "s3":
        return "object" if "/" in fields[5] else "bucket"
    return fields[5].partition("/")[0]


def _resources(world: "World") -> Iterator[str]:
    """Objects and buckets, roles and instances, and IAM as a whole; the learner's account before others."""
    for account in world.accounts.values():
        for bucket in account.buckets.values():
            yield from _objects(bucket)
            yield bucket.arn
    for account in world.accounts.values():
        yield from (role.arn for role in account.roles.values())
        yield from (one.arn(account.account_id) for one in account.compute.instances.values())
    account = next(iter(world.accounts.values()))
    yield from _iam(account)
    yield ANYTHING


def _objects(bucket: "Bucket") -> Iterator[str]:
    """The first object of each of the first folders; any object of an empty bucket."""
    seen: dict[str, str] = {}
    for key in bucket.objects:
        seen.setdefault(key.rpartition("/")[0], key)
        if len(seen) == FOLDERS:
            break
    yield from (f"{bucket.arn}/{key}" for key in seen.values() or ("*",))


def _iam(account: "Account") -> Iterator[str]:
    yield from (f"arn:aws:iam::{account.account_id}:{kind}/*" for kind in OFFERS)
