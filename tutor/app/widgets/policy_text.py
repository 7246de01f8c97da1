"""The text of a policy being written: colours of JSON, marked places, brackets, indentation."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Final, Protocol, Self

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.color import Color
from textual.document._document import DocumentBase, Location
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from tutor.app.models.finding import FindingRow
from tutor.app.render.editor_brackets import paired
from tutor.app.render.json_colours import STYLES, TOKEN

from .quick_text import QuickText

INDENT: Final = 4
SIGN_WIDTH: Final = 2
PICTURES: Final = 0x2400
BIDI: Final = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
SHOWN: Final = str.maketrans(
    {code: chr(PICTURES + code) for code in range(0x20) if code != 0x09}
    | {0x7F: "␡"}
    | dict.fromkeys(range(0x80, 0xA0), "�")
    | {ord(mark): "�" for mark in BIDI}
)
"""What a terminal would obey, sign for sign as something to be seen."""


CURSOR: Final = 3
"""Cells that are to be seen from the cursor on."""

Drawn = tuple[tuple[object, ...], int]
"""The look of a row, and how far it was scrolled sideways."""


@dataclass(frozen=True, slots=True)
class Looks:
    """All that a line's look depends on: an edit of one line leaves the others drawn."""

    document: DocumentBase
    everywhere: tuple[object, ...]
    apart: Mapping[int, tuple[object, ...]]
    """What is special about single lines."""

    def row(self, y: int, place: Offset) -> Drawn | None:
        """How a row of the screen looks; None below the last line."""
        number = y + place.y
        if number >= self.document.line_count:
            return None
        look = (number, self.document.get_line(number), self.everywhere, self.apart.get(number))
        return look, place.x


class Chooser(Protocol):
    """A list that is open over the text and takes some keys first."""

    def take_key(self, key: str) -> bool:
        """Whether the key was meant for the list."""


