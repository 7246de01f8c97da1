"""What a lesson asks of the floors below: one job at a time, in threads; answers come back as messages."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message

from tutor.app.desk import Desk, Turn
from tutor.app.garbage import account_was_opened
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
    line: str = ""
    """The line of the console."""
    pasted: int = 0
    """The paste to which the line belongs, 0 for none: after a failure the rest of it does not run."""


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
        """How a line may go on; `asked` with Tab."""

        def __init__(self, offers: Sequence[Offer], line: str, cursor: int, *, asked: bool) -> None:
            super().__init__()
            self.offers, self.line, self.cursor, self.asked = offers, line, cursor, asked

    def __init__(self, lesson_id: str | None, place: str = "") -> None:
        super().__init__()
        self._lesson_id, self._place = lesson_id, place
        self._waiting: deque[Job] = deque()
        self._working = True
        self._warm = False
        self._is_loaded = False
        self._job: Job | None = None
        self._pastes = 0

    @property
    def working(self) -> bool:
        """A job is being done."""
        return self._working

    def show_working(self, working: bool) -> None:
        """Tell the learner that a job has begun or ended."""

    def begin_lesson(self) -> None:
        """Open the lesson."""
        self._set_working(True)
        self._open(self.language)

    def open_with(self, desk: Desk, language: Language) -> Turn:
        """Open what the screen is about."""
        return desk.open_lesson(self._lesson_id, language, self._place)

    def send(self, line: str, then: Then | None = None) -> None:
        """Take a line, after those that wait."""
        self.ask(Job(_entering(line), then, line=line))

    def send_all(self, lines: Sequence[str]) -> None:
        """Take pasted lines in order; the first that fails keeps back the rest."""
        self._pastes += 1
        for line in lines:
            self.ask(Job(_entering(line), line=line, pasted=self._pastes))

    def kept_back(self, turn: Turn) -> Sequence[str]:
        """The lines of a paste that do not run because this one of it failed."""
        done = self._job
        if done is None or not done.pasted or turn.result is None or turn.result.rc == 0:
            return ()
        left = [job.line for job in self._waiting if job.pasted == done.pasted]
        self._waiting = deque(job for job in self._waiting if job.pasted != done.pasted)
        return left

    def stop_command(self) -> None:
        """End a command that waits, and forget the lines behind it."""
        self.drop_waiting()
        self.tutor.desk.stop()

    def ask(self, job: Job) -> None:
        """Do something, after what waits."""
        self._waiting.append(job)
        if not self._working:
            self.work_on()

    def work_on(self) -> None:
        """The job before is done: take the next line, if one waits."""
        self._set_working(bool(self._waiting))
        if self._waiting:
            self._job = self._waiting.popleft()
            self._answer(self._job, self.language)

    def drop_waiting(self) -> None:
        """Forget the lines that wait: something went wrong."""
        self._waiting.clear()

    def say_again(self, language: Language) -> None:
        """Everything in another language."""
        self._set_working(True)
        self._speak(language)

    def ask_offers(self, line: str, cursor: int, *, asked: bool = True) -> None:
        """How may the word at `cursor` go on? Not `asked` with Tab: only if it costs no waiting."""
        if not self._working and (asked or self._is_loaded):
            self._find_offers(line, cursor, self.language, asked=asked)

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
    def _open(self, language: Language) -> None:
        desk = self.tutor.desk
        another = desk.is_open
        turn = self.open_with(desk, language)
        if self.tutor.keeps_tidy:
            account_was_opened(another=another)
        self.post_message(self.Opened(turn, desk.typed_lines()))

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
    def _find_offers(self, line: str, cursor: int, language: Language, *, asked: bool) -> None:
        offers = self.tutor.desk.offers(line, cursor, language)
        self.post_message(self.Offered(offers, line, cursor, asked=asked))

    @work(thread=True, group="warm-up", exit_on_error=False)
    def _load(self) -> None:
        self.tutor.desk.warm_up()
        self._is_loaded = True


def _entering(line: str) -> Callable[[Desk, Language], Turn]:
    return lambda desk, language: desk.enter(line, language)
