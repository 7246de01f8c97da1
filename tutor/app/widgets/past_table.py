"""The history as a table: a row a request, newest at the bottom."""

from typing import Final

from textual.content import Content

from tutor.app.models.past import BEGINNING, PastPicture, PastRow, place_in
from tutor.wording import Language, say
from tutor.wording.signs import COLOURS, SIGNS

from .row_list import RowList

WIDE: Final = 100
"""Columns from which the error has a column of its own."""
NARROW_CELLS: Final = (11, 10, 24, 0)
WIDE_CELLS: Final = (14, 16, 30, 24)
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

    def draw(self, at: int, width: int, *, marked: bool) -> Content:
        """One request, or the beginning."""
        row = self.rows[at]
        now = row.number == self._place
        mark = Content.styled("▶", "bold $accent") if now else Content("~" if not row.here else " ")
        number = Content.styled("" if row.number is None else f"{row.number:>4}", "bold $accent")
        if not row.outcome:
            words = say(self.language, "app.history.beginning")
            return Content.assemble(mark, " ", number, "  ", (words, "italic"), " ", self._now(now))
        time, who, action, error = cells_of(width)
        cells = [
            Content.styled(row.time[5:], "$quiet").truncate(time, pad=True),
            Content.styled(SIGNS[row.outcome] if not _late(row) else "!", f"bold {_colour(row)}"),
            Content.styled(row.who, "$who").truncate(who, ellipsis=True, pad=True),
            Content.styled(row.action, "$what").truncate(action, ellipsis=True, pad=True),
        ]
        left = width - 8 - time - 1 - who - action - error - 2 * (5 if error else 4)
        cells.append(Content.styled(row.resource, "$on-what").truncate(left, ellipsis=True, pad=True))
        if error:
            cells.append(Content.styled(row.error, _colour(row)).truncate(error, ellipsis=True, pad=True))
        drawn = Content.assemble(mark, " ", number.truncate(4, pad=True), "  ", Content("  ").join(cells))
        return drawn if row.here else drawn.stylize("dim")

    def _now(self, now: bool) -> Content:
        return Content.styled(say(self.language, "app.history.here") if now else "", "$accent")


def cells_of(width: int) -> tuple[int, int, int, int]:
    """Cells of time, person, action and error in a table of this width."""
    return WIDE_CELLS if width >= WIDE else NARROW_CELLS


def _late(row: PastRow) -> bool:
    """Allowed by the policies and then refused by the service."""
    return bool(row.error) and row.outcome == "allowed"


def _colour(row: PastRow) -> str:
    return "$warning" if _late(row) else COLOURS[row.outcome]
