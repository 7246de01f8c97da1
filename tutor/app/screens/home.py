"""Home: four doors, the path of lessons, what comes next, and how far each skill has come."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.desk import LAST_PAGE, TEST_OUT
from tutor.app.models.home import HomePicture, LessonState
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.render.prose import inline
from tutor.app.widgets.home_doors import DoorCard, HomeDoors
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import LessonPath, Way, lesson_card
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen


class HomeScreen(TutorScreen):
    """Enter goes on where the learner was."""

    SCOPE = Scope.HOME
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.HOME, letters=True),
        *letter_bindings(),
        *(Binding(str(digit), f"place({digit})", show=False) for digit in range(1, 10)),
    ]

    path = query_one("#path", LessonPath)
    doors = query_one(HomeDoors)

    def __init__(self) -> None:
        super().__init__()
        self.picture: HomePicture | None = None
        """The path; None until it has been read."""
        self._typing = False
        """Letters were typed as if this were the console."""

    class Loaded(Message):
        """The path has been read."""

        def __init__(self, picture: HomePicture) -> None:
            super().__init__()
            self.picture = picture

    def compose(self) -> ComposeResult:
        """A greeting, the doors, the path, and beside it a card about the marked lesson."""
        yield TitleBar()
        with Vertical(id="home"):
            yield Static(id="greeting")
            yield HomeDoors()
            with Horizontal(id="lessons"):
                yield LessonPath(id="path")
                yield VerticalScroll(id="card", can_focus=False)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read the path without holding up the first frame."""
        self._greet(self.language)
        self._load(self.language)

    def on_key(self, event: events.Key) -> None:
        """A line typed here does nothing: only a digit that stands alone is a place to go on at."""
        letter = event.character if event.is_printable and event.character else ""
        if letter.isdigit() and self._typing:
            event.stop()
        self._typing = bool(letter) and (self._typing or not letter.isdigit())

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _load(self, language: Language) -> None:
        self.post_message(self.Loaded(self.tutor.desk.home(language)))
        self.tutor.desk.check()

    @on(Loaded)
    async def _show(self, message: Loaded) -> None:
        self.picture = message.picture
        self.doors.show(self.picture, dict(self.tutor.looks.keys), self.language)
        with self.app.batch_update():
            await self.path.show(message.picture)
            await self._tell()
        self.tutor.make_ready("learn", "quiz_door")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say why the path could not be read; without a save that can be used there is nothing to do here."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble
            from tutor.wording.troubles import UNUSABLE

            if isinstance(event.worker.error, UNUSABLE):
                self.tutor.leave_with(event.worker.error)
            self.query_one("#greeting", Static).update(trouble(event.worker.error, self.language))

    async def speak(self, language: Language) -> None:
        """Greet and name the lessons in another language."""
        await super().speak(language)
        self._greet(language)
        self._load(language)

    def _greet(self, language: Language) -> None:
        greeting = Content.assemble(
            (say(language, "app.home.studio"), "bold $foreground"),
            "\n",
            (say(language, "app.home.greeting"), "$quiet"),
        )
        self.query_one("#greeting", Static).update(greeting)
        self.doors.show(self.picture, dict(self.tutor.looks.keys), language)

    async def _tell(self) -> None:
        """The card about the marked lesson."""
        row, card = self.path.marked, self.query_one("#card", VerticalScroll)
        with self.app.batch_update():
            await card.remove_children()
            if row is not None:
                await card.mount_all(lesson_card(row, self.language))
            elif self.picture is not None:
                await card.mount(Static(inline(say(self.language, "app.home.path.none"))))

    @on(LessonPath.Marked)
    async def _marked(self) -> None:
        await self._tell()

    @on(Way.Taken)
    async def _way(self, message: Way.Taken) -> None:
        await self.run_action(message.action)

    @on(DoorCard.Opened)
    async def _door(self, message: DoorCard.Opened) -> None:
        await self.run_action(message.action)

    def action_learn(self) -> None:
        """Go on with the next lesson."""
        if self.picture is not None and self.picture.lessons:
            self.tutor.open_lesson(self.picture.next_id)

    def action_sandbox(self) -> None:
        """Choose an account to play in."""
        self.tutor.open_sandboxes()

    def action_quiz(self) -> None:
        """What is to be reviewed today, practice, exams."""
        self.tutor.open_quiz()

    def action_later(self, name: str) -> None:
        """What will be behind a door, and what is there already."""
        from .home_later import LaterScreen

        if self.picture is not None:
            self.tutor.switch_screen(LaterScreen(name, self.picture))

    def action_open(self) -> None:
        """Open the marked lesson."""
        if (row := self.path.marked) is not None:
            self.tutor.open_lesson(row.id)

    def action_test_out(self) -> None:
        """Go straight to its last challenge."""
        if (row := self.path.marked) is not None and row.can_test_out:
            self.tutor.open_lesson(row.id, TEST_OUT)

    def action_last_page(self) -> None:
        """Read again how a finished lesson ended."""
        if (row := self.path.marked) is not None and row.state in {
            LessonState.FINISHED,
            LessonState.MASTERED,
        }:
            self.tutor.open_lesson(row.id, LAST_PAGE)

    def action_place(self, number: int) -> None:
        """Go on at one of its save points."""
        row = self.path.marked
        if row is not None and number <= len(row.places):
            self.tutor.open_lesson(row.id, row.places[number - 1].step)

    @on(LessonPath.Opened)
    def _opened(self, message: LessonPath.Opened) -> None:
        self.tutor.open_lesson(message.lesson_id)
