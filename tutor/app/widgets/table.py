"""A table in the lesson text: columns by cells, and cells that wrap instead of running out of it."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

GAP: Final = 2
NARROWEST: Final = 6
"""Cells that a column keeps, however little room there is."""


class Table(Widget):
    """A heading, a line, and rows."""

    DEFAULT_CSS = """
    Table { height: auto; text-wrap: nowrap; }
    """

    def __init__(self, rows: Sequence[Sequence[Content]], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._cells = rows

    def render(self) -> Content:
        """The whole table."""
        return Content("\n").join(table_rows(self._cells, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows after wrapping."""
        return len(table_rows(self._cells, width))


def table_rows(cells: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """The table as rows no wider than `width`, as far as that can be."""
    if not cells:
        return []
    widths = _widths(cells, width)
    heading, *body = cells
    rule = Content.styled("─" * min(sum(widths) + GAP * (len(widths) - 1), width), "$hairline")
    drawn = [*_row([cell.stylize("bold") for cell in heading], widths), rule]
    return [*drawn, *(line for row in body for line in _row(row, widths))]


def _widths(cells: Sequence[Sequence[Content]], width: int) -> list[int]:
    """What each column would like; the widest give until all fit."""
    columns = zip_longest(*cells, fillvalue=Content())
    widths = [max(1, *(cell.cell_length for cell in column)) for column in columns]
    spare = width - GAP * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[Content], widths: Sequence[int]) -> list[Content]:
    """The lines of one row."""
    wrapped = [cell.wrap(width) for cell, width in zip(cells, widths, strict=False)]
    lines = []
    for parts in zip_longest(*wrapped, fillvalue=Content()):
        padded = [
            part.pad_right(max(width - part.cell_length, 0))
            for part, width in zip(parts, widths, strict=False)
        ]
        lines.append(Content(" " * GAP).join(padded).rstrip())
    return lines
