"""Actions and resources by which the evaluator is asked what a statement is good for."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from tutor.gateway.needs import NEEDS
from tutor.policy import Statement
from tutor.policy.catalogue import Catalogue

if TYPE_CHECKING:
    from tutor.account import Account, World

MOST: Final = 40
"""Actions of a service outside the sandbox that are tried for one statement."""

SOME: Final = 30
"""Existing things of a kind that are looked at."""

KINDS: Final = frozenset(
    {"s3:bucket", "s3:object", "ec2:instance", "sts:role"}
    | {f"iam:{kind}" for kind in ("user", "group", "role", "policy", "mfa", "instance-profile")}
)
"""What the sandbox has; of other kinds one is tried."""

STRANGERS: Final = {"sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"}

EXAMPLE: Final = "example"


class Samples:
    """Of one account, seen from the world that it is in."""

    def __init__(self, world: "World", account: "Account") -> None:
        self._world = world
        self._account = account
        self._existing: dict[str, tuple[str, ...]] = {}

    def with_policies(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Resources that have a policy of their own, each with actions to ask about."""
        for account in self._world.accounts.values():
            for bucket in account.buckets.values():
                if bucket.policy is not None:
                    yield bucket.arn, ("s3:ListBucket",)
            for role in account.roles.values():
                yield role.arn, ("sts:AssumeRole",)

    def actions(self, statement: Statement, written: Sequence[str], service: str) -> list[str]:
        """Actions that the statement is about: all that the sandbox knows, and those it names beyond."""
        every = _sandbox_actions()
        found = [
            action
            for action in every
            if (service == "*" or action.startswith(f"{service}:"))
            and statement.action.covers(action.lower())
        ]
        if found or statement.action.negated or service == "*":
            return found
        named = (text for text in written if text.lower().startswith(f"{service}:"))
        catalogue = _catalogue()
        covered = chain.from_iterable(catalogue.actions_matching(text) for text in named)
        return list(dict.fromkeys(islice(covered, MOST)))

    def resources(self, action: str, written: Sequence[str]) -> Iterator[list[str]]:
        """For each kind of resource that the action is about, such as exist, then made-up ones."""
        known = _catalogue().action(action)
        service = _catalogue().service(action.partition(":")[0])
        if known is None or service is None or not known.resource_types:
            yield ["*"]
            return
        names = [name for name, _ in known.resource_types]
        for name in [name for name in names if f"{service.prefix}:{name}" in KINDS] or names[:1]:
            template = service.resource_types[name].arn
            made_up = self._made_up(template)
            fitting = [_filled(text) for text in written if _is_like(_filled(text), made_up)]
            there = self._there(service.prefix, name)
            yield list(there) if service.prefix == "sts" else [*there, *fitting, made_up]

    def _made_up(self, template: str) -> str:
        text = template.replace("${Partition}", "aws").replace("${Account}", self._account.account_id)
        pieces = text.replace("${Region}", "us-east-1").split("${")
        return pieces[0] + "".join(EXAMPLE + piece.partition("}")[2] for piece in pieces[1:])

    def _there(self, service: str, kind: str) -> tuple[str, ...]:
        key = f"{service}:{kind}"
        if key not in self._existing:
            self._existing[key] = tuple(islice(self._find(key), SOME))
        return self._existing[key]

    def _find(self, kind: str) -> Iterator[str]:
        account = self._account
        match kind:
            case "s3:bucket":
                yield from (
                    one.arn for other in self._world.accounts.values() for one in other.buckets.values()
                )
            case "s3:object":
                for other in self._world.accounts.values():
                    for bucket in other.buckets.values():
                        yield from (f"{bucket.arn}/{key}" for key in islice(bucket.objects, 2))
            case "iam:user":
                yield from (one.arn for one in account.users.values())
            case "iam:group":
                yield from (one.arn for one in account.groups.values())
            case "iam:role" | "sts:role":
                yield from (
                    one.arn for other in self._world.accounts.values() for one in other.roles.values()
                )
            case "iam:policy":
                yield from account.policies
            case "iam:mfa":
                yield from account.mfa_devices
            case "iam:instance-profile":
                yield from (one.arn for one in account.instance_profiles.values())
            case "ec2:instance":
                yield from (one.arn(account.account_id) for one in account.compute.instances.values())


@cache
def _catalogue() -> Catalogue:
    return Catalogue.open()


@cache
def _sandbox_actions() -> tuple[str, ...]:
    """Without those by which nobody asks who is somebody already."""
    return tuple(sorted({action for action, _ in NEEDS.values()} - STRANGERS))


def _filled(text: str) -> str:
    """A resource that a written pattern means."""
    return text.replace("*", EXAMPLE).replace("?", "x") if text != "*" else text


def _is_like(arn: str, other: str) -> bool:
    """Whether two ARNs are of one service and kind, as far as their form tells."""
    mine, theirs = arn.split(":", 5), other.split(":", 5)
    if len(mine) != len(theirs) or mine[:3] != theirs[:3]:
        return False
    if mine[2] == "s3":
        return ("/" in mine[5]) is ("/" in theirs[5])
    return mine[5].partition("/")[0] == theirs[5].partition("/")[0]
