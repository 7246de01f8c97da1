"""A journal in a folder: one O_APPEND write and an fsync a line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Final

from tutor.account.errors import SaveNotWritable, SaveTooNew, StorageDamaged, StorageTooNew
from tutor.account.lock import SaveLock
from tutor.account.storage import ReplacingStorage, sync_folder
from tutor.account.tape import Checkpoint, TapeCut, Unread

__all__ = ["CHECKPOINT_FORMAT", "JOURNAL", "FolderTape"]

JOURNAL: Final = "journal.jsonl"
CHECKPOINT_FORMAT: Final = 2
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
        self._syncs_later = False

    @property
    def path(self) -> Path | None:
        """The journal's file."""
        return self._journal

    def locked(self, wait: float | None = None) -> AbstractContextManager[bool]:
        """Hold the save's lock."""
        return self._lock.held(wait)

    def grown(self, size: int) -> bool:
        """The file is longer than its known lines, or shorter."""
        return os.fstat(self._descriptor).st_size != size

    def read(self, size: int) -> Unread:
        """What is behind the known lines; raises TapeCut."""
        end = os.fstat(self._descriptor).st_size
        if end < size:
            raise TapeCut
        text = self._read_from(size, end)
        *lines, tail = text.split(b"\n")
        return Unread(tuple(line + b"\n" for line in lines), tail)

    def _read_from(self, start: int, end: int) -> bytes:
        os.lseek(self._descriptor, start, os.SEEK_SET)
        parts = []
        while start < end:
            part = os.read(self._descriptor, end - start)
            if not part:
                break
            parts.append(part)
            start += len(part)
        return b"".join(parts)

    def append(self, line: bytes, size: int) -> None:
        """One write, one fsync; what was torn behind the known lines goes, whatever fails leaves the rest."""
        try:
            state = os.fstat(self._descriptor)
            if state.st_nlink == 0:
                raise FileNotFoundError(2, "the journal was removed")
            if state.st_size != size:
                os.ftruncate(self._descriptor, size)
            if os.write(self._descriptor, line) != len(line):
                raise OSError(28, "the disk is full")
            if not self._syncs_later:
                _sync(self._descriptor)
        except OSError as error:
            raise self._taken_back(size, error) from None

    @contextmanager
    def together(self, size: int) -> Iterator[None]:
        """One fsync for all lines of the block, at its end; if it fails they all go."""
        self._syncs_later = True
        try:
            yield
        finally:
            self._syncs_later = False
            try:
                if self.grown(size):
                    _sync(self._descriptor)
            except OSError as error:
                raise self._taken_back(size, error) from None

    def _taken_back(self, size: int, error: OSError) -> SaveNotWritable:
        with suppress(OSError):
            os.ftruncate(self._descriptor, size)
        return SaveNotWritable(self._journal, error.strerror or str(error))

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
