"""Text that no terminal obeys: control characters are shown, not done."""

import re
from typing import Final

CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Everything below the space but tab and line feed, and the second set, where 8-bit escapes begin."""

PICTURES: Final = 0x2400
DELETE: Final = 0x7F


def visible(text: str) -> str:
    """The text with each control character as its picture: ESC is ␛."""
    return CONTROLS.sub(_picture, text.replace("\r\n", "\n"))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == DELETE:
        return "␡"
    return chr(PICTURES + code) if code < DELETE else f"\\x{code:02x}"
