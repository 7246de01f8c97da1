"""What is due when, and when a skill counts as mastered."""

from datetime import timedelta
from itertools import pairwise

import pytest

from tests.quiz.learners import NEW_YEAR, Year
from tutor.quiz.log import Answered
from tutor.quiz.mastery import Evidence
from tutor.quiz.schedule import LONGEST, NEW_A_DAY, TARGET, Reason, Schedule, rating_of


def answered(
    day: int, *, right: bool = True, hint: bool = False, skill: str = "A1", hour: int = 0
) -> Answered:
    """An answer that was reviewed so many days after New Year."""
    at = NEW_YEAR + timedelta(days=day, hours=hour)
    rating = rating_of(right=right, hint=hint)
    return Answered(0, at, "review", "q", skill, (), right, 1.386, 1, hint=hint, rating=rating)


def days_until_due(*answers: Answered) -> int:
    due = Schedule(answers).due_on("A1")
    assert due is not None
    return (due - answers[-1].at.date()).days


def test_good_answers_come_back_later_and_later_but_within_half_a_year() -> None:
    answers, gaps, day = [], [], 0
    for _ in range(7):
        answers.append(answered(day))
        gaps.append(days_until_due(*answers))
        day += gaps[-1]
    assert gaps[:4] == [2, 11, 46, 163]
    assert all(earlier <= later for earlier, later in pairwise(gaps))
    assert gaps[-1] == LONGEST


def test_a_wrong_answer_comes_back_tomorrow_and_a_hint_brings_it_back_sooner() -> None:
    assert days_until_due(answered(0, right=False)) == 1
    assert days_until_due(answered(0, hint=True)) < days_until_due(answered(0))


def test_late_in_the_evening_is_as_good_as_in_the_morning() -> None:
    late = Schedule([answered(0, hour=14, right=False)])
    assert late.due(["A1"], NEW_YEAR + timedelta(days=1)) == ["A1"]


def test_what_was_missed_and_what_fades_comes_before_what_is_new() -> None:
    schedule = Schedule(
        [answered(0, skill="A1"), answered(0, skill="A2"), answered(1, skill="A2", right=False)]
    )
    now = NEW_YEAR + timedelta(days=9)
    assert schedule.due(["A3", "A1", "A2"], now) == ["A2", "A1", "A3"]
    reasons = [why.reason for skill in ("A1", "A2", "A3") if (why := schedule.why(skill, now))]
    assert reasons == [Reason.FADING, Reason.MISSED, Reason.NEW]
    fading = schedule.why("A1", now)
    assert fading is not None
    assert fading.days == 9
    assert fading.recall < TARGET


def test_new_skills_come_in_a_few_a_day() -> None:
    skills = [f"s{number}" for number in range(25)]
    schedule = Schedule()
    assert len(schedule.due(skills, NEW_YEAR)) == NEW_A_DAY
    for skill in skills[:4]:
        schedule.take(answered(0, skill=skill))
    assert len(schedule.due(skills, NEW_YEAR)) == NEW_A_DAY - 4
    assert schedule.forecast(skills, NEW_YEAR, 4) == [6, 10, 9, 0]


def test_a_clock_that_went_back_breaks_nothing() -> None:
    schedule = Schedule([answered(5), answered(2)])
    assert schedule.due_on("A1") is not None


@pytest.mark.parametrize("seed", range(3))
def test_recall_at_review_stays_within_three_points_of_the_target(seed: int) -> None:
    """A learner who forgets by the very curve, and who knows a new skill nine times in ten."""
    year = Year(lambda recall: TARGET if recall is None else recall, seed, skills=240).live()
    assert year.reviewed > 1000
    assert abs(year.recalled / year.reviewed - TARGET) < 0.03


@pytest.mark.parametrize("seed", range(2))
def test_a_guesser_masters_nothing_in_a_year(seed: int) -> None:
    year = Year(lambda _: 0.25, seed, skills=12).live()
    assert year.reviewed > 3000
    assert not year.ever_mastered


@pytest.mark.long
def test_a_class_of_guessers_masters_nothing_in_a_year() -> None:
    for seed in range(25):
        assert not Year(lambda _: 0.25, seed, skills=40).live().ever_mastered


def evidence_of(days: list[int], *, wrong: tuple[int, ...] = (), hints: tuple[int, ...] = ()) -> Evidence:
    return Evidence(
        answered(day, right=place not in wrong, hint=place in hints) for place, day in enumerate(days)
    )


def test_whoever_knows_the_rule_masters_it_in_later_review() -> None:
    assert evidence_of([0, 0, 2, 2, 13, 13, 59, 59]).mastered
    assert not evidence_of([0] * 20).mastered, "all on one day"
    assert not evidence_of([0, 1, 2] * 4).mastered, "within three days"
    assert not evidence_of([0, 2, 13]).mastered, "too few to tell it from luck"


def test_hints_do_not_count_and_a_wrong_answer_takes_mastery_away() -> None:
    days = [0, 0, 2, 2, 13, 13, 59, 59]
    assert not evidence_of(days, hints=tuple(range(8))).mastered
    assert not evidence_of([*days, 200], wrong=(8,)).mastered
    assert evidence_of([*days, 200, 203, 210], wrong=(8,)).mastered, "soon regained"
