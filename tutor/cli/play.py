"""`iam-tutor` without a command: the app, or plain mode."""

import argparse
from pathlib import Path

from tutor.account.save_name import is_save_name
from tutor.cli.parser import fail
from tutor.cli.places import DEFAULT_SAVE, saves_folder
from tutor.cli.terminal import way_to_play
from tutor.wording import LANGUAGES, Language


def run(arguments: argparse.Namespace) -> int:
    """Start the tutor where the learner left it."""
    saves: Path = arguments.saves or saves_folder()
    name = arguments.save or DEFAULT_SAVE
    if not is_save_name(name):
        return fail(arguments.language, "cli.save-name", found=name)
    try:
        way = way_to_play(arguments.language, plain=arguments.plain)
        if way == "plain":
            from tutor.cli.plain import play_plain

            return play_plain(saves / name, arguments.chosen_language)
        if way == "none":
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
        return report(error, arguments.chosen_language or kept_language(saves / name) or arguments.language)


def kept_language(folder: Path) -> Language | None:
    """The language that the learner chose before, if that can still be read."""
    from tutor.course.progress import FILE_NAME, ProgressStore
    from tutor.wording.troubles import EXPECTED

    path = folder / FILE_NAME
    try:
        kept = ProgressStore(path).setting("language") if path.exists() else None
    except EXPECTED:
        return None
    return next((language for language in LANGUAGES if language == kept), None)