class PolicyText(QuickText):
    """JSON on numbered lines; Enter indents, Tab too, except inside a string."""

    class ProposalsWanted(Message):
        """Tab was pressed inside a string: what may stand here?"""

    DEFAULT_CSS = """
    PolicyText {
        border: none;
        padding: 0;
        background: $surface;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 1;
        &:focus { border: none; }
        & .text-area--gutter { color: $quiet; background: $surface; }
        & .text-area--cursor-gutter { color: $accent; background: $boost; }
        & .text-area--matching-bracket { background: $accent 40%; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "indent(1)", show=False),
        Binding("shift+tab", "indent(-1)", show=False),
    ]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        self._drawn: LRUCache[tuple[object, ...], Strip] = LRUCache(400)
        self._on_screen: dict[int, Drawn] = {}
        """The look of each row as it was drawn last."""
        super().__init__(
            text,
            soft_wrap=False,
            show_line_numbers=True,
            highlight_cursor_line=False,  # its style would wipe out the colours of JSON
            max_checkpoints=500,
            id=id,
        )
        self.indent_width = INDENT
        for key in ("f6", "f7"):  # keys of the screen, which the text area takes for selecting
            self._bindings.key_to_bindings.pop(key, None)
        self.cursor_blink = False
        self.chooser: Chooser | None = None
        """The list of what may stand at the cursor."""
        self.typing = False
        """The last key typed something, or took it back."""
        self._found: Sequence[FindingRow] = ()
        self._signs: dict[int, str] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._now: Looks
        self._ground: Style
        self._paired: tuple[str, dict[Location, Location], frozenset[Location]] = ("", {}, frozenset())

    def mark(self, rows: Sequence[FindingRow]) -> None:
        """Underline these places, with a sign beside their lines."""
        signs: dict[int, str] = {}
        for row in rows:
            if signs.get(row.start[0]) != "✗":
                signs[row.start[0]] = "✗" if row.grave else "!"
        if rows != self._found or signs != self._signs:
            self._found, self._signs = rows, signs
            self.refresh()

    def unmark(self) -> None:
        """The places may be others now; the signs stay until it is known."""
        if self._found:
            self._found = ()
            self.refresh()

    def go_to(self, row: FindingRow) -> None:
        """Put the cursor there."""
        self.move_cursor(row.start, center=True)
        self.focus()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw only rows that look otherwise now, unless somebody asks for more."""
        if repaint and not (regions or layout or recompose) and self._on_screen and self.is_mounted:
            looks, place = self._looks(), self.scroll_offset
            regions = tuple(
                Region(0, y, self.size.width, 1)
                for y in range(self.size.height)
                if self._on_screen.get(y) != looks.row(y, place)
            )
            if not regions:
                return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they look now."""
        self._now, self._ground = self._looks(), self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line with the sign of what was found in it beside its number, and as much of it as fits."""
        place, gutter, width = self.scroll_offset, self.gutter_width, self.size.width
        drawn = self._now.row(y, place)
        if drawn is None:
            self._on_screen.pop(y, None)
            return super().render_line(y)
        self._on_screen[y] = drawn
        look, sideways = drawn
        line = self._drawn.get(look)
        if line is None:
            line = self._drawn[look] = self._signed(self._whole_line(y), self._signs.get(y + place.y))
        text = line.crop(gutter + sideways, gutter + sideways + width - gutter)
        return Strip.join([line.crop(0, gutter), text]).extend_cell_length(width, self._ground)

    def _whole_line(self, y: int) -> Strip:
        """A row from its first letter on, however far the text is scrolled sideways."""
        sideways = self.scroll_x
        self.set_reactive(PolicyText.scroll_x, 0.0)
        try:
            return self._render_line(y)
        finally:
            self.set_reactive(PolicyText.scroll_x, sideways)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Sideways by half of what is to be seen: by a cell it would draw every line with every letter."""
        if not self._has_cursor:
            return Offset(0, 0)
        column, width = self.wrapped_document.location_to_offset(self.cursor_location).x, self._room
        left = self.scroll_offset.x
        if width > CURSOR and not left <= column <= left + width - CURSOR:
            self.scroll_to(x=max(0, column - width // 2), animate=False, immediate=True, force=True)
        return super().scroll_cursor_visible(center, animate)

    def validate_virtual_size(self, size: Size) -> Size:
        """Behind the end of a long line there is room to scroll on, and to type without another layout."""
        step = max(self._room // 2, 1)
        return Size((size.width // step + 2) * step, size.height) if size.width > self.size.width else size

    @property
    def _room(self) -> int:
        """Cells of a line that are to be seen."""
        return self.size.width - self.gutter_width

    def _looks(self) -> Looks:
        """All that lines look like now."""
        pairs, alone = self._brackets
        (top, _), (bottom, _) = sorted(self.selection)
        apart: dict[int, list[object]] = {}
        for number in range(top, bottom + 1):
            apart.setdefault(number, []).append(self.selection)
        for number, sign in self._signs.items():
            apart.setdefault(number, []).append(sign)
        for row in self._found:
            for number in range(row.start[0], row.end[0] + 1):
                apart.setdefault(number, []).append(row)
        place = self._bracket_at(self.cursor_location, pairs) if self.selection.is_empty else None
        for number, column in (*alone, *((place, pairs[place]) if place is not None else ())):
            apart.setdefault(number, []).append(column)
        everywhere = (self.size, self.gutter_width, self.app.theme, self.has_focus, self.read_only)
        return Looks(self.document, everywhere, {number: tuple(one) for number, one in apart.items()})

    def notify_style_update(self) -> None:
        """Other colours: draw everything anew."""
        self._drawn.clear()
        self._on_screen.clear()
        super().notify_style_update()

    def _signed(self, strip: Strip, sign: str | None) -> Strip:
        if sign is None:
            return strip
        style = self._style("error" if sign == "✗" else "warning") + Style(bold=True)
        ground = next((one.style for one in strip if one.style is not None), Style())
        mark = Strip([Segment(f"{sign} ", ground + style)], SIGN_WIDTH)
        return Strip.join([mark, strip.crop(SIGN_WIDTH)])

    @property
    def gutter_width(self) -> int:
        """The signs, then the numbers."""
        return super().gutter_width + SIGN_WIDTH

    def get_line(self, line_index: int) -> Text:
        """A line in the colours of JSON, what was found underlined, lonely brackets marked."""
        written = self.document.get_line(line_index)
        line = Text(written.translate(SHOWN), end="", no_wrap=True)
        for token in TOKEN.finditer(written):
            line.stylize(self._style(STYLES[token.lastgroup or "mark"]), token.start(), token.end())
        for row in self._found:
            if row.start[0] <= line_index <= row.end[0]:
                start = row.start[1] if row.start[0] == line_index else 0
                end = row.end[1] if row.end[0] == line_index else len(written)
                colour = "error" if row.grave else "warning"
                style = self._style(colour) + Style(underline=True, bold=True)
                line.stylize(style, start, max(end, start + 1))
        pairs, alone = self._brackets
        for row_index, column in alone:
            if row_index == line_index:
                line.stylize(self._style("error") + Style(bold=True, underline=True), column, column + 1)
        place = self._bracket_at(self.cursor_location, pairs)
        if place is not None and place[0] == line_index and self.has_focus and self.selection.is_empty:
            line.stylize(self.get_component_rich_style("text-area--matching-bracket"), place[1], place[1] + 1)
        return line

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """The partner of the bracket at the cursor, or right before it."""
        pairs, _ = self._brackets
        place = self._bracket_at(search_from, pairs)
        return None if place is None else pairs[place]

    @staticmethod
    def _bracket_at(cursor: Location, pairs: dict[Location, Location]) -> Location | None:
        row, column = cursor
        return next((place for place in ((row, column), (row, column - 1)) if place in pairs), None)

    @property
    def _brackets(self) -> tuple[dict[Location, Location], frozenset[Location]]:
        text = self.text
        if self._paired[0] != text:
            pairs, alone = paired(text)
            starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

            def located(offset: int) -> Location:
                row = bisect_right(starts, offset) - 1
                return row, offset - starts[row]

            found = {located(one): located(other) for one, other in pairs.items()}
            self._paired = (text, found, frozenset(map(located, alone)))
        return self._paired[1], self._paired[2]

    def _style(self, variable: str) -> Style:
        key = (self.app.theme, variable)
        if key not in self._styles:
            colours = self.app.theme_variables
            self._styles[key] = Style(color=Color.parse(colours[variable.removeprefix("$")]).rich_color)
        return self._styles[key]

    def action_indent(self, step: int) -> None:
        """Indent the lines of the selection, or the cursor; Shift takes it back."""
        (top, _), (bottom, last_column) = sorted(self.selection)
        if step > 0 and top == bottom:
            column = self.cursor_location[1]
            if _is_inside_string(self.document.get_line(top)[:column]):
                self.post_message(self.ProposalsWanted())
                return
            self.insert(" " * (INDENT - column % INDENT))
            return
        last = bottom - (1 if bottom > top and last_column == 0 else 0)
        for number in range(top, last + 1):
            written = self.document.get_line(number)
            blank = len(written) - len(written.lstrip(" "))
            if step > 0 and written:
                self.insert(" " * INDENT, (number, 0), maintain_selection_offset=True)
            elif step < 0 and blank:
                self.delete((number, 0), (number, min(blank, INDENT)), maintain_selection_offset=True)

    def offset_of(self, location: Location) -> int:
        """How many letters stand before a place."""
        row, column = location
        return sum(len(self.document.get_line(number)) + 1 for number in range(row)) + column

    def location_of(self, offset: int) -> Location:
        """The place behind so many letters."""
        before = self.text[:offset]
        row = before.count("\n")
        return row, offset - (before.rfind("\n") + 1)

    async def _on_key(self, event: events.Key) -> None:
        if self.chooser is not None and self.chooser.take_key(event.key):
            event.stop()
            event.prevent_default()
            return
        self.typing = event.is_printable or event.key in {"backspace", "ctrl+h"}
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._new_line()
        elif not event.is_printable and (own := self._bindings.key_to_bindings.get(event.key)):
            # In its turn: as a binding it would come behind the letters typed after it.
            event.stop()
            event.prevent_default()
            await self.run_action(own[0].action)

    def _new_line(self) -> None:
        """A new line begins under the one before, deeper behind an opening bracket."""
        start, end = sorted(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        after = self.document.get_line(end[0])[end[1] :]
        blank = before[: len(before) - len(before.lstrip(" "))]
        opened = before.rstrip().endswith(("{", "["))
        deeper = blank + " " * INDENT if opened else blank
        if opened and after.lstrip().startswith(("}", "]")):
            self.replace(f"\n{deeper}\n{blank}", start, end, maintain_selection_offset=False)
            self.move_cursor((start[0] + 1, len(deeper)))
        else:
            self.replace(f"\n{deeper}", start, end, maintain_selection_offset=False)


def _is_inside_string(before: str) -> bool:
    """Whether a row of JSON that begins so is inside a string."""
    return (before.count('"') - before.count('\\"')) % 2 == 1
