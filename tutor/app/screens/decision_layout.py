"""How Decision is laid out, and what stands in it."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.app.models.heading import Heading
from tutor.app.models.inspection import Inspection
from tutor.app.models.step import StepRow
from tutor.app.widgets.code import hanging
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.policy_view import ComparedView, PolicyView
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.widgets.what_if import WhatIf
from tutor.wording import Language, say

from .base import TooSmall
from .decision_work import DecisionWork

if TYPE_CHECKING:
    from tutor.policy import Flip


class DecisionLayout(DecisionWork):
    """The way on the left, the statement on the right."""

    steps = query_one("#steps", OptionList)
    view = query_one(PolicyView)

    def __init__(self) -> None:
        super().__init__()
        self.asked: Inspection | None = None
        """The request with which the screen was opened."""
        self.shown: Inspection | None = None
        """That, or the answer to a question in its place."""
        self._rows: list[StepRow] = []
        self.turn: tuple[Inspection, Flip | None] | None = None
        """The least change, and the request that it is about."""

    def compose(self) -> ComposeResult:
        """The way on the left, what is behind one of its steps on the right."""
        yield TitleBar()
        with Horizontal(id="work"):
            with Vertical(id="way"):
                yield OptionList(id="steps", markup=False)
            with Vertical(id="look"):
                yield Static(id="policy")
                with VerticalScroll(id="json", can_focus=False):
                    yield PolicyView()
                with VerticalScroll(id="values", can_focus=False):
                    yield ComparedView(id="compared")
                yield Static(id="flip")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    @property
    def form(self) -> WhatIf | None:
        """The form for another question, while it is open."""
        return self.query_one_optional(WhatIf)

    def show(self, inspection: Inspection | None) -> None:
        """Show the way of a request, beginning at the statement that decided."""
        from tutor.app.render.steps import step_rows

        self.shown = inspection
        asked = inspection is not self.asked
        title = "decision.title.asked" if asked else "decision.title"
        self.title_bar.heading = Heading(title=say(self.language, title))
        self._rows = step_rows(inspection, self.language) if inspection else []
        self._list_steps()
        telling = [number for number, row in enumerate(self._rows) if row.telling]
        first = [number for number, row in enumerate(self._rows) if row.statement]
        self.steps.highlighted = next(iter((*telling, *first)), None)
        if not first:
            self._show_statement(None)
        if self.turn is None or self.turn[0] is not inspection:
            self.close_flip()

    def _list_steps(self) -> None:
        """The rows, as wide as there is room."""
        width = max(self.steps.scrollable_content_region.width, 8)
        self.steps.clear_options()
        for row in self._rows:
            text = Content("\n").join(hanging(row.text, width))
            self.steps.add_option(Option(text, disabled=row.statement is None))

    def show_nothing(self) -> None:
        """Nothing was decided: an answer to another question would mislead."""
        self.shown, self._rows = None, []
        self.steps.clear_options()
        self.close_flip()
        self._show_statement(None)
        self.query_one("#policy", Static).update(Content())

    def on_resize(self) -> None:
        """Rows break elsewhere now."""
        self.call_after_refresh(self._break_rows)

    def _break_rows(self) -> None:
        if self._rows:
            highlighted = self.steps.highlighted
            self._list_steps()
            self.steps.highlighted = highlighted

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, message: OptionList.OptionHighlighted) -> None:
        number = message.option_index
        if number == self.steps.highlighted and number < len(self._rows):  # not one of an earlier list
            self._show_statement(self._rows[number])

    def _show_statement(self, row: StepRow | None) -> None:
        from tutor.app.render.statement import compared, policy_page, policy_title

        statement = row.statement if row else None
        if statement is None:
            title, values = Content.styled(self._nothing(), "$quiet"), Content()
        else:
            title, values = policy_title(statement, self.language), compared(statement, self.language)
        self.query_one("#policy", Static).update(title)
        self.query_one(ComparedView).lines = values
        self.query_one("#values").display = statement is not None
        self.view.page = policy_page(statement) if statement is not None else None

    def _nothing(self) -> str:
        """Why there is no statement to look at."""
        one = self.shown
        if one is None:
            return say(self.language, "decision.none")
        if one.decision is not None:
            keys = {command.id: command.key_label for command in self.commands}
            return say(self.language, "decision.no-statement", flip=keys["flip"], what_if=keys["what-if"])
        stopped = one.gate.state == "stopped"
        return say(self.language, "decision.first-gate" if stopped else "decision.by-service")

    def tell_flip(self) -> None:
        """Say what was found for the request that is shown."""
        from tutor.wording.flip_text import flip_sentences

        if self.turn is None or self.turn[0] is not self.shown:
            return
        flip = self.turn[1]
        none = [say(self.language, "decision.flip.none")]
        self.open_flip(flip_sentences(flip, self.language) if flip is not None else none)

    def open_flip(self, sentences: list[str]) -> None:
        """Say something about the least change."""
        panel = self.query_one("#flip", Static)
        panel.update(Content("\n").join(map(Content, sentences)))
        panel.add_class("-open")

    def close_flip(self) -> None:
        """Say nothing about it any more."""
        self.turn = None
        self.query_one("#flip").remove_class("-open")

    async def speak(self, language: Language) -> None:
        """Say everything but the policies in another language."""
        await super().speak(language)
        if self.form is not None:
            self.form.speak(language)
        highlighted = self.steps.highlighted
        flip = self.turn
        self.show(self.shown)
        if highlighted is not None:
            self.steps.highlighted = highlighted
        self.turn = flip
        self.tell_flip()
