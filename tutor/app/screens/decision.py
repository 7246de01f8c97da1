"""Decision: the way of one request through the layers, beside the JSON that decided it."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.models.inspection import Inspection, Question
from tutor.app.models.step import StepRow
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.policy_view import ComparedView, PolicyView
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.widgets.what_if import WhatIf
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen

if TYPE_CHECKING:
    from tutor.policy import Flip

SCROLL: Final = 3


class DecisionScreen(TutorScreen):
    """One request; Up and Down go from statement to statement."""

    SCOPE = Scope.DECISION
    CSS_PATH = "decision.tcss"
    AUTO_FOCUS = "#steps"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.DECISION, letters=False)]

    steps = query_one("#steps", OptionList)
    view = query_one(PolicyView)
    form = query_one(WhatIf)

    class Looked(Message):
        """What there is to look at; None if nothing was ever asked."""

        def __init__(self, inspection: Inspection | None) -> None:
            super().__init__()
            self.inspection = inspection

    class Answered(Message):
        """A question was decided, or cannot be."""

        def __init__(self, question: Question, answer: Inspection | Exception) -> None:
            super().__init__()
            self.question, self.answer = question, answer

    class Turned(Message):
        """The least change was looked for."""

        def __init__(self, about: Inspection, flip: "Flip | None") -> None:
            super().__init__()
            self.about, self.flip = about, flip

    def __init__(self, index: int | None = None) -> None:
        """`index` is that of an `Event`; without it the request that the console spoke of last."""
        super().__init__()
        self._index = index
        self._asked: Inspection | None = None
        """The request with which the screen was opened."""
        self._shown: Inspection | None = None
        """That, or the answer to a question in its place."""
        self._rows: list[StepRow] = []
        self._flip: tuple[Inspection, Flip | None] | None = None

    def compose(self) -> ComposeResult:
        """The way on the left, what is behind one of its steps on the right."""
        yield TitleBar()
        with Horizontal(id="work"):
            with Vertical(id="way"):
                yield WhatIf(id="what-if")
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

    def on_mount(self) -> None:
        """Find out what there is to look at."""
        self.form.speak(self.language)
        self.title_bar.heading = Heading(title=say(self.language, "decision.title"))
        self._look()

    # Looking, asking and searching, in threads.

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        index = self._index
        self.post_message(self.Looked(self.tutor.desk.inspect(lambda inspector: inspector.look(index))))

    @work(thread=True, exclusive=True, group="ask", exit_on_error=False)
    def _ask(self, question: Question, about: Inspection) -> None:
        from tutor.app.inspector import REFUSALS

        try:
            answer = self.tutor.desk.inspect(lambda inspector: inspector.ask(question, about))
        except REFUSALS as error:
            self.post_message(self.Answered(question, error))
        else:
            self.post_message(self.Answered(question, answer))

    @work(thread=True, exclusive=True, group="flip", exit_on_error=False)
    def _search(self, about: Inspection) -> None:
        self.post_message(
            self.Turned(about, self.tutor.desk.inspect(lambda inspector: inspector.flip(about)))
        )

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        self._asked = message.inspection
        self._show(message.inspection)

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        if message.question != self.form.question or not self.form.has_class("-open"):
            return
        if isinstance(message.answer, Exception):
            self.form.complain(self._trouble(message.answer, message.question))
        else:
            self.form.complain("")
            self._show(message.answer)

    @on(Turned)
    def _turned(self, message: Turned) -> None:
        self._flip = (message.about, message.flip)
        self._tell_flip()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.notify(trouble(event.worker.error, self.language).plain, severity="error", markup=False)

    # What is shown.

    def _show(self, inspection: Inspection | None) -> None:
        from tutor.app.render.steps import step_rows

        self._shown = inspection
        asked = inspection is not self._asked
        title = "decision.title.asked" if asked else "decision.title"
        self.title_bar.heading = Heading(title=say(self.language, title))
        self._rows = step_rows(inspection, self.language) if inspection else []
        self.steps.clear_options()
        self.steps.add_options([Option(row.text, disabled=row.statement is None) for row in self._rows])
        telling = [number for number, row in enumerate(self._rows) if row.telling]
        first = [number for number, row in enumerate(self._rows) if row.statement]
        self.steps.highlighted = next(iter((*telling, *first)), None)
        if not first:
            self._show_statement(None)
        if self._flip is not None and self._flip[0] is not inspection:
            self._close_flip()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, message: OptionList.OptionHighlighted) -> None:
        self._show_statement(self._rows[message.option_index])

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
        one = self._shown
        if one is None:
            return say(self.language, "decision.none")
        if one.decision is not None:
            return say(self.language, "decision.no-statement")
        stopped = one.gate.state == "stopped"
        return say(self.language, "decision.first-gate" if stopped else "decision.by-service")

    def _tell_flip(self) -> None:
        from tutor.wording.flip_text import flip_sentences

        if self._flip is None or self._flip[0] is not self._shown:
            return
        flip = self._flip[1]
        none = [say(self.language, "decision.flip.none")]
        self._open_flip(flip_sentences(flip, self.language) if flip is not None else none)

    def _open_flip(self, sentences: list[str]) -> None:
        panel = self.query_one("#flip", Static)
        panel.update(Content("\n").join(map(Content, sentences)))
        panel.add_class("-open")

    def _close_flip(self) -> None:
        self._flip = None
        self.query_one("#flip").remove_class("-open")

    def _trouble(self, error: Exception, question: Question) -> str:
        from tutor.policy import UnsupportedError
        from tutor.wording.statement_text import shown

        if isinstance(error, UnsupportedError):
            return say(self.language, "decision.ask.unsupported", what=shown(error.what))
        if isinstance(error, LookupError):
            return say(self.language, "decision.ask.unknown", principal=shown(question.principal))
        return say(self.language, "decision.ask.incomplete")

    async def speak(self, language: Language) -> None:
        """Say everything but the policies in another language."""
        await super().speak(language)
        self.form.speak(language)
        highlighted = self.steps.highlighted
        flip = self._flip
        self._show(self._shown)
        if highlighted is not None:
            self.steps.highlighted = highlighted
        self._flip = flip
        self._tell_flip()

    # What the learner does.

    def action_step(self, step: int) -> None:
        """The next statement, or the one before."""
        (self.steps.action_cursor_down if step > 0 else self.steps.action_cursor_up)()

    def action_scroll_json(self, step: int) -> None:
        """Scroll the policy."""
        self.query_one("#json").scroll_relative(y=step * SCROLL, animate=False)

    def action_flip(self) -> None:
        """Show the least change that turns the answer; the same key takes it away."""
        if self._flip is not None:
            self._close_flip()
        elif self._shown is not None and self._shown.decision is not None:
            self._open_flip([say(self.language, "decision.flip.looking")])
            self._search(self._shown)

    def action_what_if(self) -> None:
        """Open the form, or close it and go back to the request itself."""
        if self.form.has_class("-open"):
            self.form.remove_class("-open")
            self._show(self._asked)
            self.steps.focus()
        elif self._asked is not None:
            self.form.add_class("-open")
            self.form.begin(self._asked)

    @on(WhatIf.Asked)
    def _ask_again(self, message: WhatIf.Asked) -> None:
        if self._asked is not None:
            self._ask(message.question, self._asked)

    def action_leave(self) -> None:
        """Back to the lesson; first out of the form."""
        if self.form.has_class("-open"):
            self.action_what_if()
        else:
            self.app.pop_screen()
