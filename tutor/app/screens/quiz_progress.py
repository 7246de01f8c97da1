"""Progress: accuracy and recall by week, every skill, what comes due."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.models.quiz import QuizMode
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.skill_table import SkillTable
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.widgets.week_chart import ForecastChart, WeekChart
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen

if TYPE_CHECKING:
    from tutor.quiz.progress import Picture


class QuizProgressScreen(TutorScreen):
    """Enter practises the marked skill."""

    SCOPE = Scope.QUIZ_PROGRESS
    CSS_PATH = "quiz_progress.tcss"
    AUTO_FOCUS = "#skills"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.QUIZ_PROGRESS, letters=True),
        *letter_bindings(),
    ]

    skills = query_one(SkillTable)

    class Read(Message):
        """How it goes."""

        def __init__(self, picture: "Picture", today: date) -> None:
            super().__init__()
            self.picture, self.today = picture, today

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        """None until the log was read."""

    def compose(self) -> ComposeResult:
        """The charts above the skills."""
        yield TitleBar()
        with Vertical(id="progress"):
            yield Static(id="totals")
            with Horizontal(id="charts"):
                with Vertical(classes="chart"):
                    yield Static(id="weeks-label", classes="chart-label")
                    yield WeekChart(self.language)
                with Vertical(classes="chart -forecast"):
                    yield Static(id="forecast-label", classes="chart-label")
                    yield ForecastChart(self.language)
            yield SkillTable(self.language)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read the log."""
        self._entitle()
        self._read()

    @work(thread=True, exclusive=True, group="quiz", exit_on_error=False)
    def _read(self) -> None:
        picture = self.tutor.desk.quiz.picture()
        self.post_message(self.Read(picture, self.tutor.desk.learner_clock().date()))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.query_one("#totals", Static).update(trouble(event.worker.error, self.language))

    @on(Read)
    def _have_read(self, message: Read) -> None:
        self.picture, self._today = message.picture, message.today
        self._show()

    def _entitle(self) -> None:
        self.title_bar.heading = Heading(title=say(self.language, "app.progress.title"))
        weeks = say(self.language, "quiz.progress.weeks")
        self.query_one("#weeks-label", Static).update(Content.styled(weeks, "bold"))

    def _show(self) -> None:
        picture, language = self.picture, self.language
        if picture is None:
            return
        forecast = say(language, "quiz.progress.forecast", days=len(picture.forecast))
        self.query_one("#forecast-label", Static).update(Content.styled(forecast, "bold"))
        for chart in (self.query_one(WeekChart), self.query_one(ForecastChart)):
            chart.language = language
        self.query_one(WeekChart).show(picture.weeks)
        self.query_one(ForecastChart).show(picture.forecast)
        self.skills.language = language
        self.skills.show(picture, self._today)
        self.query_one("#totals", Static).update(self._totals(picture))

    def _totals(self, picture: "Picture") -> Content:
        """How much in all, and one quiet word about days in a row."""
        if not picture.asked:
            return Content(say(self.language, "quiz.progress.nothing"))
        asked = say(self.language, "quiz.progress.asked", asked=picture.asked, right=picture.right)
        mastered = say(self.language, "app.progress.mastered", count=picture.mastered)
        line = Content.assemble((asked, "bold"), f"  ·  ● {mastered}")
        if picture.days_in_a_row > 1:
            streak = say(self.language, "quiz.progress.streak", days=picture.days_in_a_row)
            line += Content.styled(f"  ·  {streak}", "$quiet")
        return line

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self._entitle()
        self._show()

    @on(RowList.Opened)
    def action_practise(self) -> None:
        """Practise the marked skill."""
        from .quiz import QuizScreen

        if (skill := self.skills.skill) is not None:
            self.tutor.switch_screen(QuizScreen(QuizMode.PRACTICE, (skill,)))

    def action_leave(self) -> None:
        """Back to the quiz."""
        self.tutor.open_quiz()
