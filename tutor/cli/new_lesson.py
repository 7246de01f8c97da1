"""`iam-tutor new-lesson`: a lesson to write over, made from the template."""

import argparse
from pathlib import Path
from typing import Final

from tutor.cli.parser import Parser, fail
from tutor.wording import Language, say

DEFAULT_FOLDER: Final = Path("lessons")


def add_arguments(parser: Parser) -> None:
    """The new lesson's id, and where lessons lie."""
    language = parser.language
    parser.add_argument("id", metavar="ID", help=say(language, "check.new.id"))
    parser.add_argument(
        "--folder", type=Path, default=DEFAULT_FOLDER, metavar="DIR", help=say(language, "check.new.folder")
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the lesson; 2 if the id or the folder does not do."""
    from tutor.course.new_lesson import NoNumberLeft, is_lesson_id, place_for, taken_by, write_lesson

    language: Language = arguments.language
    lessons: Path = arguments.folder
    if not is_lesson_id(arguments.id):
        return fail(language, "check.new.bad-id", found=arguments.id)
    if not lessons.is_dir():
        return fail(language, "check.new.no-folder", folder=lessons)
    if other := taken_by(lessons, arguments.id):
        return fail(language, "check.new.id-taken", found=arguments.id, folder=other)
    try:
        folder = place_for(lessons, arguments.id)
        write_lesson(folder, arguments.id)
    except NoNumberLeft:
        return fail(language, "check.new.too-many", folder=lessons)
    except FileExistsError:
        return fail(language, "check.new.exists", folder=folder)
    except OSError as error:
        return fail(language, "check.new.not-written", folder=folder, why=error.strerror)
    print(say(language, "check.new.written", folder=folder))
    return 0
