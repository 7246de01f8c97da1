"""A journal in a folder: one O_APPEND write and an fsync a line."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Final

from tutor.account.errors import Damage, SaveDamaged, SaveNotWritable, SaveTooNew
from tutor.account.journal.line import FIRST, BadLine, checksum_of, verify
from tutor.account.lock import SaveLock
from tutor.account.storage import ReplacingStorage, StorageDamaged, StorageTooNew, sync_folder
from tutor.account.tape import Checkpoint

__all__ = ["CHECKPOINT_FORMAT", "JOURNAL", "FolderTape"]

JOURNAL: Final = "journal.jsonl"
CHECKPOINT_FORMAT: Final = 1
_BINARY: Final = getattr(os, "O_BINARY", 0)
_sync = getattr(os, "fdatasync", os.fsync)


class FolderTape:
    """The lines of `journal.jsonl`; a torn last line is left out, and cut off by the next append."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._folder = folder
        self._journal = folder / JOURNAL
        flags = os.O_RDWR | os.O_APPEND | _BINARY | (os.O_CREAT | os.O_EXCL if create else 0)
        try:
            if create:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                folder.chmod(0o700)
            self._descriptor = os.open(self._journal, flags, 0o600)
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError as error:
            raise SaveNotWritable(self._journal, error.strerror or str(error)) from None
        if create:
            sync_folder(folder)
            sync_folder(folder.parent)
        self._lock = SaveLock(folder / "lock")
        self._offset = 0
        self._lines = 0
        self._checksum = FIRST

    @property
    def path(self) -> Path | None:
        """The journal's file."""
        return self._journal

    def locked(self) -> AbstractContextManager[bool]:
        """Hold the save's lock."""
        return self._lock.held()

    def grown(self) -> bool:
        """The file is longer than what was read of it."""
        return os.fstat(self._descriptor).st_size != self._offset

    def read(self) -> list[bytes]:
        """The whole lines behind those that are known; raises SaveDamaged."""
        size = os.fstat(self._descriptor).st_size
        if size < self._offset:
            raise SaveDamaged(self._journal, self._lines, Damage.SHORTER)
        if size == self._offset:
            return []
        text = self._read_from(self._offset, size)
        whole = text.rfind(b"\n") + 1
        lines = [line + b"\n" for line in text[:whole].split(b"\n")[:-1]]
        self._check_tail(text[whole:], lines)
        self._offset += whole
        self._lines += len(lines)
        if lines:
            self._checksum = _stated_checksum(lines[-1])
        return lines

    def _read_from(self, start: int, stop: int) -> bytes:
        os.lseek(self._descriptor, start, os.SEEK_SET)
        parts = []
        while start < stop:
            part = os.read(self._descriptor, stop - start)
            if not part:
                break
            parts.append(part)
            start += len(part)
        return b"".join(parts)

    def _check_tail(self, tail: bytes, lines: list[bytes]) -> None:
        """A torn line is the beginning of one; a whole one with another end was not torn but changed."""
        if not tail:
            return
        previous = _stated_checksum(lines[-1]) if lines else self._checksum
        with suppress(BadLine):
            verify(tail[:-1] + b"\n", previous)
            raise SaveDamaged(self._journal, self._lines + len(lines) + 1, Damage.FRAME)

    def append(self, line: bytes) -> None:
        """One write, one fsync; whatever fails, the file is as it was."""
        try:
            state = os.fstat(self._descriptor)
            if state.st_nlink == 0:
                raise FileNotFoundError(2, "the journal was removed")
            if state.st_size != self._offset:
                os.ftruncate(self._descriptor, self._offset)
            if os.write(self._descriptor, line) != len(line):
                raise OSError(28, "the disk is full")
            _sync(self._descriptor)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._descriptor, self._offset)
            raise SaveNotWritable(self._journal, error.strerror or str(error)) from None
        self._offset += len(line)
        self._lines += 1
        self._checksum = checksum_of(line)

    def read_checkpoint(self) -> Checkpoint | None:
        """What `account.json` or its `.bak` holds; None if neither is any good: the journal has it all."""
        try:
            return self._storage().read()
        except StorageDamaged:
            return None
        except StorageTooNew as error:
            raise SaveTooNew(error.path, error.found_version) from None

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Replace `account.json`."""
        path = self._folder / "account.json"
        try:
            self._storage().write({name: dict(table) for name, table in checkpoint.items()})
        except StorageDamaged:
            for unreadable in (path, path.with_name(path.name + ".bak")):
                with suppress(FileNotFoundError):
                    os.replace(unreadable, unreadable.with_name(unreadable.name + ".damaged"))
            self._storage().write({name: dict(table) for name, table in checkpoint.items()})

    def _storage(self) -> ReplacingStorage:
        return ReplacingStorage(self._folder / "account.json", version=CHECKPOINT_FORMAT)

    def close(self) -> None:
        """Close the journal."""
        os.close(self._descriptor)


def _stated_checksum(line: bytes) -> str:
    try:
        return checksum_of(line)
    except ValueError:
        return FIRST
