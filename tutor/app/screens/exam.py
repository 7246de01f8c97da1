"""Exam: questions against the clock, in any order; nothing is explained until it is handed in."""

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.exam_strip import ExamStrip
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.quiz_question import QuestionView
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import DIALOG, TooSmall, TutorScreen

if TYPE_CHECKING:
    from tutor.quiz.exam import Exam, ExamSpec, SkillReport

SECOND: Final = 1.0
WORKERS: Final = "exam"


class ExamScreen(TutorScreen):
    """One exam, from its first question or from where it was left."""

    SCOPE = Scope.EXAM
    CSS_PATH = "quiz.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.EXAM, letters=True), *letter_bindings()]

    view = query_one(QuestionView)
    strip = query_one(ExamStrip)

    class Opened(Message):
        """The questions are there."""

        def __init__(self, exam: "Exam", *, resumed: bool) -> None:
            super().__init__()
            self.exam, self.resumed = exam, resumed

    class Ticked(Message):
        """The time that has gone by is written down."""

    class Ended(Message):
        """It was handed in."""

        def __init__(self, report: "tuple[SkillReport, ...]") -> None:
            super().__init__()
            self.report = report

    def __init__(self, spec: "ExamSpec | None") -> None:
        """A new exam, or without a spec the one that is going on."""
        super().__init__()
        self._spec = spec
        self.exam: Exam | None = None
        """None until its questions were drawn."""
        self.place = 0
        """Of the question on the screen, from 0."""
        self.answers: dict[int, tuple[str, ...]] = {}
        """What stands for each place."""
        self._changed = False
        self._ending = False
        self._since = self._ticked = 0.0
        self.keeping = threading.Lock()
        """Held while something is written to the log."""

    def compose(self) -> ComposeResult:
        """The numbers above the question."""
        yield TitleBar()
        yield Static(Content(say(self.language, "app.quiz.loading")), id="head")
        yield ExamStrip()
        yield QuestionView(self.language)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Draw the questions; the clock runs from when they are there."""
        self.title_bar.heading = Heading(title=say(self.language, "app.exam.title"))
        self._open()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room."""
        self.view.set_class(event.size.width < 100, "-stacked")

    @work(thread=True, group=WORKERS, exit_on_error=False)
    def _open(self) -> None:
        exam = self.tutor.desk.quiz.exam(self._spec)
        self.post_message(self.Opened(exam, resumed=self._spec is None))

    @on(Opened)
    async def _opened(self, message: Opened) -> None:
        self.exam = exam = message.exam
        self.answers = {place: entry.answer for place, entry in exam.given.items()}
        self._ticked = time.monotonic()
        if message.resumed:
            self.notify(say(self.language, "quiz.exam.resumed"), markup=False)
        await self._go(exam.next_place or 0)
        self.set_interval(SECOND, self.tick)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.query_one("#head", Static).update(trouble(event.worker.error, self.language))

    def tick(self) -> None:
        """A second has gone by."""
        exam, now = self.exam, time.monotonic()
        if exam is None or self._ending:
            return
        since, self._ticked = now - self._ticked, now
        self._write_time(since)

    @work(thread=True, group=WORKERS, exit_on_error=False)
    def _write_time(self, seconds: float) -> None:
        assert self.exam is not None
        with self.keeping:
            if not self._ending:
                self.exam.tick(seconds)
        self.post_message(self.Ticked())

    @on(Ticked)
    def _have_ticked(self) -> None:
        if self.exam is None or self._ending:
            return
        self._tell_time()
        if self.exam.is_over:
            self.notify(say(self.language, "quiz.exam.time-over"), markup=False)
            self._end()

    async def _go(self, place: int) -> None:
        """Show a question; what stood on the one before is noted."""
        exam = self.exam
        if exam is None or self._ending:
            return
        self._note_changed()
        self.place = place % len(exam.questions)
        self._since = time.monotonic()
        await self.view.show(exam.questions[self.place], self.answers.get(self.place, ()))
        self._changed = False
        self._tell()

    def _tell(self) -> None:
        exam = self.exam
        if exam is None:
            return
        count, language = len(exam.questions), self.language
        self.strip.show(count, self.place, self.answers)
        place = say(language, "app.exam.place", number=self.place + 1, of=count)
        done = say(language, "app.exam.answered", done=len(self.answers), of=count)
        line = Content.assemble((place, "bold"), ("  ·  " + done, "$quiet"))
        if self.place in self.answers:
            line += Content.assemble("\n", (say(language, "app.exam.kept"), "$success"))
        self.query_one("#head", Static).update(line)
        self._tell_time()

    def _tell_time(self) -> None:
        assert self.exam is not None
        minutes, seconds = divmod(int(self.exam.seconds_left), 60)
        left = say(self.language, "app.exam.left", minutes=minutes, seconds=seconds)
        title = say(self.language, "app.exam.title")
        self.title_bar.heading = Heading(title=title, time=left)

    async def speak(self, language: Language) -> None:
        """Say it in another language; the answer that stands stays."""
        await super().speak(language)
        if self.exam is not None:
            changed = self._changed
            await self.view.say_again(language)
            self._changed = changed
            self._tell()

    # What the learner does.

    @on(QuestionView.Changed)
    def _have_changed(self) -> None:
        self._changed = True

    @on(ExamStrip.Picked)
    async def _picked(self, message: ExamStrip.Picked) -> None:
        await self._go(message.place)

    def _note_changed(self) -> None:
        answer = self.view.answer
        if self._changed and answer is not None and answer != self.answers.get(self.place):
            self._note_answer(answer)

    def _note_answer(self, answer: tuple[str, ...]) -> None:
        self.answers[self.place] = answer
        self._changed = False
        self._keep(self.place, answer, time.monotonic() - self._since)

    @work(thread=True, group=WORKERS, exit_on_error=False)
    def _keep(self, place: int, answer: tuple[str, ...], seconds: float) -> None:
        from tutor.quiz.learner import Given

        exam = self.exam
        if exam is not None:
            with self.keeping, suppress(ValueError):  # the time was over before it could be noted
                exam.answer(place, Given(answer, seconds=seconds))

    @on(QuestionView.Submitted)
    async def action_go(self) -> None:
        """Note the answer and go to the next question."""
        if self.exam is None or self._ending:
            return
        answer = self.view.answer
        if answer is None:
            self.view.complain()
            return
        if answer != self.answers.get(self.place):
            self._note_answer(answer)
        if len(self.answers) == len(self.exam.questions):
            self.action_hand_in()
        elif self.place + 1 < len(self.exam.questions):
            await self._go(self.place + 1)
        else:
            await self.action_next_open()

    async def action_turn(self, step: int) -> None:
        """The next question, or the one before."""
        await self._go(self.place + step)

    async def action_next_open(self) -> None:
        """The next question without an answer."""
        if self.exam is None:
            return
        self._note_changed()
        count = len(self.exam.questions)
        later = (place % count for place in range(self.place + 1, self.place + 1 + count))
        await self._go(next((place for place in later if place not in self.answers), self.place))

    def action_page(self, step: int) -> None:
        """Scroll what is shown."""
        self.view.page(step)

    @work(group=DIALOG, exclusive=True)
    async def action_hand_in(self) -> None:
        """Hand it in, after a question."""
        from .asking import AskingScreen

        if self.exam is None or self._ending:
            return
        self._note_changed()
        self._tell()
        asked = say(self.language, "app.exam.ask", done=len(self.answers), of=len(self.exam.questions))
        answers = [say(self.language, f"app.exam.ask.{one}") for one in ("yes", "no")]
        if not await self.app.push_screen_wait(AskingScreen(asked, answers)):
            self._end()

    def _end(self) -> None:
        if not self._ending:
            self._ending = True
            self._hand_in()

    @work(thread=True, group=WORKERS, exit_on_error=False)
    def _hand_in(self) -> None:
        assert self.exam is not None
        with self.keeping:
            report = self.exam.end()
        self.post_message(self.Ended(report))

    @on(Ended)
    def _ended(self, message: Ended) -> None:
        from .exam_report import ExamReportScreen, ExamResult

        assert self.exam is not None
        self.tutor.switch_screen(ExamReportScreen(ExamResult(self.exam, message.report)))

    def action_leave(self) -> None:
        """Leave it; the answers and the time wait."""
        if self.exam is not None and not self._ending:
            self._note_changed()
            self.tick()
        self.tutor.open_quiz()
