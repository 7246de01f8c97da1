"""The sandboxes that a learner keeps, each a save of its own below the learner's folder."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Final

from tutor.account.save_name import is_save_name

FOLDER: Final = "sandboxes"
JOURNAL: Final = "journal.jsonl"
STAGED: Final = "start.json"
"""Holds the account that a sandbox begins with, where it is neither empty nor a lesson's."""
START: Final = "start.txt"
"""Holds the id of the lesson whose account the sandbox begins with; empty for an empty account."""


class UnusableNameError(ValueError):
    """A name that no sandbox can have."""


@dataclass(frozen=True, slots=True)
class KeptSandbox:
    """One sandbox."""

    name: str
    lesson: str
    """The lesson whose account it began with; empty for an empty account."""
    touched: float
    """When it was changed last, as the file system tells it."""
    staged: bool = False
    """It began with an account that was staged elsewhere."""


def sandbox_folder(learner: Path, name: str) -> Path:
    """Where the sandbox `name` of the learner's folder lies."""
    return learner / FOLDER / name


class FreePlay:
    """The sandboxes of one learner's folder."""

    def __init__(self, learner: Path) -> None:
        self._folder = learner / FOLDER
        self._learner = learner

    def kept(self) -> tuple[KeptSandbox, ...]:
        """All of them, the one that was changed last first."""
        return tuple(sorted(self._found(), key=lambda one: (-one.touched, one.name)))

    def find(self, name: str) -> KeptSandbox | None:
        """The one of that name."""
        return next((one for one in self._found() if one.name == name), None)

    def folder(self, name: str) -> Path:
        """Where the sandbox of that name lies, or will lie; raises UnusableNameError."""
        name = unicodedata.normalize("NFC", name)
        if not is_save_name(name):
            raise UnusableNameError(name)
        return sandbox_folder(self._learner, name)

    def is_free(self, name: str) -> bool:
        """Whether a new sandbox can have the name."""
        name = unicodedata.normalize("NFC", name)
        taken = {one.name.casefold() for one in self._found()}
        return is_save_name(name) and name.casefold() not in taken

    def free_name(self, stem: str) -> str:
        """`stem`, or with a number behind it if that is taken."""
        names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
        return next(name for name in names if self.is_free(name))

    def delete(self, name: str) -> None:
        """Take the sandbox away with all that it holds; raises OSError."""
        rmtree(self.folder(name))

    def _found(self) -> "Iterator[KeptSandbox]":
        with suppress(OSError):
            for folder in sorted(self._folder.iterdir()):
                with suppress(OSError):
                    touched = (folder / JOURNAL).stat().st_mtime
                    name = unicodedata.normalize("NFC", folder.name)
                    yield KeptSandbox(name, start_of(folder), touched, is_staged(folder))


def start_of(folder: Path) -> str:
    """The id of the lesson that a sandbox began with; empty for an empty account."""
    with suppress(OSError, UnicodeDecodeError):
        return (folder / START).read_text(encoding="utf-8").strip()
    return ""


def is_staged(folder: Path) -> bool:
    """Whether a sandbox began with an account that was staged elsewhere."""
    return (folder / STAGED).exists()


def keep_start(folder: Path, lesson: str) -> None:
    """Keep what a new sandbox begins with."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / START).write_text(f"{lesson}\n", encoding="utf-8")
