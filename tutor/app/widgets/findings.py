"""What was found in a file, a row each; a click goes there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.models.finding import FindingRow, Reading
from tutor.app.models.page import GoalRow
from tutor.wording import Language, say

from .lesson_parts import goals_part, keeps_part
from .marked import Marked


class FindingLine(Marked):
    """One finding."""

    @dataclass
    class Picked(Message):
        """It was clicked."""

        row: FindingRow

    def __init__(self, row: FindingRow, language: Language) -> None:
        sign = Content.styled("✗" if row.grave else "!", "bold $error" if row.grave else "bold $warning")
        place = say(language, "app.editor.place", line=row.start[0] + 1)
        super().__init__(sign, Content.assemble((f"{place}  ", "$quiet"), row.text), classes="finding")
        self._row = row

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        event.stop()
        self.post_message(self.Picked(self._row))


class EditorNotes(VerticalScroll):
    """The findings of the file and the goals of the step."""

    DEFAULT_CSS = """
    EditorNotes {
        background: $panel;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        & .verdict { text-style: bold; height: auto; margin-bottom: 1; }
        & .finding { margin-bottom: 1; &:hover { background: $boost; } }
        & .label { color: $quiet; text-style: bold; height: 1; }
        & .reason { padding-left: 4; color: $warning; height: auto; }
        & .goal, & .keep { height: auto; }
        & .keep.-first { margin-top: 1; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=False)
        self._shown: object = None

    async def show(
        self,
        reading: Reading | None,
        goals: Sequence[GoalRow],
        keeps: Sequence[GoalRow],
        language: Language,
    ) -> None:
        """Show what there is to say now."""
        subject = (reading.rows if reading else None, reading and reading.kind, goals, keeps, language)
        if subject != self._shown:
            self._shown = subject
            with self.app.batch_update():
                await self.remove_children()
                await self.mount_all(list(self._widgets(reading, goals, keeps, language)))

    @staticmethod
    def _widgets(
        reading: Reading | None, goals: Sequence[GoalRow], keeps: Sequence[GoalRow], language: Language
    ) -> Iterable[Widget]:
        if reading is None:
            yield Static(Content.styled(say(language, "app.editor.looking"), "$quiet"), classes="verdict")
        elif reading.kind != "text":
            yield Static(_verdict(reading, language), classes="verdict")
            for row in reading.rows:
                yield FindingLine(row, language)
        yield from goals_part(tuple(goals), language)
        yield from keeps_part(tuple(keeps), language)


def _verdict(reading: Reading, language: Language) -> Content:
    if reading.refused:
        return Content.styled("✗ " + say(language, "app.editor.refused"), "$error")
    if reading.rows:
        return Content.styled("! " + say(language, "app.editor.found", count=len(reading.rows)), "$warning")
    return Content.styled("✓ " + say(language, "app.editor.sound"), "$success")
