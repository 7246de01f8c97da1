"""How those who can ask, and what they can ask about, are written in a question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.policy import PrincipalKind

if TYPE_CHECKING:
    from tutor.account import Caller, World

MOST_OBJECTS: Final = 20
"""Objects of a bucket that are offered."""


def reference_of(caller: "Caller | None", world: "World") -> str:
    """The caller as `Sandbox.ask` knows it; empty for one that it does not know."""
    if caller is None:
        return ""
    principal = caller.principal
    at = _at(principal.account, world) if principal.account else ""
    match principal.kind:
        case PrincipalKind.USER:
            return f"user/{caller.name}{at}"
        case PrincipalKind.ROOT:
            return f"root{at}"
        case PrincipalKind.ANONYMOUS:
            return "anonymous"
        case PrincipalKind.ASSUMED_ROLE:
            return f"role/{principal.arn.partition('assumed-role/')[2]}{at}"
        case _:
            return ""


def principals_in(world: "World") -> Iterator[str]:
    """Everybody who can be asked about."""
    for account_id, account in world.accounts.items():
        at = _at(account_id, world)
        yield from (f"user/{user.name}{at}" for user in account.users.values())
        yield from (f"role/{role.name}{at}" for role in account.roles.values())
        yield f"root{at}"
    yield "anonymous"


def resources_in(world: "World") -> Iterator[str]:
    """Buckets with some of their objects, users and roles."""
    for account in world.accounts.values():
        for bucket in account.buckets.values():
            yield bucket.arn
            yield from (f"{bucket.arn}/{key}" for key in list(bucket.objects)[:MOST_OBJECTS])
        yield from (user.arn for user in account.users.values())
        yield from (role.arn for role in account.roles.values())


def _at(account_id: str, world: "World") -> str:
    """Nothing for the learner's own account."""
    return "" if account_id == next(iter(world.accounts)) else f"@{account_id}"
