"""Exams: questions against the clock, no word until the end; with the same code a class sits the same one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .dice import Dice
from .drawing import Sources
from .learner import Given, Learner
from .log import Answered, ExamBegun, ExamEnded
from .question import Question
from .skills import SECTIONS, SKILLS, Taught, section_of

__all__ = ["CLOCK_NAME", "Exam", "ExamSpec", "SkillReport", "exam_questions", "report", "unfinished"]

CLOCK_NAME: Final = "exam-clock"
"""Beside the log: how much time the exam that is going on has used, written every second or so."""
MOST_QUESTIONS: Final = 100
MOST_MINUTES: Final = 240
LEVELS: Final = (1, 2, 2, 3, 3, 4)
"""From which each question's level is drawn."""
CODE: Final = re.compile(r"(\d{1,3})-(\d{1,3})-([A-I]{1,9}X?)-([a-z0-9]{1,20})")


@dataclass(frozen=True, slots=True)
class ExamSpec:
    """What an exam is made from; its code is all that a class needs to sit the same one."""

    number: int
    minutes: int
    sections: str
    """Letters of the notes' sections, `X` at the end for what lies beyond them."""
    seed: str

    @property
    def code(self) -> str:
        """Such as `20-30-ABCDEFGHI-moon7`."""
        return f"{self.number}-{self.minutes}-{self.sections}-{self.seed}"

    @classmethod
    def read(cls, code: str) -> "ExamSpec | None":
        """The exam with this code; None if it is none."""
        found = CODE.fullmatch(code.strip())
        if found is None:
            return None
        number, minutes, sections = int(found[1]), int(found[2]), found[3]
        is_sound = (
            1 <= number <= MOST_QUESTIONS
            and 1 <= minutes <= MOST_MINUTES
            and "".join(sorted(set(sections))) == sections
        )
        return cls(number, minutes, sections, found[4]) if is_sound else None


def exam_questions(spec: ExamSpec, questions: Sequence[Question] | None = None) -> tuple[Question, ...]:
    """The questions of an exam: the sections by turns, each as often as it has skills, in the seed's order.

    `questions` in place of the course's own bank.
    """
    taught = frozenset(skill for skill in SKILLS if section_of(skill) != "X" or "X" in spec.sections)
    skills = [skill for skill in SKILLS if section_of(skill) in spec.sections]
    sources = Sources(Taught(taught), questions)
    dice = Dice("exam", spec.code)
    plan = _mix([skill for skill in skills if sources.can_ask(skill)], spec.number, dice)
    asked: list[Question] = []
    for skill in plan:
        asked.append(sources.draw(skill, dice.one(LEVELS), dice, [question.id for question in asked]))
    return tuple(asked)


def _mix(skills: Sequence[str], number: int, dice: Dice) -> list[str]:
    """A skill for each question: sections by their share, none twice before its section came round."""
    by_section = {
        letter: dice.shuffled([skill for skill in skills if section_of(skill) == letter])
        for letter in (*SECTIONS, "X")
    }
    parts = {letter: held for letter, held in by_section.items() if held}
    taken: Counter[str] = Counter()
    plan: list[str] = []
    for _ in range(number if parts else 0):
        letter = min(parts, key=lambda one: ((taken[one] + 0.5) / len(parts[one]), one))
        plan.append(parts[letter][taken[letter] % len(parts[letter])])
        taken[letter] += 1
    return _apart(dice.shuffled(plan))


def _apart(plan: list[str]) -> list[str]:
    """The same with no skill twice in a row, where that can be had."""
    for place in range(1, len(plan)):
        if plan[place] == plan[place - 1]:
            later = (n for n in range(place + 1, len(plan)) if plan[n] != plan[place])
            swap = next(later, None)
            if swap is not None:
                plan[place], plan[swap] = plan[swap], plan[place]
    return plan


def unfinished(learner: Learner) -> ExamBegun | None:
    """The exam that was begun and not ended."""
    ended = {entry.exam for entry in learner.log.entries if isinstance(entry, ExamEnded)}
    begun = [entry for entry in learner.log.entries if isinstance(entry, ExamBegun)]
    return next((entry for entry in reversed(begun) if entry.number not in ended), None)


