"""A journal in a folder: one O_APPEND write and an fsync a line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from tutor.account.backup import backup_of, extend, is_behind, mended
from tutor.account.errors import (
    Damage,
    SaveDamaged,
    SaveNotWritable,
    SaveTooNew,
    StorageDamaged,
    StorageTooNew,
)
from tutor.account.lock import SaveLock
from tutor.account.restored import Restored, Source, set_aside
from tutor.account.storage import ReplacingStorage, replace_file, sync_folder
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
        self._backup = backup_of(self._journal)
        self._lock = SaveLock(folder / "lock")
        self._storage = ReplacingStorage(folder / "account.json", version=CHECKPOINT_FORMAT)
        self._syncs_later = False
        self._restored: list[Restored] = []
        self._checkpoint_format = CHECKPOINT_FORMAT
        try:
            if create:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                folder.chmod(0o700)
            gone = self._backup.is_file() and not self._journal.is_file()
            if gone and create:
                raise FileExistsError(17, "there is a save", str(self._backup))
            if gone:
                self.mend()
            if create and not self._journal.exists() and (folder / "account.json").exists():
                raise SaveDamaged(self._journal, 1, Damage.SHORTER)
            self._open(os.O_CREAT | os.O_EXCL if create else 0)
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError as error:
            raise SaveNotWritable(self._journal, error.strerror or str(error)) from None
        if create:
            sync_folder(folder)
            sync_folder(folder.parent)

    def _open(self, flags: int = 0) -> None:
        self._descriptor = os.open(self._journal, os.O_RDWR | os.O_APPEND | _BINARY | flags, 0o600)
        self._inode = os.fstat(self._descriptor).st_ino

    @property
    def path(self) -> Path | None:
        """The journal's file."""
        return self._journal

    def locked(self, wait: float | None = None) -> AbstractContextManager[bool]:
        """Hold the save's lock."""
        return self._lock.held(wait)

    @property
    def restored(self) -> tuple[Restored, ...]:
        """What was damaged and is whole again."""
        return tuple(self._restored)

    def grown(self, size: int) -> bool:
        """The file is longer than its known lines, or shorter, or another one."""
        try:
            state = os.stat(self._journal)
            return state.st_size != size or state.st_ino != self._inode
        except OSError:
            return os.fstat(self._descriptor).st_size != size

    def read(self, size: int) -> Unread:
        """What is behind the known lines; raises TapeCut."""
        with suppress(OSError):
            if os.stat(self._journal).st_ino != self._inode:  # another process mended it
                os.close(self._descriptor)
                self._open()
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

    def lacks_lines(self) -> bool:
        """The journal's copy has more lines than the journal."""
        return is_behind(self._backup, os.fstat(self._descriptor).st_size, self._read_from)

    def mend(self) -> bool:
        """Put what journal and copy prove in the journal's place; False if the copy is of no use."""
        with self._lock.held():
            try:
                saved = self._backup.read_bytes()
                journal = self._journal.read_bytes() if self._journal.is_file() else b""
                found = mended(journal, saved)
                if found is None:
                    return False
                whole = found.whole
                if journal[: len(whole)] != whole or b"\n" in journal[len(whole) :]:
                    aside = set_aside(self._journal)
                    replace_file(self._journal, whole)
                    for name in ("account.json", "account.json.bak") if found.lost else ():
                        set_aside(self._folder / name, move=True)  # they know lines that are gone
                    self._restored.append(
                        Restored(self._journal, aside, Source.BACKUP, found.line, found.lost)
                    )
            except OSError:
                return False
        return True

    def read_checkpoint(self) -> Checkpoint | None:
        """What `account.json` or its `.bak` holds; None if neither is any good: the journal has it all."""
        storage = self._storage
        try:
            checkpoint = storage.read()
        except StorageDamaged:
            self._checkpoint_is_damaged()
            return None
        except StorageTooNew as error:
            raise SaveTooNew(error.path, error.found_version) from None
        except OSError:
            return None
        if storage.restored is not None:
            found = replace(storage.restored, source=Source.JOURNAL)
            self._restored += [found] if found not in self._restored else []
        self._checkpoint_format = storage.found_version
        return checkpoint

    def read_older_checkpoint(self) -> Checkpoint | None:
        """What `account.json.bak` holds."""
        with suppress(StorageTooNew, OSError):
            return self._storage.read_before()
        return None

    def pass_over_checkpoint(self) -> None:
        """It does not belong to the journal: damaged, unless it is an older version's."""
        if self._checkpoint_format == CHECKPOINT_FORMAT and not self._restored:
            self._checkpoint_is_damaged()

    def _checkpoint_is_damaged(self) -> None:
        path = self._folder / "account.json"
        with suppress(OSError):
            self._restored.append(Restored(path, set_aside(path, move=True), Source.JOURNAL))

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Replace `account.json`, and bring the journal's copy up to date."""
        tables = {name: dict(table) for name, table in checkpoint.items()}
        try:
            self._storage.write(tables)
        except StorageDamaged:
            set_aside(self._folder / "account.json", move=True)
            self._storage.write(tables)
        extend(self._backup, os.fstat(self._descriptor).st_size, self._read_from)

    def close(self) -> None:
        """Close the journal."""
        os.close(self._descriptor)
        self._lock.close()
