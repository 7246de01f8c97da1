"""Where saves lie, and what names them on the command line."""

from pathlib import Path
from typing import Final

DEFAULT_SAVE: Final = "learner"
"""The save that the app and plain mode open when no name is given."""


def saves_folder() -> Path:
    """`saves/` of a checkout, the platform's user-data folder of an installed package."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "saves").is_dir():
        return checkout / "saves"
    from platformdirs import user_data_path

    return user_data_path("iam-tutor", appauthor=False) / "saves"


def is_place(name: str) -> bool:
    """Whether `name` names a save, or as `LEARNER/NAME` a sandbox that a learner keeps."""
    from tutor.account.save_name import is_save_name

    parts = name.split("/")
    return len(parts) <= 2 and all(map(is_save_name, parts))


def place_of(saves: Path, name: str) -> Path:
    """The folder of a save by its name.

    A name alone is a save, or else, if there is none of that name, the sandbox that the learner of the
    default save keeps under it.
    """
    from tutor.course.free_play.kept import JOURNAL, sandbox_folder

    learner, slash, sandbox = name.partition("/")
    if slash:
        return sandbox_folder(saves / learner, sandbox)
    kept = sandbox_folder(saves / DEFAULT_SAVE, name)
    return kept if not (saves / name).exists() and (kept / JOURNAL).exists() else saves / name
