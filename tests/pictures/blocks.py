"""Lines and blocks of a terminal as rectangles: no font draws them without gaps between the rows."""

from collections.abc import Iterator
from typing import Final

CELL: Final = 8.4
"""Width of a cell, in the picture's units."""
LINE: Final = 18
"""Height of a row."""

ARMS: Final = {
    "─": "lr", "│": "ud", "┌": "rd", "╭": "rd", "┐": "ld", "╮": "ld",
    "└": "ru", "╰": "ru", "┘": "lu", "╯": "lu",
    "├": "rud", "┤": "lud", "┬": "lrd", "┴": "lru", "┼": "lrud",
    "━": "LR", "┃": "UD", "┏": "RD", "┓": "LD", "┗": "RU", "┛": "LU",
}  # fmt: skip
"""To which sides of the cell a line goes from its middle; capitals are thick."""

BLOCKS: Final = {
    "█": (0, 0, 1, 1), "▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 1), "▌": (0, 0, 0.5, 1), "▐": (0.5, 0, 1, 1),
    "▔": (0, 0, 1, 0.125), "▕": (0.875, 0, 1, 1),
    **{letter: (0, 1 - part / 8, 1, 1) for part, letter in enumerate("▁▂▃", 1)},
    **{letter: (0, 1 - part / 8, 1, 1) for part, letter in enumerate("▅▆▇", 5)},
    **{letter: (0, 0, 1 - part / 8, 1) for part, letter in enumerate("▉▊▋", 1)},
    **{letter: (0, 0, 1 - part / 8, 1) for part, letter in enumerate("▍▎▏", 5)},
}  # fmt: skip
"""Left, upper, right and lower edge in parts of the cell."""

DRAWN: Final = frozenset(ARMS) | frozenset(BLOCKS)
"""What is drawn here and not by a font."""


def rectangles(letter: str, count: int, x: float, ink: str) -> Iterator[str]:
    """The same letter so many times from `x` on; what meets at the cells' edges is one rectangle."""
    boxes = (BLOCKS[letter],) if letter in BLOCKS else tuple(_arms(ARMS[letter]))
    for left, upper, right, lower in boxes:
        if right - left == 1:
            yield _rectangle(x, upper, count * CELL, lower - upper, ink)
        else:
            for at in range(count):
                yield _rectangle(x + (at + left) * CELL, upper, (right - left) * CELL, lower - upper, ink)


def _arms(arms: str) -> Iterator[tuple[float, float, float, float]]:
    """Edges of the lines, in parts of the cell; opposite arms are one line."""
    thick = 2.2 if arms.isupper() else 1.1
    wide, high = thick / CELL / 2, thick / LINE / 2
    sides = set(arms.lower())
    if across := sides & {"l", "r"}:
        yield (0 if "l" in across else 0.5 - wide, 0.5 - high, 1 if "r" in across else 0.5 + wide, 0.5 + high)
    if along := sides & {"u", "d"}:
        yield (0.5 - wide, 0 if "u" in along else 0.5 - high, 0.5 + wide, 1 if "d" in along else 0.5 + high)


def _rectangle(x: float, upper: float, width: float, part: float, ink: str) -> str:
    y, height = upper * LINE, part * LINE
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{ink}"/>'
