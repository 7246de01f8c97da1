"""When each skill is to be asked again: FSRS over skills, worked out from the log.

Each review draws a fresh question, so what is scheduled is the skill, not the card (`spec/formats.md`).
Time is counted in the learner's own days: FSRS is told the day of a review, not its hour.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from .log import Answered

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

__all__ = ["AGAIN", "GOOD", "HARD", "NEW_A_DAY", "TARGET", "Reason", "Schedule", "WhyNow", "rating_of"]

AGAIN: Final = 1
HARD: Final = 2
GOOD: Final = 3
TARGET: Final = 0.9
"""The share of skills that are to be known when they are asked again."""
LONGEST: Final = 180
"""Days after which a skill is asked again, however well it is known."""
NEW_A_DAY: Final = 10
"""Skills that come into review for the first time on one day."""


class Reason(StrEnum):
    """Why a skill is due."""

    NEW = "new"
    """It was taught and never reviewed."""
    MISSED = "missed"
    """The last answer was wrong."""
    FADING = "fading"
    """The estimate says that it is about to be forgotten."""


@dataclass(frozen=True, slots=True)
class WhyNow:
    """Why a skill is asked now."""

    reason: Reason
    days: int = 0
    """Since it was asked last."""
    recall: float = 0.0
    """The estimate that it is still known, 0 to 1."""


def rating_of(*, right: bool, hint: bool) -> int:
    """Wrong is Again, right with a hint Hard, right Good; nothing is Easy."""
    if not right:
        return AGAIN
    return HARD if hint else GOOD


class Schedule:
    """The cards of one learner, a skill each."""

    def __init__(self, answers: Iterable[Answered] = (), *, target: float = TARGET) -> None:
        """Takes in the answers, oldest first."""
        self._target = target
        self._cards: dict[str, Card] = {}
        self._last: dict[str, Answered] = {}
        self._begun: dict[str, date] = {}
        for answer in answers:
            self.take(answer)

    @cached_property
    def _scheduler(self) -> "Scheduler":
        from fsrs import Scheduler

        return Scheduler(
            desired_retention=self._target,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=LONGEST,
            enable_fuzzing=False,
        )

    def take(self, answer: Answered) -> None:
        """Move the skill's card, if the answer has a rating."""
        if answer.rating is None:
            return
        from fsrs import Card, Rating

        at = _noted(answer.at.date())
        card = self._cards.get(answer.skill)
        if card is None:
            card = Card(card_id=0, due=at)
            self._begun[answer.skill] = answer.at.date()
        elif card.last_review is not None and at < card.last_review:
            at = card.last_review  # the computer's clock went back
        self._cards[answer.skill], _ = self._scheduler.review_card(card, Rating(answer.rating), at)
        self._last[answer.skill] = answer

    def due_on(self, skill: str) -> date | None:
        """The day on which it is to be asked again; None for a skill that was never reviewed."""
        card = self._cards.get(skill)
        return None if card is None else card.due.date()

    def recall(self, skill: str, now: datetime) -> float | None:
        """The estimate that it is known now, 0 to 1; None for a skill that was never reviewed."""
        card = self._cards.get(skill)
        return None if card is None else self._scheduler.get_card_retrievability(card, _noted(now.date()))

    def stability(self, skill: str) -> float:
        """Days until the estimate falls to nine tenths; 0 for a skill that was never reviewed."""
        card = self._cards.get(skill)
        return 0.0 if card is None or card.stability is None else card.stability

    def why(self, skill: str, now: datetime) -> WhyNow | None:
        """Why it is due now; None if it is not."""
        card = self._cards.get(skill)
        if card is None:
            return WhyNow(Reason.NEW)
        if card.due.date() > now.date():
            return None
        last = self._last[skill]
        days = max((now.date() - last.at.date()).days, 0)
        reason = Reason.FADING if last.right else Reason.MISSED
        return WhyNow(reason, days, self._scheduler.get_card_retrievability(card, _noted(now.date())))

    def due(self, skills: Iterable[str], now: datetime) -> list[str]:
        """Those of the skills that are due: what was missed, then what fades most, then as many new ones
        as the day still takes, in the order in which they are given.
        """
        again: list[tuple[float, str]] = []
        new: list[str] = []
        for skill in skills:
            why = self.why(skill, now)
            if why is not None and why.reason is Reason.NEW:
                new.append(skill)
            elif why is not None:
                again.append((why.recall, skill))
        return [skill for _, skill in sorted(again)] + new[: self._room_for_new(now.date())]

    def forecast(self, skills: Iterable[str], now: datetime, days: int) -> list[int]:
        """How many reviews come due on each of the next days, today first with all that is due already.

        New skills are spread as `due` lets them in.
        """
        counts = [0] * days
        known, today = tuple(skills), now.date()
        for skill in known:
            card = self._cards.get(skill)
            if card is not None:
                day = max((card.due.date() - today).days, 0)
                if day < days:
                    counts[day] += 1
        new = sum(skill not in self._cards for skill in known)
        for day in range(days):
            taken = min(new, self._room_for_new(today) if day == 0 else NEW_A_DAY)
            counts[day] += taken
            new -= taken
        return counts

    def _room_for_new(self, today: date) -> int:
        return max(NEW_A_DAY - sum(day == today for day in self._begun.values()), 0)


def _noted(day: date) -> datetime:
    """A day as FSRS is told it."""
    return datetime.combine(day, time(), UTC)
