"""Asks what a new sandbox is to be called."""

import unicodedata
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tutor.account.save_name import is_save_name
from tutor.wording import Language, say


class SandboxNameScreen(ModalScreen[str]):
    """Gives the name, or nothing; the name that is offered is taken by Enter."""

    CSS_PATH = "sandbox_name.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, offered: str, taken: frozenset[str], language: Language) -> None:
        super().__init__()
        self._offered = offered
        self._taken = taken
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """The question, the field, and what is wrong with what stands there."""
        with Vertical(id="asking"):
            yield Static(Content(self._say("name")), id="asking-question")
            yield Input(self._offered, id="name", max_length=64)
            yield Static(Content(self._say("name.close")), id="asking-close")

    def on_mount(self) -> None:
        """The offered name is marked, so that typing replaces it."""
        name = self.query_one(Input)
        name.cursor_blink = False
        name.focus()

    @on(Input.Submitted)
    def _named(self, message: Input.Submitted) -> None:
        name = unicodedata.normalize("NFC", message.value.strip())
        if not is_save_name(name):
            self._tell("name.bad")
        elif name.casefold() in self._taken:
            self._tell("name.taken")
        else:
            self.dismiss(name)

    def _tell(self, message: str) -> None:
        self.query_one("#asking-close", Static).update(Content.styled(self._say(message), "$warning"))

    def action_leave(self) -> None:
        """Make nothing."""
        self.dismiss("")

    def _say(self, message: str) -> str:
        return say(self._language, f"app.sandboxes.{message}")
