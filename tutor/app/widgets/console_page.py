"""The text of a page: scrolled by keys and wheel, with the words that are looked for marked."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from .transcript import Transcript


class PageText(Transcript, can_focus=True):
    """Lines drawn one by one, from the top."""

    DEFAULT_CSS = """
    PageText { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "turn(-1)", show=False),
        Binding("down,j,ㅓ", "turn(1)", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home,g,ㅎ", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]
    FOLLOWS = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page: Sequence[Content] = ()
        self.places: list[tuple[int, int]] = []
        """Where the words were found: line and letter."""
        self.at = 0
        """Which of them is shown."""
        self._wanted = ""

    def read(self, lines: Sequence[Content]) -> None:
        """Show a page from its top."""
        self._page = lines
        self.show(lines)

    def look_for(self, words: str) -> None:
        """Mark every place where `words` stand, capitals or not, and go to the first below."""
        self._wanted = words.strip().casefold()
        self.places = [
            (number, start)
            for number, line in enumerate(self._page)
            for start in _starts(line.plain.casefold(), self._wanted)
        ]
        top = self.line_at(self.scroll_offset.y)
        self.at = next((at for at, (line, _) in enumerate(self.places) if line >= top), 0)
        self._mark()

    def go(self, step: int) -> None:
        """Go to the next place, or the one before; behind the last comes the first."""
        self.at = (self.at + step) % len(self.places)
        self._mark()

    def _mark(self) -> None:
        lines, length = list(self._page), len(self._wanted)
        for at, (number, start) in enumerate(self.places):
            style = (
                "$block-cursor-foreground on $block-cursor-background bold" if at == self.at else "reverse"
            )
            lines[number] = lines[number].stylize(style, start, start + length)
        row = self.scroll_offset.y
        self.show(lines)
        if self.places:
            wanted = self.row_of(self.places[self.at][0])
            if not row <= wanted < row + self.size.height:
                row = max(wanted - self.size.height // 3, 0)
        self.scroll_to(y=row, animate=False)

    def action_turn(self, rows: int) -> None:
        """Scroll."""
        self.scroll_relative(y=rows, animate=False)


def _starts(text: str, words: str) -> list[int]:
    found, start = [], text.find(words) if words else -1
    while start >= 0:
        found.append(start)
        start = text.find(words, start + len(words))
    return found
