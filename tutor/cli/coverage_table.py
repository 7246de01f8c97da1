"""The table of claims: where each is taught, practised and asked, in columns of terminal cells."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.course.gate import ClaimRow

NOWHERE: Final = "–"
MOST_STEPS: Final = 1
"""Steps that one cell names; further ones are counted."""
GAP: Final = "  "


def table_lines(language: Language, rows: "Sequence[ClaimRow]") -> Iterator[str]:
    """A heading and a line for each claim; a cell that is empty shows a dash."""
    from rich.cells import cell_len

    heading = tuple(say(language, f"check.{name}") for name in ("claim", "taught", "practised", "asked"))
    cells = [heading, *(_cells(row) for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        padded = (text + " " * (wide - cell_len(text)) for text, wide in zip(line, widths, strict=True))
        yield GAP.join(padded).rstrip()


def _cells(row: "ClaimRow") -> tuple[str, str, str, str]:
    return row.claim, _cell(row.taught), _cell(row.practised), _cell(row.asked)


def _cell(steps: Sequence[str]) -> str:
    if not steps:
        return NOWHERE
    more = len(steps) - MOST_STEPS
    shown = " ".join(steps[:MOST_STEPS])
    return f"{shown} +{more}" if more > 0 else shown
