"""A question with a few answers, over whatever is on the screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option


class AskingScreen(ModalScreen[int]):
    """Gives the number of the answer, from 0; Esc gives the last one, which changes nothing."""

    CSS_PATH = "asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, answers: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question above its answers."""
        with Vertical(id="asking"):
            yield Static(Content(self._question), id="asking-question")
            yield OptionList(*(Option(Content(answer)) for answer in self._answers), markup=False)

    @on(OptionList.OptionSelected)
    def _taken(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(message.option_index)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(len(self._answers) - 1)
