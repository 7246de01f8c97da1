"""`iam-tutor check`: the publishing gate for lesson folders."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.parser import Parser, fail
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.course import Fault


def add_arguments(parser: Parser) -> None:
    """The folders to check, the form of the report, and whether to compile start lines first."""
    language = parser.language
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help=say(language, "course.check.folders")
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=say(language, "cli.help.format")
    )
    parser.add_argument("--write-start", action="store_true", help=say(language, "course.check.write-start"))


def run(arguments: argparse.Namespace) -> int:
    """Report every fault of every lesson: 0 if there is none, 1 if there are some, 2 for no lesson there."""
    from tutor.course import check_lesson, lessons_folder

    language: Language = arguments.language
    lessons: list[Path] = []
    for folder in arguments.folders or [lessons_folder()]:
        found = lesson_folders(folder)
        if not found:
            return fail(language, "course.check.not-a-lesson", folder=folder)
        lessons += found
    written = [path for folder in lessons if arguments.write_start and (path := write_start_of(folder))]
    checked = [(folder, check_lesson(folder)) for folder in lessons]
    if arguments.format == "json":
        print(json.dumps(_json_report(language, checked), ensure_ascii=False, indent=2))
    else:
        for path in written:
            print(say(language, "course.check.start-written", file=_shown(path)))
        _print_report(language, checked)
    return 1 if any(faults for _, faults in checked) else 0


def lesson_folders(folder: Path) -> list[Path]:
    """The folder itself if it is a lesson, else the lessons in it."""
    if (folder / "lesson.yaml").is_file():
        return [folder]
    if not folder.is_dir():
        return []
    return [below for below in sorted(folder.iterdir()) if (below / "lesson.yaml").is_file()]


def write_start_of(folder: Path) -> Path | None:
    """Compile a lesson's start lines; None if it cannot be opened, which the check reports."""
    from tutor.course import LessonFaults, load_lesson
    from tutor.course.start import compile_start, write_start

    try:
        lesson = load_lesson(folder)
    except LessonFaults:
        return None
    requests, _ = compile_start(lesson)
    return write_start(lesson, requests)


def _print_report(language: Language, checked: "Sequence[tuple[Path, Sequence[Fault]]]") -> None:
    from tutor.wording.results import fault_line

    for folder, faults in checked:
        for fault in faults:
            print(fault_line(language, fault, Path.cwd()))
        ending = "faults" if faults else "sound"
        print(say(language, f"course.check.{ending}", folder=_shown(folder), count=len(faults)))


def _json_report(
    language: Language, checked: "Sequence[tuple[Path, Sequence[Fault]]]"
) -> list[dict[str, object]]:
    from tutor.wording.results import fault_fields

    return [
        {
            "lesson": _shown(folder),
            "sound": not faults,
            "faults": [fault_fields(language, fault, Path.cwd()) for fault in faults],
        }
        for folder, faults in checked
    ]


def _shown(path: Path) -> str:
    from tutor.wording.results import shown_path

    return shown_path(path.resolve(), Path.cwd())
