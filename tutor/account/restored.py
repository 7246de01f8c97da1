"""What was put back when a save was opened that had a damaged file."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

__all__ = ["Restored", "Source", "set_aside"]


class Source(StrEnum):
    """What a damaged file was restored from."""

    BACKUP = "backup"
    """The journal's second copy; every line is proven by its checksum."""
    JOURNAL = "journal"
    """The journal, which has all that a checkpoint has."""
    BEFORE = "before"
    """The file as it was before its last change."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A file that was damaged and is whole again."""

    path: Path
    aside: Path | None
    """Where the damaged file lies now; None if it was gone."""
    source: Source
    line: int | None = None
    """The journal's first line, from 1, that could not be trusted."""
    lost: int = 0
    """Lines of the damaged journal that are not in the restored one."""


def set_aside(path: Path, *, move: bool = False) -> Path | None:
    """Give what cannot be read a second name that nothing has yet, or only that one; raises OSError.

    None if there is nothing at `path`.
    """
    for number in count(1):
        aside = path.with_name(f"{path.name}.damaged{f'-{number}' if number > 1 else ''}")
        if os.path.lexists(aside):
            continue
        try:
            if not move:
                os.link(path, aside)
                return aside
        except FileNotFoundError:
            return None
        except OSError:  # a folder, or no hard links here: moved
            pass
        with suppress(FileNotFoundError):
            os.replace(path, aside)
            return aside
        return None
    raise AssertionError("there is always a free name")
