"""The operations that the sandbox performs, by service and botocore operation name.

A module of operations is loaded when one of them is performed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tutor.account.call import Operation
from tutor.account.operations.rows import CHANGES, READS, SIGN_INS
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Handler, Result
    from tutor.account.world import Account, World

__all__ = ["OPERATIONS", "operation_of", "perform"]


def _late(place: str) -> Handler:
    """The handler at `module:name` or `module:OBJECT.method`, loaded at its first call."""
    found: list[Handler] = []

    def handle(world: World, account: Account, call: Call) -> Result:
        if not found:
            from importlib import import_module
            from operator import attrgetter

            module, _, name = place.partition(":")
            found.append(attrgetter(name)(import_module(f"{__name__}.{module}")))
        return found[0](world, account, call)

    return handle


OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {name: Operation(_late(place), mutates=False) for name, place in READS.items()}
    | {name: Operation(_late(place), mutates=True) for name, place in CHANGES.items()}
)
"""Such as `iam:CreateUser`."""

_SIGN_INS: Final = {name: Operation(_late(place), mutates=True) for name, place in SIGN_INS.items()}


def operation_of(action: str) -> Operation | None:
    """How a recorded request is performed: one of OPERATIONS, or what the console's door does."""
    return OPERATIONS.get(action) or _SIGN_INS.get(action)


def perform(world: World, call: Call) -> Result:
    """Do what was asked, which has been allowed; raises ServiceError, and then nothing has changed."""
    operation = operation_of(call.action)
    if operation is None:
        raise ServiceError("InvalidAction", f"Could not find operation {call.operation}", 400)
    return operation.handler(world, world.accounts[call.account_id], call)
