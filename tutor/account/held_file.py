"""A file that one process at a time holds: by flock, which costs microseconds, else by filelock."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final, Protocol

__all__ = ["HeldFile", "held_file"]

_PAUSE: Final = 0.005
"""Seconds between two tries."""


class HeldFile(Protocol):
    """Can be held and let go, any number of times; released by the system if its process dies."""

    def take(self, wait: float) -> bool:
        """Hold it; False if somebody else does until `wait` seconds are over. Raises OSError."""

    def let_go(self) -> None:
        """Let others have it."""

    def close(self) -> None:
        """Give up what the system keeps open for it."""


def held_file(path: Path) -> HeldFile:
    """The file at `path`, which is made if there is none."""
    try:
        return _Flock(path)
    except ImportError:  # Windows
        return _FileLock(path)


class _Flock:
    """Held by flock on a descriptor that stays open; it keeps the others of this class and filelock's out."""

    def __init__(self, path: Path) -> None:
        import fcntl

        self._fcntl = fcntl
        self._path = path
        self._descriptor: int | None = None
        self._opener = 0

    def take(self, wait: float) -> bool:
        until = monotonic() + wait
        while True:
            descriptor = self._opened()
            try:
                self._fcntl.flock(descriptor, self._fcntl.LOCK_EX | self._fcntl.LOCK_NB)
            except BlockingIOError:
                if monotonic() >= until:
                    return False
                sleep(_PAUSE)
                continue
            if self._is_in_place(descriptor):
                return True
            self.close()  # the file was removed or replaced: holding that one keeps nobody out

    def let_go(self) -> None:
        if self._descriptor is not None:
            self._fcntl.flock(self._descriptor, self._fcntl.LOCK_UN)

    def close(self) -> None:
        if self._descriptor is not None:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None

    def _opened(self) -> int:
        """A descriptor of this process's own: one that came by fork would share the parent's hold."""
        if self._descriptor is not None and self._opener != os.getpid():
            self.close()
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            self._opener = os.getpid()
        return self._descriptor

    def _is_in_place(self, descriptor: int) -> bool:
        with suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(descriptor), os.stat(self._path))
        return False

    def __del__(self) -> None:
        self.close()


class _FileLock:
    """Held by filelock."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self._lock = FileLock(path, mode=0o600, thread_local=False, poll_interval=_PAUSE)

    def take(self, wait: float) -> bool:
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            return False
        return True

    def let_go(self) -> None:
        self._lock.release(force=True)

    def close(self) -> None:
        self._lock.release(force=True)
