"""What goals are checked against: the account now, the evaluator, and the requests since the lesson began."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..schema import ContextValue

if TYPE_CHECKING:
    from tutor.account import Account, Entry, World
    from tutor.gateway import Sandbox
    from tutor.policy import Decision


NO_SUCH_USER: Final = "InvalidClientTokenId"
"""What a request of a user that is gone ends in: the keys went with the user."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A profile that the first gate stops."""

    error: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """One moment of a lesson."""

    sandbox: "Sandbox"
    account_id: str
    lesson_begin: int
    """Journal index of the entry that began the lesson."""
    step_begin: int
    """Journal index at which the step was first shown."""

    @property
    def world(self) -> "World":
        """The accounts now."""
        return self.sandbox.world

    @property
    def account(self) -> "Account":
        """The learner's account."""
        return self.world.accounts[self.account_id]

    def ask(
        self, principal: str, action: str, resource: str, context: Mapping[str, ContextValue]
    ) -> "Decision | Refusal":
        """The evaluator's answer, or the first gate's if the principal is a profile that it stops."""
        kind, _, name = principal.partition("/")
        error = self.sandbox.authenticates(name) if kind == "profile" else None
        if error is not None:
            return Refusal(error)
        if not self.knows(principal):
            return Refusal(NO_SUCH_USER)
        return self.sandbox.ask(self.owner_of(principal), action, resource, context)

    def owner_of(self, principal: str) -> str:
        """`user/x` or `root` also for a profile; empty for a profile that has no owner."""
        kind, _, name = principal.partition("/")
        if kind != "profile":
            return principal
        definition = self.sandbox.profiles.get(name, {})
        if definition.get("root"):
            return "root"
        return f"user/{definition['user']}" if "user" in definition else ""

    def knows(self, principal: str) -> bool:
        """Whether there is such a principal."""
        kind, _, name = self.owner_of(principal).partition("/")
        return kind == "root" or (kind == "user" and name in self.account.users)

    def requests(self, *, since_step: bool = False) -> "Iterator[Entry]":
        """The requests that the learner has seen answered, also those undone since; no start lines."""
        index = self.step_begin if since_step else self.lesson_begin
        with suppress(IndexError):
            while True:
                index += 1
                entry = self.sandbox.save.entry(index)
                if entry.request is not None and not entry.start:
                    yield entry
