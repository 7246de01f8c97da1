"""One save, opened for use: the library's front for everything that happens in a sandbox."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.authorise import circumstances_of, decision_on
from tutor.gateway.door import Door, Visit
from tutor.gateway.events import Event, Explanation, event_of
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.needs import Need, Scene, needs_of, resource_tags
from tutor.gateway.profiles import Profiles
from tutor.gateway.stamp import Stamp
from tutor.gateway.vendored import Credentials
from tutor.policy import Decision
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Account, Caller, Entry, Save, World

CONSOLE_ADDRESS: Final = "203.0.113.10"
"""The source address of a request that the console sends."""


class UnknownPrincipal(LookupError):
    """A principal that the account does not have, as it was referred to."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class Sandbox:
    """A save with its door, its profiles and its history."""

    def __init__(self, save: "Save", wall_clock: Callable[[], datetime]) -> None:
        self.save = save
        self.wall_clock = wall_clock
        self._profiles = Profiles(save)
        self._door = Door(save, wall_clock, lambda: self._profiles.console_keys, self._hear)
        self._lock = threading.RLock()
        self._watchers: tuple[list[Event], ...] = ()
        self._events: dict[int, Event] = {}

    @property
    def world(self) -> "World":
        """The accounts as they are now; after undo it is another object."""
        return self.save.world

    @property
    def account(self) -> "Account":
        """The learner's account."""
        return self._profiles.account

    @property
    def profiles(self) -> Mapping[str, Mapping[str, object]]:
        """The console profiles by name, as defined (see `ProfileDefinition`)."""
        return self._profiles.definitions

    @property
    def profile_names(self) -> tuple[str, ...]:
        """The profiles that `--profile` finds: those of a user only while the user exists."""
        return self._profiles.names

    def credentials_of(self, profile: str | None) -> Credentials | None:
        """The key that a profile signs with, None names root; None if its user has no key."""
        return self._profiles.credentials_of(profile)

    def authenticates(self, profile: str) -> str | None:
        """The error code that the profile's requests get at the first gate; None if they pass it."""
        return self._profiles.authenticates(profile)

    def send(
        self, http: HttpRequest, *, source_ip: str = CONSOLE_ADDRESS, stamp: Stamp | None = None
    ) -> HttpResponse:
        """Answers one signed request; it is in the journal when this returns. Raises errors of the save."""
        with self._lock:
            return self._door.answer(Visit(http, source_ip, stamp or Stamp()))

    @contextmanager
    def watching(self) -> Iterator[list[Event]]:
        """Collects the events of the block, with their decisions."""
        heard: list[Event] = []
        self._watchers = (*self._watchers, heard)
        try:
            yield heard
        finally:
            self._watchers = tuple(watcher for watcher in self._watchers if watcher is not heard)

    def ask(
        self,
        principal: str,
        action: str,
        resource: str,
        context: Mapping[str, ContextSource] | None = None,
    ) -> Decision:
        """What `user/NAME`, `profile/NAME` or `root` would be answered now; nothing is recorded.

        Raises UnknownPrincipal.
        """
        caller = self.caller(principal)
        circumstances = circumstances_of(self.world.now, source_ip=CONSOLE_ADDRESS)
        need = Need(action, resource, self._tags_of(resource), self._owner_of(resource))
        return decision_on(need, caller, self.world, {**circumstances, **(context or {})})

    def caller(self, principal: str) -> "Caller":
        """The caller that `user/NAME`, `profile/NAME` or `root` stands for; raises UnknownPrincipal."""
        from tutor.account import caller_of

        kind, _, name = principal.partition("/")
        account = self.account
        if kind == "profile":
            definition = self.profiles.get(name, {})
            kind, name = ("root", "") if definition.get("root") else ("user", str(definition.get("user")))
        if kind == "root":
            return caller_of(account, account.root)
        user = account.users.get(name) if kind == "user" else None
        if user is None:
            raise UnknownPrincipal(principal)
        return caller_of(account, user)

    def history(self) -> tuple[Event, ...]:
        """The requests on the way from the beginning to now, oldest first; what was undone is not in it."""
        return tuple(event for entry in self.save.entries if (event := self._event(entry)) is not None)

    def explain(self, event: Event) -> Explanation:
        """Why a request of the history was answered as it was, decided again in the account of that time."""
        entry = self.save.entry(event.index)
        request = entry.request
        if request is None or request.caller is None:
            return Explanation(event, ())
        world = self.save.world_at(entry.parent)
        account = world.accounts[request.caller.principal.account]
        scene = Scene(world, account, request.caller, request.parameters)
        circumstances = circumstances_of(entry.at, source_ip=request.source_ip, region=request.region)
        needed: list[tuple[Need, Decision]] = []
        for need in needs_of(request.action, scene)[: len(request.asked)]:
            needed.append((need, decision_on(need, request.caller, world, circumstances)))
        return Explanation(event, tuple(needed))

    def _tags_of(self, resource: str) -> Mapping[str, ContextSource]:
        user = self.account.users.get(resource.rpartition("/")[2])
        return resource_tags(user.tags) if user is not None and user.arn == resource else {}

    def _owner_of(self, resource: str) -> str | None:
        fields = resource.split(":", 5)
        if len(fields) < 6 or fields[2] != "s3":
            return None
        found = self.world.bucket(fields[5].partition("/")[0])
        return found.account_id if found else self.account.account_id

    def _event(self, entry: "Entry") -> Event | None:
        if entry.request is None:
            return None
        if entry.index not in self._events:
            self._events[entry.index] = event_of(entry, entry.request)
        return self._events[entry.index]

    def _hear(self, event: Event) -> None:
        for watcher in self._watchers:
            watcher.append(event)
