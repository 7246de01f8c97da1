"""What the console has said: a scrolling log that wraps anew when its width changes."""

from bisect import bisect_left
from collections.abc import Sequence
from time import monotonic
from typing import ClassVar, Final

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

TURN: Final = 0.008
"""Seconds that measuring lines may take at a stretch."""

TAB: Final = 8

MOST_LINES: Final = 20_000
"""Lines kept; older ones go."""


class Transcript(ScrollView, can_focus=False):
    """Lines of content, drawn one by one, so that a long output costs no more than a short one."""

    DEFAULT_CSS = """
    Transcript {
        height: auto;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """

    FOLLOWS: ClassVar[bool] = True
    """New lines come at the end, and the end is to be seen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Content] = []
        self._rows: list[tuple[int, int]] = []
        """Every row on the screen: the line and which row of it."""
        self._wrapped: dict[int, list[Strip]] = {}
        self._width = 80
        self._laid_out = 0
        """How many lines have their rows."""

    @property
    def lines(self) -> Sequence[Content]:
        """All lines, oldest first."""
        return self._lines

    def show(self, lines: Sequence[Content]) -> None:
        """Show these lines instead of all before."""
        self._lines = [_without_tabs(line) for line in lines[-MOST_LINES:]]
        self._lay_out()

    def write(self, lines: Sequence[Content]) -> None:
        """Add lines at the end and scroll there."""
        self._lines += map(_without_tabs, lines)
        if len(self._lines) > MOST_LINES:
            self._lines = self._lines[-MOST_LINES:]
            self._lay_out()
        else:
            self._add_rows()

    def render_line(self, y: int) -> Strip:
        """One row of the visible part."""
        row = self.scroll_offset.y + y
        if row >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        line, part = self._rows[row]
        strips = self._strips(line)
        strip = strips[part] if part < len(strips) else Strip.blank(0)
        return strip.crop_extend(0, self.size.width, self.rich_style)

    def on_resize(self) -> None:
        """Wrap anew, and go on showing the newest line."""
        if self._text_width != self._width:
            self._lay_out()
        if self.FOLLOWS:
            self.scroll_end(animate=False, x_axis=False)

    def line_at(self, row: int) -> int:
        """The line of which a row is part."""
        return self._rows[row][0] if row < len(self._rows) else len(self._lines)

    def row_of(self, line: int) -> int:
        """The first row of a line."""
        return bisect_left(self._rows, (line, 0))

    def notify_style_update(self) -> None:
        """Colours changed: draw again."""
        super().notify_style_update()
        self._wrapped.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what the mouse has marked."""
        self._wrapped.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The marked text, unwrapped."""
        return selection.extract("\n".join(line.plain for line in self._lines)), "\n"

    @property
    def _text_width(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    def _lay_out(self) -> None:
        self._width = self._text_width if self.size.width else self._width
        self._wrapped.clear()
        self._rows.clear()
        self._laid_out = 0
        self._add_rows()

    def _add_rows(self) -> None:
        """Measure the lines that have no rows yet; a long output takes several turns, with keys between."""
        until = monotonic() + TURN
        for number in range(self._laid_out, len(self._lines)):
            line = self._lines[number]
            height = 1 if line.cell_length <= self._width else len(self._wrap(line))
            self._rows += [(number, part) for part in range(height)]
            self._laid_out = number + 1
            if monotonic() > until:
                break
        self._resized()
        if self._laid_out < len(self._lines):
            self.call_later(self._add_rows)

    def _resized(self) -> None:
        self.virtual_size = Size(self._width, len(self._rows))
        self.refresh(layout=True)
        if self.FOLLOWS:
            self.scroll_end(animate=False, immediate=False, x_axis=False)

    def _strips(self, number: int) -> list[Strip]:
        if (strips := self._wrapped.get(number)) is None:
            rows = self._wrap(self._marked(number))
            strips = [self._strip(row, number, start) for row, start in rows]
            self._wrapped[number] = strips
        return strips

    def _wrap(self, line: Content) -> list[tuple[Content, int]]:
        """The rows of a line and where in it each begins; later rows hang under the first one's text."""
        hang = _hang(line.plain)
        if line.cell_length <= self._width or hang > self._width // 2:
            hang = 0
        rows, start = [], hang
        for row in line[hang:].wrap(max(self._width - hang, 2)):
            start = max(line.plain.find(row.plain.strip(), start), start)
            rows.append((row.pad_left(hang), start - hang))
            start += len(row.plain.rstrip())
        if hang and rows:
            rows[0] = (line[:hang] + rows[0][0][hang:], 0)
        return rows or [(Content(), 0)]

    def _strip(self, row: Content, number: int, start: int) -> Strip:
        """One row, with the offsets by which the mouse finds its text."""
        strip = Visual.to_strips(
            self, row, self._width, None, self.visual_style, apply_selection=False, pad=True
        )[0]
        if not row.plain.isascii():  # a style may begin inside what counts as one sign
            strip = Strip(list(strip)).adjust_cell_length(self._width)
        return strip.apply_offsets(start, number)

    def _marked(self, number: int) -> Content:
        selection = self.text_selection
        line = self._lines[number]
        if selection is None or (span := selection.get_span(number)) is None:
            return line
        start, end = span
        style = self.screen.get_visual_style("screen--selection")
        return line.stylize(style, start, None if end == -1 else end)


def _without_tabs(line: Content) -> Content:
    """The line with blanks up to its tab stops, so that its cells can be counted."""
    return line.expand_tabs(TAB) if "\t" in line.plain else line


def _hang(text: str) -> int:
    """How far later rows of a line are indented: as its text, behind a prompt's or a mark's sign too."""
    body = text.lstrip(" ")
    sign = 2 if body[:2] in ("$ ", "✓ ", "✗ ", "○ ", "· ") else 0
    return len(text) - len(body) + sign
