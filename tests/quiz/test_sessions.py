"""The ways to be asked: review, the daily five, practice."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.quiz.learners import Clock, right_answer, wrong_answer
from tutor.quiz.learner import Given, Learner
from tutor.quiz.log import QuizLog
from tutor.quiz.schedule import NEW_A_DAY, Reason
from tutor.quiz.sessions import DAILY, Daily, Practice, Review, Session
from tutor.quiz.skills import Taught, taught_by

FIRST_DAYS = Taught(frozenset({"A1", "A2", "A3", "B1", "B2", "B3"}))
EVERY_CLAIM = Taught(frozenset({"G2", "G7", "G8", "G11", "A1", "A3"}))


def a_learner(taught: Taught = FIRST_DAYS, clock: Clock | None = None, folder: Path | None = None) -> Learner:
    return Learner(QuizLog(folder), taught, clock or Clock())


def play(session: Session, *, wrong: tuple[int, ...] = (), most: int = 60) -> list[str]:
    """Answers to the end; the skills in the order in which they were asked."""
    skills: list[str] = []
    while (asked := session.next()) is not None and len(skills) < most:
        answer = wrong_answer if len(skills) in wrong else right_answer
        skills.append(asked.question.skill)
        assert session.answer(answer(asked.question)).right == (answer is right_answer)
    return skills


def test_review_asks_each_due_skill_once_and_what_was_missed_again() -> None:
    learner = a_learner()
    skills = play(Review(learner), wrong=(1,))
    assert sorted(skills[:6]) == sorted(FIRST_DAYS.skills)
    assert skills[6:] == [skills[1]]
    assert learner.due() == []
    assert [answer.rating for answer in learner.answers] == [3, 1, 3, 3, 3, 3, None]


def test_the_next_day_brings_back_what_was_missed() -> None:
    clock = Clock()
    learner = a_learner(clock=clock)
    missed = play(Review(learner), wrong=(0,))[0]
    clock.forward(days=1)
    asked = Review(learner).next()
    assert asked is not None
    assert asked.question.skill == missed
    assert asked.why is not None
    assert asked.why.reason is Reason.MISSED


def test_no_skill_comes_twice_in_a_row_while_two_are_due() -> None:
    clock = Clock()
    learner = a_learner(EVERY_CLAIM, clock)
    for _ in range(6):
        skills = play(Review(learner), wrong=(0, 2, 3))
        assert all(one != other for one, other in list(pairwise(skills))[:-1])
        clock.forward(days=1)


def test_a_review_is_another_question_each_time() -> None:
    clock = Clock()
    learner = a_learner(taught_by_all(), clock)
    for _ in range(4):
        play(Review(learner))
        clock.forward(days=200)
    for skill in learner.skills:
        asked = [answer.question for answer in learner.about(skill)]
        written = len(learner.sources.written_about(skill))
        fresh = len(asked) if learner.sources.families_about(skill) else min(len(asked), written)
        assert len(set(asked)) == fresh, skill


def test_new_skills_come_in_over_several_days() -> None:
    learner = a_learner(taught_by_all())
    assert len(play(Review(learner))) == NEW_A_DAY


def taught_by_all() -> Taught:
    from tutor.course.claims import CLAIMS

    return Taught(frozenset(CLAIMS))


def test_the_last_rating_can_be_taken_back() -> None:
    learner = a_learner()
    review = Review(learner)
    asked = review.next()
    assert asked is not None
    review.answer(wrong_answer(asked.question))
    taken = review.undo()
    assert taken is not None
    assert taken.skill == asked.question.skill
    assert learner.schedule.due_on(taken.skill) is None
    again = review.next()
    assert again is not None
    assert again.question.skill == taken.skill
    assert len(play(review)) == 6


def test_nothing_to_take_back_is_no_error() -> None:
    assert Review(a_learner()).undo() is None


def test_a_hint_makes_it_hard() -> None:
    learner = a_learner()
    review = Review(learner)
    asked = review.next()
    assert asked is not None
    review.answer(Given(right_answer(asked.question).answer, hint=True))
    assert learner.answers[-1].rating == 2


@pytest.mark.parametrize("taught", [FIRST_DAYS, Taught(frozenset({"A1", "A2"}))])
def test_the_daily_five_are_five(taught: Taught) -> None:
    clock = Clock()
    learner = a_learner(taught, clock)
    daily = Daily(learner)
    assert not daily.is_done_today
    skills = play(daily)
    assert len(skills) == DAILY
    assert Daily(learner).is_done_today
    clock.forward(days=1)
    assert not Daily(learner).is_done_today


def test_practice_has_no_end_and_follows_the_answers() -> None:
    learner = a_learner(EVERY_CLAIM)
    practice = Practice(learner, ["G11"])
    levels = []
    for _ in range(8):
        asked = practice.next()
        assert asked is not None
        assert asked.of is None
        levels.append(learner.level("G11"))
        practice.answer(right_answer(asked.question))
    assert levels == [1, 1, 2, 2, 3, 3, 4, 4]
    asked = practice.next()
    assert asked is not None
    practice.answer(wrong_answer(asked.question))
    assert learner.level("G11") == 4
    assert all(answer.rating is None for answer in learner.answers), "practice moves no schedule"


def test_a_topic_of_which_nothing_was_taught_is_refused() -> None:
    with pytest.raises(LookupError):
        Practice(a_learner(), ["H1"])


def test_what_was_not_taught_is_not_asked(tmp_path: Path) -> None:
    from tutor.course.progress import ProgressStore

    progress = ProgressStore(tmp_path / "progress.json")
    progress.note_skill("A1", "seen", "two-gates/hello")
    taught = taught_by(progress)
    progress.close()
    assert taught.skills == {"A1"}
    assert taught.ways == 2
    assert play(Review(a_learner(taught)))[:1] == ["A1"]
