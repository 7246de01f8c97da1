"""History: every request of the account, and the way back to any moment."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from tutor.app.desk import Turn
from tutor.app.models.heading import Heading
from tutor.app.models.past import PastPicture, PastRow
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.past_detail import LeftOut, PastDetail, asked
from tutor.app.widgets.past_table import PastTable
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import DIALOG, TooSmall, TutorScreen
from .lesson_work import Job

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors

OTHERS: Final = 1.0
"""Seconds between two looks for requests that somebody else made meanwhile."""

TOLD: Final = "told-of-travel"
"""The setting that keeps that the learner knows what going back means."""


class HistoryScreen(TutorScreen):
    """A table with a filter; Enter goes to the moment behind a request."""

    SCOPE = Scope.HISTORY
    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#past"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.HISTORY, letters=True),
        *letter_bindings(),
        Binding("down,up", "back_to_rows", show=False),
    ]

    past = query_one("#past", PastTable)
    sought = query_one("#sought", Input)

    class Read(Message):
        """The history at this moment."""

        def __init__(self, picture: PastPicture, *, at_place: bool) -> None:
            super().__init__()
            self.picture, self.at_place = picture, at_place

    class Explained(Message):
        """What was decided about a request."""

        def __init__(self, row: PastRow, lines: Sequence[Content]) -> None:
            super().__init__()
            self.row, self.lines = row, lines

    def __init__(self, learn: "LessonDoors") -> None:
        super().__init__()
        self._learn = learn
        self._picture = PastPicture()
        self._refused_only = False
        self._with_before = False
        self._said = ""
        """What the last journey came to; until another row is marked."""

    def compose(self) -> ComposeResult:
        """Filter, table, the marked request in full."""
        yield TitleBar()
        with Horizontal(id="seek"):
            yield Input(id="sought", compact=True)
            yield LeftOut(id="left-out")
        yield PastTable(self.language, id="past")
        yield PastDetail(id="past-detail")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read the history."""
        self.sought.cursor_blink = False
        self._invite()
        self._read(at_place=True)
        self.set_interval(OTHERS, self._look_for_others)

    # Reading, in threads.

    @work(thread=True, exclusive=True, group="past", exit_on_error=False)
    def _read(self, *, at_place: bool) -> None:
        self.post_message(self.Read(self.tutor.desk.past(), at_place=at_place))

    @work(thread=True, exclusive=True, group="explain", exit_on_error=False)
    def _explain(self, row: PastRow, number: int, language: Language) -> None:
        self.post_message(self.Explained(row, self.tutor.desk.explained(number, language)))

    def _look_for_others(self) -> None:
        """Somebody else's requests come in by themselves, when nothing else is going on."""
        desk = self.tutor.desk
        if not self._learn.working and self._picture.size != desk.journal_size:
            self._read(at_place=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            self._tell_trouble(event.worker.error)

    def _tell_trouble(self, error: BaseException) -> None:
        from tutor.app.render.trouble import trouble

        self.query_one(PastDetail).update(trouble(error, self.language))

    # What is shown.

    @on(Read)
    def _have_read(self, message: Read) -> None:
        self._picture = message.picture
        self._show(at_place=message.at_place)

    def _show(self, *, at_place: bool = False) -> None:
        """The rows that the filter lets through."""
        rows = self._picture.shown(
            self.sought.value, refused_only=self._refused_only, with_before=self._with_before
        )
        self.past.show(self._picture, rows, at_place=at_place)
        total = len(self._picture.rows)
        found = sum(row.number != 0 for row in rows)
        count = f"{found} / {total + (len(self._picture.before) if self._with_before else 0)}"
        self.title_bar.heading = Heading(
            title=self._say("title"), caller=self._say("count", count=total), time=self._picture_time
        )
        on = {"refused": self._refused_only, "before": self._with_before}
        switched = frozenset(name for name, is_on in on.items() if is_on)
        self.query_one(LeftOut).show(switched, count, self.language)
        self._detail()

    @property
    def _picture_time(self) -> str:
        rows = [row for row in self._picture.rows if row.number == self._picture.place]
        return f"{rows[0].time[:16]} UTC" if rows else ""

    @on(RowList.Marked)
    def _marked(self) -> None:
        self._said = ""
        self._detail()

    def _detail(self) -> None:
        """The marked request in full, or what the last journey came to."""
        self.query_one(PastDetail).show(self.past.row, self._said, self.language)

    def _invite(self) -> None:
        self.sought.placeholder = self._say("seek")

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.past.language = language
        self._said = ""
        self._invite()
        self._show()

    # Looking through it.

    @on(Input.Changed)
    def _sought(self) -> None:
        self._show()

    @on(Input.Submitted)
    def action_back_to_rows(self) -> None:
        """From the filter to what it found."""
        self.past.focus()

    def action_seek(self) -> None:
        """Type into the filter."""
        self.sought.focus()

    def action_refused_only(self) -> None:
        """Show only what was refused, or all again."""
        self._refused_only = not self._refused_only
        self._show()

    def action_with_before(self) -> None:
        """Show the account's life before the learner came, or not."""
        self._with_before = not self._with_before
        self._show()

    @on(LeftOut.Switched)
    def _switched(self, message: LeftOut.Switched) -> None:
        (self.action_refused_only if message.name == "refused" else self.action_with_before)()

    def action_explain(self) -> None:
        """Why the marked request was answered as it was."""
        row = self.past.row
        if row is None or not row.number:
            self._tell(self._say("no-explanation"))
        else:
            self._explain(row, row.number, self.language)

    @on(Explained)
    def _explained(self, message: Explained) -> None:
        from .explanation import ExplanationScreen

        self.app.push_screen(ExplanationScreen(asked(message.row), message.lines, self.language))

    def action_leave(self) -> None:
        """Out of the filter first, then back to the lesson."""
        if self.sought.value or self.sought.has_focus:
            self.sought.value = ""
            self.past.focus()
        else:
            self.app.pop_screen()

    # Travelling.

    @on(RowList.Opened)
    async def _opened(self) -> None:
        await self.run_action("screen.go")

    def action_go(self) -> None:
        """To the moment behind the marked request."""
        row = self.past.row
        if row is None:
            return
        if row.number is None:
            self._tell(self._say("not-before"))
        elif row.number == self._picture.place:
            self._tell(self._say("here-already"))
        else:
            self._travel("goto", row.number)

    def action_undo(self) -> None:
        """Back by one line that changed the account."""
        self._travel("undo")

    def action_redo(self) -> None:
        """Forward again by one."""
        self._travel("redo")

    @work(group=DIALOG, exclusive=True)
    async def _travel(self, word: str, number: int | None = None) -> None:
        from .asking import AskingScreen

        if not self._picture.told:
            answers = [self._say("ask.go"), self._say("ask.stay")]
            if await self.app.push_screen_wait(AskingScreen(self._say("ask"), answers)):
                return
            self.tutor.keep(TOLD, "yes")
        named = say(self.language, f"app.word.{word}")
        line = named if number is None else f"{named} {number}"
        self._learn.ask(
            Job(lambda desk, language: desk.travel(line, language), self._arrived, self._tell_trouble)
        )

    def _arrived(self, turn: Turn) -> None:
        """The console's answer, and what has become of the goals."""
        if self.is_attached:
            answer = (line.plain.strip() for line in turn.lines if not line.plain.startswith("$ "))
            self._said = " ".join(answer)
            self._detail()
            self._read(at_place=True)

    def _tell(self, words: str) -> None:
        self._said = words
        self._detail()

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.history.{message}", **values)
