"""What a lesson asks of the floors below: one job at a time, in threads; answers come back as messages."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message

from tutor.app.desk import Desk, Turn
from tutor.app.models.offer import Offer
from tutor.wording import Language

from .base import TutorScreen

Then = Callable[[Turn], None]
"""What a dialog does with the answer that it asked for."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something asked of the lesson."""

    ask: Callable[[Desk, Language], Turn]
    then: Then | None = None
    failed: Callable[[BaseException], None] | None = None
    """Takes an error that the asker knows how to tell."""


class LessonWork(TutorScreen):
    """The workers behind Learn; they touch no widget."""

    class Opened(Message):
        """The lesson is there, with the lines typed in earlier sessions."""

        def __init__(self, turn: Turn, typed: Sequence[str]) -> None:
            super().__init__()
            self.turn, self.typed = turn, typed

    class Answered(Message):
        """A line has run."""

        def __init__(self, turn: Turn, then: Then | None = None) -> None:
            super().__init__()
            self.turn, self.then = turn, then

    class Failed(Message):
        """A job came to an error that its asker tells."""

        def __init__(self, job: Job, error: BaseException) -> None:
            super().__init__()
            self.job, self.error = job, error

    class Spoken(Message):
        """Everything that was said, in the language chosen now."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    class Offered(Message):
        """How a line may go on."""

        def __init__(self, offers: Sequence[Offer], line: str, cursor: int) -> None:
            super().__init__()
            self.offers, self.line, self.cursor = offers, line, cursor

    def __init__(self, lesson_id: str | None, place: str = "") -> None:
        super().__init__()
        self._lesson_id, self._place = lesson_id, place
        self._waiting: deque[Job] = deque()
        self._working = True
        self._warm = False

    @property
    def working(self) -> bool:
        """A job is being done."""
        return self._working

    def show_working(self, working: bool) -> None:
        """Tell the learner that a job has begun or ended."""

    def begin_lesson(self) -> None:
        """Open the lesson."""
        self._set_working(True)
        self._open(self._lesson_id, self._place, self.language)

    def send(self, line: str, then: Then | None = None) -> None:
        """Take a line, after those that wait."""
        self.ask(Job(lambda desk, language: desk.enter(line, language), then))

    def ask(self, job: Job) -> None:
        """Do something, after what waits."""
        self._waiting.append(job)
        if not self._working:
            self.work_on()

    def work_on(self) -> None:
        """The job before is done: take the next line, if one waits."""
        self._set_working(bool(self._waiting))
        if self._waiting:
            self._answer(self._waiting.popleft(), self.language)

    def drop_waiting(self) -> None:
        """Forget the lines that wait: something went wrong."""
        self._waiting.clear()

    def say_again(self, language: Language) -> None:
        """Everything in another language."""
        self._set_working(True)
        self._speak(language)

    def ask_offers(self, line: str, cursor: int) -> None:
        """How may the word at `cursor` go on?"""
        if not self._working:
            self._find_offers(line, cursor)

    def warm_up(self) -> None:
        """Load what the first command needs; once."""
        if not self._warm:
            self._warm = True
            self._load()

    def look_for_others(self) -> None:
        """Take in what another process wrote, when nothing else is going on."""
        if not self._working and self.tutor.desk.others_wrote:
            self._set_working(True)
            self._catch_up(self.language)

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.show_working(working)

    @work(thread=True, group="lesson", exit_on_error=False)
    def _open(self, lesson_id: str | None, place: str, language: Language) -> None:
        desk = self.tutor.desk
        self.post_message(self.Opened(desk.open_lesson(lesson_id, language, place), desk.typed_lines()))

    @work(thread=True, group="lesson", exit_on_error=False)
    def _answer(self, job: Job, language: Language) -> None:
        try:
            self.post_message(self.Answered(job.ask(self.tutor.desk, language), job.then))
        except Exception as error:
            if job.failed is None:
                raise
            self.post_message(self.Failed(job, error))

    @work(thread=True, group="lesson", exit_on_error=False)
    def _speak(self, language: Language) -> None:
        self.post_message(self.Spoken(self.tutor.desk.speak(language)))

    @work(thread=True, group="lesson", exit_on_error=False)
    def _catch_up(self, language: Language) -> None:
        self.post_message(self.Answered(self.tutor.desk.catch_up(language)))

    @work(thread=True, group="offers", exclusive=True, exit_on_error=False)
    def _find_offers(self, line: str, cursor: int) -> None:
        self.post_message(self.Offered(self.tutor.desk.offers(line, cursor), line, cursor))

    @work(thread=True, group="warm-up", exit_on_error=False)
    def _load(self) -> None:
        self.tutor.desk.warm_up()
