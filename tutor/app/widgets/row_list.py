"""Rows of which one is marked; only those to be seen are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

LAST: Final = 10**9

MARKED: Final = {True: "$block-cursor-foreground on $block-cursor-background", False: "on $boost"}
"""Colours of the marked row, with the focus and without."""

Piece = tuple[str, str]
"""Text and its style."""


def fitted(text: str, cells: int) -> str:
    """The text in exactly so many cells."""
    if len(text) <= cells and cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(set_cell_size(text, max(cells - 1, 0)) + "…", cells)


def walking(up: str, down: str) -> list[BindingType]:
    """The keys that mark a row and open it; `up` and `down` are those for the next ones."""
    return [
        Binding(up, "mark(-1)", show=False),
        Binding(down, "mark(1)", show=False),
        Binding("pageup", "mark_page(-1)", show=False),
        Binding("pagedown", "mark_page(1)", show=False),
        Binding("home", f"mark({-LAST})", show=False),
        Binding("end", f"mark({LAST})", show=False),
        Binding("enter", "open", show=False),
    ]


class RowList(ScrollView, can_focus=True):
    """Arrows mark a row, Enter or a second click opens it; `draw` says what a row looks like."""

    DEFAULT_CSS = """
    RowList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = walking("up,k,ㅏ", "down,j,ㅓ")

    @dataclass
    class Marked(Message):
        """Another row is marked."""

        at: int

    @dataclass
    class Opened(Message):
        """The marked row is to be opened."""

        at: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        """How many rows there are."""
        self.marked = 0
        """The place of the marked one, from 0."""
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._styles: dict[tuple[str, str], RichStyle | None] = {}

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """One row; what does not fit into `width` cells is cut off."""
        raise NotImplementedError

    def can_mark(self, at: int) -> bool:
        """Whether a row can be marked: a heading cannot."""
        return True

    def lay_out(self, count: int, marked: int) -> None:
        """There are other rows now."""
        self.count = count
        self.marked = max(0, min(marked, count - 1))
        self._strips.clear()
        self._take_room(Size(self._row_width, count))
        self._show_marked()
        self.refresh()
        self.call_after_refresh(self._show_marked)

    def redraw(self) -> None:
        """The rows have changed, not their number."""
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the visible part."""
        at, width = self.scroll_offset.y + y, self._row_width
        if at >= self.count:
            return Strip.blank(self.size.width, self._style("", ""))
        marked = at == self.marked
        if (strip := self._strips.get((at, marked))) is None:
            under = MARKED[self.has_focus] if marked else ""
            pieces = [Segment(text, self._style(style, under)) for text, style in self.draw(at, width)]
            strip = Strip(pieces).crop_extend(0, width, self._style("", under))
            self._strips[at, marked] = strip
        return strip.crop_extend(0, self.size.width, self._style("", ""))

    def _style(self, style: str, under: str) -> RichStyle | None:
        """A style in the colours of now; `under` gives what the style itself leaves open."""
        if (style, under) not in self._styles:
            sample = Content.styled("x", style).stylize_before(under)
            drawn = Visual.to_strips(self, sample, 1, None, self.visual_style, apply_selection=False)
            self._styles[style, under] = next(iter(drawn[0])).style
        return self._styles[style, under]

    def action_mark(self, step: int) -> None:
        """Mark another row; over those that cannot be marked."""
        at = max(0, min(self.marked + step, self.count - 1))
        way = 1 if step > 0 else -1
        while 0 <= at < self.count and not self.can_mark(at):
            at += way
        if 0 <= at < self.count:
            self.mark(at)
        else:
            self.scroll_home(animate=False)

    def action_mark_page(self, step: int) -> None:
        """Mark the row a page further."""
        self.action_mark(step * max(self.size.height - 1, 1))

    def action_open(self) -> None:
        """Open the marked row."""
        if self.count:
            self.post_message(self.Opened(self.marked))

    def mark(self, at: int) -> None:
        """Mark a row."""
        if at != self.marked and 0 <= at < self.count:
            before, self.marked = self.marked, at
            for row in (before, at):
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
            self._show_marked()
            self.post_message(self.Marked(at))

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the mouse; open it if it was marked."""
        at = self.scroll_offset.y + event.y
        if at < self.count and self.can_mark(at):
            event.stop()
            if at == self.marked:
                self.post_message(self.Opened(at))
            else:
                self.mark(at)

    def on_resize(self) -> None:
        """Another width: draw anew."""
        self._strips.clear()
        self._take_room(Size(self._row_width, self.count))
        self._show_marked()

    def _take_room(self, size: Size) -> None:
        """There is more or less to scroll through: a layout of the screen only where that moves things."""
        if self.styles.auto_dimensions or not self.container_size:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(RowList.virtual_size, size)
            self._scroll_update(size)

    def on_focus(self) -> None:
        """The mark is brighter where the keys go."""
        self._strips.clear()

    def on_blur(self) -> None:
        """The mark fades."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Colours changed: draw again."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def _show_marked(self) -> None:
        if self.count and self.size.height:
            first = self.marked
            while first and not self.can_mark(first - 1):
                first -= 1
            rows = Region(0, first, 1, self.marked - first + 1)
            self.scroll_to_region(rows, animate=False, immediate=True, force=True, x_axis=False)

    @property
    def _row_width(self) -> int:
        return max(self.scrollable_content_region.width, 1)
