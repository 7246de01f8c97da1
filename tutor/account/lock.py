"""The lock of a save, held for one request; its file says who holds it."""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from tutor.account.errors import Holder, SaveLocked, SaveNotWritable

__all__ = ["WAIT", "SaveLock"]

WAIT: Final = 2.0
"""Seconds that a request waits for another one to end."""


def _own_holder() -> bytes:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]) if sys.argv else ""
    holder = {"pid": os.getpid(), "host": platform.node(), "command": command}
    return json.dumps(holder, ensure_ascii=False).encode(errors="replace")


class SaveLock:
    """One holder at a time among threads and processes; a thread may hold it again."""

    def __init__(self, path: Path, wait: float = WAIT) -> None:
        self._path = path
        self._wait = wait
        self._threads = threading.RLock()
        self._file = FileLock(path, mode=0o600, thread_local=False, poll_interval=0.005)
        self._depth = 0
        self._holder = _own_holder()

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
                    self._file.release(force=True)
        finally:
            self._threads.release()

    def _take(self, wait: float) -> None:
        try:
            self._file.acquire(timeout=wait)
        except Timeout:
            raise SaveLocked(self._path, self._read_holder()) from None
        except OSError as error:
            raise SaveNotWritable(self._path, error.strerror or str(error)) from None
        try:
            with suppress(OSError):  # a lock that cannot be written into still locks
                self._write_holder()
        except BaseException:
            self._file.release(force=True)
            raise

    def _write_holder(self) -> None:
        descriptor = os.open(self._path, os.O_RDWR)
        try:
            if os.read(descriptor, len(self._holder) + 1) != self._holder:
                os.lseek(descriptor, 0, os.SEEK_SET)
                os.write(descriptor, self._holder)
                os.ftruncate(descriptor, len(self._holder))
        finally:
            os.close(descriptor)

    def _read_holder(self) -> Holder:
        try:
            value = json.loads(self._path.read_bytes())
            return Holder(int(value["pid"]), str(value["host"]), str(value["command"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Holder()
