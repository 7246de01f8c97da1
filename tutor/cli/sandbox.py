"""`iam-tutor sandbox`: free play in an account of its own, in the app or as plain lines."""

import argparse
import sys
from pathlib import Path

from tutor.cli.parser import Parser, fail
from tutor.cli.places import DEFAULT_SAVE, saves_folder
from tutor.cli.terminal import way_to_play
from tutor.wording import Language, say


def add_arguments(parser: Parser) -> None:
    """The options of `sandbox`."""
    language = parser.language
    parser.add_argument("name", nargs="?", metavar="NAME", help=say(language, "cli.sandbox.help.name"))
    parser.add_argument("--lesson", metavar="ID", help=say(language, "cli.sandbox.help.lesson"))
    parser.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help=say(language, "cli.help.plain")
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the sandbox, or make it; without a name choose one, in plain mode the last."""
    from tutor.account.save_name import is_save_name
    from tutor.course.free_play import FreePlay
    from tutor.course.index import LessonIndex

    language: Language = arguments.language
    saves: Path = arguments.saves or saves_folder()
    learner = arguments.save or DEFAULT_SAVE
    if not is_save_name(learner):
        return fail(language, "cli.save-name", found=learner)
    if arguments.name is not None and not is_save_name(arguments.name):
        return fail(language, "cli.save-name", found=arguments.name)
    play, name = FreePlay(saves / learner), arguments.name or ""
    entry = LessonIndex.list().find(arguments.lesson) if arguments.lesson else None
    if arguments.lesson and entry is None:
        known = ", ".join(one.id for one in LessonIndex.list().entries)
        return fail(language, "cli.sandbox.no-lesson", found=arguments.lesson, known=known)
    if entry is not None:
        name = name or play.free_name(f"lesson-{entry.order:02}")
        if play.find(name) is not None:
            return fail(language, "cli.new-only", option="--lesson", save=name)
    return _open(arguments, saves, learner, name, entry.id if entry is not None else "")


def _open(arguments: argparse.Namespace, saves: Path, learner: str, name: str, lesson: str) -> int:
    from tutor.cli.play import kept_language
    from tutor.cli.saves import report
    from tutor.wording.troubles import EXPECTED

    language: Language = arguments.chosen_language or kept_language(saves / learner) or arguments.language
    try:
        way = way_to_play(language, plain=arguments.plain)
        if way == "plain":
            from tutor.cli.plain_free import FIRST, play_free
            from tutor.course.free_play import FreePlay

            kept = FreePlay(saves / learner).kept()
            return play_free(
                saves / learner, name or (kept[0].name if kept else FIRST), lesson, language, sys.stdin
            )
        if way == "none":
            return fail(language, "cli.no-terminal.sandbox")
        from tutor.app.start import run_app

        return run_app(saves, learner, language=arguments.chosen_language, sandbox=(name, lesson))
    except BrokenPipeError:
        raise
    except Exception as error:
        if not isinstance(error, EXPECTED):
            raise
        return report(error, language)
