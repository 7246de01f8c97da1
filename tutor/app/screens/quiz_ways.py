"""The ways on from a question that was answered: its decision, its lesson, its account in a sandbox."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on

from tutor.app.widgets.lesson_path import Way
from tutor.wording import say

from .base import TutorScreen

if TYPE_CHECKING:
    from tutor.quiz.question import Question


class QuizWays(TutorScreen):
    """A screen that shows a question."""

    @property
    def told(self) -> "Question | None":
        """The question whose explanation is shown."""
        raise NotImplementedError

    def ways(self, question: "Question") -> Iterator[Way]:
        """A line each for what there is to look at."""
        from tutor.quiz.staging import staged

        keys = {command.action: command.key_label for command in self.commands}
        if question.scene is not None:
            words = say(self.language, "app.quiz.way.decision")
            yield Way(keys["screen.decision"], words, "screen.decision")
        if (lesson := self._lesson(question)) is not None:
            words = say(self.language, "app.quiz.way.lesson", lesson=lesson[1])
            yield Way(keys["screen.lesson"], words, "screen.lesson")
        if question.scene is not None and staged(question.scene) is not None:
            words = say(self.language, "app.quiz.way.sandbox")
            yield Way(keys["screen.sandbox"], words, "screen.sandbox")

    def _lesson(self, question: "Question") -> tuple[str, str] | None:
        """The lesson that teaches the question's skill, and its title."""
        from tutor.course.index import LessonIndex
        from tutor.quiz.skills import lesson_of

        lesson = lesson_of(question.skill)
        entry = LessonIndex.list().find(lesson) if lesson else None
        return None if entry is None else (entry.id, f"{entry.order:02} {entry.titles[self.language]}")

    @on(Way.Taken)
    async def _way(self, message: Way.Taken) -> None:
        message.stop()
        await self.run_action(message.action)

    def action_decision(self) -> None:
        """The decision of that very request."""
        question = self.told
        if question is None or question.scene is None:
            self._not_now("no-decision")
            return
        from .quiz_decision import QuizDecisionScreen

        self.app.push_screen(QuizDecisionScreen(question.scene))

    def action_lesson(self) -> None:
        """The lesson that teaches it."""
        question = self.told
        if question is None:
            self._not_now("after-answer")
        elif (lesson := self._lesson(question)) is None:
            self._not_now("no-lesson")
        else:
            self.tutor.open_lesson(lesson[0])

    def action_sandbox(self) -> None:
        """A new sandbox with the question's account."""
        from tutor.quiz.staging import staged

        question = self.told
        if question is None:
            self._not_now("after-answer")
            return
        stage = staged(question.scene) if question.scene is not None else None
        if stage is None:
            self._not_now("no-sandbox")
        else:
            self.tutor.open_staged(stage)

    def _not_now(self, message: str) -> None:
        self.notify(say(self.language, f"app.quiz.{message}"), markup=False)
