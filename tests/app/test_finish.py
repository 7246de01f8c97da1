"""To the end of the lesson by solutions alone: every kind of step is shown, then Home."""

from pathlib import Path

from tests.app.driver import learner
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.learn import LearnScreen
from tutor.wording import say


async def test_the_end_of_the_lesson_leads_home(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        kinds = set()
        for _ in range(40):
            if not isinstance(yuna.app.screen, LearnScreen):
                break
            assert yuna.learn.picture is not None
            kinds.add(str(yuna.learn.picture.page.kind))
            await yuna.send("solution")
            await yuna.send("next")
        assert isinstance(yuna.app.screen, HomeScreen)
        assert kinds == {"do", "predict", "choose"}
        await yuna.press("up")  # Home offers the next lesson
        assert say("en", "app.home.finished") in yuna.text
        assert say("en", "app.home.again") in yuna.text
        await yuna.press("enter")
        assert "aws sts get-caller-identity" in yuna.text
