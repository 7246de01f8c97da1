"""The policy editor: a file of the workspace, what was found in it, and the goals of the step."""

import asyncio
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea
from textual.worker import Worker, WorkerState

from tutor.app.desk import Turn
from tutor.app.models.finding import Reading
from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for
from tutor.app.render.findings import KINDS, TEXT, laid_out, look_through
from tutor.app.widgets.findings import EditorNotes, FindingLine
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.policy_text import PolicyText
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.workspace_files import FileChangedError
from tutor.wording import Language, say

from .base import DIALOG, TooSmall, TutorScreen
from .lesson_work import Job

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors

PAUSE: Final = 0.25
"""Seconds without a key after which the text is looked through."""

SAVE, DISCARD = 0, 1
"""The answers that change something, by their number."""


class EditorScreen(TutorScreen):
    """One file; what is not saved is never lost without a question."""

    SCOPE = Scope.EDITOR
    CSS_PATH = "editor.tcss"
    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.EDITOR, letters=False)]

    text = query_one("#text", PolicyText)
    notes = query_one("#notes", EditorNotes)

    class Loaded(Message):
        """The file has been read."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Looked(Message):
        """The text was looked through."""

        def __init__(self, reading: Reading) -> None:
            super().__init__()
            self.reading = reading

    def __init__(self, learn: "LessonDoors", name: str, kind: str) -> None:
        """`kind` as lessons name it; empty to guess it from the text."""
        super().__init__()
        self._learn = learn
        self.name_of_file = name
        self._kind = kind
        self._saved: str | None = None
        """What the file holds, as far as is known; None until it was read."""
        self._reading: Reading | None = None
        self._pause: Timer | None = None
        self._at = -1

    def compose(self) -> ComposeResult:
        """Text on the left, or above; notes beside it."""
        yield TitleBar()
        with Horizontal(id="work"):
            yield PolicyText(id="text")
            yield EditorNotes(id="notes")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    async def on_mount(self) -> None:
        """Read the file."""
        self.text.read_only = True
        await self._tell()
        self._load()

    @property
    def is_read(self) -> bool:
        """The file is there."""
        return self._saved is not None

    @property
    def unsaved(self) -> bool:
        """There is something to lose."""
        return self._saved is not None and self.text.text != self._saved

    # Reading and looking through, in threads.

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def _load(self) -> None:
        self.post_message(self.Loaded(self.tutor.desk.file_text(self.name_of_file)))

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, text: str, language: Language) -> None:
        self.post_message(self.Looked(look_through(self.name_of_file, text, self._kind, language)))

    def look_now(self) -> None:
        """Look the text through as it stands."""
        if self._pause is not None:
            self._pause.stop()
        self._look(self.text.text, self.language)

    @on(Loaded)
    async def _loaded(self, message: Loaded) -> None:
        self._saved = message.text
        self.text.load_text(message.text)
        self.text.read_only = False
        self._saved = self.text.text
        self._look(self.text.text, self.language)
        await self._tell()

    @on(Looked)
    async def _looked(self, message: Looked) -> None:
        if message.reading.text == self.text.text:
            self._reading = message.reading
            self.text.mark(message.reading.rows)
            await self._tell()

    @on(TextArea.Changed)
    async def _changed(self) -> None:
        self.title_bar.heading = self._heading
        self.text.mark(())
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.look_now)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A file that cannot be read is told on the lesson's console."""
        if event.state is WorkerState.ERROR and event.worker.error:
            self._give_up(event.worker.error)

    def _give_up(self, error: BaseException) -> None:
        from tutor.app.render.trouble import trouble

        self._learn.console.transcript.write([trouble(error, self.language)])
        self.app.pop_screen()

    # What is shown around the text.

    @property
    def _heading(self) -> Heading:
        kind = self._reading.kind if self._reading else self._kind or TEXT
        state = say(self.language, f"app.editor.{'changed' if self.unsaved else 'saved'}")
        return Heading(
            title=self.name_of_file,
            caller=say(self.language, f"app.editor.kind.{kind}"),
            time=("● " if self.unsaved else "") + state,
        )

    async def _tell(self) -> None:
        self.title_bar.heading = self._heading
        picture = self._learn.picture
        goals = picture.page.goals if picture else ()
        keeps = picture.page.keeps if picture else ()
        await self.notes.show(self._reading, goals, keeps, self.language)

    async def speak(self, language: Language) -> None:
        """Say everything but the text in another language."""
        await super().speak(language)
        self._look(self.text.text, language)
        await self._tell()

    # What the learner does.

    def action_save(self) -> None:
        """Write the file and check the goals."""
        self._write(self._saved)

    def _write(self, before: str | None) -> "asyncio.Future[bool]":
        """Write it; the answer is whether it was written."""
        text, name = self.text.text, self.name_of_file
        written = asyncio.get_running_loop().create_future()

        def saved(_turn: Turn) -> None:
            self._saved = text
            self._look(self.text.text, self.language)
            self.call_next(self._tell)
            written.set_result(True)

        def failed(error: BaseException) -> None:
            self._not_saved(error)
            written.set_result(False)

        self._learn.ask(Job(lambda desk, language: desk.saved(name, text, before, language), saved, failed))
        return written

    def _not_saved(self, error: BaseException) -> None:
        if isinstance(error, FileChangedError):
            self._ask_overwrite()
            return
        from tutor.app.render.trouble import trouble

        self.notify(trouble(error, self.language).plain, severity="error", markup=False)

    @work(group=DIALOG)
    async def _ask_overwrite(self) -> None:
        from .asking import AskingScreen

        language, name = self.language, self.name_of_file
        answers = ("overwrite.mine", "overwrite.theirs", "leave.stay")
        question = AskingScreen(
            say(language, "app.editor.overwrite", file=name),
            [say(language, f"app.editor.{answer}") for answer in answers],
        )
        answer = await self.app.push_screen_wait(question)
        if answer == SAVE:
            self._write(None)
        elif answer == DISCARD:
            self._load()

    @work(group=DIALOG)
    async def action_leave(self) -> None:
        """Back to the lesson."""
        if await self.may_leave():
            self.app.pop_screen()

    async def may_leave(self) -> bool:
        """Whether nothing is lost by leaving; asks, and saves if that is the answer."""
        if not self.unsaved:
            return True
        from .asking import AskingScreen

        language = self.language
        question = AskingScreen(
            say(language, "app.editor.leave", file=self.name_of_file),
            [say(language, f"app.editor.leave.{answer}") for answer in ("save", "discard", "stay")],
        )
        answer = await self.app.push_screen_wait(question)
        return answer == DISCARD or (answer == SAVE and await self._write(self._saved))

    def action_lay_out(self) -> None:
        """Lay the JSON out, if it is JSON; can be undone like anything typed."""
        text = laid_out(self.text.text)
        if text is None:
            self.notify(say(self.language, "app.editor.not-json"), markup=False)
        elif text != self.text.text:
            row, column = self.text.cursor_location
            self.text.replace(text, (0, 0), self.text.document.end)
            self.text.move_cursor((row, column))

    def action_next_finding(self) -> None:
        """Go to the next place that was found."""
        rows = self._reading.rows if self._reading else ()
        if rows:
            self._at = (self._at + 1) % len(rows)
            self.text.go_to(rows[self._at])

    def action_notes(self, rows: int) -> None:
        """Scroll the notes."""
        self.notes.scroll_relative(y=rows, animate=False)

    @on(FindingLine.Picked)
    def _picked(self, message: FindingLine.Picked) -> None:
        self.text.go_to(message.row)

    def action_next_kind(self) -> None:
        """Read it as another kind of policy."""
        kinds = [*KINDS, TEXT]
        now = self._reading.kind if self._reading else TEXT
        self._kind = kinds[(kinds.index(now) + 1) % len(kinds)]
        self._look(self.text.text, self.language)
