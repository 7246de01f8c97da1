"""The settings as rows: a few values side by side, or a command and its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tutor.app.models.settings import KeyOf, OneOf, SettingRow, Title

from .row_list import Piece, RowList, fitted

LEFT: Final = 16
LABEL: Final = 18
KEY: Final = 12


class SettingsList(RowList):
    """Left and right choose a value; Enter changes what is marked."""

    DEFAULT_CSS = """
    SettingsList { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", show=False),
        Binding("right,space", "choose(1)", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Another value was chosen."""

        row: OneOf
        value: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[SettingRow] = []

    @property
    def row(self) -> SettingRow:
        """The marked row."""
        return self.rows[self.marked]

    def show(self, rows: list[SettingRow]) -> None:
        """Show these; the mark stays where it is."""
        self.rows = rows
        self.lay_out(len(rows), max(self.marked, 1))

    def can_mark(self, at: int) -> bool:
        """Not a title."""
        return not isinstance(self.rows[at], Title)

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """One setting."""
        row = self.rows[at]
        match row:
            case Title(text=text):
                return [(text, "bold $accent")]
            case OneOf():
                return [(fitted(f"  {row.label}", LEFT), ""), *_values(row)]
            case KeyOf():
                return [
                    (fitted(f"  {row.place}", LEFT), "$quiet"),
                    (fitted(row.label, LABEL), ""),
                    (fitted(row.command.key_label, KEY), "bold $footer-key-foreground"),
                    (row.first, "$quiet"),
                ]
            case _:
                return [(f"  {row.label}", "")]

    def action_choose(self, step: int) -> None:
        """The next value, or the one before."""
        row = self.row
        if isinstance(row, OneOf):
            self._take(row, (row.chosen + step) % len(row.values))

    def action_open(self) -> None:
        """Enter: the next value; what else there is, the screen does."""
        if isinstance(self.row, OneOf):
            self.action_choose(1)
        else:
            super().action_open()

    def on_click(self, event: events.Click) -> None:
        """A click on a value takes it."""
        at = self.scroll_offset.y + event.y
        row = self.rows[at] if at < len(self.rows) else None
        if not isinstance(row, OneOf):
            super().on_click(event)
            return
        event.stop()
        event.prevent_default()
        self.mark(at)
        left = LEFT
        for number, (text, _) in enumerate(_values(row)):
            if left <= event.x < left + cell_len(text):
                self._take(row, number)
            left += cell_len(text)

    def _take(self, row: OneOf, number: int) -> None:
        if number != row.chosen:
            self.post_message(self.Chosen(row, row.values[number]))


def _values(row: OneOf) -> list[Piece]:
    return [
        (f"● {label}   ", "bold $accent") if number == row.chosen else (f"○ {label}   ", "$quiet")
        for number, label in enumerate(row.labels)
    ]
