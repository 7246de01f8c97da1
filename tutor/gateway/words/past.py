"""The requests so far and their numbers, which stay theirs whatever is undone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tutor.gateway.events import event_of

if TYPE_CHECKING:
    from tutor.account import Entry, Save
    from tutor.gateway.events import Event


@dataclass(frozen=True)
class Past:
    """The requests since these accounts began, those of abandoned branches too; start lines do not count."""

    save: "Save"

    @cached_property
    def chain(self) -> "tuple[Entry, ...]":
        """From the beginning to now."""
        return self.save.entries

    @cached_property
    def requests(self) -> "Mapping[int, Entry]":
        """By number, from 1."""
        return dict(enumerate(self._requests(), 1))

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number of each journal index."""
        return {entry.index: number for number, entry in self.requests.items()}

    @cached_property
    def here(self) -> frozenset[int]:
        """The journal indexes on the way from the beginning to now."""
        return frozenset(entry.index for entry in self.chain)

    @property
    def before(self) -> "tuple[Event, ...]":
        """The requests of the start lines: the account's life before the learner came."""
        started = (entry for entry in self.chain if entry.start)
        return tuple(event_of(entry, entry.request) for entry in started if entry.request is not None)

    @property
    def last(self) -> int:
        """The number of the newest request that is not undone; 0 if there is none."""
        numbers = (self.numbers.get(entry.index, 0) for entry in reversed(self.chain))
        return next(filter(None, numbers), 0)

    @property
    def beginning(self) -> int:
        """The position before the learner's first line."""
        last = self.chain[0].index
        for entry in self.chain[1:]:
            if not entry.start:
                break
            last = entry.index
        return last

    def event(self, number: int) -> "Event":
        """The request of a number, as the history shows it; raises KeyError."""
        entry = self.requests[number]
        assert entry.request is not None, "it is a request"
        return event_of(entry, entry.request)

    def visitor(self, number: int) -> str:
        """The name that somebody gave who wanted to sign in; empty for any other request."""
        request = self.requests[number].request
        if request is None or request.service != "signin":
            return ""
        return str(request.parameters.get("UserName") or request.parameters.get("Email") or "")

    def _requests(self) -> "Iterator[Entry]":
        index = self.chain[0].index
        while True:
            index += 1
            try:
                entry = self.save.entry(index)
            except IndexError:
                return
            if entry.request is not None and not entry.start:
                yield entry
