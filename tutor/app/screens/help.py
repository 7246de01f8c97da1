"""Help: every key and every word, this screen's first, from the registry; searched while typing."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tutor.app.registry import Scope
from tutor.app.render.prose import inline
from tutor.app.widgets.help_rows import HelpPart, found, help_parts
from tutor.app.widgets.marked import Marked
from tutor.wording import Language, say

INDENT = 13


class HelpScreen(ModalScreen[None]):
    """Typing searches; closed by Esc, F1 or Enter."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help-sought"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "close"),
        Binding("up", "turn(-1)"),
        Binding("down", "turn(1)"),
        Binding("pageup", "turn(-10)"),
        Binding("pagedown", "turn(10)"),
    ]

    def __init__(self, scope: Scope, language: Language, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._scope = scope
        self._language: Language = language
        self._parts: tuple[HelpPart, ...] = tuple(help_parts(scope, language, keys))

    def compose(self) -> ComposeResult:
        """The search above the rows."""
        language = self._language
        title = say(language, "app.command.help")
        with Vertical(id="help"):
            yield Static(Content.assemble(("☾ IAM Tutor", "bold $accent"), "  ·  ", title), id="help-title")
            sought = Input(placeholder=say(language, "app.help.find"), compact=True, id="help-sought")
            sought.cursor_blink = False
            yield sought
            with VerticalScroll(id="help-rows", can_focus=False):
                yield from self._rows("")
            yield Static(Content(say(language, "app.help.close")), id="help-close")

    def _rows(self, sought: str) -> Iterator[Widget]:
        """What fits the search; all of it, with a word about the console, as long as nothing is sought."""
        parts = [part for part in (found(one, sought) for one in self._parts) if part.rows]
        for number, part in enumerate(parts):
            yield Static(Content(part.title), classes="section" if number else "section -first")
            for row in part.rows:
                name = Content.styled(row.name, "bold $footer-key-foreground")
                yield Marked(name, Content(row.about), indent=INDENT)
            if not number and not sought and self._scope in {Scope.LEARN, Scope.SANDBOX}:
                yield Static(inline(say(self._language, "app.help.console")), classes="note")
        if not parts:
            yield Static(Content(say(self._language, "app.help.none")), classes="note")

    @on(Input.Changed)
    async def _sought(self, message: Input.Changed) -> None:
        rows = self.query_one("#help-rows", VerticalScroll)
        with self.app.batch_update():
            await rows.remove_children()
            await rows.mount_all(self._rows(message.value))
        rows.scroll_home(animate=False)

    @on(Input.Submitted)
    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)

    def action_turn(self, rows: int) -> None:
        """Scroll."""
        self.query_one("#help-rows", VerticalScroll).scroll_relative(y=rows, animate=False)
