"""Every lesson of the course, played in the app from its first line to its last, with mistakes."""

from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, learner
from tests.app.player import Player
from tutor.app.screens.home import HomeScreen
from tutor.course import LessonIndex
from tutor.wording import LANGUAGES, Language, say

LESSONS = [entry.folder for entry in LessonIndex.list().entries]


@pytest.mark.long
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", LESSONS, ids=[folder.name for folder in LESSONS])
async def test_a_lesson_is_played_to_its_end(
    folder: Path, language: Language, size: tuple[int, int], tmp_path: Path
) -> None:
    mistaken = (language == "ko") == (size == NARROW)
    async with learner(tmp_path, language=language, size=size) as yuna:
        player = Player(yuna, folder, language, mistaken=mistaken)
        steps = await player.play()
        assert steps == [step.id for step in player.lesson.steps]
        assert yuna.shows(HomeScreen)
        assert say(language, "app.home.finished") in yuna.text or "✓" in yuna.text
