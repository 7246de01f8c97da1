"""One save, opened for use: the library's front for everything that happens in a sandbox."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.authorise import Asker, circumstances_of, decision_on
from tutor.gateway.door import Door, Visit
from tutor.gateway.events import Event, Explanation, event_of
from tutor.gateway.hearing import hear, petition_of
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.needs import need_of
from tutor.gateway.principals import UnknownPrincipal, asker_of, of_profile, read_reference
from tutor.gateway.profiles import Profiles
from tutor.gateway.stamp import Stamp
from tutor.gateway.vendored import Credentials
from tutor.policy import Decision
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Account, Caller, Entry, Recorded, Save, World

__all__ = ["CONSOLE_ADDRESS", "Sandbox", "UnknownPrincipal"]

CONSOLE_ADDRESS: Final = "203.0.113.10"
"""The source address of a request that the console sends."""


class Sandbox:
    """A save with its door, profiles and history; the learner's root signs with `root_key` if given."""

    def __init__(
        self, save: "Save", wall_clock: Callable[[], datetime], *, root_key: Credentials | None = None
    ) -> None:
        self.save = save
        self.wall_clock = wall_clock
        self._profiles = Profiles(save, root_key)
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
        context: Mapping[str, ContextSource | None] | None = None,
        *,
        mfa: bool = False,
    ) -> Decision:
        """What a principal would be answered now; nothing is recorded. Raises UnknownPrincipal.

        `user/NAME`, `role/NAME`, `role/NAME/SESSION`, `assumed-role/NAME/SESSION`, `root`, `anonymous` or
        `profile/NAME`, each but the last with `@ACCOUNT` for another account than the learner's. `mfa`: with
        temporary credentials that a code of an MFA device was given for. A key of `context` that is None is
        not carried.
        """
        asker = self._asker(principal, mfa=mfa)
        circumstances = circumstances_of(self.world.now, source_ip=CONSOLE_ADDRESS)
        need = need_of(self.world, asker.caller, action, resource)
        asking = replace(asker, circumstances={**circumstances, **(context or {})})
        return decision_on(need, asking, self.world)

    def caller(self, principal: str) -> "Caller":
        """The caller that a reference as for `ask` stands for; raises UnknownPrincipal."""
        return self._asker(principal, mfa=False).caller

    def _asker(self, principal: str, *, mfa: bool) -> Asker:
        reference = read_reference(principal)
        if reference.kind == "profile":
            reference = of_profile(reference, self.profiles.get(reference.name, {}))
        return asker_of(reference, self.world, mfa=mfa)

    def history(self) -> tuple[Event, ...]:
        """The requests on the way from the beginning to now, oldest first; what was undone is not in it."""
        return tuple(event for entry in self.save.entries if (event := self._event(entry)) is not None)

    def explain(self, event: Event) -> Explanation:
        """Why a request of the history was answered as it was, decided again in the account of that time."""
        from tutor.account import ServiceError

        entry = self.save.entry(event.index)
        if entry.request is None or entry.request.caller is None:
            return Explanation(event, ())
        world = self.save.world_at(entry.parent)
        try:
            return Explanation(event, hear(petition_of(entry.request, world, entry.at), world))
        except ServiceError:
            return Explanation(event, ())

    def sandbox_clock(self) -> datetime:
        """What a clock on the wall of the sandbox shows."""
        clock = self.world.clock
        return clock.next(self.wall_clock()) if clock.mode.value == "wall" else clock.now

    def _event(self, entry: "Entry") -> Event | None:
        if entry.request is None:
            return None
        if entry.index not in self._events:
            self._events[entry.index] = event_of(entry, entry.request)
        return self._events[entry.index]

    def _hear(self, recorded: "Recorded", decision: Decision | None) -> None:
        request = recorded.entry.request
        if not self._watchers or request is None:
            return
        fault = recorded.error.fault if recorded.error is not None else None
        event = replace(event_of(recorded.entry, request), decision=decision, fault=fault)
        for watcher in self._watchers:
            watcher.append(event)
