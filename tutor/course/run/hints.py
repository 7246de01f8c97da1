"""Which hint comes next, and when it may be had: after a new attempt, or after a while."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from ..goals.results import Result
from .book import Book
from .outcome import HintResult, HintState

WAIT: Final = timedelta(seconds=20)


def next_hints(book: Book, goals: Sequence[Result]) -> tuple[str, ...]:
    """The hints to give now: a level by its number, or the goal or belief that one speaks of.

    One for a belief that shows, or for the first goal that fails, comes before the levels, the first of
    which it stands for; no second one while what the last one spoke of still stands. Once the levels are
    given, those of the other goals that fail follow in the order in which the goals are written. Before
    anything was tried a goal has a hint of its own only where a rule of the lesson asks for it; a rule may
    also give several at once.
    """
    step = book.step
    prose = book.lesson.prose["en"].steps[step.id]
    levels = [str(number) for number in range(1, len(prose.hints) + 1)]
    given = list(book.record.hinted.get(step.id, ()))
    believed = [one.cause.misconception for one in goals if one.cause and one.cause.misconception]
    failing = [one.name for one in goals if one.failed]
    rules = {rule.when: rule.hint for rule in step.hint_rules}
    begun = len(given)
    least = max((rules[name] for name in (*believed, *failing) if name in rules), default=0) if levels else 0
    while len(given) < max(least, begun + 1):
        special = [
            name
            for name in (*believed, *failing)
            if name in prose.hints_when and name not in given and (book.tried or name in rules)
        ]
        stands = given[-1:] and not given[-1].isdigit() and given[-1] in {*believed, *failing}
        first = {*believed, *failing[:1]}
        left = [level for level in levels if int(level) > _level(given)]
        own = [name for name in special if name in first and not stands]
        following = (own or left or special)[:1]
        if not following:
            break
        given += following
    return tuple(given[begun:])


def _level(given: Sequence[str]) -> int:
    """The highest level given; what was given first stands for the first one."""
    return max((int(name) for name in given if name.isdigit()), default=1 if given else 0)


class HintGate:
    """Lets hints through one at a time (`notes/pedagogy.md`, hints against gaming)."""

    def __init__(self, book: Book, clock: Callable[[], datetime]) -> None:
        self._book = book
        self._clock = clock
        self._shown_at: datetime | None = None
        self._tried = False

    def note_attempt(self) -> None:
        """The learner ran a line: the next hint may follow at once."""
        self._tried = True
        self._book.note_tried()

    def turn_page(self) -> None:
        """Another step: its first hint can be had at once."""
        self._shown_at, self._tried = None, False

    def ask(self, goals: Sequence[Result]) -> HintResult:
        """Give the next hint of the step on screen, whose goals stand like this, or say why not."""
        given = self._book.record.hinted.get(self._book.step.id, [])
        if not self._book.lesson.prose["en"].steps[self._book.step.id].hints:
            return HintResult(HintState.NONE_HERE)
        following = next_hints(self._book, goals)
        if not following:
            return HintResult(HintState.ALL_SHOWN, len(given))
        waited = self._clock() - self._shown_at if self._shown_at else WAIT
        if waited < WAIT and not self._tried:
            return HintResult(HintState.WAIT, len(given), -int(-(WAIT - waited).total_seconds() // 1))
        self._shown_at, self._tried = self._clock(), False
        self._book.record.hinted[self._book.step.id] = [*given, *following]
        return HintResult(HintState.SHOWN, len(given) + len(following))
