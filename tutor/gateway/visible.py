"""Text that no terminal obeys: what moves its cursor or turns the way it writes is shown, not done."""

import re
from typing import Final

CONTROLS: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"
)
"""All below the space but tab and line feed, 8-bit escapes, signs of direction, halves of characters."""

PICTURES: Final = 0x2400
DELETE: Final = 0x7F
ONE_BYTE: Final = 0x100


def visible(text: str) -> str:
    """The text with each control character as its picture: ESC is ␛."""
    return CONTROLS.sub(_picture, text.replace("\r\n", "\n"))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == DELETE:
        return "␡"
    if code < DELETE:
        return chr(PICTURES + code)
    return f"\\x{code:02x}" if code < ONE_BYTE else f"\\u{code:04x}"
