"""Home: four doors and the path of lessons, by keyboard and by mouse."""

from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.screen import Screen

from tests.app.driver import LESSONS, NARROW, WIDE, learner
from tests.app.snapshots import assert_snapshot
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.home_later import LaterScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.quiz_door import QuizDoorScreen
from tutor.app.screens.sandboxes import SandboxesScreen
from tutor.app.widgets.home_doors import DOORS
from tutor.wording import Language, say

VIEWS = [("ko", NARROW), ("en", NARROW), ("ko", WIDE), ("en", WIDE)]
SCREENS: dict[str, type[Screen[Any]]] = {
    "learn": LearnScreen,
    "sandbox": SandboxesScreen,
    "quiz": QuizDoorScreen,
    "class": LaterScreen,
}
KEYS = {"learn": "f2", "sandbox": "f3", "quiz": "f4", "class": "f5"}


@pytest.mark.parametrize(("language", "size"), VIEWS)
async def test_home_as_a_newcomer_finds_it(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    name = f"{language}-{size[0]}x{size[1]}"
    async with learner(tmp_path, language=language, size=size, lessons=LESSONS) as yuna:
        assert_snapshot(f"home-new-{name}", yuna.rows)
        assert all(say(language, f"app.home.door.{door}") in yuna.text for door in DOORS)
        assert all(cell_len(row) <= size[0] for row in yuna.rows)


async def test_doors_open_by_their_keys(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", lessons=LESSONS) as yuna:
        for door in reversed(DOORS):
            assert yuna.shows(HomeScreen)
            await yuna.press(KEYS[door])
            assert yuna.shows(SCREENS[door])
            if door != "learn":
                await yuna.press("escape")


@pytest.mark.long
async def test_doors_open_by_enter_and_by_the_mouse(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW, lessons=LESSONS) as yuna:
        await yuna.pilot.click("#door-class")
        await yuna.settle()
        assert yuna.shows(LaterScreen)
        assert "iam-tutor new-lesson" in " ".join(yuna.text.split())
        await yuna.press("escape", "shift+tab")
        await yuna.press("left", "enter")
        assert yuna.shows(QuizDoorScreen)
        assert say("ko", "app.home.door.quiz") in yuna.rows[0]
        await yuna.press("f8")
        assert say("en", "app.home.door.quiz") in yuna.rows[0]
        await yuna.press("f2")
        assert yuna.shows(LearnScreen)


async def test_continue_leads_to_the_lesson_that_was_left(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        assert "01 Monday: two gates" in yuna.text
        yuna.app.open_lesson("shared-key")
        await yuna.settle()
        await yuna.press("escape")
        assert "02 Who deleted the wedding?" in yuna.text
        await yuna.press("f2")
        assert "Who deleted the wedding?" in yuna.rows[0]


async def test_without_lessons_home_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    async with learner(tmp_path, language="en", size=NARROW, lessons=tmp_path / "none") as yuna:
        assert "No lessons were found." in yuna.text
        await yuna.press("f2")
        assert yuna.shows(HomeScreen)
