"""Quiz: one question a screen; after the answer, why."""

import time
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.quiz_question import QuestionView
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say
from tutor.wording.quiz_say import place_text, skill_name, why_now

from .base import TooSmall
from .quiz_work import QuizWork

if TYPE_CHECKING:
    from tutor.quiz.question import Question
    from tutor.quiz.sessions import Asked


class QuizScreen(QuizWork):
    """One session."""

    SCOPE = Scope.QUIZ
    CSS_PATH = "quiz.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.QUIZ, letters=True), *letter_bindings()]

    view = query_one(QuestionView)

    asked: "Asked | None" = None
    """The question on the screen."""
    following: "Asked | None" = None
    """The one after it, drawn while the explanation is read."""
    is_noted = True
    """The answer is in the log."""
    is_over = False
    """Nothing more is asked."""
    _days: int | None = None
    _since = 0.0

    def compose(self) -> ComposeResult:
        """Where it stands, and the question."""
        yield TitleBar()
        yield Static(Content(say(self.language, "app.quiz.loading")), id="head")
        yield QuestionView(self.language)
        yield Static(id="over")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Begin."""
        self.title_bar.heading = Heading(title=say(self.language, f"quiz.mode.{self.mode}"))
        self.draw()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room."""
        self.view.set_class(event.size.width < 100, "-stacked")

    @property
    def told(self) -> "Question | None":
        """The question whose explanation is shown."""
        return self.asked.question if self.asked is not None and self.view.mark is not None else None

    # What the floors below answered.

    @on(QuizWork.Drawn)
    async def _drawn(self, message: QuizWork.Drawn) -> None:
        self.session = message.session
        await self._ask(message.asked)

    @on(QuizWork.Noted)
    def _have_noted(self, message: QuizWork.Noted) -> None:
        self.is_noted, self.following, self._days = True, message.following, message.days
        self._head()

    @on(QuizWork.TakenBack)
    async def _taken_back(self, message: QuizWork.TakenBack) -> None:
        self.is_noted = True
        if message.taken is None:
            self.notify(say(self.language, "quiz.nothing-to-undo"), markup=False)
            return
        skill = skill_name(message.taken.skill, self.language)
        self.notify(say(self.language, "quiz.undone", skill=skill), markup=False)
        await self._ask(message.asked)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.is_noted = True
            self.query_one("#head", Static).update(trouble(event.worker.error, self.language))

    async def _ask(self, asked: "Asked | None") -> None:
        """Put a question on the screen, or say how it went."""
        self.asked, self.following, self._days = asked, None, None
        self.is_over = asked is None
        self.set_class(self.is_over, "-over")
        if asked is None:
            self._say_how_it_went()
        else:
            await self.view.show(asked.question)
            self._since = time.monotonic()
        self._head()

    # What is said around the question.

    def _head(self) -> None:
        asked, session, language = self.asked, self.session, self.language
        results = session.results if session is not None else []
        right = sum(one.right for one in results)
        score = say(language, "app.quiz.score", asked=len(results), right=right) if results else ""
        title = say(language, f"quiz.mode.{self.mode}")
        if asked is None:
            self.title_bar.heading = Heading(title=title, time=score)
            return
        step, steps = (0, 0) if asked.of is None else (asked.number, asked.of)
        self.title_bar.heading = Heading(title, step, steps, time=score)
        parts = [skill_name(asked.question.skill, language)]
        if asked.of is None:
            parts.insert(0, place_text(asked.number, None, language))
        parts.append(say(language, "quiz.level", level=asked.question.level))
        line = Content.styled(parts[0], "bold") + Content.styled("  ·  " + "  ·  ".join(parts[1:]), "$quiet")
        said = self._coming() if self.view.mark is not None else why_now(asked.why, language)
        if said:
            line += Content("\n") + Content.styled(said, "$accent" if self.view.mark else "$quiet")
        self.query_one("#head", Static).update(line)

    def _coming(self) -> str:
        """When the skill comes again."""
        if self._days is None:
            return ""
        name = "quiz.next-due.one" if self._days == 1 else "quiz.next-due"
        return say(self.language, name, days=self._days)

    def _say_how_it_went(self) -> None:
        results = self.session.results if self.session is not None else []
        language = self.language
        if not results:
            words = Content(say(language, "app.quiz.over.none"))
        else:
            right = sum(one.right for one in results)
            ended = say(language, "quiz.end", asked=len(results), right=right)
            words = Content.styled(ended, "bold")
            missed = dict.fromkeys(one.skill for one in results if not one.right)
            if missed:
                names = [f"  ✗ {skill_name(skill, language)}" for skill in missed]
                label = say(language, "app.quiz.over.missed")
                words += Content.assemble("\n\n", (label, "$quiet"), "\n", "\n".join(names))
        enter = say(language, "app.quiz.over.enter")
        self.query_one("#over", Static).update(words + Content("\n\n") + Content.styled(enter, "$quiet"))

    async def speak(self, language: Language) -> None:
        """Say it in another language; the answer that stands stays."""
        await super().speak(language)
        if self.is_over:
            self._say_how_it_went()
        elif self.asked is not None:
            await self.view.say_again(language)
            if self.view.mark is not None:
                await self.view.ask.mount_all(self._below(self.asked.question))
        self._head()

    # What the learner does.

    @on(QuestionView.Submitted)
    async def action_go(self) -> None:
        """Answer, or go to the next question."""
        if self.is_over:
            self.tutor.open_quiz()
        elif self.asked is None:
            return
        elif self.view.mark is not None:
            if self.is_noted:
                await self._ask(self.following)
        elif (answer := self.view.answer) is None:
            self.view.complain()
        else:
            await self._answer(answer)

    async def action_pass(self) -> None:
        """I do not know."""
        if self.asked is not None and self.view.mark is None and not self.is_over:
            await self._answer(())

    async def _answer(self, answer: tuple[str, ...]) -> None:
        """Judge it here and at once; the log and the next question are a worker's."""
        from tutor.quiz.learner import Given
        from tutor.quiz.marking import mark

        asked, session = self.asked, self.session
        if asked is None or session is None or not self.is_noted:
            return
        given = Given(answer, hint=self.view.hinted, seconds=time.monotonic() - self._since)
        self.is_noted = False
        self.note(session, given, asked.question.skill, asked.rated)
        await self.view.tell(mark(asked.question, answer), self._below(asked.question))
        self._head()

    def _below(self, question: "Question") -> "list[Static]":
        from tutor.app.widgets.lesson_path import Way

        return [
            *self.ways(question),
            Way("Enter", say(self.language, "app.quiz.next"), "screen.go", classes="-loud"),
        ]

    async def action_hint(self) -> None:
        """Show the hint."""
        await self.view.give_hint()

    def action_undo(self) -> None:
        """Take back the last answer that moved a review."""
        if self.session is not None and self.is_noted:
            self.is_noted = False
            self.take_back(self.session)

    def action_page(self, step: int) -> None:
        """Scroll what is shown."""
        self.view.page(step)

    def action_leave(self) -> None:
        """Back to the quiz."""
        self.tutor.open_quiz()
