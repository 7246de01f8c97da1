"""Skills with level, recall and the day of the next review; the weakest first."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tutor.wording import Language, say
from tutor.wording.quiz_say import skill_name

from .row_list import Piece, RowList, fitted

if TYPE_CHECKING:
    from tutor.quiz.progress import Picture, SkillRow

CELLS = (8, 7, 8, 8)
"""Cells of the columns behind the name: right, level, recall, due."""


class SkillTable(RowList):
    """Enter practises the marked skill."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="skills")
        self.language: Language = language
        self._rows: list[SkillRow | str] = []
        """A skill, or a heading's message; empty for a row of air."""
        self._today = date.min

    @property
    def skill(self) -> "str | None":
        """The marked skill."""
        row = self._rows[self.marked] if self.marked < len(self._rows) else ""
        return None if isinstance(row, str) else row.skill

    def show(self, picture: "Picture", today: date) -> None:
        """Show what is weak, then everything."""
        self._today = today
        by_skill = {row.skill: row for row in picture.skills}
        weakest = [by_skill[skill] for skill in picture.weakest]
        above: Sequence[SkillRow | str] = ["quiz.progress.weakest", *weakest, ""] if weakest else []
        self._rows = [*above, "app.progress.skills", *picture.skills]
        self.lay_out(len(self._rows), max(self.marked, 1))

    def can_mark(self, at: int) -> bool:
        """A heading cannot be marked."""
        return not isinstance(self._rows[at], str)

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """A heading with its columns, or a skill."""
        row = self._rows[at]
        room = max(width - sum(CELLS) - 4, 8)
        if isinstance(row, str):
            if not row:
                return []
            heads = ("right", "level", "recall", "due")
            cells = [
                _right(say(self.language, f"app.progress.{name}"), size)
                for name, size in zip(heads, CELLS, strict=True)
            ]
            return [
                (fitted(f" {say(self.language, row)}", room + 3), "bold $quiet"),
                ("".join(cells), "$quiet"),
            ]
        sign, style = (
            ("●", "$success") if row.mastered else ("◐", "$accent") if row.asked else ("○", "$quiet")
        )
        right = f"{row.right}/{row.asked}" if row.asked else "–"
        recall = "–" if row.recall is None else f"{round(row.recall * 100)}%"
        return [
            (f" {sign} ", style),
            (fitted(skill_name(row.skill, self.language), room), ""),
            (_right(right, CELLS[0]) + _right(str(row.level), CELLS[1]), "$quiet"),
            (_right(recall, CELLS[2]), "$accent" if row.recall is not None else "$quiet"),
            (_right(self._due(row), CELLS[3]), "$quiet"),
        ]

    def _due(self, row: "SkillRow") -> str:
        if row.due is None:
            return say(self.language, "app.progress.new")
        if row.due <= self._today:
            return say(self.language, "app.progress.today")
        return say(self.language, "app.progress.in-days", days=(row.due - self._today).days)


def _right(text: str, cells: int) -> str:
    """A text at the right end of so many cells."""
    from rich.cells import cell_len

    return " " * max(cells - cell_len(text), 1) + text
