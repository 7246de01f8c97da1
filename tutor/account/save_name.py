"""What a save may be called: one folder name, on every system."""

import re
from typing import Final

__all__ = ["is_save_name"]

NAME: Final = re.compile(r"[\w][\w .-]{0,63}")
DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""


def is_save_name(name: str) -> bool:
    """Whether `name` is one folder name inside the saves folder, never a path out of it."""
    return bool(NAME.fullmatch(name)) and not name.endswith((".", " ")) and not DEVICES.fullmatch(name)
