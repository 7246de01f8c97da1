"""What was found in a file, a row each; a click goes there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.models.finding import FindingRow, Reading
from tutor.app.models.page import GoalRow
from tutor.wording import Language, say

from .editor_requests import RequestList
from .lesson_parts import Section, goals_part, keeps_part
from .marked import Marked


class FindingLine(Marked):
    """One finding."""

    @dataclass
    class Picked(Message):
        """It was clicked."""

        row: FindingRow

    def __init__(self, row: FindingRow, language: Language) -> None:
        super().__init__(*self._drawn(row, language), classes="finding")
        self._row = row

    @staticmethod
    def _drawn(row: FindingRow, language: Language) -> tuple[Content, Content]:
        sign = Content.styled("✗" if row.grave else "!", "bold $error" if row.grave else "bold $warning")
        place = say(language, "app.editor.place", line=row.start[0] + 1)
        return sign, Content.assemble((f"{place}  ", "$quiet"), row.text)

    def turn_to(self, row: FindingRow, language: Language) -> None:
        """Show another finding."""
        if row != self._row:
            self._row = row
            self.change(*self._drawn(row, language))

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        event.stop()
        self.post_message(self.Picked(self._row))


class EditorNotes(VerticalScroll):
    """The findings of the file, the requests beside it, what the console said, the goals of the step."""

    DEFAULT_CSS = """
    EditorNotes {
        background: $panel;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        & Section { height: auto; margin-bottom: 1; &.-empty { display: none; } }
        & RequestList { margin-bottom: 1; }
        & .verdict { text-style: bold; height: auto; }
        & .finding { margin-top: 1; &:hover { background: $boost; } }
        & .label { color: $quiet; text-style: bold; height: 1; }
        & .reason { padding-left: 4; color: $warning; height: auto; }
        & .goal, & .keep { height: auto; }
        & .said { height: auto; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=False)
        self._found: object = None
        self._built = 0
        """How often the findings were built: what stands there may have been turned since."""

    @staticmethod
    def _turned(section: Section, reading: Reading | None, language: Language) -> bool:
        """As many findings as before take the places of those: nothing has to be built while typing."""
        lines = list(section.query(FindingLine))
        if reading is None or not lines or len(lines) != len(reading.rows):
            return False
        section.query_one(".verdict", Static).update(_verdict(reading, language))
        for line, row in zip(lines, reading.rows, strict=True):
            line.turn_to(row, language)
        return True

    def compose(self) -> ComposeResult:
        """A section each."""
        yield Section("notes-findings")
        yield RequestList()
        yield Section("notes-said")
        yield Section("notes-goals")

    @property
    def requests(self) -> RequestList:
        """The requests beside the text."""
        return self.query_one(RequestList)

    def show_said(self) -> None:
        """Scroll to the end of what the console answered: what went wrong stands there."""
        self.query_one("#notes-said", Section).scroll_visible(animate=False, top=False)

    async def show(
        self,
        reading: Reading | None,
        goals: Sequence[GoalRow],
        keeps: Sequence[GoalRow],
        language: Language,
        said: Sequence[Content] = (),
    ) -> None:
        """Show what there is to say now; `said` is what the console answered."""
        found = (reading and reading.rows, reading and reading.kind, language)
        with self.app.batch_update():
            section = self.query_one("#notes-findings", Section)
            if found != self._found and not self._turned(section, reading, language):
                self._built += 1
                await section.show((found, self._built), lambda: _findings(reading, language))
            self._found = found
            await self.query_one("#notes-said", Section).show((said, language), lambda: _said(said, language))
            subject = (goals, keeps, language)
            await self.query_one("#notes-goals", Section).show(
                subject, lambda: _goals(goals, keeps, language)
            )


def _findings(reading: Reading | None, language: Language) -> Iterable[Widget]:
    if reading is None:
        yield Static(Content.styled(say(language, "app.editor.looking"), "$quiet"), classes="verdict")
    elif reading.kind != "text":
        yield Static(_verdict(reading, language), classes="verdict")
        for row in reading.rows:
            yield FindingLine(row, language)


def _said(said: Sequence[Content], language: Language) -> Iterable[Widget]:
    if said:
        yield Static(Content(say(language, "app.editor.ran")), classes="label")
    for line in said:
        yield Static(line, classes="said")


def _goals(goals: Sequence[GoalRow], keeps: Sequence[GoalRow], language: Language) -> Iterable[Widget]:
    yield from goals_part(tuple(goals), language)
    yield from keeps_part(tuple(keeps), language)


def _verdict(reading: Reading, language: Language) -> Content:
    if reading.refused:
        return Content.styled("✗ " + say(language, "app.editor.refused"), "$error")
    if reading.rows:
        return Content.styled("! " + say(language, "app.editor.found", count=len(reading.rows)), "$warning")
    return Content.styled("✓ " + say(language, "app.editor.sound"), "$success")
