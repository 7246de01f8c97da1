"""The second copy of a journal: extended at checkpoints, and what a damaged journal is mended from.

Each line is closed by a checksum over the line before, so it can be proven which lines of the two files
belong together; nothing is guessed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tutor.account.journal.line import FIRST, BadLine, checksum_of, verify
from tutor.account.storage import replace_file

__all__ = ["Mended", "backup_of", "extend", "is_behind", "mended"]

_COMPARED: Final = 4096
"""Bytes at the end of the copy that must be the journal's before it is extended."""


def backup_of(journal: Path) -> Path:
    """Where a journal's second copy lies."""
    return journal.with_name(journal.name + ".bak")


def extend(backup: Path, size: int, read: Callable[[int, int], bytes]) -> None:
    """Add what the journal of `size` bytes has more; raises OSError.

    A copy that is not the journal's beginning is replaced, but never by a journal that is damaged.
    """
    descriptor = os.open(backup, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        known = os.fstat(descriptor).st_size
        start = max(0, known - _COMPARED)
        file.seek(start)
        if known <= size and file.read() == read(start, known):
            file.write(read(known, size))
            file.flush()
            os.fsync(descriptor)
            return
    whole = read(0, size)
    if len(_proven(_lines(whole))) == whole.count(b"\n"):
        replace_file(backup, whole)


def is_behind(backup: Path, size: int, read: Callable[[int, int], bytes]) -> bool:
    """The journal's whole lines are the beginning of its copy only: those at its end are gone."""
    try:
        if backup.stat().st_size <= size:
            return False
        saved = backup.read_bytes()
    except OSError:
        return False
    text = read(0, size)
    known = text[: text.rfind(b"\n") + 1]
    return saved.startswith(known) and saved.count(b"\n") > known.count(b"\n")


@dataclass(frozen=True, slots=True)
class Mended:
    """The longest journal that a damaged one and its copy prove."""

    whole: bytes
    line: int
    """The first line of the damaged one, from 1, that does not follow those before it."""
    lost: int
    """How many of its lines are not in the mended one."""


def mended(journal: bytes, backup: bytes) -> Mended | None:
    """The journal that both files prove; None if the copy proves nothing."""
    saved = _proven(_lines(backup))
    if not saved:
        return None
    found = _lines(journal)
    own = _proven(found)
    if own[: len(saved)] == saved:
        saved = own  # what is damaged lies behind all that was copied
    stated = b'"previous":"' + checksum_of(saved[-1]).encode() + b'"'
    place = next((place for place, line in enumerate(found) if stated in line), len(found))
    whole = [*saved, *_proven(found[place:], checksum_of(saved[-1]))]
    return Mended(b"".join(whole), len(own) + 1, _lost(found[:-1], whole))


def _lost(found: Sequence[bytes], whole: Sequence[bytes]) -> int:
    """How many lines come behind the last one that both have; without such a one, how many more there are."""
    known = set(whole)
    last = max((place for place, line in enumerate(found) if line in known), default=None)
    return max(0, len(found) - len(whole)) if last is None else len(found) - last - 1


def _lines(text: bytes) -> list[bytes]:
    """Its lines; the last one as if its end were whole."""
    *lines, tail = text.split(b"\n")
    return [*(line + b"\n" for line in lines), tail[:-1] + b"\n"]


def _proven(lines: Iterable[bytes], previous: str = FIRST) -> list[bytes]:
    """The lines up to the first that does not follow the one before it."""
    proven = []
    for line in lines:
        try:
            verify(line, previous)
        except BadLine:
            break
        previous = checksum_of(line)
        proven.append(line)
    return proven
