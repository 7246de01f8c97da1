"""The quiz's door: what is due today, and the ways to be asked."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.models.quiz import QuizDoor, QuizMode
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import Way
from tutor.app.widgets.quiz_modes import QuizModes, today
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen


class QuizDoorScreen(TutorScreen):
    """Enter begins the marked way."""

    SCOPE = Scope.QUIZ_DOOR
    CSS_PATH = "quiz_door.tcss"
    AUTO_FOCUS = "#modes"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.QUIZ_DOOR, letters=True),
        *letter_bindings(),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, len(QuizMode) + 1)),
    ]

    modes = query_one(QuizModes)

    class Read(Message):
        """What there is to do today."""

        def __init__(self, door: QuizDoor) -> None:
            super().__init__()
            self.door = door

    def __init__(self) -> None:
        super().__init__()
        self.door: QuizDoor | None = None
        """What there is to do today; None until it was read."""

    def compose(self) -> ComposeResult:
        """A line about it, the ways, and beside them what the marked one is."""
        yield TitleBar()
        with Vertical(id="choice"):
            yield Static(id="lead")
            with Horizontal(id="rows"):
                yield QuizModes(self.language)
                yield VerticalScroll(id="about", can_focus=False)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read what there is to do."""
        self._lead(self._say("loading"))
        self.read()

    @work(thread=True, exclusive=True, group="quiz", exit_on_error=False)
    def read(self) -> None:
        """Open the log."""
        self.post_message(self.Read(self.tutor.desk.quiz.door()))

    @work(thread=True, exclusive=True, group="quiz", exit_on_error=False)
    def _turn(self) -> None:
        self.tutor.desk.quiz.turn_beyond()
        self.post_message(self.Read(self.tutor.desk.quiz.door()))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.query_one("#lead", Static).update(trouble(event.worker.error, self.language))

    @on(Read)
    async def _have_read(self, message: Read) -> None:
        self.door = message.door
        self._lead(self._say("lead"))
        self.modes.show(message.door)
        await self._tell()
        self.tutor.make_ready("quiz", "quiz_topics", "quiz_decision")

    def _lead(self, words: str) -> None:
        self.title_bar.heading = Heading(title=self._say("title"))
        self.query_one("#lead", Static).update(Content.styled(words, "$quiet"))

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.modes.language = language
        self._lead(self._say("lead" if self.door is not None else "loading"))
        if self.door is not None:
            self.modes.show(self.door)
            await self._tell()

    @on(RowList.Marked)
    async def _tell(self) -> None:
        """What the marked way is, and what can be done."""
        about = self.query_one("#about", VerticalScroll)
        with self.app.batch_update():
            await about.remove_children()
            if self.door is not None:
                await about.mount_all(self._card(self.modes.mode, self.door))

    def _card(self, mode: QuizMode, door: QuizDoor) -> list[Static]:
        if mode is QuizMode.BEYOND:
            name, words = say(self.language, "quiz.beyond"), say(self.language, "quiz.beyond.about")
        else:
            name, words = say(self.language, f"quiz.mode.{mode}"), self._say(f"about.{mode}")
        card = [Static(Content.styled(name, "bold"), classes="card-title")]
        if not door.taught and mode is not QuizMode.BEYOND:
            nothing = say(self.language, "quiz.nothing-taught")
            ways = [Way("Enter", self._say("start.lesson"), "screen.open", classes="-loud")]
            return [*card, Static(Content(nothing)), *ways]
        card.append(Static(Content(words)))
        line = self._now(mode, door)
        if line:
            card.append(Static(Content.styled(line, "bold $accent"), classes="card-label"))
        if mode is not QuizMode.REVIEW or door.due:
            card.append(
                Way("Enter", self._say(f"start.{self._start(mode, door)}"), "screen.open", classes="-loud")
            )
        return card

    def _now(self, mode: QuizMode, door: QuizDoor) -> str:
        """What is to be said about today."""
        if mode is QuizMode.REVIEW and not door.due:
            if door.next_due is None:
                return say(self.language, "quiz.nothing-due.ever")
            return say(self.language, "quiz.nothing-due", day=door.next_due.isoformat())
        return "" if mode is QuizMode.PRACTICE else today(mode, door, self.language)

    @staticmethod
    def _start(mode: QuizMode, door: QuizDoor) -> str:
        """How its way in is called."""
        match mode:
            case QuizMode.EXAM if door.exam_seconds is not None:
                return "exam.going"
            case QuizMode.DAILY if door.daily_done:
                return "daily.again"
            case QuizMode.BEYOND:
                return "beyond.on" if door.beyond else "beyond.off"
        return str(mode)

    @on(Way.Taken)
    async def _way(self, message: Way.Taken) -> None:
        await self.run_action(message.action)

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.action_open()

    def action_number(self, number: int) -> None:
        """Mark the way of that number and begin it."""
        self.modes.mark(2 * (number - 1))
        self.action_open()

    def action_open(self) -> None:
        """Begin the marked way."""
        door, mode = self.door, self.modes.mode
        if door is None:
            return
        if mode is QuizMode.BEYOND:
            self._turn()
        elif not door.taught:
            self.tutor.open_lesson(None)
        elif mode is QuizMode.REVIEW and not door.due:
            self.notify(self._now(mode, door), markup=False)
        elif mode is QuizMode.PRACTICE:
            from .quiz_topics import QuizTopicsScreen

            self.tutor.switch_screen(QuizTopicsScreen())
        elif mode is QuizMode.PROGRESS:
            from .quiz_progress import QuizProgressScreen

            self.tutor.switch_screen(QuizProgressScreen())
        elif mode is QuizMode.EXAM:
            self._exam(going=door.exam_seconds is not None)
        else:
            from .quiz import QuizScreen

            self.tutor.switch_screen(QuizScreen(mode))

    def _exam(self, *, going: bool) -> None:
        if going:
            from .exam import ExamScreen

            self.tutor.switch_screen(ExamScreen(None))
        else:
            from .exam_form import ExamFormScreen

            self.tutor.switch_screen(ExamFormScreen())

    def action_leave(self) -> None:
        """Back Home."""
        self.tutor.go_home()

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.quiz.{message}", **values)
