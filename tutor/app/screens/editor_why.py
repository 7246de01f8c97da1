"""Why a request beside the text is decided as it is: the Decision screen, with the text in its place."""

from dataclasses import replace

from textual import work

from tutor.app.editor_judging import Draft
from tutor.app.models.editor_requests import Judged
from tutor.app.models.heading import Heading
from tutor.app.models.inspection import Inspection, Question
from tutor.wording import say

from .decision import DecisionScreen
from .decision_work import DecisionWork


class EditorWhyScreen(DecisionScreen):
    """Everything that is asked here is answered as if the text were the policy."""

    def __init__(self, row: Judged, draft: Draft) -> None:
        super().__init__()
        self._row = row
        self._draft = draft

    def on_mount(self) -> None:
        """Look at the request."""
        self.title_bar.heading = Heading(title=say(self.language, "decision.title"))
        self._look_at()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look_at(self) -> None:
        request, decision = self._row.request, self._row.decision
        assert decision is not None, "only what was decided is opened"
        question = Question(request.principal, request.action, decision.request.resource)
        found = self.tutor.desk.inspect(lambda inspector: inspector.as_asked(question, decision))
        self.post_message(DecisionWork.Looked(found))

    @work(thread=True, exclusive=True, group="ask", exit_on_error=False)
    def ask(self, question: Question, about: Inspection) -> None:
        """Decide another question, with the text too."""
        from tutor.app.inspector import REFUSALS

        try:
            answer = self.tutor.desk.inspect(lambda inspector: inspector.ask(question, about))
        except REFUSALS as error:
            self.post_message(DecisionWork.Answered(question, error))
        else:
            if answer.decision is not None:
                answer = replace(answer, decision=self._draft.instead(answer.decision))
            self.post_message(DecisionWork.Answered(question, answer))
