"""Pieces to be put in order: marked with the arrows, moved with Shift or Alt, carried with the mouse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from tutor.app.models.page import PieceRow

from .code import hanging

INDENT: Final = 9
"""Cells before a piece's text: the bar, its number and its sign."""

SIGNS: Final = {None: ("≡", "$quiet"), True: ("✓", "bold $success"), False: ("✗", "bold $error")}


class PieceList(Widget, can_focus=True):
    """Its own order until Enter sends it as the numbers that could have been typed."""

    DEFAULT_CSS = """
    PieceList { height: auto; margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", show=False),
        Binding("down", "mark(1)", show=False),
        Binding("shift+up,alt+up,ctrl+up", "carry(-1)", show=False),
        Binding("shift+down,alt+down,ctrl+down", "carry(1)", show=False),
        Binding("enter", "submit", show=False),
        Binding("tab,shift+tab", "leave", show=False),
    ]

    @dataclass
    class Arranged(Message):
        """The order that stands is the answer: the pieces' numbers, as they would be typed."""

        line: str

    @dataclass
    class Moved(Message):
        """A piece was moved; the numbers of all of them as they stand."""

        order: tuple[str, ...]

    class Left(Message):
        """Tab was pressed."""

    def __init__(self, rows: Sequence[PieceRow], order: Sequence[str] = ()) -> None:
        """`order` is how the pieces stood when they were last shown."""
        super().__init__()
        keys = {row.key for row in rows}
        judged = any(row.right is not None for row in rows)
        known = {key: place for place, key in enumerate(order)} if set(order) == keys and not judged else {}
        self.rows = sorted(rows, key=lambda row: known.get(row.key, 0))
        """The pieces as they stand."""
        self.marked = 0
        """The place of the marked one, from 0."""
        self._carried = False
        self.can_focus = not self.answered

    @property
    def answered(self) -> bool:
        """The order has been judged."""
        return any(row.right is not None for row in self.rows)

    @property
    def order(self) -> tuple[str, ...]:
        """The numbers of the pieces, top to bottom."""
        return tuple(row.key for row in self.rows)

    def action_mark(self, step: int) -> None:
        """Mark the piece above or below."""
        self.marked = max(0, min(self.marked + step, len(self.rows) - 1))
        self.refresh()
        self._show_marked()

    def action_carry(self, step: int) -> None:
        """Change places with the piece above or below."""
        self._carry_to(self.marked + step)

    def action_submit(self) -> None:
        """This order is the answer."""
        if not self.answered:
            self.post_message(self.Arranged(" ".join(self.order)))

    def action_leave(self) -> None:
        """Back to the console."""
        self.post_message(self.Left())

    def _carry_to(self, place: int) -> None:
        if 0 <= place < len(self.rows) and not self.answered and place != self.marked:
            self.rows.insert(place, self.rows.pop(self.marked))
            self.marked = place
            self.refresh()
            self._show_marked()
            self.post_message(self.Moved(self.order))

    def _show_marked(self) -> None:
        """Scroll so that the marked piece is to be seen."""
        rows = self._owners(self.content_size.width)
        first, count = rows.index(self.marked), rows.count(self.marked)
        self.call_after_refresh(self._show_rows, first, count)

    def _show_rows(self, first: int, count: int) -> None:
        """Bring rows of this list into the pane around it."""
        pane = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if pane is not None:
            top = self.region.y - pane.content_region.y + pane.scroll_offset.y + first
            pane.scroll_to_region(Region(0, top, self.size.width, count), animate=False)

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """The mark is only there while the arrows move it."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the piece under the mouse."""
        if not self.answered and (place := self._place_at(event.y)) is not None:
            self.marked, self._carried = place, True
            self.capture_mouse()
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry it along."""
        if self._carried and (place := self._place_at(event.y)) is not None:
            self._carry_to(place)

    def on_mouse_up(self) -> None:
        """Let it go."""
        self._carried = False
        self.release_mouse()

    def _place_at(self, y: int) -> int | None:
        owners = self._owners(self.content_size.width)
        return owners[y] if 0 <= y < len(owners) else None

    def render(self) -> Content:
        """All pieces, one below the other."""
        width = self.content_size.width
        lines = (self._draw(place, row, width) for place, row in enumerate(self.rows))
        return Content("\n").join([line for piece in lines for line in piece])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of all pieces."""
        return len(self._owners(width))

    def _owners(self, width: int) -> list[int]:
        """For every row of the screen the place of the piece that stands there."""
        return [place for place, row in enumerate(self.rows) for _ in _text(row, width)]

    def _draw(self, place: int, row: PieceRow, width: int) -> Iterable[Content]:
        marked = self.has_focus and place == self.marked and not self.answered
        bar = ("▌", "$accent") if marked else (" ", "")
        for number, line in enumerate(_text(row, width)):
            number_badge = f" {row.key:>2} " if number == 0 else "    "
            badge_style = "bold $footer-key-foreground on $panel" if number == 0 else ""
            sign = SIGNS[row.right] if number == 0 else (" ", "")
            drawn = Content.assemble(bar, " ", (number_badge, badge_style), " ", sign, " ", line)
            if marked:
                drawn = drawn.pad_right(max(width - drawn.cell_length, 0))
                drawn = drawn.stylize_before("$block-cursor-foreground on $block-cursor-background")
            yield drawn


def _text(row: PieceRow, width: int) -> list[Content]:
    return hanging(row.text, max(width - INDENT, 8)) or [Content()]
