"""A TinyDB storage that replaces its file whole: what was there stays until the new file is on the disk."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from tinydb.storages import Storage

from tutor.account.errors import StorageDamaged, StorageTooNew
from tutor.account.restored import Restored, Source, set_aside

__all__ = ["ReplacingStorage", "StorageDamaged", "StorageTooNew", "replace_file", "sync_folder"]

_FORMAT_TABLE: Final = "format"
_FORMAT_ROW: Final = "1"

Tables = dict[str, dict[str, Any]]


class _Unreadable(Exception):
    pass


class ReplacingStorage(Storage):
    """Temporary file, fsync, rename, fsync of the folder; the last good file stays as `.bak`; mode 0600.

    Plain TinyDB opens the file; the table `format` holds the version that wrote it.
    """

    def __init__(self, path: str | Path, *, version: int = 1) -> None:
        self._path = Path(path)
        self._backup = self._path.with_name(self._path.name + ".bak")
        self._version = version
        self._known: tuple[int, ...] | None = None
        """What file it was that this one has read or written last."""
        self.restored: Restored | None = None
        """What reading put back last."""
        self.found_version = version
        """The format of what was read."""

    def read(self) -> Tables | None:
        """The tables; None if there is nothing yet.

        An unreadable file is put aside and the one before it put in its place; raises StorageDamaged.
        """
        try:
            tables = self._load(self._path)
        except _Unreadable:
            tables = self._put_back()
        self._known = self._state()
        return tables if tables is not None else self._load_backup()

    def _put_back(self) -> Tables:
        tables = self._load_backup()
        if tables is None:
            raise StorageDamaged(self._path) from None
        text = self._backup.read_bytes()
        self.restored = Restored(self._path, set_aside(self._path), Source.BEFORE)
        replace_file(self._path, text)
        return tables

    def read_before(self) -> Tables | None:
        """The tables of the file before; None if there is none that can be read. Raises StorageTooNew."""
        return self._load_backup()

    def _load_backup(self) -> Tables | None:
        try:
            return self._load(self._backup)
        except _Unreadable:
            return None

    def write(self, data: Tables) -> None:
        """Replace the file; raises StorageDamaged and StorageTooNew for one that it must not."""
        if self._known is None or self._known != self._state():
            self.read()
        document = {_FORMAT_TABLE: {_FORMAT_ROW: {"version": self._version}}, **data}
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        replace_file(self._path, text.encode(errors="surrogatepass"), backup=self._backup)
        self._known = self._state()

    def _state(self) -> tuple[int, ...]:
        try:
            state = os.stat(self._path)
        except OSError:
            return ()
        return state.st_ino, state.st_size, state.st_mtime_ns

    def _load(self, path: Path) -> Tables | None:
        try:
            document = json.loads(path.read_bytes().decode(errors="surrogatepass"))
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError, IsADirectoryError):
            raise _Unreadable from None
        if not isinstance(document, dict) or not all(isinstance(table, dict) for table in document.values()):
            raise _Unreadable
        row = document.pop(_FORMAT_TABLE, {}).get(_FORMAT_ROW, {})
        version = row.get("version", 1) if isinstance(row, dict) else None
        if not isinstance(version, int):
            raise _Unreadable
        if version > self._version:
            raise StorageTooNew(path, version)
        self.found_version = version
        return document


def replace_file(path: Path, content: bytes, *, backup: Path | None = None) -> None:
    """Put a whole new file in place of `path`, which is never half-written; raises OSError."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if backup is not None:
            _keep(path, backup)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(path.parent)


def _keep(path: Path, backup: Path) -> None:
    """Give the present file a second name, so that it is there at every moment."""
    spare = backup.with_name(f".{backup.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        os.unlink(spare)
    try:
        os.link(path, spare)
    except FileNotFoundError:
        return
    except OSError:  # no hard links here: then there is a moment with the .bak only, which read() knows
        os.replace(path, backup)
        return
    os.replace(spare, backup)


def sync_folder(folder: Path) -> None:
    """Make a rename or a new file last; where folders cannot be opened (Windows) nothing is needed."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
