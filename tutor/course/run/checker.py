"""Asks all goals and keeps of the step on screen, and knows how far the journal goes."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..goals import Grounds, Result, evaluate_goals
from .book import Book

if TYPE_CHECKING:
    from tutor.gateway import Console, Sandbox


@dataclass(frozen=True, slots=True)
class State:
    """Results at one moment, so that what an entry changed can be told."""

    goals: tuple[Result, ...]
    keeps: tuple[Result, ...]

    @property
    def passed(self) -> bool:
        """Everything holds."""
        return all(result.passed for result in self.all)

    @property
    def all(self) -> tuple[Result, ...]:
        """Goals, then keeps."""
        return (*self.goals, *self.keeps)

    @property
    def missing(self) -> tuple[Result, ...]:
        """What does not hold."""
        return tuple(result for result in self.all if not result.passed)


def told_once(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """The results with each misconception at the first goal that shows it: a sentence is read once."""
    told: set[str] = set()
    found = []
    for result in results:
        cause = result.cause
        if cause is not None and cause.misconception is not None:
            known = cause.misconception in told
            told.add(cause.misconception)
            found.append(replace(result, cause=replace(cause, misconception=None)) if known else result)
        else:
            found.append(result)
    return tuple(found)


@dataclass(slots=True)
class Checker:
    """The account and the history, as the step on screen sees them."""

    sandbox: "Sandbox"
    console: "Console"
    book: Book
    unseen: tuple[range, ...] = ()
    """Journal indexes of what was only rehearsed."""
    end: int = -1
    """The newest journal entry known."""

    def state(self) -> State:
        """The results now."""
        grounds = self.grounds()
        head = self.sandbox.save.head or 0
        goals = evaluate_goals(self.book.step.goals, grounds, self.book.asked_before(head))
        self.book.note_asked([one.name for one in goals if one.dependency and one.passed is not None], head)
        found = told_once((*goals, *evaluate_goals(self.book.lesson.file.keep, grounds)))
        return State(found[: len(goals)], found[len(goals) :])

    def grounds(self) -> Grounds:
        """What is asked: the account, the evaluator, the requests since lesson and step began."""
        lesson, begin = self.book.lesson, self.book.record.begin
        account_id = lesson.file.account
        opened_at, step = self.book.opened_at, self.book.step
        return Grounds(self.sandbox, account_id, begin, opened_at, self.console, lesson, step, self.unseen)

    def journal_end(self) -> int:
        """The index of the newest journal entry, moves and notes too."""
        self.end = max(self.end, self.sandbox.save.head or 0)
        with suppress(IndexError):
            while True:
                self.sandbox.save.entry(self.end + 1)
                self.end += 1
        return self.end
