"""A page to read, such as the AWS CLI's help: it scrolls, and words in it are found."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for
from tutor.app.render.output_lines import page_lines
from tutor.app.widgets.console_page import PageText
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen


class PageScreen(TutorScreen):
    """Closed by Esc or q; `/` looks for words."""

    SCOPE = Scope.PAGE
    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.PAGE, letters=True),
        Binding("down,up", "back_to_text", show=False),
    ]

    text = query_one("#page-text", PageText)
    sought = query_one("#page-sought", Input)
    count = query_one("#page-count", Static)

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._whole = title, text

    def compose(self) -> ComposeResult:
        """The text, and the line to search it with."""
        yield TitleBar()
        yield PageText(id="page-text")
        with Horizontal(id="page-seek"):
            yield Input(id="page-sought", compact=True, placeholder=say(self.language, "app.page.find"))
            yield Static(id="page-count")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Show the page from its beginning."""
        self.sought.cursor_blink = False
        self.title_bar.heading = Heading(title=self._title)
        self.text.read(tuple(page_lines(self._whole.strip("\n"))))

    async def speak(self, language: Language) -> None:
        """The frame in another language; the page is what it is."""
        await super().speak(language)
        self.sought.placeholder = say(language, "app.page.find")
        self._tell()

    def action_find(self) -> None:
        """Type what to look for."""
        self.query_one("#page-seek").display = True
        self.sought.focus()

    @on(Input.Changed)
    def _sought(self) -> None:
        self.text.look_for(self.sought.value)
        self._tell()

    @on(Input.Submitted)
    def action_back_to_text(self) -> None:
        """From the words to the page."""
        self.text.focus()

    def action_next_found(self, step: int) -> None:
        """Go to the next place that was found, or the one before."""
        if not self.text.places:
            self.action_find()
        else:
            self.text.go(step)
            self._tell()

    def _tell(self) -> None:
        text = self.text
        if not self.sought.value.strip():
            words = ""
        elif text.places:
            values = {"place": text.at + 1, "count": len(text.places)}
            words = say(self.language, "app.page.found", **values)
        else:
            words = say(self.language, "app.page.none")
        self.count.update(Content(words))

    def action_copy_page(self) -> None:
        """Copy all of it."""
        self.app.copy_to_clipboard(self._whole)
        self.notify(say(self.language, "app.console.copied.output"), markup=False, timeout=2)

    def action_leave(self) -> None:
        """Out of the search first, then back to the console."""
        if self.sought.has_focus or self.sought.value:
            self.sought.value = ""
            self.query_one("#page-seek").display = False
            self.text.focus()
        else:
            self.app.pop_screen()
