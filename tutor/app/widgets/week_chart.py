"""Accuracy and recall, week by week: bars and dots above an axis of Mondays."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.quiz.progress import Week

EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
AXIS: Final = 5
"""Cells of the axis at the left."""
SLOT: Final = 4
"""Cells of one week at least."""


class WeekChart(Widget):
    """As tall as its place, less two lines for the legend and the dates."""

    DEFAULT_CSS = """
    WeekChart { height: 9; }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language
        self._weeks: Sequence[Week] = ()

    def show(self, weeks: "Sequence[Week]") -> None:
        """Show the weeks, oldest first."""
        self._weeks = weeks
        self.refresh()

    def render(self) -> Content:
        """The legend, the bars, the dates; the oldest weeks go where there is no room."""
        width, height = self.content_size
        slot = max(SLOT, min((width - AXIS) // max(len(self._weeks), 1), 8))
        weeks = self._weeks[-max((width - AXIS) // slot, 1) :]
        rows = max(height - 2, 2)
        legend = Content.styled(say(self.language, "app.progress.legend"), "$quiet")
        lines = [legend.pad_left(AXIS)]
        lines += [self._row(row, rows, weeks, slot) for row in range(rows, 0, -1)]
        every = 1 if slot >= 6 else 2
        first = (len(weeks) - 1) % every  # so that this week has its date
        dates = " " * first * slot + "".join(
            f"{week.begins.month}/{week.begins.day}".ljust(every * slot) for week in weeks[first::every]
        )
        lines.append(Content.styled(" " * AXIS + dates, "$quiet"))
        return Content("\n").join(lines)

    def _row(self, row: int, rows: int, weeks: "Sequence[Week]", slot: int) -> Content:
        """One line of the chart; `row` counts from the bottom, from 1."""
        names = {rows: "100%", (rows + 1) // 2: " 50%", 1: "  0%"}
        parts: list[tuple[str, str]] = [(f"{names.get(row, '    '):>4}▏"[:AXIS], "$quiet")]
        for week in weeks:
            accuracy, recall = week.accuracy, week.recall
            bar = "" if accuracy is None else _bar(accuracy, row, rows) * (slot - 2)
            dot = recall is not None and _level(recall, rows) == row
            if accuracy is None and row == 1:
                bar = "·"
            bar = bar.ljust(slot - 2)
            parts.append((bar, "$primary" if accuracy is not None else "$quiet"))
            parts.append(("●" if dot else " ", "bold $accent"))
            parts.append((" ", ""))
        return Content.assemble(*parts)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As its style says."""
        return 9


def _level(share: float, rows: int) -> int:
    """The line, from the bottom, in which a share lies."""
    return max(min(round(share * rows + 0.5), rows), 1)


def _bar(share: float, row: int, rows: int) -> str:
    """What a bar has in one line."""
    eighths = round(share * rows * 8) - (row - 1) * 8
    if row == 1:
        eighths = max(eighths, 1)
    return EIGHTHS[max(min(eighths, 8), 0)]


class ForecastChart(Widget):
    """How many reviews come due on each of the next days."""

    DEFAULT_CSS = """
    ForecastChart { height: 9; }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language
        self._counts: Sequence[int] = ()

    def show(self, counts: Sequence[int]) -> None:
        """Show counts, today's first."""
        self._counts = counts
        self.refresh()

    def render(self) -> Content:
        """Bars with their numbers above and the days below."""
        height = self.content_size.height
        rows, most = max(height - 3, 1), max(max(self._counts, default=0), 1)
        total = say(self.language, "app.progress.sum", days=len(self._counts), count=sum(self._counts))
        lines = [Content.styled(total, "$quiet")]
        numbers = "".join(f"{count or '·':>2} " for count in self._counts)
        lines.append(Content.styled(numbers, "$foreground"))
        for row in range(rows, 0, -1):
            bars = (_bar(count / most, row, rows) if count else " " for count in self._counts)
            lines.append(Content.styled("".join(f" {bar} " for bar in bars), "$primary"))
        week = say(self.language, "app.progress.in-days", days=7)
        below = set_cell_size(say(self.language, "app.progress.today"), 3 * 7 + 1) + week
        lines.append(Content.styled(below, "$quiet"))
        return Content("\n").join(lines)
