"""A request that was let in: who asks for what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.account.mint import Mint
    from tutor.account.world import Account, World
    from tutor.policy import Principal

__all__ = ["Call", "Caller", "Handler", "Operation", "Result"]

Result = dict[str, object]
"""An answer, keyed as the botocore output shape: datetimes are aware, documents are raw JSON text."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who signed a request."""

    principal: Principal
    access_key_id: str | None
    user_id: str
    """AIDA... of a user, the account id of a root user."""
    name: str | None
    """The user's name; None for the root user."""


@dataclass(frozen=True, slots=True)
class Call:
    """An operation to perform; that it is allowed has been decided."""

    service: str
    operation: str
    parameters: Mapping[str, object]
    caller: Caller
    account_id: str
    mint: Mint
    region: str = "us-east-1"
    at: datetime | None = None
    """The moment of the request; None is the world's."""
    recorded: bool = False
    """Replayed from the journal: its documents were accepted then and are parsed at first use."""

    @property
    def action(self) -> str:
        """Such as `iam:CreateUser`: botocore's operation name, not always IAM's action."""
        return f"{self.service}:{self.operation}"

    def text(self, name: str) -> str | None:
        """A text parameter, or None if it was not given."""
        value = self.parameters.get(name)
        return None if value is None else str(value)

    def required(self, name: str) -> str:
        """A text parameter that the client library insists on; empty if a hand-made request lacks it."""
        return self.text(name) or ""

    def moment(self, world: World) -> datetime:
        """When it happens, in sandbox time."""
        return self.at or world.now


Handler = Callable[["World", "Account", Call], Result]
"""Performs a call in an account."""


@dataclass(frozen=True, slots=True)
class Operation:
    """How one API operation is performed; a handler that raises ServiceError has changed nothing."""

    handler: Handler
    mutates: bool
