"""The questions of an exam in a row: which one is on the screen, which were answered."""

from collections.abc import Collection
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget


class ExamStrip(Widget):
    """A number each; a click goes there."""

    DEFAULT_CSS = """
    ExamStrip { height: auto; max-height: 5; padding: 0 2; margin-bottom: 1; }
    """

    @dataclass
    class Picked(Message):
        """A number was clicked."""

        place: int

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._at = 0
        self._done: frozenset[int] = frozenset()

    def show(self, count: int, at: int, done: Collection[int]) -> None:
        """Show so many questions; `done` are the places, from 0, of those that were answered."""
        taller = count != self._count
        self._count, self._at, self._done = count, at, frozenset(done)
        self.refresh(layout=taller)

    @property
    def _cells(self) -> int:
        return 4 if self._count > 99 else 3

    def _a_row(self, width: int) -> int:
        return max(width // self._cells, 1)

    def render(self) -> Content:
        """All numbers."""
        width = self.content_size.width
        rows = [Content()]
        for place in range(self._count):
            if place and place % self._a_row(width) == 0:
                rows.append(Content())
            rows[-1] += self._number(place)
        return Content("\n").join(rows)

    def _number(self, place: int) -> Content:
        sign = "✓" if place in self._done else " "
        text = f"{place + 1:>{self._cells - 1}}{sign}"
        if place == self._at:
            return Content.styled(text, "bold $block-cursor-foreground on $block-cursor-background")
        return Content.styled(text, "$foreground" if place in self._done else "$quiet")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the numbers."""
        return max(-(-self._count // self._a_row(width)), 1)

    def on_click(self, event: events.Click) -> None:
        """Go to the question under the mouse."""
        event.stop()
        across = self._a_row(self.content_size.width)
        column = (event.x - self.styles.padding.left) // self._cells
        place = event.y * across + column
        if 0 <= column < across and place < self._count:
            self.post_message(self.Picked(place))
