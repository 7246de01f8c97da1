"""A lesson being done: the one state machine behind the app and plain mode."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ..language import Language
from ..lesson import Lesson, load_lesson
from ..placeholders import NoSuchThing, resolved, resolved_together
from ..progress import LessonRecord, ProgressStore
from ..schema import ANSWERED, DONE, Step
from ..told import told
from ..vary import variant_for
from .answers import Answers
from .asked import AskedRequest, asked_requests
from .book import Book
from .checker import Checker
from .deeds import LearnersDeeds
from .files import NoSuchLine, as_edit, read_file, write_file
from .hints import HintGate
from .opening import begun, come_in_again, resumed_at
from .outcome import FileReport, Outcome, OutcomeKind
from .page import Page
from .permission_map import MapRow, permission_map
from .rehearsal import rehearsal
from .reports import keeps_quiet, step_report
from .standing import Standing
from .view import StepView
from .words import Word, as_place, as_word

if TYPE_CHECKING:
    from tutor.account import Move
    from tutor.gateway import Console, ConsoleResult, Sandbox

    from ..goals import Result

RECALLED: Final = 3
"""Closing questions that a lesson asks at least."""

LEARNER: Final = -10_000
"""A place before the journal's beginning, from which the learner's own seed is minted."""


class LessonRun:
    """One learner in one lesson; `enter` takes whatever is typed, `view` gives what to show."""

    def __init__(  # noqa: PLR0913 - five parts and a switch
        self,
        lesson: Lesson,
        sandbox: "Sandbox",
        console: "Console",
        progress: ProgressStore,
        clock: Callable[[], datetime],
        *,
        as_read: bool = False,
    ) -> None:
        """Goes on where the learner left this lesson, or begins it.

        `clock` is only asked how long ago the last hint was given. `as_read`: the lesson in the variant that
        it was read in, not in the learner's own.
        """
        self.lesson = lesson
        self.sandbox = sandbox
        self.console = console
        console.restart = self.restart
        self._progress = progress
        self._as_read = as_read
        self._seed = sandbox.save.mint(LEARNER).hexadecimal(32)
        record = progress.lesson(lesson.id)
        if record is not None and resumed_at(lesson, sandbox.save, record):
            self._read_as(record.variant)
            come_in_again(console, record)
        else:
            record = self._begun()
        self._book = Book(self.lesson, progress, record)
        self._checker = Checker(sandbox, console, self._book)
        self._answers = Answers(self._book, self._checker, self._seed)
        self._hints = HintGate(self._book, clock)
        progress.set_setting("last-lesson", lesson.id)
        self._standing = Standing(self._book, self._checker, sandbox.save)
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

    @property
    def closed(self) -> bool:
        """The last challenge was done unaided and enough closing questions were answered right."""
        passed = self.record.passed
        recalled = sum(passed.get(step.id, False) for step in self.lesson.steps if step.recall)
        last = self.lesson.last_challenge
        return recalled >= RECALLED and (last is None or passed.get(last.id, False))

    @property
    def seed(self) -> str:
        """The learner's own seed: shuffles pieces, chooses variants."""
        return self._seed

    def view(self, language: Language) -> StepView:
        """The step on screen."""
        deeds = LearnersDeeds(self._book, language, self._checker.grounds)
        page = Page(
            self._book,
            self._book.step,
            language,
            self._seed,
            lambda text: self._resolved(told(text, deeds)),
            lambda lines: resolved_together(lines, self.sandbox, self.lesson.file.account),
        )
        return page.view(self._standing.state.goals, self._standing.state.keeps)

    @property
    def results(self) -> "tuple[Result, ...]":
        """The goals of the step on screen, hidden ones too, and the keeps, as last checked."""
        return self._standing.state.all

    def map(self) -> tuple[MapRow, ...]:
        """The lesson's permission map as it is now."""
        return tuple(permission_map(self.lesson, self._checker.grounds()))

    def asked(self) -> tuple[AskedRequest, ...]:
        """The requests that the goals shown and today's work put to the evaluator.

        None while nothing but a file is to be mended: nobody is about to attach it.
        """
        step = self._book.step
        if step.repair is not None and all(goal.file is not None for goal in step.goals):
            return ()
        shown = (goal for goal in step.goals if self._book.shows(goal.id))
        goals = (*shown, *self.lesson.file.keep)
        return tuple(asked_requests(goals, self._checker.grounds()))

    def refresh(self) -> Outcome:
        """Check again after something outside changed the account, such as another process's lines."""
        if self._checker.journal_end() > self._book.opened_at:
            self._book.note_tried()
        return self._standing.after(Outcome(OutcomeKind.CONSOLE))

    def file_report(self, name: str | None = None) -> FileReport | None:
        """The file to mend, or another one, as a policy; None if the step has none to mend."""
        return step_report(self._book, self.console.workspace, name)

    def keeps_quiet(self, name: str) -> bool:
        """Whether what deserves a second look in a file is not told yet: to find it is the task."""
        return keeps_quiet(self._book, self.console.workspace, name)

    # Doing

    def enter(self, text: str) -> Outcome:
        """Take one line: a word of the course, an answer, a console line, or nothing but Enter."""
        outcome = self._entered(text)
        self._save()
        return outcome

    def arrange(self, ids: Sequence[str]) -> Outcome:
        """Answer an order step with all its pieces in some order."""
        outcome = self._answers.arranged(ids)
        self._save()
        return outcome

    def fill(self, values: Mapping[str, str]) -> Outcome:
        """Answer a fill step: a value for every gap; what is left out is empty."""
        outcome = self._answers.filled(values)
        self._save()
        return outcome

    def file_saved(self, name: str) -> Outcome:
        """Check again after an editor saved a file of the workspace."""
        self._hints.note_attempt()
        outcome = self._standing.after(Outcome(OutcomeKind.EDITED, report=self.file_report(name)))
        self._save()
        return outcome

    def write_file(self, name: str, text: str) -> Outcome:
        """Write a file of the workspace and check again; raises Refused for a name outside, and OSError."""
        write_file(self.console.workspace, name, text)
        return self.file_saved(name)

    def test_out(self) -> Outcome:
        """Go straight to the last challenge, in the account that the steps before leave."""
        last = self.lesson.last_challenge
        if last is None or not self._book.untouched or last is self._book.step:
            return Outcome(OutcomeKind.NO_SUCH_PLACE)
        self.record.tested_out = True
        return self._jump(last)

    def go_to(self, step_id: str) -> Outcome:
        """Go to a save point: back to one reached before, or on to one by the solutions between."""
        step = self.lesson.step(step_id)
        if step is None or not step.save_point:
            return Outcome(OutcomeKind.NO_SUCH_PLACE)
        return self._jump(step)

    def open_step(self, step_id: str) -> None:
        """Show a step as the account is now; for the check, which also looks at steps that rarely come."""
        step = self.lesson.step(step_id)
        assert step is not None, "the lesson has the step"
        self._show(step)

    def restart(self) -> None:
        """Begin the lesson again with a fresh account; skills stay."""
        record = self._begun()
        self._book.lesson, self._book.record = self.lesson, record
        self._hints.turn_page()
        self._standing.check()
        self._save()

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """A block whose deeds are taken back: account, files, record and console are as before it."""
        try:
            with rehearsal(self._book, self._checker, self.sandbox.save, self.console):
                yield
        finally:
            self._standing.check()

    def run_solution(self, step: Step) -> "tuple[ConsoleResult, ...]":
        """Do what the lesson gives as a step's solution; raises NoSuchThing for an unsound placeholder."""
        if step.work is None:
            return ()
        if step.repair:
            text = self.lesson.model(step.repair.solution_file)
            write_file(self.console.workspace, step.repair.file, text)
        return tuple(self.run_line(line) for line in step.work.solution)

    def run_line(self, line: str) -> "ConsoleResult":
        """Run a line of a solution; raises NoSuchThing for a placeholder that stands for nothing."""
        return self.console.run(resolved(line, self.sandbox, self.lesson.file.account))

    def copy_solution(self, name: str, over: str) -> None:
        """Put a file of the lesson's solutions over one of the workspace."""
        write_file(self.console.workspace, over, self.lesson.model(name))

    # Entries

    def _entered(self, text: str) -> Outcome:
        if self.console.takes(text):
            return self._console_line(text)
        if not text.strip():
            return self._enter_key()
        edit = as_edit(text)
        if edit is not None:
            return self._edit(edit.file, edit.applied)
        word = as_word(text)
        if word is not None:
            return self._word(word)
        place = as_place(text, self.lesson)
        if place is not None:
            return self.go_to(place)
        return self._answers.typed(text) or self._console_line(text)

    def _enter_key(self) -> Outcome:
        line = self._book.given_line
        return self._next() if line is None else self._console_line(self._resolved(line))

    def _word(self, word: Word) -> Outcome:
        match word:
            case Word.NEXT:
                return self._next()
            case Word.HINT:
                return Outcome(OutcomeKind.HINT, hint=self._hints.ask(self._standing.state.goals))
            case Word.SOLUTION:
                return self._solution()
            case Word.CHECK:
                self._book.note_tried()
                return self._standing.after(Outcome(OutcomeKind.CHECKED, report=self.file_report()))
            case Word.TEST_OUT:
                return self.test_out()
            case Word.UNDO if self._answers.take_back():
                return Outcome(OutcomeKind.FILLED)
            case Word.UNDO:
                return self._moved(OutcomeKind.UNDONE, OutcomeKind.NOTHING_TO_UNDO, self.sandbox.save.undo())
            case Word.REDO:
                return self._moved(OutcomeKind.REDONE, OutcomeKind.NOTHING_TO_REDO, self.sandbox.save.redo())
        return Outcome(OutcomeKind(word.value))

    def _moved(self, kind: OutcomeKind, nothing: OutcomeKind, move: "Move | None") -> Outcome:
        from tutor.gateway.taken_back import taken_back

        if move is None:
            return self._standing.after(Outcome(nothing))
        return self._standing.after(Outcome(kind, taken_back=taken_back(self.sandbox.save, move)))

    def _console_line(self, line: str) -> Outcome:
        given = self._book.given_line
        is_given = given is not None and line.split() == self._resolved(given).split()
        result = self.console.run(line)
        if is_given:
            self.record.sent[self.record.step] = self.sandbox.save.head or 0
        self._hints.note_attempt()
        return self._standing.after(Outcome(OutcomeKind.CONSOLE, console=result, line=result.line))

    def _edit(self, name: str, applied: Callable[[str], str]) -> Outcome:
        from tutor.gateway.notices import Refused

        workspace = self.console.workspace
        with suppress(Refused, OSError, NoSuchLine):
            write_file(workspace, name, applied(read_file(workspace, name) or ""))
            self._hints.note_attempt()
            return self._standing.after(Outcome(OutcomeKind.EDITED, report=self.file_report(name)))
        return Outcome(OutcomeKind.NO_SUCH_LINE, report=self.file_report(name))

    def _solution(self) -> Outcome:
        step = self._book.step
        if step.kind in DONE:
            self._book.show_solution()
            return Outcome(OutcomeKind.SOLUTION, lines=self.view("en").solution)
        if step.kind in ANSWERED and not self._book.answered:
            return self._answers.judged(())
        return self._next()

    # Going on

    def _next(self) -> Outcome:
        step = self._book.step
        ran: tuple[ConsoleResult, ...] = ()
        if step.kind == "read":
            self._book.pass_step(mastered=True)
        elif step.kind in ANSWERED and not self._book.passed:
            return Outcome(OutcomeKind.NOT_YET)
        elif step.kind in DONE and not self._book.passed:
            if not self._book.solution_shown:
                return self._standing.lacking(Outcome(OutcomeKind.NOT_YET))
            with suppress(NoSuchThing):
                ran = self.run_solution(step)
            self._book.pass_step(mastered=False)
        return self._turn_page(ran)

    def _turn_page(self, ran: "tuple[ConsoleResult, ...]") -> Outcome:
        more = self._book.turn_page(self._checker.journal_end())
        self._hints.turn_page()
        self._standing.look()
        if more:
            return Outcome(OutcomeKind.MOVED, ran=ran)
        return Outcome(OutcomeKind.FINISHED, ran=ran, lesson_finished=True)

    def _jump(self, step: Step) -> Outcome:
        """To a step: back to the account that it was first shown in, or on by the solutions before it."""
        point = self.record.points.get(step.id)
        if point is not None:
            self.sandbox.save.goto(point)
        else:
            first = self.lesson.steps.index(self._book.step)
            for between in self.lesson.steps[first : self.lesson.steps.index(step)]:
                if between.id not in self.record.passed:
                    with suppress(NoSuchThing):
                        self.run_solution(between)
        self._show(step)
        return Outcome(OutcomeKind.MOVED)

    def _show(self, step: Step) -> None:
        self.record.finished = False
        self._book.open(step, self._checker.journal_end())
        self._hints.turn_page()
        self._standing.look()
        self._save()

    # Keeping

    def _begun(self) -> LessonRecord:
        before = self._progress.lesson(self.lesson.id)
        number = 1 if before is None else before.begun + 1
        vary = self.lesson.file.vary
        variant = variant_for(vary, f"{self._seed}{number}", self.lesson.id)
        self._read_as(self.lesson.variant if self._as_read else variant)
        record = begun(self.lesson, self.sandbox.save, self.console.workspace)
        record.variant, record.begun = dict(self.lesson.variant), number
        self._progress.keep_lesson(record)
        return record

    def _read_as(self, variant: Mapping[str, str]) -> None:
        """The lesson in a variant; without `vary` there is only one."""
        if variant and dict(variant) != dict(self.lesson.variant):
            self.lesson = load_lesson(self.lesson.folder, variant)

    def _resolved(self, text: str) -> str:
        """Text for the learner with placeholders filled in where they stand for something."""
        with suppress(NoSuchThing):
            return resolved(text, self.sandbox, self.lesson.file.account)
        return text

    def _save(self) -> None:
        signed_in = self.console.shell.signed_in
        self.record.signed_in = signed_in.credentials.access_key_id if signed_in else ""
        self._book.keep(self.sandbox.save.head or 0)
