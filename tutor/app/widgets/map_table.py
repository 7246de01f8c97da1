"""How the permission map is drawn: fixed names and headings, and only the cells that are to be seen."""

from collections.abc import Iterator, Mapping
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tutor.app.models.map_layout import GAP, LINES, MapLayout, Place, head_of
from tutor.app.registry import JAMO
from tutor.gateway.permissions import Axes, Cell, Key, Row
from tutor.wording.signs import SIGNS
from tutor.wording.statement_text import shown

from .row_list import fitted

HEADER: Final = LINES + 2
"""Resource, the words of the action, a line."""
LABEL: Final = (10, 24)
"""Cells of the names at the left, at least and at most."""
GUTTER: Final = 2
LETTERS: Final = {jamo: letter for letter, jamo in JAMO.items()}
COLOURS: Final = {
    "allowed": "bold $success",
    "explicitDeny": "bold $error",
    "implicitDeny": "$quiet",
    "": "$quiet",
}
DEPENDS: Final = "~"
NOT_YET: Final = "·"


class MapTable(ScrollView, can_focus=True):
    """What the map looks like; `at` is the cell under the cursor."""

    DEFAULT_CSS = """
    MapTable { height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.axes = Axes()
        self.layout_of_columns = MapLayout()
        self.at = (0, 0)
        """Row and column of the cursor."""
        self.longest = 0
        """Cells of the longest name."""
        self.empty = ""
        """What to say where there is nothing to show."""
        self.letters_for_actions = False
        """Letters look among the actions; else among the names."""
        self._letter = ("", False)
        """The letter that was looked for last, and whether among the actions."""
        self._cells: Mapping[Key, Cell] = {}
        self._before: Mapping[Key, Cell] = {}
        self._turned: dict[str, str] = {}
        self._left = 0
        self._view: tuple[int, int, tuple[Place, ...]] = (-1, 0, ())
        self._placed: tuple[tuple[Place, int], ...] = ()
        self._asked: set[Key] = set()
        self._styles: dict[tuple[str, str], RichStyle | None] = {}

    def mark_changes(self, before: Mapping[Key, Cell]) -> None:
        """These cells were something else before the last command."""
        self._before = before
        ways: dict[str, set[bool]] = {}
        for key in before:
            ways.setdefault(key[0], set()).add(key in self._cells and self._cells[key].allowed)
        self._turned = {
            who: "±" if len(both) == 2 else "+" if True in both else "−" for who, both in ways.items()
        }
        self.refresh()

    @property
    def key(self) -> Key | None:
        """The cell under the cursor."""
        if not self.axes.rows or not self.axes.columns:
            return None
        row, column = self.at
        return self._key(self.axes.rows[row], self.layout_of_columns.places[column])

    def cell(self, key: Key) -> Cell | None:
        """What is known of a cell."""
        return self._cells.get(key)

    def was(self, key: Key) -> Cell | None:
        """What a cell was before the last command, if that was something else."""
        return self._before.get(key)

    def see(self) -> tuple[Key, ...]:
        """The cells that are to be seen, the row of the cursor first."""
        first = self.scroll_offset.y
        visible = range(first, min(first + self._body, len(self.axes.rows)))
        rows = sorted(visible, key=lambda row: abs(row - self.at[0]))
        places = self._visible_places
        return tuple(self._key(self.axes.rows[row], place) for row in rows for place in places)

    def want(self, keys: list[Key]) -> None:
        """These cells are drawn and not known yet."""

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """The heading, or one row."""
        width = self._width
        if self.key is None:
            text = [(self.empty, "$quiet")] if y == 1 else []
        elif y < HEADER:
            text = self._heading(y)
        else:
            row = self.scroll_offset.y + y - HEADER
            text = self._row(row) if row < len(self.axes.rows) else []
        pieces = [Segment(part, self._style(style)) for part, style in text]
        return Strip(pieces).crop_extend(0, max(width, self.size.width), self._style(""))

    def _heading(self, y: int) -> list[tuple[str, str]]:
        if y == HEADER - 1:
            return [("─" * self._width, "$hairline")]
        if y == 0:
            return self._resources()
        pieces = [(" " * (self._label + GUTTER), "")]
        for place, gap in self._gaps():
            lines = (*[""] * (LINES - len(place.words)), *place.words)
            here = place is self.layout_of_columns.places[self.at[1]]
            style = "bold $accent" if here else ""
            pieces += [(" " * gap, ""), *_centred(lines[y - 1], place.width, style)]
        return pieces

    def _resources(self) -> list[tuple[str, str]]:
        """A heading above each group; on the left, how much there is on either side."""
        places = self._visible_places
        hidden = len(self.layout_of_columns.places) - self._left - len(places)
        sides = f"{f'◂{self._left}' if self._left else ''} {f'{hidden}▸' if hidden else ''}".strip()
        pieces = [(fitted(f"  {sides}", self._label + GUTTER), "$quiet")]
        groups = self.layout_of_columns.groups
        begin = places[0].start if places else 0
        firsts = list({place.group: place for place in reversed(places)}.values())[::-1]
        ends = [*(place.start - begin for place in firsts[1:]), self._room]
        at = 0
        for first, end in zip(firsts, ends, strict=True):
            group, start = groups[first.group], first.start - begin + GAP
            room = max(end - start, len(group.service) + 2)
            name = ended(head_of(group), room - len(group.service) - 1)
            here = self.layout_of_columns.places[self.at[1]].group == first.group
            pieces += [
                (" " * (start - at), ""),
                (f"{shown(group.service)} ", "$quiet"),
                (name, "bold $on-what" if here else "$on-what"),
            ]
            at = start + room
        return pieces

    def _row(self, number: int) -> list[tuple[str, str]]:
        row, here = self.axes.rows[number], number == self.at[0]
        turned = self._turned.get(row.reference, "")
        colour = {"+": "bold $success", "−": "bold $error"}.get(turned, "bold $warning")
        label = fitted(shown(row.label), self._label)
        pieces = [(turned.ljust(GUTTER), colour), (label, "bold $accent" if here else "$who")]
        wanted = []
        for place, gap in self._gaps():
            key = self._key(row, place)
            marked = here and place is self.layout_of_columns.places[self.at[1]]
            if key not in self._cells:
                wanted.append(key)
            pieces += [(" " * gap, ""), *self._cell(key, place.width, marked=marked)]
        self.want(wanted)
        return pieces

    def _cell(self, key: Key, width: int, *, marked: bool) -> list[tuple[str, str]]:
        cell, was = self._cells.get(key), self._before.get(key)
        if cell is None:
            text, style = NOT_YET, "$quiet"
        else:
            text, style = sign_of(cell), COLOURS[cell.outcome]
            if was is not None:
                text = f"{SIGNS.get(was.outcome, NOT_YET)}→{text}"
        under = ""
        if marked:
            style, under = "bold", "$block-cursor-foreground on $block-cursor-background"
            if not self.has_focus:
                under = "on $boost"
        elif was is not None:
            under = "on $boost"
        return _centred(text, width, f"{style} {under}".strip(), under)

    def _style(self, style: str) -> RichStyle | None:
        """A style in the colours of now."""
        if (style, "") not in self._styles:
            sample = Content.styled("x", style)
            drawn = Visual.to_strips(self, sample, 1, None, self.visual_style, apply_selection=False)
            self._styles[style, ""] = next(iter(drawn[0])).style
        return self._styles[style, ""]

    # Where things are.

    @staticmethod
    def _key(row: Row, place: Place) -> Key:
        return row.reference, place.column.action, place.column.resource

    @property
    def _width(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    @property
    def _body(self) -> int:
        """Rows that are to be seen."""
        return max(self.scrollable_content_region.height - HEADER, 1)

    @property
    def _label(self) -> int:
        least, most = LABEL
        return max(least, min(self.longest, most, self._width // 4))

    @property
    def _room(self) -> int:
        return max(self._width - self._label - GUTTER, 1)

    @property
    def _visible_places(self) -> tuple[Place, ...]:
        return tuple(place for place, _ in self._gaps())

    def _gaps(self) -> tuple[tuple[Place, int], ...]:
        """The visible columns, each with the cells before it; worked out once for each view."""
        view = (self._left, self._room, self.layout_of_columns.places)
        if view[:2] != self._view[:2] or view[2] is not self._view[2]:
            self._view, self._placed = view, tuple(self._place())
        return self._placed

    def _place(self) -> Iterator[tuple[Place, int]]:
        end, begin = 0, 0
        for place in self.layout_of_columns.places[self._left :]:
            if end == 0:
                begin = place.start - GAP
                yield place, GAP
            elif place.end - begin > self._room:
                return
            else:
                yield place, place.start - end
            end = place.end

    def notify_style_update(self) -> None:
        """Colours changed: draw again."""
        super().notify_style_update()
        self._styles.clear()


def sign_of(cell: Cell) -> str:
    """`✓`, `✗`, `–`, with `~` where circumstances may turn it; `?` for a question without an answer."""
    return SIGNS.get(cell.outcome, "?") + (DEPENDS if cell.depends else "")


def _centred(text: str, width: int, style: str, around: str = "") -> list[tuple[str, str]]:
    """The text in the middle of so many cells."""
    text = fitted(text, width) if cell_len(text) > width else text
    spare = width - cell_len(text)
    return [(" " * (spare // 2), around), (text, style), (" " * (spare - spare // 2), around)]


def ended(text: str, cells: int) -> str:
    """The text in exactly so many cells; of a longer one its end, which tells it from others."""
    if cell_len(text) <= cells:
        return fitted(text, cells)
    kept = text[-cells:]
    while kept and cell_len(kept) > cells - 1:
        kept = kept[1:]
    return fitted("…" + kept, cells)
