"""The last thing before the terminal: a sign that it would obey is drawn as something to be seen."""

import re
from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

OBEYED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, what turns the direction of writing or breaks a line, and halves of characters."""

PICTURES: Final = 0x2400
DELETE: Final = 0x7F


def seen(text: str) -> str:
    """The text with a sign for each of them: ESC is ␛, what has no picture is �."""
    return OBEYED.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(PICTURES + code)
    return "␡" if code == DELETE else "�"


class Harmless(LineFilter):
    """Whatever a widget draws, nothing in it moves the cursor; the row stays as wide as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of a row; the cells that the signs take come off the blanks behind them."""
        if not any(OBEYED.search(text) for text, _, control in segments if not control):
            return segments
        texts = [text if control else seen(text) for text, _, control in segments]
        grown = [cell_len(new) - cell_len(old) for new, (old, _, _) in zip(texts, segments, strict=True)]
        over = _take_blanks(texts, grown)
        for at in reversed(range(len(texts))):
            if over and grown[at] > 0:
                cut = min(over, grown[at])
                texts[at] = set_cell_size(texts[at], cell_len(texts[at]) - cut)
                over -= cut
        return [Segment(new, one.style, one.control) for new, one in zip(texts, segments, strict=True)]


def _take_blanks(texts: list[str], grown: Sequence[int]) -> int:
    """Shorten blanks at the ends of texts by what grew before them; how much is still too wide."""
    over = 0
    for at, more in enumerate(grown):
        over += more
        blanks = len(texts[at]) - len(texts[at].rstrip(" "))
        if over > 0 and blanks:
            taken = min(over, blanks)
            texts[at] = texts[at][:-taken]
            over -= taken
    return max(over, 0)


HARMLESS: Final = Harmless()
