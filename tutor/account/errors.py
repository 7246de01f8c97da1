"""What can be wrong with a save; the sentences are made at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

__all__ = [
    "Damage",
    "Holder",
    "SaveDamaged",
    "SaveError",
    "SaveLocked",
    "SaveNotWritable",
    "SaveTooNew",
    "StorageDamaged",
    "StorageTooNew",
]


class Damage(StrEnum):
    """Why a line of a journal cannot be trusted."""

    FRAME = "frame"
    """It does not end as a line of a journal does."""
    CHECKSUM = "checksum"
    """Its bytes are not the ones that were written."""
    CHAIN = "chain"
    """It does not follow the line before: lines were taken out, put in or exchanged."""
    CONTENT = "content"
    """It is whole but says nothing that a journal can say."""
    REPLAY = "replay"
    """It cannot be applied: what it did is not possible on the account before it."""
    SHORTER = "shorter"
    """The file is shorter than what was already read from it."""


class SaveError(Exception):
    """Any trouble with a save."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a save's lock; empty where the lock does not say."""

    pid: int | None = None
    host: str = ""
    command: str = ""
    since: datetime | None = None
    """When the lock was taken."""


class SaveLocked(SaveError):
    """Another process held the lock for longer than a request takes."""

    def __init__(self, path: Path, holder: Holder) -> None:
        super().__init__(path, holder)
        self.path = path
        self.holder = holder

    def __str__(self) -> str:
        holder = self.holder
        return f"{self.path} is held by process {holder.pid} on {holder.host}: {holder.command}"


class SaveDamaged(SaveError):
    """A journal line, counted from 1, that cannot be trusted."""

    def __init__(self, path: Path | None, line: int, why: Damage, detail: str = "") -> None:
        super().__init__(path, line, why, detail)
        self.path = path
        self.line = line
        self.why = why
        self.detail = detail

    def __str__(self) -> str:
        detail = f": {self.detail}" if self.detail else ""
        return f"{self.path or 'journal'}, line {self.line}: {self.why}{detail}"


class SaveTooNew(SaveError):
    """Written by a newer version; None if it does not tell which format it has."""

    def __init__(self, path: Path | None, found_version: int | None) -> None:
        super().__init__(path, found_version)
        self.path = path
        self.found_version = found_version

    def __str__(self) -> str:
        return f"{self.path or 'journal'} has format {self.found_version}"


class SaveNotWritable(SaveError):
    """Nothing was done: the save could not be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


class StorageDamaged(Exception):
    """Neither the file nor the one before it can be read; neither is overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class StorageTooNew(Exception):
    """Written by a newer version."""

    def __init__(self, path: Path, found_version: int) -> None:
        super().__init__(path, found_version)
        self.path = path
        self.found_version = found_version
