"""The line at the bottom: keys of the screen and words of the console; all of it clickable."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tutor.app.registry import Command, Scope, commands_for, with_keys
from tutor.wording import Language

if TYPE_CHECKING:
    from tutor.app.application import TutorApp


class KeyHint(Static):
    """A key and what it does; a click does it too."""

    def __init__(self, command: Command, language: Language) -> None:
        super().__init__(self._content(command, language), markup=False)
        self.command = command
        self._language: Language = language
        self.tooltip = Content(command.about(language))
        self.set_class(command.word and not command.key, "-word")

    @property
    def cells(self) -> int:
        """Cells that it takes in the bar."""
        return self._content(self.command, self._language).cell_length + 2

    @staticmethod
    def _content(command: Command, language: Language) -> Content:
        if not command.key:
            return Content.styled(command.console_word(language), "$foreground")
        return Content.assemble(
            (command.key_label, "bold $footer-key-foreground"), " ", (command.label(language), "$quiet")
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        await self.run_action(self.command.action)


class KeyBar(Horizontal):
    """The keys that matter on a screen."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        overflow: hidden;
        & KeyHint {
            width: auto;
            height: 1;
            padding: 0 1;
            &:hover { background: $boost; }
            &.-word { text-style: underline; }
        }
        & .gap { width: 1fr; }
    }
    """

    def __init__(self, scope: Scope, language: Language) -> None:
        super().__init__()
        self.scope = scope
        self.language: Language = language

    def compose(self) -> ComposeResult:
        """Keys on the left, words of the console on the right."""
        shown = [command for command in with_keys(commands_for(self.scope), self._keys) if command.bar]
        for command in shown:
            if command.key:
                yield KeyHint(command, self.language)
        yield Static(classes="gap")
        for command in shown:
            if not command.key:
                yield KeyHint(command, self.language)

    @property
    def _keys(self) -> Mapping[str, str]:
        """The learner's own keys."""
        return cast("TutorApp", self.app).looks.keys

    async def name_keys(self) -> None:
        """Name the keys that the commands have now."""
        await self.recompose()
        self._fit()

    def on_mount(self) -> None:
        """Leave out what has no room."""
        self._fit()

    def on_resize(self) -> None:
        """Leave out what has no room."""
        self._fit()

    def _fit(self) -> None:
        hints = list(self.query(KeyHint))
        room = self.content_size.width - sum(hint.cells for hint in hints)
        for hint in sorted(hints, key=lambda hint: -hint.command.rank):
            hint.display = room >= 0 or hint.command.rank == 0
            room += 0 if hint.display else hint.cells

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        if language != self.language:
            self.language = language
            await self.name_keys()
