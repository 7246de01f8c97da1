"""Answers to the question on screen: read from what was typed, judged, noted."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..schema import Step
from .book import Book
from .checker import Checker
from .judge import arranged, gap_value, judge
from .outcome import Outcome, OutcomeKind
from .view import options_of, pieces_of
from .words import as_choice, for_console

NONE = Outcome(OutcomeKind.NO_SUCH_OPTION)
NUMBERS: Final = re.compile(r"[\d\s,·]+")
"""What only a question takes: one number or several."""
SLIP: Final = 2
"""Letters up to which a line at a question is a slip in answering it, and no command."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Takes answers for one learner."""

    book: Book
    checker: Checker
    seed: str
    """The learner's, which shuffles pieces."""

    @property
    def step(self) -> Step:
        """The step on screen."""
        return self.book.step

    def typed(self, text: str) -> Outcome | None:
        """What the line answers; None if it is no answer."""
        step = self.step
        accepted = {answer for gap in step.fill.gaps for answer in gap.answers} if step.fill else set()
        if self.book.answered:
            again = text.strip() in accepted or NUMBERS.fullmatch(unicodedata.normalize("NFKC", text))
            return Outcome(OutcomeKind.ANSWERED) if again else None
        if step.fill:
            return None if for_console(text) and text.strip() not in accepted else self._next_gap(text)
        options = self._shown()
        if not options:
            return None
        several = bool(step.order or (step.choose and step.choose.several))
        choice = as_choice(text, options, several=several, ordered=step.order is not None)
        if choice is None:
            slip = len(text.strip()) <= SLIP and not for_console(text)
            return NONE if slip else None
        if step.order:
            return self.arranged(choice)
        return self.judged(choice) if choice else NONE

    def arranged(self, ids: Sequence[str]) -> Outcome:
        """All pieces of an order step in some order."""
        order = self.step.order
        whole = arranged(ids, order.pieces) if order and not self.book.answered else None
        return NONE if whole is None else self.judged(whole)

    def filled(self, values: Mapping[str, str]) -> Outcome:
        """A value for every gap of a fill step; what is left out is empty."""
        fill = self.step.fill
        if fill is None or self.book.answered:
            return NONE
        return self.judged(tuple(gap_value(gap, values.get(gap.id, "")) or "" for gap in fill.gaps))

    def take_back(self) -> bool:
        """Open the gap filled last again; False where none is filled, or all are judged."""
        given = self.book.record.gaps.get(self.step.id)
        if not given:
            return False
        given.pop()
        return True

    def judged(self, chosen: tuple[str, ...]) -> Outcome:
        """What was picked, judged and noted; nothing at all means that the answer is shown."""
        found = judge(self.book.lesson, self.step, chosen, self.checker.grounds())
        self.book.answer(chosen, found.truth, right=found.result.right)
        passed = self.book.pass_step(mastered=found.result.right)
        kind = OutcomeKind.ANSWER if chosen else OutcomeKind.SOLUTION
        return Outcome(kind, answer=found.result, step_passed=passed)

    def _next_gap(self, text: str) -> Outcome:
        fill = self.step.fill
        assert fill is not None, "there are gaps"
        given = self.book.record.gaps.setdefault(self.step.id, [])
        value = gap_value(fill.gaps[len(given)], text)
        if value is None:
            return NONE
        given.append(value)
        if len(given) < len(fill.gaps):
            return Outcome(OutcomeKind.FILLED)
        return self.judged(tuple(given))

    def _shown(self) -> Sequence[str]:
        """What can be picked, in the order shown."""
        lesson, step = self.book.lesson, self.step
        return pieces_of(lesson, step, self.seed) if step.order else options_of(lesson, step)
