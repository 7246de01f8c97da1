"""How a lesson stands: goals and today's work as last checked, and what an entry changed of them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from .book import Book
from .checker import Checker, State
from .outcome import Outcome, OutcomeKind

if TYPE_CHECKING:
    from tutor.account import Save


class Standing:
    """The newest results of the step on screen; passes the step when they all hold."""

    def __init__(self, book: Book, checker: Checker, save: "Save") -> None:
        """Looks at the step on screen at once."""
        self._book = book
        self._checker = checker
        self._save = save
        self.state = State((), ())
        self.look()

    def look(self) -> bool:
        """Check everything again; whether the step is passed by it."""
        self.check()
        return self._settle()

    def check(self) -> None:
        """Check everything again and pass nothing."""
        self.state = self._checker.state()

    def after(self, outcome: Outcome) -> Outcome:
        """The outcome with what it changed about goals, today's work and the step."""
        record = self._book.record
        if record.sent.get(record.step, 0) > (self._save.head or 0):
            del record.sent[record.step]  # it was taken back
        before = self.state
        self.check()
        known = {result.name for result in before.goals if result.passed}
        broken = {result.name for result in before.keeps if not result.passed}
        for result in self.state.goals:
            if result.cause is not None and result.cause.misconception is not None:
                self._book.note_misconception(result.cause.misconception)
        self._book.note_broken([result.name for result in self.state.keeps if not result.passed])
        step_passed = self._settle()
        if outcome.kind is OutcomeKind.CHECKED:
            outcome = self.lacking(outcome)
        return replace(
            outcome,
            newly_passed=tuple(r.name for r in self.state.goals if r.passed and r.name not in known),
            broken_keeps=tuple(r for r in self.state.keeps if not r.passed and r.name not in broken),
            step_passed=step_passed,
        )

    def lacking(self, outcome: Outcome) -> Outcome:
        """The outcome with what the step lacks; hidden goals are only counted."""
        missing = self.state.missing
        shown = tuple(result for result in missing if self._book.shows(result.name))
        return replace(outcome, missing=shown, hidden=len(missing) - len(shown))

    def _settle(self) -> bool:
        """Pass a step that is done when its goals and keeps all hold; False if nothing changed."""
        if self._book.step.work is None:
            return False
        passed = [result.name for result in self.state.goals if result.passed]
        if any(name not in self._book.record.found for name in passed):
            self._book.note_found(passed, self._checker.journal_end())
        return self.state.passed and self._book.pass_step(mastered=not self._book.solution_shown)
