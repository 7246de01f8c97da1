"""What the learner did in a lesson, read from the record and the history, for texts that tell of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..goals import Grounds, evaluate_goals
from ..language import Language
from ..lesson import Lesson
from ..told import WHO
from .book import Book

if TYPE_CHECKING:
    from tutor.gateway.events import Event


@dataclass(frozen=True)
class LearnersDeeds:
    """One learner's deeds in one lesson, in one language."""

    book: Book
    language: Language
    ask: Callable[[], Grounds]
    """The account and the history now; asked only where a text needs them."""

    @property
    def lesson(self) -> Lesson:
        """The lesson."""
        return self.book.lesson

    @cached_property
    def grounds(self) -> Grounds:
        """The account and the history now."""
        return self.ask()

    def managed(self, name: str) -> bool:
        """Whether a fact holds, a goal was found, today's work never stopped, a step was passed unaided."""
        record = self.book.record
        fact = next((fact for fact in self.lesson.file.facts if fact.id == name), None)
        if fact is not None:
            return bool(evaluate_goals([fact], self.grounds)[0].passed)
        if any(keep.id == name for keep in self.lesson.file.keep):
            return name not in record.broken
        return name in record.found if name in self.lesson.goals else record.passed.get(name, False)

    def findings(self, what: str, step_id: str) -> list[str]:
        """The texts of the goals found (in the order found) or left (in the order written)."""
        texts = self.lesson.prose[self.language].steps[step_id].findings
        return [texts[goal].text.replace(WHO, self._who(goal)) for goal in self._goals(what, step_id)]

    def count(self, what: str, step_id: str) -> int:
        """How many goals were found or left, requests sent and refused, hints shown at a step."""
        if what in {"found", "left"}:
            return len(self._goals(what, step_id))
        if what == "hints":
            return len(self.book.record.hinted.get(step_id, ()))
        sent = list(self._sent(step_id))
        return len(sent) if what == "requests" else sum(event.outcome != "allowed" for event in sent)

    def _goals(self, what: str, step_id: str) -> list[str]:
        step, found = self.lesson.step(step_id), self.book.record.found
        goals = [goal.id for goal in step.goals] if step is not None else []
        if what == "found":
            return [goal for goal in found if goal in goals]
        return [goal for goal in goals if goal not in found]

    def _who(self, goal: str) -> str:
        """Who sent the last request before a goal passed; the lesson's caller if there was none."""
        index = self.book.record.found.get(goal, -1)
        signers = [event.who for event in self._events() if event.index <= index]
        return signers[-1] if signers else self.lesson.file.caller

    def _sent(self, step_id: str) -> "Iterator[Event]":
        """The requests from a step's first showing to that of the next one."""
        opened = self.book.record.opened
        begin = opened.get(step_id)
        if begin is None:
            return
        end = min((index for one, index in opened.items() if one != step_id and index >= begin), default=None)
        for event in self._events():
            if event.index > begin and (end is None or event.index <= end):
                yield event

    def _events(self) -> "Iterator[Event]":
        from tutor.gateway.events import event_of

        for entry in self.grounds.requests():
            if entry.request is not None:
                yield event_of(entry, entry.request)
