"""What other processes did to the open account, such as the learner's own AWS CLI through the endpoint."""

import os
import platform
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from tutor.gateway.events import Event, event_of
from tutor.gateway.words.past import Past

if TYPE_CHECKING:
    from tutor.account import Entry, Save

MOST: Final = 12
"""Lines told at once; of more the newest."""
LOCK: Final = "lock"
RECENT: Final = 30.0
"""Seconds for which another process counts as being there where nobody can ask whether it still runs."""


@dataclass(frozen=True, slots=True)
class Outside:
    """One thing that somebody else did."""

    message: str
    """`request`, `begin`, `move`, `clock` or `more`; its sentence is `app.outside.<message>`."""
    number: int = 0
    """Of a request, as the history knows it."""
    event: Event | None = None
    who: str = ""
    count: int = 0
    """Of `more`: how many lines are left out."""


def outside_of(entries: "Iterable[Entry]", save: "Save") -> tuple[Outside, ...]:
    """What new entries of the journal tell, oldest first."""
    news = list(entries)
    if not news:
        return ()
    past = Past(save)
    found = [one for entry in news for one in _told(entry, past)]
    left_out = len(found) - MOST
    return (Outside("more", count=left_out), *found[-MOST:]) if left_out > 0 else tuple(found)


def _told(entry: "Entry", past: Past) -> Iterator[Outside]:
    from tutor.account.journal.entry import Begin, ClockChange, MoveRecord

    if entry.request is not None:
        number = past.numbers.get(entry.index, 0)
        event = event_of(entry, entry.request)
        if number:  # start lines have none
            yield Outside("request", number, event, past.visitor(number) or event.who)
        return
    for kind, message in ((Begin, "begin"), (MoveRecord, "move"), (ClockChange, "clock")):
        if isinstance(entry.content, kind):
            yield Outside(message)


class Others:
    """Whether another process has the save of a folder open; a look costs one question to the file system."""

    def __init__(self, folder: Path) -> None:
        self._lock = folder / LOCK
        self._seen = (0, 0)
        self._processes: dict[int, float] = {}

    @property
    def are_there(self) -> bool:
        """Somebody else had the save's lock and still runs."""
        self.look()
        for process, since in list(self._processes.items()):
            if not _runs(process, since):
                del self._processes[process]
        return bool(self._processes)

    def look(self) -> None:
        """Take note of who had the lock last."""
        with suppress(OSError):
            found = self._lock.stat()
            if (found.st_mtime_ns, found.st_size) != self._seen:
                self._seen = (found.st_mtime_ns, found.st_size)
                self._read()

    def _read(self) -> None:
        from tutor.account.lock import holder_of

        holder = holder_of(self._lock)
        if holder.pid and holder.pid != os.getpid() and holder.host == platform.node():
            self._processes[holder.pid] = monotonic()


def _runs(process: int, since: float) -> bool:
    """Whether the process is still there; where asking would end it, whether it was a short time ago."""
    if sys.platform == "win32":
        return monotonic() - since < RECENT
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is somebody else's
        return True
    return True
