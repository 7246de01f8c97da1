"""The history as a table: a row a request, newest at the bottom."""

from collections.abc import Sequence
from typing import Final

from tutor.app.models.past import BEGINNING, PastPicture, PastRow, place_in
from tutor.wording import Language, say
from tutor.wording.signs import COLOURS, SIGNS

from .row_list import Piece, RowList, fitted

WIDE: Final = 100
"""Columns from which the error has a column of its own."""
NARROW_CELLS: Final = (11, 10, 24, 0)
WIDE_CELLS: Final = (14, 14, 28, 21)
"""Cells of time, person, action and error; the resource has the rest."""


class PastTable(RowList):
    """Place, number, time, sign, who, action, on what, error."""

    DEFAULT_CSS = """
    PastTable { height: 1fr; padding: 0 1; }
    """

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.language: Language = language
        self.rows: tuple[PastRow, ...] = ()
        """The rows that the filter lets through."""
        self._place = BEGINNING

    @property
    def row(self) -> PastRow | None:
        """The marked row."""
        return self.rows[self.marked] if self.rows else None

    def show(self, picture: PastPicture, rows: tuple[PastRow, ...], *, at_place: bool) -> None:
        """Show these rows; the mark stays with its request, or goes to where the account stands."""
        kept = self.row
        self.rows, self._place = rows, picture.place
        wanted = picture.place if at_place or kept is None or kept.number is None else kept.number
        self.lay_out(len(rows), place_in(rows, wanted))

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """One request, or the beginning."""
        row = self.rows[at]
        now = row.number == self._place
        number = "" if row.number is None else str(row.number)
        start = [
            ("▶" if now else " " if row.here else "~", "bold $accent"),
            (f"{number:>5}  ", "bold $accent"),
        ]
        if not row.outcome:
            here = say(self.language, "app.history.here") if now else ""
            return [*start, (say(self.language, "app.history.beginning"), "italic"), (f"  {here}", "$accent")]
        time, who, action, error = cells_of(width)
        resource = width - 8 - time - 1 - who - action - error - 2 * (5 if error else 4)
        cells = [
            (row.time[5 : 5 + time], time, "$quiet"),
            (SIGNS[row.outcome] if not _late(row) else "!", 1, f"bold {_colour(row)}"),
            (row.who, who, "$who"),
            (row.action, action, "$what"),
            (row.resource, resource, "$on-what"),
            (row.error, error, _colour(row)),
        ]
        weak = "" if row.here else " dim"
        return [*start, *((fitted(text, room) + "  ", style + weak) for text, room, style in cells if room)]


def cells_of(width: int) -> tuple[int, int, int, int]:
    """Cells of time, person, action and error in a table of this width."""
    return WIDE_CELLS if width >= WIDE else NARROW_CELLS


def _late(row: PastRow) -> bool:
    """Allowed by the policies and then refused by the service."""
    return bool(row.error) and row.outcome == "allowed"


def _colour(row: PastRow) -> str:
    return "$warning" if _late(row) else COLOURS[row.outcome]
