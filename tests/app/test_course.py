"""Lessons played in the app to their end, with mistakes: one of every kind of step, and the whole course."""

from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, learner
from tests.app.player import Player
from tutor.app.screens.home import HomeScreen
from tutor.course import LessonIndex
from tutor.wording import LANGUAGES, Language, say

COURSE = [entry.folder for entry in LessonIndex.list().entries]
WORKSHOP = Path(__file__).parents[1] / "course/fixtures/lessons/08-workshop"


@pytest.mark.long
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", COURSE, ids=[folder.name for folder in COURSE])
async def test_a_lesson_is_played_to_its_end(
    folder: Path, language: Language, size: tuple[int, int], tmp_path: Path
) -> None:
    mistaken = (language == "ko") == (size == NARROW)
    async with learner(tmp_path, language=language, size=size) as yuna:
        player = Player(yuna, folder, language, mistaken=mistaken)
        steps = await player.play()
        again = {step.id for step in player.lesson.steps if step.id in player.lesson.again_of}
        assert steps == [step.id for step in player.lesson.steps if mistaken or step.id not in again]
        assert yuna.shows(HomeScreen)
        await yuna.press("up")  # Home offers the next lesson
        assert say(language, "app.home.again") in yuna.text


@pytest.mark.long
async def test_every_kind_of_step_takes_mistakes_and_says_why(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW, lessons=WORKSHOP.parent) as yuna:
        player = Player(yuna, WORKSHOP, "ko", mistaken=True)
        assert await player.play() == [step.id for step in player.lesson.steps]
        assert yuna.shows(HomeScreen)
        await yuna.press("down")
        assert say("ko", "app.home.again") in yuna.text


@pytest.mark.long
async def test_what_went_wrong_comes_again_and_chooses_the_hint(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW, lessons=WORKSHOP.parent) as yuna:
        player = Player(yuna, WORKSHOP, "ko", mistaken=True, mistakes=0, reads=False)
        steps = await player.play(until="belief")
        assert steps[1] == "guess", "a prediction with three answers"
        assert steps[-1] == "guess-again", "failed once, so it comes in another form"
        assert len(player.page.options) == 3
        assert player.hinted["mend"] == 2, "the goal that fails calls for the second hint at once"
