"""The lock of a save, held for one request; its file says who holds it."""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import time
from typing import Final

from tutor.account.clock import format_time, parse_time
from tutor.account.errors import Holder, SaveLocked, SaveNotWritable
from tutor.account.held_file import held_file

__all__ = ["WAIT", "SaveLock", "holder_of"]

WAIT: Final = 2.0
"""Seconds that a request waits for another one to end."""


def _own_command() -> str:
    program, *words = sys.argv or [""]
    path = Path(program)
    name = f"python -m {path.parent.name}" if path.name == "__main__.py" else path.name
    return " ".join([name, *words])


def _own_holder(command: str, since: int) -> bytes:
    """What the lock's file tells: who holds it, and since when in whole seconds."""
    moment = format_time(datetime.fromtimestamp(since, UTC))
    holder = {"pid": os.getpid(), "host": platform.node(), "command": command, "since": moment}
    return json.dumps(holder, ensure_ascii=False).encode(errors="replace")


def holder_of(path: Path) -> Holder:
    """Who held the lock of that file last, as far as it tells."""
    try:
        value = json.loads(path.read_bytes())
        since = parse_time(value["since"]) if "since" in value else None
        return Holder(int(value["pid"]), str(value["host"]), str(value["command"]), since)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Holder()


class SaveLock:
    """One holder at a time among threads and processes; a thread may hold it again."""

    def __init__(self, path: Path, wait: float | None = None) -> None:
        self._path = path
        self._wait = WAIT if wait is None else wait
        self._threads = threading.RLock()
        self._file = held_file(path)
        self._depth = 0
        self._command = _own_command()  # now: the AWS CLI puts its own words there
        self._since = 0
        self._holder = b""

    @contextmanager
    def held(self, wait: float | None = None) -> Iterator[bool]:
        """Raises SaveLocked after the wait; the value tells whether this is the outermost hold."""
        wait = self._wait if wait is None else wait
        if not self._threads.acquire(timeout=wait):
            raise SaveLocked(self._path, self._read_holder())
        try:
            if self._depth == 0:
                self._take(wait)
            self._depth += 1
            try:
                yield self._depth == 1
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._file.let_go()
        finally:
            self._threads.release()

    def close(self) -> None:
        """Give up what is open while nobody holds it."""
        self._file.close()

    def _take(self, wait: float) -> None:
        try:
            taken = self._file.take(wait)
        except OSError as error:
            raise SaveNotWritable(self._path, error.strerror or str(error)) from None
        if not taken:
            raise SaveLocked(self._path, self._read_holder())
        try:
            with suppress(OSError):  # a lock that cannot be written into still locks
                self._write_holder()
        except BaseException:
            self._file.let_go()
            raise

    def _write_holder(self) -> None:
        now = int(time())
        if now != self._since:
            self._since, self._holder = now, _own_holder(self._command, now)
        descriptor = os.open(self._path, os.O_RDWR)
        try:
            if os.read(descriptor, len(self._holder) + 1) != self._holder:
                os.lseek(descriptor, 0, os.SEEK_SET)
                os.write(descriptor, self._holder)
                os.ftruncate(descriptor, len(self._holder))
        finally:
            os.close(descriptor)

    def _read_holder(self) -> Holder:
        return holder_of(self._path)
