"""The end of a lesson: a card that says what was learnt, Home at the next lesson, the last page again."""

from pathlib import Path

from tests.app.driver import NARROW, learner
from tutor.app.models.closing import closing_of
from tutor.app.path import home_picture
from tutor.app.screens.closing import ClosingScreen, closing_card
from tutor.app.screens.home import HomeScreen
from tutor.course import LessonIndex, ProgressStore
from tutor.course.progress import LessonRecord
from tutor.wording import catalogue, say


def finished(lesson: str) -> ProgressStore:
    progress = ProgressStore()
    progress.keep_lesson(LessonRecord(lesson, "end", 0, 0, finished=True))
    progress.set_setting("last-lesson", lesson)
    progress.note_skill("H1", "practised", f"{lesson}/role")
    progress.note_skill("H6", "failed", f"{lesson}/recall")
    progress.note_skill("H6", "practised", "elsewhere/step")
    return progress


def test_the_card_names_skills_and_the_next_lesson() -> None:
    index, progress = LessonIndex.list(), finished("roles")
    closing = closing_of("roles", index, progress)
    assert closing is not None
    assert (closing.learnt, closing.missed) == (("H1",), ("H6",))
    card = closing_card(closing, "en").plain
    assert "✓ Roles" in card
    assert "✗ A role" in card
    assert "Next: 10 " in card
    last = closing_of("capstone", index, progress)
    assert last is not None
    assert say("ko", "app.closing.end") in closing_card(last, "ko").plain
    assert closing_of("nowhere", index, progress) is None


def test_home_marks_the_lesson_behind_the_one_that_was_finished() -> None:
    index = LessonIndex.list()
    assert home_picture(index, finished("roles"), "en").next_id == "signing-ec2"
    assert home_picture(index, ProgressStore(), "en").next_id == "two-gates"


def test_every_skill_of_the_lessons_has_a_name() -> None:
    claims = {claim for entry in LessonIndex.list().entries for claim in entry.skills}
    assert {claim for claim in claims if f"quiz.skill.{claim}" not in catalogue("quiz")} == set()


async def test_a_finished_lesson_closes_with_a_card_and_its_last_page_is_read_again(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        yuna.app.open_lesson("warm-up", "")
        await yuna.settle()
        while not yuna.shows(ClosingScreen):
            await yuna.send("solution")
            await yuna.send("next")
        assert "Next: 01" in yuna.text
        await yuna.press("enter")
        assert yuna.shows(HomeScreen)
        await yuna.press("up")
        assert say("en", "app.home.last-page") in yuna.text
        await yuna.press("f7")
        picture = yuna.learn.picture
        assert picture is not None
        assert picture.page.passed
        await yuna.press("enter")
        assert yuna.shows(ClosingScreen)
