"""What all screens share: a title bar, a key bar, the smallest size, a language that can change."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tutor.app.registry import Command, Scope, commands_for, with_keys
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.app.application import TutorApp

SMALLEST = (80, 24)

DIALOG: Final = "dialog"
"""The group of workers that wait for the learner's answer."""


class TooSmall(Static):
    """Asks for a larger window."""

    def __init__(self, language: Language) -> None:
        width, height = SMALLEST
        super().__init__(Content(say(language, "app.too-small", width=width, height=height)), id="too-small")


class TutorScreen(Screen[None]):
    """A screen of the tutor; `SCOPE` says which commands of the registry work on it."""

    SCOPE: ClassVar[Scope]
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (80, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (24, "-low"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self) -> None:
        super().__init__()
        width, height = self.app.size  # styled for the size at once, not again when it is told
        sides = ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS))
        self.add_class(
            *(max(one for one in points if one[0] <= side)[1] for side, points in sides), update=False
        )

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Its nodes were styled when they were made and whenever the theme changed: not once more."""
        event.refresh_styles = False

    @property
    def tutor(self) -> "TutorApp":
        """The app, with its type."""
        return cast("TutorApp", self.app)

    @property
    def language(self) -> Language:
        """The language of the screen now."""
        return self.tutor.language

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here, with the learner's own keys."""
        return with_keys(commands_for(self.SCOPE), self.tutor.looks.keys)

    async def speak(self, language: Language) -> None:
        """Say everything in `language` from now on."""
        self.query_one(KeyBar).speak(language)
        width, height = SMALLEST
        self.query_one(TooSmall).update(Content(say(language, "app.too-small", width=width, height=height)))

    async def may_leave(self) -> bool:
        """Whether nothing is lost by leaving now."""
        return True

    @property
    def title_bar(self) -> TitleBar:
        """The line at the top."""
        return self.query_one(TitleBar)
