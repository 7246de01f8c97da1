"""A question that an exam's answer missed, with its explanation."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.quiz_question import QuestionView
from tutor.app.widgets.title_bar import TitleBar
from tutor.quiz.marking import mark
from tutor.wording import Language, say
from tutor.wording.quiz_say import skill_name

from .base import TooSmall
from .quiz_ways import QuizWays

if TYPE_CHECKING:
    from tutor.quiz.question import Question

    from .exam_report import ExamResult


class ExamLookScreen(QuizWays):
    """One after the other."""

    SCOPE = Scope.EXAM_LOOK
    CSS_PATH = "quiz.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.EXAM_LOOK, letters=True),
        *letter_bindings(),
    ]

    view = query_one(QuestionView)

    def __init__(self, result: "ExamResult", at: int) -> None:
        """`at` is which of the missed ones is shown."""
        super().__init__()
        self._result = result
        self._at = at

    def compose(self) -> ComposeResult:
        """Which one it is, and the question."""
        yield TitleBar()
        yield Static(id="head")
        yield QuestionView(self.language)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    async def on_mount(self) -> None:
        """Show it."""
        await self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room."""
        self.view.set_class(event.size.width < 100, "-stacked")

    @property
    def _place(self) -> int:
        return self._result.missed[self._at]

    @property
    def told(self) -> "Question":
        """The question that is shown."""
        return self._result.exam.questions[self._place]

    async def _show(self) -> None:
        missed, question = self._result.missed, self.told
        heading = Heading(say(self.language, "app.exam.look.title"), self._at + 1, len(missed))
        self.title_bar.heading = heading
        place = f"{self._place + 1}. {skill_name(question.skill, self.language)}"
        level = say(self.language, "quiz.level", level=question.level)
        self.query_one("#head", Static).update(Content.assemble((place, "bold"), (f"  ·  {level}", "$quiet")))
        given = self._result.exam.given.get(self._place)
        await self.view.show(question, mark=mark(question, given.answer if given is not None else ()))
        await self.view.ask.mount_all(self.ways(question))

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.view.language = language
        await self._show()

    async def action_turn(self, step: int) -> None:
        """The next one, or the one before."""
        self._at = (self._at + step) % len(self._result.missed)
        await self._show()

    def action_page(self, step: int) -> None:
        """Scroll what is shown."""
        self.view.page(step)

    def action_leave(self) -> None:
        """Back to the report."""
        from .exam_report import ExamReportScreen

        self.tutor.switch_screen(ExamReportScreen(self._result, self._at))
