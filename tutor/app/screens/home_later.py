"""What will be behind a door of Home, and what is there already."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.app.models.heading import Heading
from tutor.app.models.home import HomePicture
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.render.prose import blocks
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import Way
from tutor.app.widgets.prose import Prose
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen


class LaterScreen(TutorScreen):
    """A page about the quiz or the class."""

    SCOPE = Scope.LATER
    CSS_PATH = "home_later.tcss"
    AUTO_FOCUS = "#later"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.LATER, letters=True), *letter_bindings()]

    def __init__(self, name: str, picture: HomePicture) -> None:
        super().__init__()
        self._door = name
        """`quiz` or `class`."""
        self._picture = picture

    def compose(self) -> ComposeResult:
        """The page in the middle."""
        yield TitleBar()
        yield VerticalScroll(id="later")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    async def on_mount(self) -> None:
        """Say it."""
        await self._show(self.language)

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        await self._show(language)

    async def _show(self, language: Language) -> None:
        title = say(language, f"app.home.door.{self._door}")
        self.title_bar.heading = Heading(title=title)
        picture, page = self._picture, self.query_one("#later", VerticalScroll)
        text = say(
            language, f"app.later.{self._door}", count=picture.due, asked=picture.asked, right=picture.right
        )
        keys = {command.id: command.key_label for command in self.commands}
        with self.app.batch_update():
            await page.remove_children()
            await page.mount(
                Static(Content.styled(title, "bold"), classes="title"),
                Prose(blocks(text)),
                Way(keys["lessons"], say(language, "app.later.learn"), "screen.learn", classes="-loud"),
                Way(keys["leave-later"], say(language, "app.later.back"), "screen.leave"),
            )

    @on(Way.Taken)
    async def _way(self, message: Way.Taken) -> None:
        await self.run_action(message.action)

    def action_learn(self) -> None:
        """Go on with the next lesson."""
        if self._picture.lessons:
            self.tutor.open_lesson(self._picture.next_id)

    def action_leave(self) -> None:
        """Back Home."""
        self.tutor.go_home()
