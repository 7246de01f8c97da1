"""Keeps a lesson's record: what is passed, answered, shown; written after every change."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..lesson import Lesson
from ..progress import LessonRecord, Practice, ProgressStore
from ..schema import Step


@dataclass(slots=True)
class Book:
    """One learner's record of one lesson."""

    lesson: Lesson
    progress: ProgressStore
    record: LessonRecord

    @property
    def step(self) -> Step:
        """The step on screen; the first one left if the lesson no longer has the step that was."""
        found = self.lesson.step(self.record.step)
        unpassed = (step for step in self.lesson.steps if step.id not in self.record.passed)
        return found or next(unpassed, self.lesson.steps[-1])

    @property
    def passed(self) -> bool:
        """The step on screen is passed."""
        return self.step.id in self.record.passed

    @property
    def opened_at(self) -> int:
        """Journal index at which the step on screen was first shown."""
        return self.record.opened.get(self.step.id, self.record.begin)

    def keep(self, head: int) -> None:
        """Write the record, with the journal position that it belongs to."""
        self.record.head = head
        self.progress.keep_lesson(self.record)

    def answer(self, chosen: Sequence[str], truth: str | None) -> None:
        """Note the options picked, and how a prediction turned out."""
        self.record.answers[self.step.id] = list(chosen)
        if truth is not None:
            self.record.truths[self.step.id] = truth

    def show_solution(self) -> None:
        """Note that the solution was seen."""
        if self.step.id not in self.record.solutions:
            self.record.solutions.append(self.step.id)

    @property
    def solution_shown(self) -> bool:
        """The solution of the step on screen was seen."""
        return self.step.id in self.record.solutions

    def pass_step(self, *, mastered: bool) -> bool:
        """Note that the step is passed; False if it was before."""
        step = self.step
        if step.id in self.record.passed:
            return False
        self.record.passed[step.id] = mastered
        self._skills(step.teaches, "seen")
        if mastered:
            self._skills(step.practises, "practised")
            self._skills(step.asks, "asked")
        return True

    def turn_page(self, journal_index: int) -> bool:
        """Go to the next step; False, and the lesson is finished, if there is none."""
        index = self.lesson.steps.index(self.step) + 1
        if index == len(self.lesson.steps):
            self.record.finished = True
            return False
        self.record.step = self.lesson.steps[index].id
        self.record.opened.setdefault(self.record.step, journal_index)
        return True

    def _skills(self, claims: Sequence[str], practice: Practice) -> None:
        for claim in claims:
            self.progress.note_skill(claim, practice, f"{self.lesson.id}/{self.step.id}")
