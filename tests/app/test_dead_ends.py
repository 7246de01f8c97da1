"""Where the learner gets stuck, the app says so and opens nothing over what is typed next."""

from pathlib import Path
from shutil import copytree

from tests.app.driver import LESSONS, NARROW, learner
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.sign_in import SignInScreen
from tutor.wording import say


async def test_after_a_failed_sign_in_enter_tells_what_is_missing(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop", "*")
        await yuna.settle()
        assert say("en", "app.invite.sign-in") in yuna.text
        await yuna.send("sign-in --user noah --password wrong")
        assert say("en", "app.invite.check") in yuna.text
        await yuna.press("enter")
        assert yuna.shows(LearnScreen)
        assert say("en", "course.next.missing") in yuna.text
        await yuna.press("f7")
        assert yuna.shows(SignInScreen)


async def test_a_lesson_that_cannot_be_loaded_leads_back_home(tmp_path: Path) -> None:
    lessons = tmp_path / "lessons"
    copytree(LESSONS, lessons)
    (lessons / "01-workshop" / "en.md").write_text("nothing of a lesson\n")
    async with learner(tmp_path / "saves", language="en", size=NARROW, lessons=lessons) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        assert yuna.shows(HomeScreen)
        assert "en.md" in yuna.text
        await yuna.press("enter")
        assert "LookupError" not in yuna.text
