"""Starts the full-screen app on a save."""

import os
import sys
from pathlib import Path
from typing import Final

from tutor.wording import Language
from tutor.wording.locale import locale_language

THREAD_TURN: Final = 0.001
"""Seconds after which a working thread lets the screen have its turn."""
ESCAPE: Final = "50"
"""Milliseconds after which Esc is a key and not the beginning of another; Textual waits for twice as long."""


def run_app(
    saves: Path,
    save_name: str,
    *,
    language: Language | None,
    sandbox: tuple[str, str] | None = None,
    quiz: bool = False,
) -> int:
    """Run the app until the learner leaves; `language` overrides what is kept. Gives the exit code.

    `sandbox`: begin with free play, in the sandbox of that name (empty: choose one), a new one with the
    account of that lesson. `quiz`: begin there, for a learner who has been here before. Raises what keeps
    the save from being used, when the terminal has been given back.
    """
    os.environ.setdefault("ESCDELAY", ESCAPE)  # read when Textual is loaded
    from tutor.app.application import TutorApp
    from tutor.app.desk import Desk

    sys.setswitchinterval(THREAD_TURN)
    desk = Desk(saves, save_name)
    try:
        kept = desk.language
        chosen = language or kept or locale_language()
        app = TutorApp(desk, chosen, first_run=language is None and kept is None, looks=desk.looks)
        app.wants_tour = desk.setting("tour") == "wanted"
        app.sandbox, app.quiz = sandbox, quiz
        app.keeps_tidy = True
        app.run()
    finally:
        desk.close()
    if broken := app.trouble or app.broken:
        raise broken
    return app.return_code or 0
