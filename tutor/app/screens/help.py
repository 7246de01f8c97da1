"""Help: every key and every word of the screen below, from the registry."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.registry import Command, Scope, commands_for, with_keys
from tutor.app.widgets.marked import Marked
from tutor.wording import Language, say

INDENT = 13


class HelpScreen(ModalScreen[None]):
    """Closed by Esc, F1, Enter or q."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q,ㅂ", "close"),
        Binding("up,k,ㅏ", "turn(-1)"),
        Binding("down,j,ㅓ", "turn(1)"),
        Binding("pageup", "turn(-10)"),
        Binding("pagedown,space", "turn(10)"),
    ]

    def __init__(self, scope: Scope, language: Language, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._scope = scope
        self._keys = keys
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """Words first where there is a console, then keys."""
        language = self._language
        with Vertical(id="help"):
            yield Static(
                Content.assemble(("☾ IAM Tutor", "bold $accent"), "  ·  ", self._scope_title), id="help-title"
            )
            with VerticalScroll(id="help-rows", can_focus=False):
                commands = with_keys(commands_for(self._scope), self._keys)
                if self._scope is Scope.LEARN:
                    yield from self._section("app.help.words", (one for one in commands if one.word))
                yield from self._section("app.help.keys", (one for one in commands if one.key))
                others = [one for one in commands if not one.key and not one.word]
                if others:
                    yield from self._section("app.help.palette", others)
                if self._scope is Scope.LEARN:
                    yield Static(Content(say(language, "app.help.console")), classes="note")
                    yield from self._console_words(commands)
            yield Static(Content(say(language, "app.help.close")), id="help-close")

    @property
    def _scope_title(self) -> str:
        return say(self._language, "app.command.help")

    def _section(self, title: str, commands: Iterable[Command]) -> Iterable[Widget]:
        yield Static(Content(say(self._language, title)), classes=f"section -{title.rpartition('.')[2]}")
        words = title == "app.help.words"
        for command in commands:
            name = command.console_word(self._language) if words else command.key_label or "^p"
            marker = Content.styled(name, "bold $footer-key-foreground")
            letter = (
                f"  ({command.letter})"
                if command.letter and self._scope is not Scope.LEARN and not words
                else ""
            )
            yield Marked(marker, Content(command.about(self._language) + letter), indent=INDENT)

    def _console_words(self, commands: Iterable[Command]) -> Iterable[Widget]:
        """The words that the console itself has, but for those told above."""
        from tutor.gateway.words import REGISTRY

        told = {command.id for command in commands if command.word}
        yield Static(Content(say(self._language, "app.help.more")), classes="section -more")
        for word in REGISTRY.values():
            if word.name not in told:
                name = word.korean if self._language == "ko" else word.name
                about = say(self._language, word.help.message, **word.help.values).partition(": ")[2]
                yield Marked(
                    Content.styled(name, "bold $footer-key-foreground"), Content(about), indent=INDENT
                )

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)

    def action_turn(self, rows: int) -> None:
        """Scroll."""
        self.query_one("#help-rows", VerticalScroll).scroll_relative(y=rows, animate=False)
