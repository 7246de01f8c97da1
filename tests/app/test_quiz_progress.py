"""Progress: charts, skills, the weakest, what comes due."""

from datetime import timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.driver import NARROW, NOW, WIDE, learner
from tests.app.quiz_hands import asked
from tests.app.quiz_samples import ALL, SKILLS, ask_only, teach
from tests.quiz.learners import Clock, right_answer, wrong_answer
from tutor.app.screens.quiz import QuizScreen
from tutor.app.screens.quiz_progress import QuizProgressScreen
from tutor.app.widgets.week_chart import ForecastChart, WeekChart
from tutor.quiz.learner import Learner
from tutor.quiz.log import QuizLog
from tutor.quiz.sessions import Review
from tutor.quiz.skills import Taught
from tutor.wording import say


def weeks_of_reviews(saves: Path) -> None:
    """Three weeks in which one skill was always missed."""
    clock = Clock(NOW - timedelta(days=21))
    log = QuizLog(saves / "learner")
    for _ in range(21):
        review = Review(Learner(log, Taught(frozenset(SKILLS)), clock, ALL))
        while (one := review.next()) is not None and one.rated:
            missed = one.question.skill == SKILLS[0]
            review.answer((wrong_answer if missed else right_answer)(one.question))
        clock.forward(days=1)


@pytest.mark.long
async def test_before_the_first_answer_there_is_an_empty_chart(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        ask_only(yuna)
        await yuna.press("f4", "5")
        assert yuna.shows(QuizProgressScreen)
        assert say("ko", "quiz.progress.nothing") in yuna.text
        assert say("ko", "quiz.progress.weakest") not in yuna.text


@pytest.mark.long
async def test_the_weakest_comes_first_and_enter_practises_it(tmp_path: Path) -> None:
    teach(tmp_path)
    weeks_of_reviews(tmp_path)
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        quiz = ask_only(yuna)
        await yuna.press("f4", "5")
        assert say("en", "quiz.progress.streak", days=21) in yuna.text
        mastered = quiz.picture().mastered
        assert say("en", "app.progress.mastered", count=mastered) in yuna.text
        weak, name = say("en", "quiz.progress.weakest"), say("en", f"quiz.skill.{SKILLS[0]}")
        assert (
            yuna.text.index(weak) < yuna.text.index(name) < yuna.text.rindex(say("en", "app.progress.skills"))
        )
        await yuna.press("f8")
        assert say("ko", "quiz.progress.weeks") in yuna.text
        await yuna.press("enter")
        assert yuna.shows(QuizScreen)
        assert asked(yuna).skill == SKILLS[0]


@pytest.mark.long
async def test_the_charts_are_as_wide_as_their_panes(tmp_path: Path) -> None:
    teach(tmp_path)
    weeks_of_reviews(tmp_path)
    for size in (NARROW, WIDE):
        async with learner(tmp_path, language="ko", size=size) as yuna:
            ask_only(yuna)
            await yuna.press("f4", "5")
            for chart in (yuna.app.screen.query_one(WeekChart), yuna.app.screen.query_one(ForecastChart)):
                lines = chart.render().plain.split("\n")
                assert len(lines) == chart.content_size.height
                assert all(cell_len(line.rstrip()) <= chart.content_size.width for line in lines)
            assert f"{NOW.month}/{NOW.day}" in yuna.text
