"""`iam-tutor check`: the publishing gate for lesson folders, and for the course as a whole."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.parser import Parser, fail
from tutor.gateway.visible import visible
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.course import Fault
    from tutor.course.gate import CourseReport, Examined
    from tutor.quiz.bank_lint import BankReport


@dataclass(frozen=True, slots=True)
class Checked:
    """One folder that was asked for: its lessons, what they make together as the course, its quiz."""

    lessons: "tuple[Examined, ...]"
    course: "CourseReport | None"
    quiz: "BankReport | None"

    @property
    def sound(self) -> bool:
        """Whether there is nothing to mend."""
        parts = (*self.lessons, self.course, self.quiz)
        return not any(part is not None and part.faults for part in parts)


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
    parser.add_argument("--schema", action="store_true", help=say(language, "check.schema"))


def run(arguments: argparse.Namespace) -> int:
    """Report every fault of every lesson: 0 if there is none, 1 if there are some, 2 for no lesson there."""
    from tutor.course import lessons_folder

    language: Language = arguments.language
    if arguments.schema:
        from tutor.course.json_schema import lesson_schema_text

        print(lesson_schema_text(), end="")
        return 0
    folders: list[Path] = arguments.folders or [lessons_folder()]
    for folder in folders:
        if not lesson_folders(folder):
            return fail(language, "course.check.not-a-lesson", folder=folder)
    as_text = arguments.format == "text"
    if arguments.write_start:
        _write_starts(language, folders, as_text=as_text)
    checked = [_check(language, folder, as_text=as_text) for folder in folders]
    if not as_text:
        print(json.dumps(_json_report(language, checked), ensure_ascii=False, indent=2))
    return 0 if all(one.sound for one in checked) else 1


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
    from tutor.course.start import write_start

    try:
        lesson = load_lesson(folder)
    except LessonFaults:
        return None
    return write_start(lesson)


def _write_starts(language: Language, folders: Sequence[Path], *, as_text: bool) -> None:
    for folder in (lesson for root in folders for lesson in lesson_folders(root)):
        path = write_start_of(folder)
        if path is not None and as_text:
            print(say(language, "course.check.start-written", file=visible(_shown(path))))
    for folder in folders:
        compiled = _write_bank(folder)
        if compiled is not None and as_text:
            print(say(language, "course.check.start-written", file=visible(_shown(compiled))))


def _write_bank(folder: Path) -> Path | None:
    from tutor.quiz.bank import write_compiled

    return write_compiled(folder)


def _check(language: Language, folder: Path, *, as_text: bool) -> Checked:
    """Check what lies in a folder; each lesson is told as soon as it is checked."""
    from tutor.course.gate import course_report, examine, is_course
    from tutor.quiz.bank_lint import bank_report

    lessons = []
    for lesson in lesson_folders(folder):
        lessons.append(examine(lesson))
        if as_text:
            _print_lesson(language, lessons[-1])
    course = None
    if folder not in {one.folder for one in lessons} and is_course(lessons):
        course = course_report(folder, lessons)
        if as_text:
            _print_course(language, course)
    quiz = bank_report(folder, of_course=course is not None)
    if quiz is not None and as_text:
        _print_quiz(language, quiz)
    return Checked(tuple(lessons), course, quiz)


def _print_lesson(language: Language, examined: "Examined") -> None:
    from tutor.wording.results import fault_line

    folder, minutes = visible(_shown(examined.folder)), examined.minutes
    for fault in examined.faults:
        print(visible(fault_line(language, fault, Path.cwd())))
    stated = examined.lesson.file.minutes if examined.lesson else None
    if minutes is not None:
        name = "check.minutes" if stated is None else "check.minutes-stated"
        print(say(language, name, folder=folder, minutes=minutes, stated=stated))
    ending = "faults" if examined.faults else "sound"
    print(say(language, f"course.check.{ending}", folder=folder, count=len(examined.faults)), flush=True)


def _print_course(language: Language, course: "CourseReport") -> None:
    from tutor.cli.coverage_table import table_lines
    from tutor.wording.results import fault_line

    print()
    for line in table_lines(language, course.rows):
        print(visible(line))
    print(say(language, "check.covered", covered=course.covered, total=len(course.rows)))
    for fault in course.faults:
        print(visible(fault_line(language, fault, Path.cwd())))
    if course.faults:
        print(say(language, "check.course-faults", count=len(course.faults)))


def _print_quiz(language: Language, quiz: "BankReport") -> None:
    from tutor.wording.results import fault_line

    for fault in quiz.faults:
        print(visible(fault_line(language, fault, Path.cwd())))
    print(say(language, "check.quiz", count=quiz.count, asked=quiz.asked, total=len(quiz.by_claim)))
    if quiz.faults:
        print(say(language, "check.quiz-faults", count=len(quiz.faults)))


def _json_report(language: Language, checked: Sequence[Checked]) -> list[dict[str, object]]:
    rows = [_lesson_fields(language, one) for each in checked for one in each.lessons]
    rows += [_course_fields(language, each.course) for each in checked if each.course]
    return rows + [_quiz_fields(language, each.quiz) for each in checked if each.quiz]


def _lesson_fields(language: Language, examined: "Examined") -> dict[str, object]:
    return {
        "lesson": _shown(examined.folder),
        "sound": not examined.faults,
        "minutes": examined.minutes,
        "faults": _faults(language, examined.faults),
    }


def _course_fields(language: Language, course: "CourseReport") -> dict[str, object]:
    return {
        "claims": {
            row.claim: {
                "lesson": row.lesson,
                "taught": row.taught,
                "practised": row.practised,
                "asked": row.asked,
            }
            for row in course.rows
        },
        "sound": not course.faults,
        "faults": _faults(language, course.faults),
    }


def _quiz_fields(language: Language, quiz: "BankReport") -> dict[str, object]:
    return {
        "quiz": {claim: list(ids) for claim, ids in quiz.by_claim.items()},
        "sound": not quiz.faults,
        "faults": _faults(language, quiz.faults),
    }


def _faults(language: Language, faults: "Sequence[Fault]") -> list[dict[str, object]]:
    from tutor.wording.results import fault_fields

    return [fault_fields(language, fault, Path.cwd()) for fault in faults]


def _shown(path: Path) -> str:
    from tutor.wording.results import shown_path

    return shown_path(path.resolve(), Path.cwd())
