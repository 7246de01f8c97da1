"""Callers for the tests: each asks as somebody of the learner's account."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tutor.account import (
    LEARNER,
    Account,
    Caller,
    Entry,
    Recorded,
    RequestRecord,
    Save,
    World,
    caller_of,
)
from tutor.account.checkpoint import Position, dump
from tutor.account.journal.ledger import Cursor

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
SEED = b"a seed that is always the same.."
ALLOW_ALL = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
READ_S3 = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"


def still() -> datetime:
    """A wall clock that stands."""
    return datetime(2026, 2, 1, 12, 30, 15, 250_000, tzinfo=UTC)


def fresh_save() -> Save:
    """A save in memory at the beginning of a lesson."""
    save = Save.in_memory(seed=SEED, clock=still)
    save.begin(start=START)
    return save


def contents(world: World) -> dict[str, Any]:
    """All that a world holds, comparable."""
    return dump(world, Position(0, "", Cursor()))


class Person:
    """Root of the learner's account, or one of its users."""

    def __init__(self, save: Save, name: str | None = None, *, account: str = LEARNER) -> None:
        self.save = save
        self.name = name
        self.account_id = account

    @property
    def account(self) -> Account:
        return self.save.world.accounts[self.account_id]

    def caller(self) -> Caller:
        owner = self.account.root if self.name is None else self.account.users[self.name]
        return caller_of(self.account, owner, next(iter(owner.keys), None))

    def request(self, action: str, **parameters: object) -> RequestRecord:
        service, operation = action.split(":")
        caller = self.caller()
        return RequestRecord(
            service, operation, parameters, caller, caller.access_key_id, source_ip="203.0.113.10"
        )

    def record(self, action: str, **parameters: object) -> Recorded:
        """The request on a console line of its own."""
        return self.save.append(self.request(action, **parameters), line=self.save.next_line)

    def ask(self, action: str, **parameters: object) -> Any:
        """The result; raises the operation's ServiceError."""
        recorded = self.record(action, **parameters)
        if recorded.error is not None:
            raise recorded.error
        return recorded.result

    def refused(self, action: str, **parameters: object) -> Entry:
        """A request that the door turned away."""
        request = self.request(action, **parameters)
        denied = RequestRecord(
            request.service,
            request.operation,
            request.parameters,
            request.caller,
            request.access_key_id,
            request.source_ip,
            error="AccessDenied",
        )
        return self.save.append(denied, line=self.save.next_line).entry
