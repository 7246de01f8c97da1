"""Mistakes of an author, one of each kind, and what the message about each has to say."""

from dataclasses import dataclass
from typing import Final

FOLDER: Final = "01-night-shift"
YAML, KO, EN = "lesson.yaml", "ko.md", "en.md"
GONE: Final = "\0"
"""In place of a text: the file is taken away."""
LONG: Final = " ".join(["Noah waits for the notes and looks at the clock again."] * 9)


@dataclass(frozen=True)
class Mistake:
    """One slip of an author, and what the message about it has to say."""

    name: str
    file: str
    old: str
    new: str
    code: str
    found: str = ""
    expected: str = ""
    nearest: str | None = None
    at: str = ""
    """The text at which the message points, in the file as it is now; empty where a place says little."""
    inside: str = ""
    """The file that the message names, if it is another one."""