class Exam:
    """An exam that is going on; killed at any moment, it goes on with the time that it had."""

    def __init__(
        self,
        learner: Learner,
        begun: ExamBegun,
        folder: Path | None,
        questions: Sequence[Question] | None = None,
    ) -> None:
        """`folder` is where the log lies; raises ValueError for an unsound code."""
        spec = ExamSpec.read(begun.code)
        if spec is None:
            raise ValueError(begun.code)
        self.spec = spec
        self.learner = learner
        self.number = begun.number
        self.questions = exam_questions(spec, questions)
        self._clock_file = None if folder is None else folder / CLOCK_NAME
        self.given: dict[int, Answered] = {}
        """By the question's place from 0, the last answer given."""
        self._seconds = self._kept_seconds()
        for entry in learner.answers:
            if entry.exam == self.number:
                self.given[entry.place or 0] = entry

    @classmethod
    def begin(
        cls,
        learner: Learner,
        spec: ExamSpec,
        folder: Path | None,
        questions: Sequence[Question] | None = None,
    ) -> "Exam":
        """Begin an exam; one that was going on is handed in as it is."""
        open_one = unfinished(learner)
        if open_one is not None:
            cls(learner, open_one, folder, questions).end()
        entry = learner.log.append(ExamBegun(0, learner.clock(), spec.code))
        assert isinstance(entry, ExamBegun)
        exam = cls(learner, entry, folder, questions)
        exam.tick(0.0)
        return exam

    @property
    def seconds_left(self) -> float:
        """What is left of the time."""
        return max(self.spec.minutes * 60 - self._seconds, 0.0)

    @property
    def is_over(self) -> bool:
        """No time is left."""
        return self.seconds_left <= 0

    @property
    def next_place(self) -> int | None:
        """The first question that was not answered, from 0; None if all were."""
        return next((place for place in range(len(self.questions)) if place not in self.given), None)

    def tick(self, seconds: float) -> None:
        """Some time has gone by; kept at once, so that a program killed now goes on from here."""
        self._seconds = min(self._seconds + seconds, self.spec.minutes * 60.0)
        if self._clock_file is not None:
            temporary = self._clock_file.with_suffix(".new")
            temporary.write_text(f"{self.number} {self._seconds:.1f}\n", encoding="ascii")
            temporary.replace(self._clock_file)

    def answer(self, place: int, given: Given) -> None:
        """Note an answer, or another one in its place; raises ValueError when the time is over."""
        if self.is_over:
            raise ValueError("the time is over")
        if place in self.given:
            self.learner.take_back(self.given[place])
        at = (self.number, place)
        _, entry = self.learner.answer(self.questions[place], given, "exam", rated=False, exam=at)
        self.given[place] = entry

    def end(self) -> "tuple[SkillReport, ...]":
        """Hand it in."""
        self.learner.log.append(ExamEnded(0, self.learner.clock(), self.number, round(self._seconds, 1)))
        if self._clock_file is not None:
            self._clock_file.unlink(missing_ok=True)
        return report(self.questions, self.given)

    def _kept_seconds(self) -> float:
        """The time used so far, by the clock's file or, where that is lost, by the answers."""
        answered = sum(entry.seconds for entry in self.learner.answers if entry.exam == self.number)
        try:
            number, _, seconds = (self._clock_file.read_text("ascii") if self._clock_file else "").partition(
                " "
            )
            return max(float(seconds), 0.0) if int(number) == self.number else answered
        except (OSError, ValueError):
            return answered


@dataclass(frozen=True, slots=True)
class SkillReport:
    """How one skill fared in an exam."""

    skill: str
    asked: int
    right: int


def report(questions: Sequence[Question], given: "dict[int, Answered]") -> tuple[SkillReport, ...]:
    """By skill, in the course's order; a question that was not answered counts as wrong."""
    asked = Counter(question.skill for question in questions)
    right = Counter(
        question.skill for place, question in enumerate(questions) if place in given and given[place].right
    )
    return tuple(SkillReport(skill, asked[skill], right[skill]) for skill in SKILLS if asked[skill])
