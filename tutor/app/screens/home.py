"""Home: the path of lessons, what comes next, and how far each skill has come."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.home import HomePicture
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import LessonCard, LessonPath
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
    ]

    path = query_one("#path", LessonPath)

    class Loaded(Message):
        """The path has been read."""

        def __init__(self, picture: HomePicture) -> None:
            super().__init__()
            self.picture = picture

    def __init__(self) -> None:
        super().__init__()
        self._picture: HomePicture | None = None

    def compose(self) -> ComposeResult:
        """A greeting above the path."""
        yield TitleBar()
        with Vertical(id="home"):
            yield Static(id="greeting")
            yield LessonPath(id="path")
            yield Static(id="invitation")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read the path without holding up the first frame."""
        self._greet(self.language)
        self._load(self.language)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _load(self, language: Language) -> None:
        self.post_message(self.Loaded(self.tutor.desk.home(language)))

    @on(Loaded)
    async def _show(self, message: Loaded) -> None:
        self._picture = message.picture
        await self.path.show(message.picture, self.language)
        self._greet(self.language)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say why the path could not be read."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.query_one("#invitation", Static).update(trouble(event.worker.error, self.language))

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
        words = say(language, f"app.home.{self._invitation}")
        self.query_one("#invitation", Static).update(
            Content.assemble((" Enter ", "bold $footer-key-foreground on $panel"), "  ", (words, "bold"))
        )

    @property
    def _invitation(self) -> str:
        """What Enter does: start, continue or again."""
        rows = self._picture.lessons if self._picture else ()
        marked = next((row for row in rows if row.id == self.path.marked), None)
        if marked is None or not marked.steps:
            return "start"
        return "again" if marked.finished else "continue"

    @on(LessonPath.Marked)
    def _marked(self) -> None:
        self._greet(self.language)

    def action_open(self) -> None:
        """Open the marked lesson."""
        if self.path.marked:
            self.tutor.open_lesson(self.path.marked)

    @on(LessonCard.Opened)
    def _opened(self, message: LessonCard.Opened) -> None:
        self.tutor.open_lesson(message.lesson_id)
