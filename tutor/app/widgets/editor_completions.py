"""What may stand at the cursor, as a list under it."""

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.widget import Widget

from tutor.app.models.editor_completion import Proposal, Proposals
from tutor.app.widgets.policy_text import SHOWN

MOST_ROWS: Final = 8
WIDEST: Final = 68
GAP: Final = 2
MOVES: Final = {"up": -1, "down": 1, "pageup": -MOST_ROWS, "pagedown": MOST_ROWS}


class EditorCompletions(Widget):
    """Closed while there is nothing to choose from; takes keys while it is open."""

    DEFAULT_CSS = """
    EditorCompletions {
        layer: popup;
        position: absolute;
        display: none;
        width: auto;
        height: auto;
        background: $panel;
        color: $foreground;
        padding: 0 1;
        &.-open { display: block; }
    }
    """

    @dataclass
    class Taken(Message):
        """A row was chosen."""

        proposal: Proposal
        proposals: Proposals

    def __init__(self) -> None:
        super().__init__()
        self._proposals = Proposals("", 0)
        self._chosen = 0
        self._first = 0
        self._closed_at = -1

    @property
    def is_open(self) -> bool:
        """There is something to choose from."""
        return bool(self._proposals.rows)

    @property
    def proposals(self) -> Proposals:
        """What is offered."""
        return self._proposals

    def offer(self, proposals: Proposals, cursor: Offset, room: Size, *, asked: bool) -> None:
        """Open with these rows beside the cursor; not again where Esc closed them, unless somebody asks."""
        if proposals.start != self._closed_at or asked:
            self._closed_at = -1
        if not proposals.rows or self._closed_at >= 0:
            self._show_nothing()
            return
        self._proposals, self._chosen, self._first = proposals, 0, 0
        rows = min(len(proposals.rows), MOST_ROWS)
        width = min(self._width, room.width - 2)
        x = max(0, min(cursor.x - (proposals.cursor - proposals.start) - 1, room.width - width - 2))
        below = cursor.y + 1 + rows < room.height
        self.styles.offset = (x, cursor.y + 1 if below else max(cursor.y - rows, 0))
        self.add_class("-open")
        self.refresh(layout=True)

    def close(self) -> None:
        """Nothing to choose any more."""
        self._closed_at = -1
        self._show_nothing()

    def _show_nothing(self) -> None:
        if self._proposals.rows:
            self._proposals = Proposals("", 0)
            self.remove_class("-open")

    def take_key(self, key: str) -> bool:
        """Arrows move, Tab and Enter take, Esc closes; everything else is for the text."""
        if not self.is_open:
            return False
        if key in MOVES:
            self._move(MOVES[key])
        elif key in {"tab", "enter"}:
            self._take()
        elif key == "escape":
            start = self._proposals.start
            self._show_nothing()
            self._closed_at = start
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        last = len(self._proposals.rows) - 1
        wraps = abs(step) == 1
        there = self._chosen + step
        self._chosen = there % (last + 1) if wraps else max(0, min(there, last))
        self._first = min(max(self._first, self._chosen - MOST_ROWS + 1), self._chosen)
        self.refresh()

    def _take(self) -> None:
        proposals, chosen = self._proposals, self._proposals.rows[self._chosen]
        self._show_nothing()
        self.post_message(self.Taken(chosen, proposals))

    def on_click(self, event: events.Click) -> None:
        """Take the row under the mouse."""
        event.stop()
        number = self._first + event.y
        if number < len(self._proposals.rows):
            self._chosen = number
            self._take()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The rows below."""
        event.stop()
        self._move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The rows above."""
        event.stop()
        self._move(-1)

    @property
    def _names(self) -> int:
        names = (Content(row.text.translate(SHOWN)).cell_length for row in self._proposals.rows)
        return min(max(names, default=0), WIDEST - 12)

    @property
    def _width(self) -> int:
        details = max((Content(row.detail).cell_length for row in self._proposals.rows), default=0)
        return min(self._names + GAP + max(details, 8) + 2, WIDEST)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as its rows, within limits."""
        return min(self._width, max(viewport.width - 4, 10))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A few rows."""
        return min(len(self._proposals.rows), MOST_ROWS)

    def render(self) -> Content:
        """The rows around the chosen one, with what each is."""
        width, names = self.content_size.width, self._names
        rows = self._proposals.rows
        drawn = []
        for number in range(self._first, min(self._first + MOST_ROWS, len(rows))):
            row = rows[number]
            name = Content(row.text.translate(SHOWN)).truncate(names, ellipsis=True)
            room = max(width - names - GAP - 2, 0)
            more = "▾" if number == self._first + MOST_ROWS - 1 and number < len(rows) - 1 else ""
            detail = Content.styled(row.detail, "$quiet").truncate(room, ellipsis=True)
            line = Content.assemble(name, " " * (names - name.cell_length + GAP), detail)
            line = Content.assemble(
                line, " " * max(width - line.cell_length - 1, 0), (more or " ", "$accent")
            )
            style = "$block-cursor-foreground on $block-cursor-background"
            drawn.append(Content(line.plain).stylize(style) if number == self._chosen else line)
        return Content("\n").join(drawn)
