"""A new lesson made from the template: every kind of step shown once, and nothing to mend."""

import re
from pathlib import Path
from shutil import copytree
from typing import Final

from .index import FOLDER_NAME, lesson_name
from .json_schema import FILE as SCHEMA
from .lesson import load_lesson
from .start import write_start

TEMPLATE: Final = Path(__file__).with_name("template")
"""The lesson that is written over; its id stands in the first lines of `lesson.yaml`."""

LESSON_ID: Final = re.compile(FOLDER_NAME.pattern.partition("-")[2])
SCHEMA_LINE: Final = re.compile(r"\A# yaml-language-server: .*\n")
OWN_ID: Final = re.compile(r"^id: template$", re.MULTILINE)
LAST: Final = 99


class NoNumberLeft(Exception):
    """The folder has a lesson of every number."""


def is_lesson_id(text: str) -> bool:
    """Whether a lesson can be called so."""
    return LESSON_ID.fullmatch(text) is not None


def taken_by(lessons: Path, lesson_id: str) -> Path | None:
    """The lesson in a folder of lessons that has this id."""
    named = ((path, lesson_name(path)) for path in sorted(lessons.iterdir()) if path.is_dir())
    return next((path for path, name in named if name is not None and name[1] == lesson_id), None)


def place_for(lessons: Path, lesson_id: str) -> Path:
    """The folder of a new lesson: behind the last one; raises NoNumberLeft."""
    names = [lesson_name(path) for path in lessons.iterdir() if path.is_dir()]
    number = max((name[0] for name in names if name is not None), default=0) + 1
    if number > LAST:
        raise NoNumberLeft
    return lessons / f"{number:02}-{lesson_id}"


def write_lesson(folder: Path, lesson_id: str) -> None:
    """Write the template as a lesson of its own, ready to be played; raises FileExistsError."""
    copytree(TEMPLATE, folder)
    file = folder / "lesson.yaml"
    text = file.read_text(encoding="utf-8")
    text = SCHEMA_LINE.sub(_schema_line(folder), text)
    file.write_text(OWN_ID.sub(f"id: {lesson_id}", text, count=1), encoding="utf-8")
    write_start(load_lesson(folder))


def _schema_line(folder: Path) -> str:
    """The line that leads editors to the schema; empty where no relative path does."""
    checkout = SCHEMA.parents[2]
    inside = folder.resolve().is_relative_to(checkout) and (checkout / "pyproject.toml").is_file()
    if not inside:
        return ""
    up = "../" * len(folder.resolve().relative_to(checkout).parts)
    return f"# yaml-language-server: $schema={up}{SCHEMA.relative_to(checkout).as_posix()}\n"
