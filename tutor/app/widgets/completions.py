"""A line of words that may stand at the cursor; Tab walks through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tutor.app.models.offer import Offer

MOST_ROWS: Final = 3
GAP: Final = 2


class Completions(Widget):
    """Closed while there is nothing to choose from."""

    DEFAULT_CSS = """
    Completions {
        height: auto;
        max-height: 3;
        display: none;
        padding: 0 0 0 2;
        color: $quiet;
        &.-open { display: block; }
    }
    """

    @dataclass
    class Picked(Message):
        """A word was clicked."""

        completions: "Completions"

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._line = ""
        self._cursor = 0
        self._chosen = -1
        self._places: list[tuple[int, int, int, int]] = []

    @property
    def is_open(self) -> bool:
        """There is a choice to walk through."""
        return bool(self._offers)

    @property
    def line(self) -> str:
        """The text that the prompt holds while the choice is open."""
        changed = self.result
        return changed[0] if changed else self._line

    @property
    def result(self) -> tuple[str, int] | None:
        """The line and cursor with the chosen word in it, or with what all words share."""
        if not self._offers:
            return None
        start, tail = self._offers[0].start, self._line[self._cursor :]
        if self._chosen < 0:
            word = _shared_beginning([offer.text for offer in self._offers])
            if len(word) <= self._cursor - start:
                return None
        else:
            word = self._offers[self._chosen].text
        return self._line[:start] + word + tail, start + len(word)

    def offer(self, offers: Sequence[Offer], line: str, cursor: int) -> None:
        """Open with these words; a single one is chosen at once."""
        self._offers, self._line, self._cursor = tuple(offers), line, cursor
        self._chosen = 0 if len(offers) == 1 else -1
        self.set_class(len(offers) > 1, "-open")
        self.refresh(layout=True)

    def step(self, step: int) -> None:
        """Choose the next word, or the one before."""
        if self._chosen < 0 and step < 0:
            self._chosen = 0
        self._chosen = (self._chosen + step) % len(self._offers)
        self.refresh()

    def close(self) -> None:
        """Nothing to choose any more."""
        self._offers = ()
        self.remove_class("-open")

    def render(self) -> Content:
        """As many words as fit into three rows, around the chosen one."""
        width = max(self.content_size.width, 10)
        rows: list[list[tuple[int, Content]]] = [[]]
        used = 0
        for number, offer in enumerate(self._offers):
            word = Content(offer.text.strip()).truncate(width, ellipsis=True)
            if rows[-1] and used + word.cell_length > width:
                rows.append([])
                used = 0
            rows[-1].append((number, word))
            used += word.cell_length + GAP
        chosen_row = next((y for y, row in enumerate(rows) if any(n == self._chosen for n, _ in row)), 0)
        first = max(0, min(chosen_row - 1, len(rows) - MOST_ROWS))
        drawn = self._draw(rows[first : first + MOST_ROWS])
        hidden = len(self._offers) - len(self._places)
        if hidden:
            more = Content.styled(f"  +{hidden}", "$accent")
            drawn[-1] = drawn[-1].truncate(width - more.cell_length, ellipsis=True) + more
        return Content("\n").join(drawn)

    def _draw(self, rows: list[list[tuple[int, Content]]]) -> list[Content]:
        self._places.clear()
        drawn = []
        for y, row in enumerate(rows):
            x, parts = 0, list[Content]()
            for number, word in row:
                style = "$block-cursor-foreground on $block-cursor-background bold"
                parts.append(word.stylize(style) if number == self._chosen else word)
                self._places.append((y, x, x + word.cell_length, number))
                x += word.cell_length + GAP
            drawn.append(Content(" " * GAP).join(parts))
        return drawn

    def on_click(self, event: events.Click) -> None:
        """Take the word under the mouse."""
        x, y = event.x - 2, event.y
        for row, start, end, number in self._places:
            if row == y and start <= x < end:
                self._chosen = number
                self.post_message(self.Picked(self))


def _shared_beginning(words: Sequence[str]) -> str:
    """The letters with which all words begin."""
    first, last = min(words), max(words)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in same)
