"""The list of sandboxes to go on with, and of what a new one can begin with."""

from collections.abc import Sequence
from typing import Final

from tutor.app.models.sandboxes import SandboxChoice, SandboxKind, SandboxRow
from tutor.wording import Language, say

from .row_list import Piece, RowList, fitted

SIGNS: Final = {SandboxKind.KEPT: "▸", SandboxKind.EMPTY: "+", SandboxKind.LESSON: "+"}
BLANK: Final = ""
HEADINGS: Final = {True: "app.sandboxes.kept", False: "app.sandboxes.new"}


class SandboxList(RowList):
    """Kept ones under one heading, new ones under another."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="sandboxes")
        self.language: Language = language
        self._rows: list[SandboxRow | str] = []
        """A row, or the id of a heading."""

    @property
    def row(self) -> SandboxRow | None:
        """The marked row."""
        row = self._rows[self.marked] if self.marked < len(self._rows) else None
        return row if isinstance(row, SandboxRow) else None

    def show(self, choice: SandboxChoice, *, name: str = "") -> None:
        """Show the choice; the kept one of that name is marked, else the first row."""
        kept = list(choice.kept)
        fresh = [row for row in choice.rows if row.kind is not SandboxKind.KEPT]
        above: list[SandboxRow | str] = [HEADINGS[True], *kept, BLANK] if kept else []
        self._rows = [*above, HEADINGS[False], *fresh]
        named = (at for at, row in enumerate(self._rows) if isinstance(row, SandboxRow) and row.name == name)
        self.lay_out(len(self._rows), next(named, 1))

    def can_mark(self, at: int) -> bool:
        """A heading cannot be marked."""
        return isinstance(self._rows[at], SandboxRow)

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """A heading, or a sign and what the row opens."""
        row = self._rows[at]
        if row == BLANK:
            return []
        if isinstance(row, str):
            return [(fitted(f" {say(self.language, row)}", width), "bold $quiet")]
        title = row.name if row.kind is SandboxKind.KEPT else row.lesson_title
        title = title or say(self.language, "app.sandboxes.empty")
        date = row.when[:10]
        room = max(width - len(date) - 7, 4)
        return [
            ("  ", ""),
            (f"{SIGNS[row.kind]}  ", "bold $accent"),
            (fitted(title, room), ""),
            (f" {date}", "$quiet"),
        ]
