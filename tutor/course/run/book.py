"""Keeps a lesson's record: what is passed, answered, shown; written after every change."""

from collections.abc import Collection, Sequence
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
    def steps(self) -> tuple[Step, ...]:
        """The steps on this learner's way: other forms of questions only where they are due."""
        return tuple(step for step in self.lesson.steps if self._is_due(step) or step.id == self.record.step)

    @property
    def passed(self) -> bool:
        """The step on screen is passed."""
        return self.step.id in self.record.passed

    @property
    def answered(self) -> bool:
        """The question on screen is answered."""
        return self.step.id in self.record.answers

    @property
    def given_line(self) -> str | None:
        """The line that the step gives, until it was sent or the step is passed."""
        step = self.step
        waits = step.do is not None and not self.passed and step.id not in self.record.sent
        return step.do.line if waits and step.do else None

    @property
    def untouched(self) -> bool:
        """Nothing but reading was done yet."""
        passed = (self.lesson.step(step_id) for step_id in self.record.passed)
        return not self.record.answers and all(step is None or step.read for step in passed)

    @property
    def opened_at(self) -> int:
        """Journal index at which the step on screen was first shown."""
        return self.record.opened.get(self.step.id, self.record.begin)

    def keep(self, head: int) -> None:
        """Write the record, with the journal position that it belongs to."""
        self.record.head = head
        self.record.points.setdefault(self.record.step, head)
        self.progress.keep_lesson(self.record)

    def answer(self, chosen: Sequence[str], truth: str | None, *, right: bool) -> None:
        """Note what was picked, how a prediction turned out, and a wrong answer with what it tells."""
        step = self.step
        self.record.answers[step.id] = list(chosen)
        self.record.gaps.pop(step.id, None)
        if truth is not None:
            self.record.truths[step.id] = truth
        if right:
            return
        claims = (*step.practises, *step.asks)
        if not chosen:
            self._skills(claims, "shown")
            return
        if step.id not in self.record.failed:
            self.record.failed.append(step.id)
        self._skills(claims, "failed")
        for option in chosen if step.choose else ():
            believed = step.choose.misconception(option) if step.choose else None
            if believed is not None and step.choose and option not in step.choose.answers:
                self.note_misconception(believed)

    def note_misconception(self, misconception: str) -> None:
        """Note what the learner seems to believe."""
        self.progress.note_misconception(misconception, f"{self.lesson.id}/{self.step.id}")

    @property
    def tried(self) -> bool:
        """A line was run, or a file changed, in the step on screen."""
        return self.step.id in self.record.tried

    def note_tried(self) -> None:
        """Note that a line was run or a file changed."""
        if not self.tried:
            self.record.tried.append(self.step.id)

    def show_solution(self) -> None:
        """Note that the solution was seen."""
        if self.step.id not in self.record.solutions:
            self.record.solutions.append(self.step.id)
            if not self.passed:
                self._skills(self.step.practises, "shown")

    def shows(self, goal_id: str) -> bool:
        """Whether a goal of the step on screen is shown: it is not hidden, was found or was told."""
        goal = next((goal for goal in self.step.goals if goal.id == goal_id), None)
        if goal is None or not goal.hidden or self.passed or self.solution_shown:
            return True
        return not self.record.found.keys().isdisjoint({goal_id, goal.hidden})

    def asked_before(self, head: int) -> Collection[str]:
        """Goals of the step on screen that waited and were asked since; what was taken back never was."""
        asked = self.record.asked.get(self.step.id, {})
        for goal_id in [goal_id for goal_id, asked_at in asked.items() if asked_at > head]:
            del asked[goal_id]
        return asked

    def note_asked(self, goals: Sequence[str], head: int) -> None:
        """Note goals that no longer wait for others, with the journal position."""
        for goal_id in goals:
            self.record.asked.setdefault(self.step.id, {}).setdefault(goal_id, head)

    def note_found(self, passed: Sequence[str], journal_index: int) -> None:
        """Note the goals that pass for the first time, unless the solution was seen."""
        for goal_id in passed:
            if not self.solution_shown:
                self.record.found.setdefault(goal_id, journal_index)

    def note_broken(self, keeps: Sequence[str]) -> None:
        """Note today's work that stopped."""
        self.record.broken += [keep for keep in keeps if keep not in self.record.broken]

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
        place = self.lesson.steps.index(self.step) + 1
        following = next((step for step in self.lesson.steps[place:] if self._is_due(step)), None)
        if following is None:
            self.record.finished = True
            return False
        self.open(following, journal_index)
        return True

    def open(self, step: Step, journal_index: int) -> None:
        """Show a step."""
        self.record.step = step.id
        self.record.opened.setdefault(step.id, journal_index)

    def _is_due(self, step: Step) -> bool:
        """Whether a step comes at all: another form of a question only after that one was failed."""
        first = self.lesson.again_of.get(step.id)
        return first is None or first in self.record.failed

    def _skills(self, claims: Sequence[str], practice: Practice) -> None:
        for claim in claims:
            self.progress.note_skill(claim, practice, f"{self.lesson.id}/{self.step.id}")
