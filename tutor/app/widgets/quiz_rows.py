"""What can be answered, one row below the other: the base of choices and pairs."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from .code import hanging

INDENT: Final = 7
"""Cells before the text of a row: its bar, its number, its sign."""


class AnswerRows(Widget, can_focus=True):
    """Arrows go from row to row; what a row says, and what picking it does, is up to the kind."""

    DEFAULT_CSS = """
    AnswerRows { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "mark(-1)", show=False),
        Binding("down,j,ㅓ", "mark(1)", show=False),
        *(Binding(str(digit), f"number({digit})", show=False) for digit in range(1, 10)),
    ]

    class Submitted(Message):
        """The answer that stands is the answer."""

    class Changed(Message):
        """The answer has changed."""

    def __init__(self, texts: Sequence[Content]) -> None:
        super().__init__()
        self.texts = list(texts)
        self.marked = -1
        """The place of the marked row; -1 before there is one."""
        self._broken: tuple[int, list[list[Content]]] = (0, [])
        """The width for which the texts were broken last, and their rows."""

    def sign(self, place: int) -> Content:
        """What stands before a row's text."""
        raise NotImplementedError

    def below(self, width: int) -> list[Content]:
        """Rows below all of them."""
        return []

    def action_mark(self, step: int) -> None:
        """Go to the row above or below."""
        self.go_to(max(0, min(self.marked + step, len(self.texts) - 1)))

    def action_number(self, number: int) -> None:
        """Go to the row of that number."""
        if number <= len(self.texts):
            self.go_to(number - 1)

    def go_to(self, place: int) -> None:
        """Mark a row and bring it into view."""
        self.marked = place
        self.refresh()
        owners = self.owners
        first, count = owners.index(place), owners.count(place)
        self.call_after_refresh(self._show_rows, first, count)

    def _show_rows(self, first: int, count: int) -> None:
        pane = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if pane is not None:
            top = self.region.y - pane.content_region.y + pane.scroll_offset.y + first
            pane.scroll_to_region(Region(0, top, 1, count), animate=False)

    @property
    def owners(self) -> list[int]:
        """The place of the row that each line on the screen belongs to."""
        rows = self._rows(self.content_size.width)
        return [place for place, drawn in enumerate(rows) for _ in drawn]

    def _drawn(self, place: int, width: int) -> list[Content]:
        marked = place == self.marked and self.has_focus
        bar = Content.styled("▸" if marked else " ", "bold $accent")
        number = Content.styled(f" {place + 1} ", "bold $footer-key-foreground on $panel")
        head = Content.assemble(bar, number, " ", self.sign(place), " ")
        rows = self._rows(width)[place]
        first = head + rows[0]
        drawn = [first, *(row.pad_left(INDENT) for row in rows[1:])]
        if not marked:
            return drawn
        under = "$block-cursor-foreground on $block-cursor-background"
        return [row.pad_right(max(width - row.cell_length, 0)).stylize_before(under) for row in drawn]

    def _rows(self, width: int) -> list[list[Content]]:
        """The texts, broken to a width."""
        if self._broken[0] != width:
            self._broken = (width, [broken_text(text, width - INDENT) for text in self.texts])
        return self._broken[1]

    def lines(self, width: int) -> list[Content]:
        """All rows as they are drawn."""
        rows = [line for place in range(len(self.texts)) for line in self._drawn(place, width)]
        return [*rows, *self.below(width)]

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of all rows."""
        return len(self.lines(width))

    def on_focus(self) -> None:
        """The mark is to be seen."""
        self.refresh()

    def on_blur(self) -> None:
        """The mark fades."""
        self.refresh()


def broken_text(text: Content, width: int) -> list[Content]:
    """The rows of a text: a document's hang under their own beginnings, a sentence's do not."""
    room = max(width, 8)
    return (hanging(text, room) if "\n" in text.plain else text.wrap(room)) or [Content()]
