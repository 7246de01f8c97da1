"""Ways to be asked, one question after the other: review, practice, the daily five."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from .learner import Given, Learner
from .log import Answered
from .marking import Mark
from .question import Question
from .schedule import WhyNow

__all__ = ["DAILY", "Asked", "Daily", "Practice", "Review", "Session"]

DAILY: Final = 5
"""Questions of the daily five."""
ROUND: Final = 20
"""Questions of one review; what is left comes in the next."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is on the screen."""

    question: Question
    number: int
    """From 1."""
    of: int | None
    """How many there are; None where there is no end."""
    why: WhyNow | None = None
    """Why it is asked now; None where the learner chose the topic."""
    rated: bool = False
    """The answer moves the skill's schedule."""


class Session(ABC):
    """A row of questions; `next` and `answer` by turns."""

    MODE: ClassVar[str]

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.asked: Asked | None = None
        """What is to be answered."""
        self.results: list[Answered] = []
        """The answers given, oldest first."""
        self._number = 0
        self._last = ""

    def next(self) -> Asked | None:
        """The next question; the same one until it is answered; None at the end."""
        if self.asked is None:
            self.asked = self._draw()
        return self.asked

    def answer(self, given: Given) -> Mark:
        """Judge and note the answer to the question that was asked last."""
        asked = self.asked
        if asked is None:
            raise LookupError("nothing was asked")
        judged, entry = self.learner.answer(asked.question, given, self.MODE, rated=asked.rated)
        self.asked = None
        self._last = asked.question.skill
        self.results.append(entry)
        self._note(entry)
        return judged

    def undo(self) -> Answered | None:
        """Take back the last answer that moved a schedule; None if there is none today.

        The skill is as due as it was before.
        """
        taken = self.learner.undo()
        if taken is not None:
            self.results = [one for one in self.results if one.number != taken.number]
            self.asked = None
            self._taken_back(taken)
        return taken

    @abstractmethod
    def _draw(self) -> Asked | None:
        """The question after those that were answered."""

    @abstractmethod
    def _note(self, entry: Answered) -> None:
        """Take in an answer."""

    @abstractmethod
    def _taken_back(self, entry: Answered) -> None:
        """Take in that an answer does not count."""

    def _ask(self, skill: str, of: int | None, why: WhyNow | None) -> Asked:
        self._number = len(self.results) + 1
        question = self.learner.draw(skill)
        return Asked(question, self._number, of, why, rated=why is not None)

    def _another(self, skills: Sequence[str]) -> str:
        """The first of the skills that is not the one asked last, if there are two."""
        return next((skill for skill in skills if skill != self._last), skills[0])


class Review(Session):
    """What is due today, most urgent first; never the same skill twice in a row while two are due.

    What was missed comes once more at the end, in another form, and then moves no schedule.
    """

    MODE = "review"

    def __init__(self, learner: Learner) -> None:
        super().__init__(learner)
        self._due = learner.due()[:ROUND]
        self._missed: list[str] = []
        self._total = len(self._due)

    def _draw(self) -> Asked | None:
        total = len(self.results) + len(self._due) + len(self._missed)
        if self._due:
            skill = self._another(self._due)
            return self._ask(skill, total, self.learner.schedule.why(skill, self.learner.clock()))
        if self._missed:
            return self._ask(self._another(self._missed), total, None)
        return None

    def _note(self, entry: Answered) -> None:
        if entry.rating is None:
            self._missed.remove(entry.skill)
            return
        self._due.remove(entry.skill)
        if not entry.right:
            self._missed.append(entry.skill)

    def _taken_back(self, entry: Answered) -> None:
        if entry.skill in self._missed:
            self._missed.remove(entry.skill)
        self._due.insert(0, entry.skill)
        self._last = ""


class Daily(Session):
    """Five questions a day: what is most due, then what is known least."""

    MODE = "daily"

    def __init__(self, learner: Learner) -> None:
        super().__init__(learner)
        self._plan = self._planned(DAILY)

    def _planned(self, count: int) -> list[str]:
        learner, now = self.learner, self.learner.clock()
        due = learner.due()
        others = [skill for skill in learner.skills if skill not in due]
        others.sort(key=lambda skill: (learner.schedule.recall(skill, now) or 0.0, len(learner.about(skill))))
        plan = [*due, *others][:count]
        while plan and len(plan) < count:
            plan.append(plan[len(plan) - min(len(plan), len({*plan}))])
        return plan

    @property
    def is_done_today(self) -> bool:
        """Whether five were answered today already."""
        today = self.learner.clock().date()
        return sum(one.mode == self.MODE and one.at.date() == today for one in self.learner.answers) >= DAILY

    def _draw(self) -> Asked | None:
        if not self._plan:
            return None
        skill = self._another(self._plan)
        why = self.learner.schedule.why(skill, self.learner.clock())
        return self._ask(skill, len(self.results) + len(self._plan), why)

    def _note(self, entry: Answered) -> None:
        self._plan.remove(entry.skill)

    def _taken_back(self, entry: Answered) -> None:
        self._plan.insert(0, entry.skill)
        self._last = ""


class Practice(Session):
    """A topic without end; the level follows the answers."""

    MODE = "practice"

    def __init__(self, learner: Learner, skills: Sequence[str]) -> None:
        """`skills` is the topic; raises LookupError where nothing of it can be asked."""
        super().__init__(learner)
        self._skills = [skill for skill in skills if learner.sources.can_ask(skill)]
        if not self._skills:
            raise LookupError("nothing of this topic can be asked")

    def _draw(self) -> Asked | None:
        order = sorted(self._skills, key=lambda skill: (self._times(skill), self._skills.index(skill)))
        return self._ask(self._another(order), None, None)

    def _note(self, entry: Answered) -> None:
        """The results say it all."""

    def _taken_back(self, entry: Answered) -> None:
        """The results say it all."""

    def _times(self, skill: str) -> int:
        """How often it was answered in this session, a wrong answer counting half.

        So what is missed comes back sooner, and yet the whole topic is gone through.
        """
        return sum(2 if one.right else 1 for one in self.results if one.skill == skill)
