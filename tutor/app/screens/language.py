"""The first thing on the first run: in which language, by one key."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.app.registry import Scope
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import LANGUAGES, Language, say

from .base import TooSmall, TutorScreen


class LanguageCard(Static):
    """One language, in its own words."""

    @dataclass
    class Picked(Message):
        """A card was clicked."""

        language: Language

    def __init__(self, language: Language, digit: int) -> None:
        super().__init__(
            Content.assemble(
                (f" {digit} ", "bold $footer-key-foreground on $panel"),
                "  ",
                (say(language, "app.language.name"), "bold"),
                "\n\n",
                (say(language, "app.language.greeting"), "$quiet"),
            ),
            id=language,
        )
        self.language: Language = language

    def on_click(self, event: events.Click) -> None:
        """Take this language."""
        event.stop()
        self.post_message(self.Picked(self.language))


class LanguageScreen(TutorScreen):
    """`1 한국어 · 2 English`; the locale's language is already marked."""

    SCOPE = Scope.CHOICE
    CSS_PATH = "language.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,１", "take('ko')"),
        Binding("2,２", "take('en')"),
        Binding("left,up,right,down,tab,shift+tab", "other"),
        Binding("enter", "take_marked"),
    ]

    def __init__(self, marked: Language) -> None:
        super().__init__()
        self.marked: Language = marked

    def compose(self) -> ComposeResult:
        """Two cards in the middle."""
        yield TitleBar()
        with Vertical(id="choice"):
            yield Static(Content("언어 · Language"), id="question")
            with Horizontal(id="cards"):
                for digit, language in enumerate(LANGUAGES, start=1):
                    yield LanguageCard(language, digit)
        yield TooSmall(self.marked)
        yield KeyBar(self.SCOPE, self.marked)

    def on_mount(self) -> None:
        """Mark the locale's language."""
        self._mark()

    def action_other(self) -> None:
        """Mark the other language."""
        self.marked = "en" if self.marked == "ko" else "ko"
        self._mark()

    def action_take_marked(self) -> None:
        """Take the marked language."""
        self.tutor.begin(self.marked)

    def action_take(self, language: Language) -> None:
        """Take a language by its digit."""
        self.tutor.begin(language)

    @on(LanguageCard.Picked)
    def _picked(self, message: LanguageCard.Picked) -> None:
        self.tutor.begin(message.language)

    async def speak(self, language: Language) -> None:
        """Mark the language; the cards speak both."""
        await super().speak(language)
        self.marked = language
        self._mark()

    def _mark(self) -> None:
        for card in self.query(LanguageCard):
            card.set_class(card.language == self.marked, "-marked")
