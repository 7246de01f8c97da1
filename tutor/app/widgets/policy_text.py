"""The text of a policy being written: colours of JSON, marked places, brackets, indentation."""

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.widgets import TextArea

from tutor.app.models.finding import FindingRow
from tutor.app.render.json_colours import STYLES, TOKEN

INDENT: Final = 4
PICTURES: Final = 0x2400
BIDI: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
SHOWN: Final = str.maketrans(
    {code: chr(PICTURES + code) for code in range(0x20) if code != 0x09}
    | {0x7F: "␡"}
    | dict.fromkeys(range(0x80, 0xA0), "�")
    | {ord(mark): "�" for mark in BIDI}
)
"""What a terminal would obey, sign for sign as something to be seen."""


class PolicyText(TextArea):
    """JSON on numbered lines; Enter indents, Tab too."""

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
        super().__init__(
            text,
            soft_wrap=False,
            show_line_numbers=True,
            highlight_cursor_line=False,  # its style would wipe out the colours of JSON
            max_checkpoints=500,
            id=id,
        )
        self.indent_width = INDENT
        self.cursor_blink = False
        self._found: Sequence[FindingRow] = ()

    def mark(self, rows: Sequence[FindingRow]) -> None:
        """Underline these places."""
        if rows != self._found:
            self._found = rows
            self.notify_style_update()
            self.refresh()

    def go_to(self, row: FindingRow) -> None:
        """Put the cursor there."""
        self.move_cursor(row.start, center=True)
        self.focus()

    def get_line(self, line_index: int) -> Text:
        """A line in the colours of JSON, with what was found underlined."""
        written = self.document.get_line(line_index)
        line = Text(written.translate(SHOWN), end="", no_wrap=True)
        for token in TOKEN.finditer(written):
            line.stylize(self._style(STYLES[token.lastgroup or "mark"]), token.start(), token.end())
        for row in self._found:
            if row.start[0] <= line_index <= row.end[0]:
                start = row.start[1] if row.start[0] == line_index else 0
                end = row.end[1] if row.end[0] == line_index else len(written)
                colour = "$error" if row.grave else "$warning"
                style = self._style(colour) + Style(underline=True, bold=True)
                line.stylize(style, start, max(end, start + 1))
        return line

    def _style(self, variable: str) -> Style:
        colours = self.app.theme_variables
        return Style(color=Color.parse(colours[variable.removeprefix("$")]).rich_color)

    def action_indent(self, step: int) -> None:
        """Indent the lines of the selection, or the cursor; Shift takes it back."""
        (top, _), (bottom, last_column) = sorted(self.selection)
        if step > 0 and top == bottom:
            column = self.cursor_location[1]
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

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._new_line()

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
