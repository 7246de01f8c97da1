"""The permission map under the keys and the mouse: a row for everybody, a column for everything."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message

from tutor.app.models.map_layout import GAP, lay_out
from tutor.app.registry import JAMO
from tutor.gateway.permissions import Axes, Cell, Key
from tutor.wording.statement_text import shown

from .map_table import GUTTER, HEADER, MapTable
from .row_list import LAST

LETTERS: Final = {jamo: letter for letter, jamo in JAMO.items()}
"""What a letter key types in Hangul mode to the letter."""


class MapGrid(MapTable):
    """Arrows move the cursor; a letter goes to the next name that begins with it, a capital to an action."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", f"move(0, {-LAST})", show=False),
        Binding("end", f"move(0, {LAST})", show=False),
        Binding("ctrl+home", f"move({-LAST}, 0)", show=False),
        Binding("ctrl+end", f"move({LAST}, 0)", show=False),
        Binding("enter", "open", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another cell."""

        key: Key

    @dataclass
    class Opened(Message):
        """The decision of a cell is asked for."""

        key: Key

    @dataclass
    class Wanted(Message):
        """Cells that are to be seen and not known yet."""

        keys: tuple[Key, ...]

    # What is shown.

    def show(
        self, axes: Axes, cells: Mapping[Key, Cell], before: Mapping[Key, Cell], empty: str = ""
    ) -> None:
        """Show this table; the cursor stays with its cell as far as there is such a one."""
        kept = self.key
        self.axes, self.empty = axes, empty
        self.layout_of_columns = lay_out(axes.columns)
        self._cells, self._asked = cells, set()
        self.longest = max((cell_len(shown(row.label)) for row in axes.rows), default=0)
        self.mark_changes(before)
        self.virtual_size = Size(self._width, HEADER + len(axes.rows))
        self._left = 0
        self.at = (0, 0)
        if kept is not None:
            self.go_to(kept)
        self._tell()
        self.refresh()

    def redraw(self) -> None:
        """More cells are known."""
        self.refresh()

    def go_to(self, key: Key) -> bool:
        """Move to a cell, or as near as can be; False if it is not in the table."""
        rows = [number for number, row in enumerate(self.axes.rows) if row.reference == key[0]]
        wanted = key[1:]
        columns = [
            number for number, one in enumerate(self.axes.columns) if (one.action, one.resource) == wanted
        ]
        self._go(rows[0] if rows else self.at[0], columns[0] if columns else self.at[1])
        return bool(rows and columns)

    def want(self, keys: list[Key]) -> None:
        """Ask for cells, those near the cursor first."""
        if fresh := [key for key in keys if key not in self._asked]:
            if not self._asked:
                self.call_after_refresh(self._ask)
            self._asked.update(fresh)

    def _ask(self) -> None:
        wanted = self.see()
        self._asked.clear()
        if missing := tuple(key for key in wanted if key not in self._cells):
            self.post_message(self.Wanted(missing))

    # Moving.

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        self._go(self.at[0] + down, self.at[1] + right)

    def action_page(self, step: int) -> None:
        """A page up or down."""
        self._go(self.at[0] + step * self._body, self.at[1])

    def action_open(self) -> None:
        """The decision of the cell under the cursor."""
        if self.key is not None:
            self.post_message(self.Opened(self.key))

    def next_group(self, step: int) -> None:
        """The first column of the next resource, or of the one before."""
        if self.key is None:
            return
        layout = self.layout_of_columns
        wanted = max(0, min(layout.places[self.at[1]].group + step, len(layout.groups) - 1))
        self._go(self.at[0], layout.groups[wanted].first)

    def on_key(self, event: events.Key) -> None:
        """A letter looks for a name, a capital letter for an action."""
        if event.character is None or not event.is_printable or self.key is None:
            return
        letter = LETTERS.get(event.character, event.character)
        if not letter.isalnum():
            return
        event.stop()
        event.prevent_default()
        for_actions = self.letters_for_actions or letter.isupper()
        again, self._letter = (
            self._letter == (letter.casefold(), for_actions),
            (letter.casefold(), for_actions),
        )
        if for_actions:
            names = [column.name for column in self.axes.columns]
            self._go(self.at[0], _next(names, letter, self.at[1] + again))
        else:
            names = [row.name for row in self.axes.rows]
            self._go(_next(names, letter, self.at[0] + again), self.at[1])

    def on_click(self, event: events.Click) -> None:
        """To the cell under the mouse; a second click opens it; the corner leads to the next resource."""
        offset = event.get_content_offset(self)
        if offset is None or self.key is None:
            return
        row, x = self.scroll_offset.y + offset.y - HEADER, offset.x - self._label - GUTTER
        column = self.at[1]
        begin = self._visible_places[0]
        for number, place in enumerate(self._visible_places, self._left):
            if place.start - begin.start + GAP <= x < place.end - begin.start + 2 * GAP:
                column = number
        before = self.at
        if offset.y < HEADER and x < 0:
            self.next_group(1)
            return
        self._go(before[0] if offset.y < HEADER else row, column)
        if self.at == before and offset.y >= HEADER and x >= 0:
            self.action_open()

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """To the columns further on."""
        event.stop()
        self.action_move(0, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """To the columns before."""
        event.stop()
        self.action_move(0, -1)

    def on_resize(self) -> None:
        """Another width, other columns."""
        self.virtual_size = Size(self._width, HEADER + len(self.axes.rows))
        self._go(*self.at)
        self.refresh()

    def on_focus(self) -> None:
        """The cursor is brighter where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor fades."""
        self.refresh()

    def _go(self, row: int, column: int) -> None:
        if self.key is None:
            return
        before, view = self.at, (self._left, self.scroll_offset.y)
        self.at = (
            max(0, min(row, len(self.axes.rows) - 1)),
            max(0, min(column, len(self.axes.columns) - 1)),
        )
        self._show_cursor()
        if view != (self._left, self.scroll_offset.y):
            self.refresh()
        elif self.at != before:
            lines = {HEADER + one - self.scroll_offset.y for one in (before[0], self.at[0])}
            width = self.size.width
            heading = Region(0, 0, width, HEADER)
            self.refresh(heading, *(Region(0, line, width, 1) for line in lines))
        if self.at != before:
            self._tell()

    def _tell(self) -> None:
        if self.key is not None:
            self.post_message(self.Moved(self.key))

    def _show_cursor(self) -> None:
        row, column = self.at
        top = self.scroll_offset.y
        if not top <= row < top + self._body:
            wanted = row if row < top else row - self._body + 1
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)
        self._left = min(self._left, column)
        places = self.layout_of_columns.places
        while self._left < column and places[column].end > places[self._left].start + self._room - GAP:
            self._left += 1


def _next(names: list[str], letter: str, start: int) -> int:
    """The next place from `start` on, and then from the first, whose name begins with the letter."""
    wanted, count = letter.casefold(), len(names)
    places = (number % count for number in range(start, start + count))
    return next((number for number in places if names[number].casefold().startswith(wanted)), start % count)
