"""Starts the full-screen app on a save."""

import sys
from pathlib import Path
from typing import Final

from tutor.wording import Language
from tutor.wording.locale import locale_language

THREAD_TURN: Final = 0.001
"""Seconds after which a working thread lets the screen have its turn."""


def run_app(saves: Path, save_name: str, *, language: Language | None) -> int:
    """Run the app until the learner leaves; `language` overrides what is kept. Gives the exit code.

    Raises what keeps the save from being used, when the terminal has been given back.
    """
    from tutor.app.application import TutorApp
    from tutor.app.desk import Desk

    sys.setswitchinterval(THREAD_TURN)
    desk = Desk(saves, save_name)
    try:
        kept = desk.language
        chosen = language or kept or locale_language()
        app = TutorApp(desk, chosen, first_run=language is None and kept is None, looks=desk.looks)
        app.run()
    finally:
        desk.close()
    if app.trouble is not None:
        raise app.trouble
    return app.return_code or 0
