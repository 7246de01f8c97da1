"""Why a past request was answered as it was, as text over the history."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.wording import Language, say


class ExplanationScreen(ModalScreen[None]):
    """Closed by Esc, Enter, f3, d or q."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f3,d,ㅇ,q,ㅂ", "leave", show=False),
        Binding("up,k,ㅏ", "turn(-1)", show=False),
        Binding("down,j,ㅓ", "turn(1)", show=False),
        Binding("pageup", "turn(-10)", show=False),
        Binding("pagedown,space", "turn(10)", show=False),
    ]

    def __init__(self, title: Content, lines: Sequence[Content], language: Language) -> None:
        super().__init__()
        self._title = title
        self._lines = lines
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """The request above what was decided."""
        with Vertical(id="explanation"):
            with VerticalScroll(id="explanation-text", can_focus=False):
                yield Static(self._title)
                yield Static("")
                for line in self._lines:
                    yield Static(line)
            yield Static(Content(say(self._language, "app.explanation.close")), id="explanation-close")

    def on_click(self) -> None:
        """A click closes it too."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the history."""
        self.dismiss(None)

    def action_turn(self, rows: int) -> None:
        """Scroll."""
        self.query_one("#explanation-text", VerticalScroll).scroll_relative(y=rows, animate=False)
