"""What start lines find: the lesson before, files of the lesson laid out in a folder."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy2

from .index import LessonIndex
from .lesson import Lesson, load_lesson


def lesson_before(lesson: Lesson) -> Lesson | None:
    """The lesson whose solution this one starts from; it must lie beside it."""
    name = lesson.file.start.before
    entry = LessonIndex.list(lesson.folder.parent).find(name) if name else None
    return load_lesson(entry.folder) if entry is not None else None


def lay_out_files(lesson: Lesson, workspace: Path) -> None:
    """Put the lesson's files into the learner's folder, on top of those of the lesson before."""
    workspace.mkdir(parents=True, exist_ok=True)
    before = lesson_before(lesson)
    if before is not None:
        lay_out_files(before, workspace)
        for step in before.steps:
            if step.repair is not None:
                lay(
                    before,
                    before.folder / "solutions" / step.repair.solution_file,
                    workspace / step.repair.file,
                )
    if lesson.workspace.is_dir():
        for path in sorted(lesson.workspace.rglob("*")):
            if path.is_file():
                lay(lesson, path, workspace / path.relative_to(lesson.workspace))


def laid_out(lesson: Lesson, name: str) -> str | None:
    """The text of a file as the learner finds it; None if the lesson lays out none of that name."""
    path = lesson.workspace / name
    try:
        return lesson.filled(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None


def start_files(lesson: Lesson) -> Iterator[tuple[Path, Path]]:
    """What the start lines find in their folder; `start-files` lie over `workspace`."""
    found: dict[Path, Path] = {}
    for folder in (lesson.workspace, lesson.folder / "start-files"):
        if folder.is_dir():
            paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
            found |= {path.relative_to(folder): path for path in paths}
    yield from sorted(found.items())


def lay(lesson: Lesson, source: Path, place: Path) -> None:
    """Copy a file of the lesson; in one with `vary`, texts with their names filled in."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if lesson.variant:
        try:
            place.write_text(lesson.filled(source.read_text(encoding="utf-8")), encoding="utf-8")
        except UnicodeDecodeError:
            copy2(source, place)
        return
    copy2(source, place)
