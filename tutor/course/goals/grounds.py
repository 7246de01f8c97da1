"""What goals are checked against: the account now, the evaluator, and the requests since the lesson began."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..schema import ContextValue
from .references import Reference

if TYPE_CHECKING:
    from tutor.account import Account, Entry, Role, RootUser, User, World
    from tutor.gateway import Console, Sandbox
    from tutor.policy import Decision

    from ..lesson import Lesson
    from ..schema import Step

NO_SUCH_USER: Final = "InvalidClientTokenId"
"""What a request of a user that is gone ends in: the keys went with the user."""

NOBODY: Final = Reference("", "", "")
"""Of a profile that nobody owns."""


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
    console: "Console | None" = None
    """The learner's console: who is signed in, which files lie in the workspace."""
    lesson: "Lesson | None" = None
    """Whose files in `solutions/` goals may compare with."""
    step: "Step | None" = None
    """The step on screen: what else the learner is at."""
    unseen: tuple[range, ...] = ()
    """Journal indexes of what was only rehearsed, which counts as never done."""

    @property
    def world(self) -> "World":
        """The accounts now."""
        return self.sandbox.world

    @property
    def account(self) -> "Account":
        """The learner's account."""
        return self.world.accounts[self.account_id]

    def account_of(self, reference: Reference) -> "Account | None":
        """The account that somebody belongs to."""
        return self.world.accounts.get(reference.account_id)

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
        owner = self.owner(principal)
        return self.sandbox.ask(f"{owner.plain}@{owner.account_id}", action, resource, context)

    def owner(self, principal: str) -> Reference:
        """Whom a principal stands for: of a profile its user or root, NOBODY where it has none.

        A profile that was made in the console holds a key: whose key it is.
        """
        reference = Reference.read(principal, self.account_id)
        if reference.kind != "profile":
            return reference
        definition = self.sandbox.profiles.get(reference.name, {})
        home = str(definition.get("account", self.account_id))
        if definition.get("root"):
            return Reference("root", "", home)
        if "user" in definition:
            return Reference("user", str(definition["user"]), home)
        found = self.world.find_key(str(definition.get("aws_access_key_id", "")))
        if found is None:
            return NOBODY
        name: str | None = getattr(found[1], "name", None)
        return Reference("user" if name else "root", name or "", found[0].account_id)

    def owner_of(self, principal: str) -> str:
        """`user/x`, `role/x` or `root`, with `@ACCOUNT` if it is another one; empty for nobody."""
        owner = self.owner(principal)
        return owner.written(self.account_id) if owner.kind else ""

    def holder_of(self, reference: Reference) -> "User | Role | RootUser | None":
        """The one that a reference names; None if there is no such one."""
        account = self.account_of(reference)
        if account is None:
            return None
        if reference.kind == "root":
            return account.root
        if reference.kind == "role":
            return account.roles.get(reference.name)
        return account.users.get(reference.name) if reference.kind == "user" else None

    def knows(self, principal: str) -> bool:
        """Whether there is such a principal."""
        return self.holder_of(self.owner(principal)) is not None

    def requests(self, *, since_step: bool = False) -> "Iterator[Entry]":
        """The requests that the learner has seen answered, also those undone since; no start lines."""
        index = self.step_begin if since_step else self.lesson_begin
        with suppress(IndexError):
            while True:
                index += 1
                entry = self.sandbox.save.entry(index)
                if entry.request is not None and not entry.start and not self._rehearsed(index):
                    yield entry

    def _rehearsed(self, index: int) -> bool:
        return any(index in block for block in self.unseen)
