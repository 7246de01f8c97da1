"""How it goes: accuracy and recall by skill over time, days in a row, what is weak, what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .learner import Learner
from .log import Answered

__all__ = ["FORECAST_DAYS", "Picture", "SkillRow", "Week", "picture"]

FORECAST_DAYS: Final = 14
WEEKS: Final = 12
"""Weeks that the chart looks back."""
WEAKEST: Final = 5
FEW: Final = 3
"""Answers from which on a skill can be called weak."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of answers."""

    begins: date
    """A Monday."""
    asked: int
    right: int
    reviewed: int
    """Of them, answers that moved a schedule: what was still known when it came back."""
    recalled: int

    @property
    def accuracy(self) -> float | None:
        """The share that was right, 0 to 1; None where nothing was asked."""
        return self.right / self.asked if self.asked else None

    @property
    def recall(self) -> float | None:
        """The share that was still known, 0 to 1; None where nothing was reviewed."""
        return self.recalled / self.reviewed if self.reviewed else None


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One skill."""

    skill: str
    asked: int
    right: int
    recall: float | None
    """The estimate that it is known today, 0 to 1; None for one that was never reviewed."""
    level: int
    mastered: bool
    due: date | None
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One learner's quiz, today."""

    skills: tuple[SkillRow, ...]
    weeks: tuple[Week, ...]
    """The last ones, oldest first."""
    days_in_a_row: int
    """Days with an answer, up to today or yesterday: a day that is not over breaks nothing."""
    weakest: tuple[str, ...]
    forecast: tuple[int, ...]
    """Reviews that come due, today first."""
    due: int
    asked: int
    right: int
    mastered: int


def picture(learner: Learner) -> Picture:
    """What the log says about a learner today."""
    today = learner.clock().date()
    rows = tuple(_row(learner, skill, today) for skill in learner.skills)
    return Picture(
        skills=rows,
        weeks=_weeks(learner.answers, today),
        days_in_a_row=_days_in_a_row({answer.at.date() for answer in learner.answers}, today),
        weakest=_weakest(rows),
        forecast=tuple(learner.schedule.forecast(learner.skills, learner.clock(), FORECAST_DAYS)),
        due=len(learner.due()),
        asked=len(learner.answers),
        right=sum(answer.right for answer in learner.answers),
        mastered=sum(row.mastered for row in rows),
    )


def _row(learner: Learner, skill: str, today: date) -> SkillRow:
    answers = learner.about(skill)
    return SkillRow(
        skill=skill,
        asked=len(answers),
        right=sum(answer.right for answer in answers),
        recall=learner.schedule.recall(skill, learner.clock()),
        level=learner.level(skill),
        mastered=learner.mastered(skill),
        due=learner.schedule.due_on(skill),
        weeks=_weeks(answers, today),
    )


def _weeks(answers: Iterable[Answered], today: date) -> tuple[Week, ...]:
    last = today - timedelta(days=today.weekday())
    begins = [last - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    counts = {monday: [0, 0, 0, 0] for monday in begins}
    seen: set[str] = set()
    for answer in answers:
        day = answer.at.date()
        count = counts.get(day - timedelta(days=day.weekday()))
        came_back = answer.rating is not None and answer.skill in seen
        if answer.rating is not None:
            seen.add(answer.skill)
        if count is not None:
            count[0] += 1
            count[1] += answer.right
            count[2] += came_back
            count[3] += came_back and answer.right
    return tuple(Week(monday, *counts[monday]) for monday in begins)


def _days_in_a_row(days: set[date], today: date) -> int:
    day = today if today in days else today - timedelta(days=1)
    count = 0
    while day in days:
        count, day = count + 1, day - timedelta(days=1)
    return count


def _weakest(rows: Iterable[SkillRow]) -> tuple[str, ...]:
    """Skills that were asked a few times and are known least, the weakest first."""
    known = [row for row in rows if row.asked >= FEW and not row.mastered and row.right < row.asked]
    known.sort(key=lambda row: (row.right / row.asked, row.recall or 0.0))
    return tuple(row.skill for row in known[:WEAKEST])
