"""`iam-tutor` without a command: the app, or plain mode."""

import argparse
import os
import sys
from pathlib import Path

from tutor.cli.parser import fail
from tutor.cli.places import DEFAULT_SAVE, saves_folder
from tutor.wording import LANGUAGES, Language


def run(arguments: argparse.Namespace) -> int:
    """Start the tutor where the learner left it."""
    saves: Path = arguments.saves or saves_folder()
    name = arguments.save or DEFAULT_SAVE
    try:
        if arguments.plain:
            from tutor.cli.plain import play_plain

            return play_plain(saves / name, arguments.chosen_language)
        if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
            return fail(arguments.language, "cli.no-terminal")
        from tutor.app.start import run_app

        return run_app(saves, name, language=arguments.chosen_language)
    except BrokenPipeError:
        raise
    except Exception as error:
        from tutor.cli.saves import report
        from tutor.wording.troubles import EXPECTED

        if not isinstance(error, EXPECTED):
            raise
        return report(error, arguments.chosen_language or _kept(saves / name) or arguments.language)


def _kept(folder: Path) -> Language | None:
    """The language that the learner chose before, if that can still be read."""
    from tutor.course.progress import FILE_NAME, ProgressStore
    from tutor.wording.troubles import EXPECTED

    path = folder / FILE_NAME
    try:
        kept = ProgressStore(path).setting("language") if path.exists() else None
    except EXPECTED:
        return None
    return next((language for language in LANGUAGES if language == kept), None)
