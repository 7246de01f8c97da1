"""Decision: the way of one request through the layers, beside the JSON that decided it."""

from typing import ClassVar, Final

from textual import on
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.models.inspection import Question
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.what_if import WhatIf
from tutor.wording import say

from .decision_layout import DecisionLayout
from .decision_work import DecisionWork

SCROLL: Final = 3


class DecisionScreen(DecisionLayout):
    """One request; Up and Down go from statement to statement."""

    SCOPE = Scope.DECISION
    CSS_PATH = "decision_screen.tcss"
    AUTO_FOCUS = "#steps"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.DECISION, letters=False)]

    def __init__(self, index: int | None = None, *, question: Question | None = None) -> None:
        """`index` is that of an `Event`; without it `question`, else the request that was spoken of last."""
        super().__init__()
        self._index, self._question = index, question

    def on_mount(self) -> None:
        """Find out what there is to look at."""
        self.title_bar.heading = Heading(title=say(self.language, "decision.title"))
        self.begin()

    def begin(self) -> None:
        """Find the request of the open account."""
        self.look(self._index, self._question)

    # What the floors below answered.

    @on(DecisionWork.Looked)
    def _looked(self, message: DecisionWork.Looked) -> None:
        self.asked = message.inspection
        self.show(message.inspection)

    @on(DecisionWork.Answered)
    def _answered(self, message: DecisionWork.Answered) -> None:
        form = self.form
        if form is None or message.question != form.question:
            return
        if isinstance(message.answer, Exception):
            from tutor.wording.question_text import question_trouble

            form.complain(question_trouble(message.answer, message.question.principal, self.language))
            self.show_nothing()
        else:
            form.complain("")
            self.show(message.answer)

    @on(DecisionWork.Turned)
    def _turned(self, message: DecisionWork.Turned) -> None:
        if message.about is self.shown:
            self.turn = (message.about, message.flip)
            self.tell_flip()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.notify(trouble(event.worker.error, self.language).plain, severity="error", markup=False)

    # What the learner does.

    def action_step(self, step: int) -> None:
        """The next statement, or the one before."""
        (self.steps.action_cursor_down if step > 0 else self.steps.action_cursor_up)()

    def action_scroll_json(self, step: int) -> None:
        """Scroll the policy."""
        self.query_one("#json").scroll_relative(y=step * SCROLL, animate=False)

    def action_flip(self) -> None:
        """Show the least change that turns the answer; the same key takes it away."""
        if self.turn is not None:
            self.close_flip()
        elif self.shown is not None and self.shown.decision is not None:
            self.open_flip([say(self.language, "decision.flip.looking")])
            self.search(self.shown)

    async def action_what_if(self) -> None:
        """Open the form, or close it and go back to the request itself."""
        if self.form is not None:
            await self.form.remove()
            self.show(self.asked)
            self.steps.focus()
        elif self.asked is not None:
            form = WhatIf(id="what-if")
            await self.query_one("#way").mount(form, before=self.steps)
            form.speak(self.language)
            form.begin(self.asked)

    @on(WhatIf.Asked)
    def _ask_again(self, message: WhatIf.Asked) -> None:
        if self.asked is not None:
            self.ask(message.question, self.asked)

    async def action_leave(self) -> None:
        """Back to the lesson; first out of the form."""
        if self.form is not None:
            await self.action_what_if()
        else:
            self.app.pop_screen()
