"""What the quiz asks of the floors below: one job after the other, in threads; answers come as messages."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tutor.app.models.quiz import QuizMode

from .quiz_ways import QuizWays

if TYPE_CHECKING:
    from tutor.quiz.learner import Given
    from tutor.quiz.log import Answered
    from tutor.quiz.sessions import Asked, Session


class QuizWork(QuizWays):
    """The workers behind a session; they touch no widget."""

    class Drawn(Message):
        """The next question is there; None at the end."""

        def __init__(self, asked: "Asked | None", session: "Session") -> None:
            super().__init__()
            self.asked, self.session = asked, session

    class Noted(Message):
        """The answer is in the log, and the question after it drawn."""

        def __init__(self, days: int | None, following: "Asked | None") -> None:
            super().__init__()
            self.days, self.following = days, following

    class TakenBack(Message):
        """An answer does not count any more; None where there is none of today."""

        def __init__(self, taken: "Answered | None", asked: "Asked | None") -> None:
            super().__init__()
            self.taken, self.asked = taken, asked

    def __init__(self, mode: QuizMode, skills: Sequence[str] = ()) -> None:
        """`skills` is the topic of practice."""
        super().__init__()
        self.mode = mode
        self.skills = tuple(skills)
        self.session: Session | None = None
        """None until the first question is there."""
        self._turn = threading.Lock()

    @work(thread=True, group="quiz", exit_on_error=False)
    def draw(self) -> None:
        """Begin the session and draw its first question."""
        with self._turn:
            session = self.tutor.desk.quiz.session(self.mode, self.skills)
            asked = session.next()
        self.post_message(self.Drawn(asked, session))

    @work(thread=True, group="quiz", exit_on_error=False)
    def note(self, session: "Session", given: "Given", skill: str, rated: bool) -> None:
        """Note the answer, then draw the next question while the explanation is read."""
        from tutor.app.quiz_desk import days_until

        with self._turn:
            session.answer(given)
            days = days_until(session.learner, skill) if rated else None
            following = session.next()
        self.post_message(self.Noted(days, following))

    @work(thread=True, group="quiz", exit_on_error=False)
    def take_back(self, session: "Session") -> None:
        """Let the last answer of today not count, and ask on."""
        with self._turn:
            taken = session.undo()
            asked = session.next()
        self.post_message(self.TakenBack(taken, asked))
