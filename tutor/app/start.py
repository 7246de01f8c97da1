"""Starts the full-screen app on a save."""

import os
from collections.abc import Mapping
from pathlib import Path

from tutor.wording import Language


def run_app(saves: Path, save_name: str, *, language: Language | None) -> int:
    """Run the app until the learner leaves; `language` overrides what is kept. Gives the exit code."""
    from tutor.app.application import TutorApp
    from tutor.app.desk import Desk

    desk = Desk(saves, save_name)
    try:
        app = TutorApp(
            desk,
            language or desk.language or locale_language(),
            first_run=language is None and desk.language is None,
            light=desk.setting("theme") == "light",
        )
        app.run()
    finally:
        desk.close()
    return app.return_code or 0


def locale_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the locale asks for."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "ko" if chosen.lower().startswith("ko") else "en"
