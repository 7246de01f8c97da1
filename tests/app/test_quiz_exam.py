"""Exams in the app: a clock, free moving, no word until the end, and a kill that costs nothing."""

from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, Learner, learner
from tests.app.quiz_hands import answer, asked, view
from tests.app.quiz_samples import ask_only, teach
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.exam import ExamScreen
from tutor.app.screens.exam_form import ExamFormScreen
from tutor.app.screens.exam_look import ExamLookScreen
from tutor.app.screens.exam_report import ExamReportScreen
from tutor.app.screens.quiz_door import QuizDoorScreen
from tutor.quiz.exam import CLOCK_NAME
from tutor.quiz.log import ExamEnded, QuizLog
from tutor.wording import Language, say

CODE = "5-10-AB-moon7"
"""Five questions of sections that only the samples ask about, ten minutes."""


def exam(yuna: Learner) -> ExamScreen:
    """The exam on the screen."""
    assert isinstance(yuna.app.screen, ExamScreen), yuna.app.screen
    return yuna.app.screen


async def sitting(yuna: Learner, code: str = CODE) -> None:
    """An exam that was begun by a class's code."""
    ask_only(yuna)
    await yuna.press("f4", "3")
    assert yuna.shows(ExamFormScreen)
    yuna.app.screen.query_one("#code").focus()
    await yuna.pilot.press(*code)
    await yuna.press("enter")


@pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param("ko", NARROW, id="ko-80x24"),
        pytest.param("en", WIDE, id="en-120x36", marks=pytest.mark.long),
    ],
)
async def test_an_exam_from_its_code_to_its_report(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language=language, size=size) as yuna:
        await sitting(yuna)
        running = exam(yuna).exam
        assert running is not None
        questions = running.questions
        assert len(questions) == 5
        first = await answer(yuna, right=False)
        assert asked(yuna).id == questions[1].id, "no word, the next question"
        await answer(yuna)
        await yuna.press("f4", "f4")
        assert asked(yuna).id == questions[4].id
        await answer(yuna)
        assert asked(yuna).id == questions[2].id, "the open ones come last"
        await answer(yuna)
        await answer(yuna)
        assert yuna.shows(AskingScreen), "all are answered: hand in?"
        assert say(language, "app.exam.ask", done=5, of=5)[:12] in yuna.text
        await yuna.press("enter")
        assert yuna.shows(ExamReportScreen)
        assert say(language, "quiz.exam.report", asked=5, right=4) in yuna.text
        assert say(language, f"quiz.skill.{first.skill}")[:10] in yuna.text
        await yuna.press("enter")
        assert yuna.shows(ExamLookScreen)
        assert asked(yuna).id == first.id
        assert say(language, "quiz.verdict.wrong") in yuna.text
        await yuna.press("escape")
        assert yuna.shows(ExamReportScreen)
        await yuna.press("escape")
        assert yuna.shows(QuizDoorScreen)


@pytest.mark.long
async def test_moving_keeps_what_was_picked(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await sitting(yuna)
        await answer(yuna, right=False)
        await answer(yuna)
        await yuna.press("f3", "f3")
        assert say("en", "app.exam.kept") in yuna.text
        before = view(yuna).answer
        assert before == exam(yuna).answers[0]
        right = await answer(yuna)
        assert exam(yuna).answers[0] == right.key.right, "changed"
        assert " 1✓" in yuna.text
        assert say("en", "app.exam.answered", done=2, of=5) in yuna.text


async def test_an_exam_that_was_killed_goes_on_with_the_time_it_had(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await sitting(yuna)
        first = await answer(yuna)
        running = exam(yuna).exam
        assert running is not None
        running.tick(123.0)
        # nothing is written after this: as if the process had been killed
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        ask_only(yuna)
        await yuna.press("f4")
        assert say("en", "quiz.mode.exam.going", minutes=7) in yuna.text
        await yuna.press("3")
        resumed = exam(yuna).exam
        assert resumed is not None
        assert 460 < resumed.seconds_left <= 477
        assert exam(yuna).answers == {0: first.key.right}
        assert exam(yuna).place == 1
        await yuna.press("escape")
        assert yuna.shows(QuizDoorScreen)
        assert (tmp_path / "learner" / CLOCK_NAME).exists()


@pytest.mark.long
async def test_when_the_time_is_over_it_is_handed_in(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await sitting(yuna)
        await answer(yuna)
        running = exam(yuna).exam
        assert running is not None
        running.tick(600.0)
        exam(yuna).tick()
        await yuna.settle()
        assert yuna.shows(ExamReportScreen)
        assert say("en", "quiz.exam.report", asked=5, right=1) in yuna.text
    assert isinstance(QuizLog(tmp_path / "learner").entries[-1], ExamEnded)


@pytest.mark.long
async def test_a_bad_code_says_what_one_looks_like(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await sitting(yuna, "20-30-ZZ-x")
        assert yuna.shows(ExamFormScreen)
        assert "not an exam code: 20-30-ZZ-x" in yuna.text


@pytest.mark.long
async def test_the_form_makes_the_code_of_what_was_chosen(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await yuna.press("f4", "3")
        form = yuna.app.screen
        assert isinstance(form, ExamFormScreen)
        await yuna.press("left", "tab", "right", "tab", "1", "2")
        assert form.spec is not None
        assert form.spec.code.startswith("10-45-CDEFGHI-")
        await yuna.press("f8")
        assert form.spec.code.startswith("10-45-CDEFGHI-"), "another language keeps it"
        assert form.spec.code in yuna.text
