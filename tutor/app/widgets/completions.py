"""A list above the line: words that may stand at the cursor, or earlier lines; Tab walks through it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

from tutor.app.models.offer import Offer
from tutor.wording.statement_text import shown

MOST_ROWS: Final = 8
GAP: Final = 2
EDGE: Final = 1
SIGN: Final = 2
"""Cells of the prompt's sign with the blank behind it."""
LEAST_NOTE: Final = 12
"""Cells below which a description says nothing."""

CHOSEN: Final = "$block-cursor-foreground on $block-cursor-background bold"


class Completions(Widget):
    """Closed while there is nothing to choose from; it lies over what stands above the line."""

    DEFAULT_CSS = """
    Completions {
        overlay: screen;
        constrain: inside inside;
        display: none;
        width: auto;
        height: auto;
        background: $panel;
        color: $foreground;
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
        self._first = 0
        self._footer = ""
        self._wanted = ""

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
    def chosen(self) -> str:
        """The text of the chosen one; empty while none is."""
        return self._offers[self._chosen].text if 0 <= self._chosen < len(self._offers) else ""

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

    def offer(self, offers: Sequence[Offer], line: str, cursor: int, *, footer: str = "") -> None:
        """Open with these words; a single one is chosen at once."""
        self._offers, self._line, self._cursor = tuple(offers), line, cursor
        self._chosen = 0 if len(offers) == 1 else -1
        self._first, self._wanted, self._footer = 0, "", footer
        self._open(len(offers) > 1)

    def list_lines(self, lines: Sequence[str], wanted: str, *, footer: str) -> None:
        """Open with earlier lines, the newest chosen, the letters that were looked for marked."""
        self._offers = tuple(Offer(line, 0) for line in lines)
        self._chosen, self._first, self._wanted, self._footer = 0, 0, wanted.strip().casefold(), footer
        self._open(True)

    def step(self, step: int) -> None:
        """Choose the next one, or the one before."""
        if not self._offers:
            return
        if self._chosen < 0 and step < 0:
            self._chosen = 0
        self._chosen = (self._chosen + step) % len(self._offers)
        last = self._first + MOST_ROWS - 1
        if not self._first <= self._chosen <= last:
            top = self._chosen if self._chosen < self._first else self._chosen - MOST_ROWS + 1
            self._first = top
        self.refresh()

    def close(self) -> None:
        """Nothing to choose any more."""
        self._offers = ()
        self._footer = ""
        self.remove_class("-open")

    def _open(self, shown: bool) -> None:
        self.set_class(shown, "-open")
        if shown:
            self._place()
            self.refresh(layout=True)

    def _place(self) -> None:
        """Above the prompt, its words over the word that they would become."""
        screen = self.screen.size
        prompt = self.parent.query_one("Prompt") if isinstance(self.parent, Widget) else self
        start = self._offers[0].start if self._offers else 0
        before = Content(self._line[:start].rpartition("\n")[2]).cell_length
        x = prompt.region.x + before % max(prompt.region.width, 1) - self._edge
        width = min(self._widest, screen.width - 4)
        height = min(len(self._offers), MOST_ROWS) + 1
        self.styles.width, self.styles.height = width, height
        x = max(min(x, screen.width - width - 2), 2)
        self.absolute_offset = Offset(x, max(prompt.region.y - height, 0))

    @property
    def _edge(self) -> int:
        """Blanks before a word; a list of whole lines covers what stands over the prompt's sign, too."""
        return EDGE if self._offers and self._offers[0].start else SIGN

    @property
    def _texts_width(self) -> int:
        return max((Content(_word(offer)).cell_length for offer in self._offers), default=0)

    @property
    def _widest(self) -> int:
        notes = max((Content(shown(offer.note)).cell_length for offer in self._offers), default=0)
        words = self._texts_width + 2 + (GAP + notes if notes else 0)
        return max(words, Content(self._footer_text).cell_length) + self._edge + EDGE

    @property
    def _footer_text(self) -> str:
        hidden = len(self._offers) - MOST_ROWS
        return " · ".join(filter(None, (f"+{hidden}" if hidden > 0 else "", self._footer)))

    def render(self) -> Content:
        """The rows around the chosen one, and what can be done."""
        width = max(self.size.width - self._edge - EDGE, 10)
        described = any(offer.note for offer in self._offers)
        names = min(self._texts_width, width // 2 if described else width - 2)
        rows = [
            self._row(number, names, width)
            for number in range(self._first, min(self._first + MOST_ROWS, len(self._offers)))
        ]
        foot = Content.styled(" " * self._edge + self._footer_text, "$quiet").truncate(
            self.size.width, ellipsis=True
        )
        return Content("\n").join([*rows, foot])

    def _row(self, number: int, names: int, width: int) -> Content:
        offer = self._offers[number]
        text = Content(_word(offer)).truncate(names, ellipsis=True)
        if self._wanted and (at := text.plain.casefold().find(self._wanted)) >= 0:
            text = text.stylize("bold underline", at, at + len(self._wanted))
        text = text.pad_right(names - text.cell_length)
        room = width - names - 2 - GAP
        mark = Content.styled(" *", "bold $warning") if offer.required else Content("  ")
        row = text + mark
        if offer.note and room >= LEAST_NOTE:
            note = Content(shown(offer.note)).truncate(room, ellipsis=True)
            row += Content(" " * GAP) + (note if number == self._chosen else note.stylize("$quiet"))
        row = Content(" " * self._edge) + row
        row = row.pad_right(max(self.size.width - row.cell_length, 0))
        return row.stylize(CHOSEN) if number == self._chosen else row

    def on_click(self, event: events.Click) -> None:
        """Take the word under the mouse."""
        number = self._first + event.y
        if event.y < MOST_ROWS and number < len(self._offers):
            event.stop()
            self._chosen = number
            self.post_message(self.Picked(self))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Choose further down."""
        event.stop()
        self.step(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Choose further up."""
        event.stop()
        self.step(-1)


def _word(offer: Offer) -> str:
    """What is offered, on one row."""
    return shown(offer.text.strip().replace("\n", " "))


def _shared_beginning(words: Sequence[str]) -> str:
    """The letters with which all words begin."""
    first, last = min(words), max(words)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in same)
