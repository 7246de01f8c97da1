"""Where saves lie."""

import re
from pathlib import Path
from typing import Final

DEFAULT_SAVE: Final = "learner"
"""The save that the app and plain mode open when no name is given."""

SAVE_NAME: Final = re.compile(r"[\w][\w .-]{0,63}")


def saves_folder() -> Path:
    """`saves/` of a checkout, the platform's user-data folder of an installed package."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "saves").is_dir():
        return checkout / "saves"
    from platformdirs import user_data_path

    return user_data_path("iam-tutor", appauthor=False) / "saves"


def is_save_name(name: str) -> bool:
    """Whether `name` is one folder name inside the saves folder, never a path out of it."""
    return bool(SAVE_NAME.fullmatch(name)) and not name.endswith((".", " "))
