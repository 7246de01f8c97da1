"""A lesson being done: the one state machine behind the app and plain mode."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..goals import Grounds, Refusal, Result, evaluate_goals
from ..language import Language
from ..lesson import Lesson
from ..progress import LessonRecord, ProgressStore
from ..schema import Step
from .book import Book
from .hints import HintGate
from .opening import begun, resumed
from .outcome import AnswerResult, Outcome, OutcomeKind
from .permission_map import MapRow, permission_map
from .view import PREDICTIONS, Page, StepView
from .words import Word, as_choice, as_word

if TYPE_CHECKING:
    from tutor.gateway import Console, ConsoleResult, Sandbox


@dataclass(frozen=True, slots=True)
class _State:
    """Results at one moment, so that what an entry changed can be told."""

    goals: tuple[Result, ...]
    keeps: tuple[Result, ...]

    @property
    def passed(self) -> bool:
        return all(result.passed for result in (*self.goals, *self.keeps))


class LessonRun:
    """One learner in one lesson; `enter` takes whatever is typed, `view` gives what to show."""

    def __init__(
        self,
        lesson: Lesson,
        sandbox: "Sandbox",
        console: "Console",
        progress: ProgressStore,
        clock: Callable[[], datetime],
    ) -> None:
        """Goes on where the learner left this lesson, or begins it.

        `clock` is only asked how long ago the last hint was given.
        """
        self.lesson = lesson
        self.sandbox = sandbox
        self.console = console
        console.restart = self.restart
        self._progress = progress
        self._end = -1
        self._book = Book(lesson, progress, resumed(lesson, sandbox.save, progress) or self._begun())
        self._hints = HintGate(self._book, clock)
        progress.set_setting("last-lesson", lesson.id)
        self._state = self._checked()
        self._settle(self._state)
        self._save()

    # Looking

    @property
    def record(self) -> LessonRecord:
        """How far the learner is."""
        return self._book.record

    @property
    def finished(self) -> bool:
        """The last step is behind the learner."""
        return self.record.finished

    def view(self, language: Language) -> StepView:
        """The step on screen."""
        page = Page(self.lesson, self.record, self._book.step, language)
        return page.view(self._state.goals, self._state.keeps)

    def map(self) -> tuple[MapRow, ...]:
        """The lesson's permission map as it is now."""
        return tuple(permission_map(self.lesson, self._grounds()))

    def refresh(self) -> Outcome:
        """Check again after something outside changed the account, such as another process's lines."""
        return self._after(Outcome(OutcomeKind.CONSOLE))

    # Doing

    def enter(self, text: str) -> Outcome:
        """Take one line: a word of the course, an answer, a console line, or nothing but Enter."""
        outcome = self._entered(text)
        self._save()
        return outcome

    def restart(self) -> None:
        """Begin the lesson again with a fresh account; skills stay."""
        self._book.record = self._begun()
        self._hints.turn_page()
        self._state = self._checked()
        self._save()

    def _entered(self, text: str) -> Outcome:
        if self.console.takes(text):
            return self._console_line(text)
        if not text.strip():
            return self._enter_key()
        word = as_word(text)
        if word is not None:
            return self._word(word)
        options = self._options()
        if options and self._book.step.id not in self.record.answers:
            choose = self._book.step.choose
            choice = as_choice(text, options, several=bool(choose and choose.several))
            if choice is not None:
                return self._answer(choice) if choice else Outcome(OutcomeKind.NO_SUCH_OPTION)
        return self._console_line(text)

    def _enter_key(self) -> Outcome:
        do = self._book.step.do
        if do and do.line is not None and not self._book.passed:
            return self._console_line(do.line)
        return self._next()

    def _word(self, word: Word) -> Outcome:
        match word:
            case Word.NEXT:
                return self._next()
            case Word.HINT:
                return self._hint()
            case Word.SOLUTION:
                return self._solution()
            case Word.UNDO:
                undone = self.sandbox.save.undo() is not None
                return self._after(Outcome(OutcomeKind.UNDONE if undone else OutcomeKind.NOTHING_TO_UNDO))
            case Word.REDO:
                redone = self.sandbox.save.redo() is not None
                return self._after(Outcome(OutcomeKind.REDONE if redone else OutcomeKind.NOTHING_TO_REDO))
        return Outcome(OutcomeKind(word.value))

    def _console_line(self, line: str) -> Outcome:
        result = self.console.run(line)
        self._hints.note_attempt()
        return self._after(Outcome(OutcomeKind.CONSOLE, console=result, line=result.line))

    def _hint(self) -> Outcome:
        levels = len(self.lesson.prose["en"].steps[self._book.step.id].hints)
        return Outcome(OutcomeKind.HINT, hint=self._hints.ask(levels))

    def _solution(self) -> Outcome:
        step = self._book.step
        if step.do:
            self._book.show_solution()
            return Outcome(OutcomeKind.SOLUTION, lines=step.do.solution)
        if self._options() and step.id not in self.record.answers:
            return self._answer(())
        return self._next()

    def _options(self) -> Sequence[str]:
        step = self._book.step
        return step.choose.options if step.choose else PREDICTIONS if step.predict else ()

    def _answer(self, chosen: tuple[str, ...]) -> Outcome:
        """Judge a prediction by the evaluator, a choice by the lesson; no choice means that it is shown."""
        step = self._book.step
        decision = error = truth = None
        if step.predict:
            asked = step.predict
            answer = self._grounds().ask(asked.principal, asked.action, asked.resource, asked.context)
            if isinstance(answer, Refusal):
                error, truth = answer.error, "refused"
            else:
                decision, truth = answer, "allowed" if answer.allowed else "refused"
        answers = tuple(option for option in self._options() if option in (truth, *_answers(step)))
        right = set(chosen) == set(answers)
        self._book.answer(chosen, truth)
        result = AnswerResult(chosen, answers, right, decision, error)
        passed = self._book.pass_step(mastered=right)
        kind = OutcomeKind.ANSWER if chosen else OutcomeKind.SOLUTION
        return Outcome(kind, answer=result, step_passed=passed)

    def _next(self) -> Outcome:
        step = self._book.step
        ran: tuple[ConsoleResult, ...] = ()
        if step.kind == "read":
            self._book.pass_step(mastered=True)
        elif self._options() and not self._book.passed:
            return Outcome(OutcomeKind.NOT_YET)
        elif step.do and not self._book.passed:
            if not self._book.solution_shown:
                missing = (*self._state.goals, *self._state.keeps)
                return Outcome(OutcomeKind.NOT_YET, missing=tuple(r for r in missing if not r.passed))
            ran = tuple(self.console.run(line) for line in step.do.solution)
            self._book.pass_step(mastered=False)
        return self._turn_page(ran)

    def _turn_page(self, ran: "tuple[ConsoleResult, ...]") -> Outcome:
        more = self._book.turn_page(self._journal_end())
        self._hints.turn_page()
        self._state = self._checked()
        self._settle(self._state)
        if more:
            return Outcome(OutcomeKind.MOVED, ran=ran)
        return Outcome(OutcomeKind.FINISHED, ran=ran, lesson_finished=True)

    # Checking

    def _after(self, outcome: Outcome) -> Outcome:
        """The outcome with what it changed about goals, today's work and the step."""
        before, self._state = self._state, self._checked()
        known = {result.name for result in before.goals if result.passed}
        broken = {result.name for result in before.keeps if not result.passed}
        return Outcome(
            outcome.kind,
            outcome.console,
            outcome.line,
            newly_passed=tuple(r.name for r in self._state.goals if r.passed and r.name not in known),
            broken_keeps=tuple(r for r in self._state.keeps if not r.passed and r.name not in broken),
            step_passed=self._settle(self._state),
        )

    def _settle(self, state: _State) -> bool:
        """Pass a do step whose goals and keeps all hold; False if nothing changed."""
        if self._book.step.do is None or not state.passed:
            return False
        return self._book.pass_step(mastered=not self._book.solution_shown)

    def _checked(self) -> _State:
        grounds = self._grounds()
        goals = evaluate_goals(self._book.step.goals, grounds)
        return _State(goals, evaluate_goals(self.lesson.file.keep, grounds))

    def _grounds(self) -> Grounds:
        begin = self.record.begin
        return Grounds(self.sandbox, self.lesson.file.account, begin, self._book.opened_at)

    # Keeping

    def _begun(self) -> LessonRecord:
        return begun(self.lesson, self.sandbox.save, self._progress, self.console.workspace)

    def _journal_end(self) -> int:
        """The index of the newest journal entry, moves and notes too."""
        self._end = max(self._end, self.sandbox.save.head or 0)
        with suppress(IndexError):
            while True:
                self.sandbox.save.entry(self._end + 1)
                self._end += 1
        return self._end

    def _save(self) -> None:
        self._book.keep(self.sandbox.save.head or 0)


def _answers(step: Step) -> frozenset[str]:
    return step.choose.answers if step.choose else frozenset()
