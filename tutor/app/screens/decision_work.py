"""What the Decision screen asks the floors below, in threads."""

from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tutor.app.models.inspection import Inspection, Question

from .base import TutorScreen

if TYPE_CHECKING:
    from tutor.app.inspector import Inspector
    from tutor.policy import Flip


class DecisionWork(TutorScreen):
    """The workers behind Decision; they touch no widget."""

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

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def look(self, index: int | None, question: Question | None = None) -> None:
        """Find the request; `index` is that of an event, `question` is one that nobody sent."""

        def found(inspector: "Inspector") -> Inspection | None:
            return inspector.look(index) if question is None else inspector.begin(question)

        self.post_message(self.Looked(self.tutor.desk.inspect(found)))

    @work(thread=True, exclusive=True, group="ask", exit_on_error=False)
    def ask(self, question: Question, about: Inspection) -> None:
        """Decide another question."""
        from tutor.app.inspector import REFUSALS

        try:
            answer = self.tutor.desk.inspect(lambda inspector: inspector.ask(question, about))
        except REFUSALS as error:
            self.post_message(self.Answered(question, error))
        else:
            self.post_message(self.Answered(question, answer))

    @work(thread=True, exclusive=True, group="flip", exit_on_error=False)
    def search(self, about: Inspection) -> None:
        """Look for the least change."""
        self.post_message(
            self.Turned(about, self.tutor.desk.inspect(lambda inspector: inspector.flip(about)))
        )
