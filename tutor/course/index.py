"""Which lessons there are: folder names and first lines of files, without reading a lesson."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .claims import claims_of
from .language import LANGUAGES, Language

FOLDER_NAME: Final = re.compile(r"(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)")
MINUTES: Final = re.compile(r"minutes: *([0-9]{1,3})\s*$")


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """A lesson as Home lists it."""

    id: str
    order: int
    folder: Path
    titles: Mapping[Language, str] = field(hash=False)
    skills: tuple[str, ...]
    """The claims that it covers."""
    minutes: int = 0
    """How long it takes; 0 where its file does not say so at the beginning of a line."""


@dataclass(frozen=True, slots=True)
class LessonIndex:
    """The lessons of one folder in their order."""

    entries: tuple[LessonEntry, ...]

    @classmethod
    def list(cls, folder: Path | None = None) -> "LessonIndex":
        """The lessons in `folder`, by default the course's own."""
        root = folder or lessons_folder()
        found = [_entry(path) for path in sorted(root.iterdir()) if path.is_dir()] if root.is_dir() else []
        return cls(tuple(entry for entry in found if entry))

    def find(self, name: str) -> LessonEntry | None:
        """The lesson with this id, folder name or number."""
        number = int(name) if name.isascii() and name.isdigit() else None
        for entry in self.entries:
            if name in {entry.id, entry.folder.name} or entry.order == number:
                return entry
        return None

    def after(self, lesson_id: str) -> LessonEntry | None:
        """The lesson that follows."""
        ids = [entry.id for entry in self.entries]
        following = ids.index(lesson_id) + 1 if lesson_id in ids else len(ids)
        return self.entries[following] if following < len(ids) else None


def lessons_folder() -> Path:
    """Where the course's lessons lie: in the checkout, or inside the installed package."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_lessons"
    return installed if installed.is_dir() else package.parent / "lessons"


def lesson_name(folder: Path) -> tuple[int, str] | None:
    """Order and id from a lesson folder's name, None if it is no such name."""
    found = FOLDER_NAME.fullmatch(folder.name)
    return (int(found[1]), found[2]) if found else None


def _entry(folder: Path) -> LessonEntry | None:
    name = lesson_name(folder)
    if name is None or not (folder / "lesson.yaml").is_file():
        return None
    titles: dict[Language, str] = {
        language: _title(folder / f"{language}.md", name[1]) for language in LANGUAGES
    }
    return LessonEntry(name[1], name[0], folder, titles, claims_of(name[1]) or (), _minutes(folder))


def _minutes(folder: Path) -> int:
    """What `minutes:` says, without reading the whole lesson."""
    try:
        with (folder / "lesson.yaml").open(encoding="utf-8") as lines:
            found = next(filter(None, map(MINUTES.match, lines)), None)
    except (OSError, UnicodeDecodeError):
        return 0
    return int(found[1]) if found else 0


def _title(file: Path, otherwise: str) -> str:
    try:
        with file.open(encoding="utf-8") as lines:
            return lines.readline().lstrip("\ufeff#").strip() or otherwise
    except (OSError, UnicodeDecodeError):
        return otherwise
