"""Starts the full-screen app on a save."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tutor.wording import Language

THREAD_TURN: Final = 0.001
"""Seconds after which a working thread lets the screen have its turn."""

SAVE_TROUBLE: Final = 3
"""Exit code: the save is locked or damaged."""


def run_app(saves: Path, save_name: str, *, language: Language | None) -> int:
    """Run the app until the learner leaves; `language` overrides what is kept. Gives the exit code."""
    from tutor.account.errors import StorageDamaged, StorageTooNew
    from tutor.app.application import TutorApp
    from tutor.app.desk import Desk

    sys.setswitchinterval(THREAD_TURN)
    desk = Desk(saves, save_name)
    try:
        kept = desk.language
        chosen = language or kept or locale_language()
        app = TutorApp(desk, chosen, first_run=language is None and kept is None, light=desk.is_light)
        app.run()
        desk.close()
    except (StorageDamaged, StorageTooNew, OSError) as error:
        return _refuse(error, language or locale_language())
    return app.return_code or 0


def _refuse(error: Exception, language: Language) -> int:
    """Say why the save cannot be used."""
    from tutor.app.render.trouble import trouble

    print(trouble(error, language).plain, file=sys.stderr)
    return SAVE_TROUBLE


def locale_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the locale asks for."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "ko" if chosen.lower().startswith("ko") else "en"
