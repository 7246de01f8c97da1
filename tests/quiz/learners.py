"""Learners that tests simulate: who know, who forget by a known curve, who guess."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from tutor.quiz.learner import Given
from tutor.quiz.log import Answered
from tutor.quiz.mastery import Evidence
from tutor.quiz.question import Kind, Question
from tutor.quiz.schedule import Schedule, rating_of

__all__ = ["Clock", "Year", "right_answer", "wrong_answer"]

NEW_YEAR = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = NEW_YEAR

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Let time go by."""
        self.now += timedelta(**by)


def right_answer(question: Question) -> Given:
    """The answer by the key."""
    return Given(question.key.right[:1] if question.kind is Kind.FILL else question.key.right)


def wrong_answer(question: Question) -> Given:
    """An answer that the key refuses."""
    match question.kind:
        case Kind.FILL:
            return Given(("something else",))
        case Kind.ORDER | Kind.MATCH:
            return Given(question.key.right[::-1])
        case _:
            other = next(option.id for option in question.options if option.id not in question.key.right)
            return Given((other,))


@dataclass
class Year:
    """A year of reviews in which a skill is known as often as `knows` says for the estimate of its recall."""

    knows: Callable[[float | None], float]
    seed: int
    skills: int = 40
    surprise: float = 1.386
    reviewed: int = 0
    recalled: int = 0
    ever_mastered: set[str] = field(default_factory=set)

    def live(self, days: int = 365) -> "Year":
        """Review all that is due, day by day."""
        dice, schedule = Random(self.seed), Schedule()
        evidence = {f"skill-{number}": Evidence() for number in range(self.skills)}
        for day in range(days):
            now = NEW_YEAR + timedelta(days=day)
            for skill in schedule.due(evidence, now):
                recall = schedule.recall(skill, now)
                right = dice.random() < self.knows(recall)
                answer = Answered(
                    0, now, "review", "any", skill, (), right, self.surprise, 1,
                    rating=rating_of(right=right, hint=False),
                )  # fmt: skip
                schedule.take(answer)
                evidence[skill].take(answer)
                if recall is not None:
                    self.reviewed += 1
                    self.recalled += right
                if evidence[skill].mastered:
                    self.ever_mastered.add(skill)
        return self
