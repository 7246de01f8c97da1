"""Narrow and wide: what each key shows, and that the mouse does what keys do."""

from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, Learner, learner
from tutor.app.screens.map import MapScreen
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_parts import OptionLine
from tutor.wording import say

TITLE = "Who am I?"


async def in_lesson(yuna: Learner) -> None:
    yuna.app.open_lesson(None)
    await yuna.settle()


async def test_on_a_narrow_screen_panes_take_the_place_of_the_text(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_lesson(yuna)
        assert TITLE in yuna.text
        await yuna.press("f4")
        assert "ReadInvoices" in yuna.text
        assert TITLE not in yuna.text
        await yuna.press("f5")
        assert yuna.shows(MapScreen)
        await yuna.press("f5", "f3")
        assert say("en", "app.decision.none").split(".")[0] in yuna.text
        await yuna.press("f3")
        assert TITLE in yuna.text
        await yuna.press("f4", "escape")
        assert TITLE in yuna.text
        await yuna.press("a")
        assert yuna.learn.console.prompt.text == "a"


@pytest.mark.long
async def test_on_a_wide_screen_the_text_stays(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await in_lesson(yuna)
        await yuna.press("f5")
        assert yuna.shows(MapScreen)
        await yuna.press("f5", "f4")
        assert TITLE in yuna.text
        await yuna.send("aws s3 ls s3://moonrabbit-web --profile sora")
        await yuna.press("f3")
        assert "UploadPhotos" in yuna.text.partition("May you?")[2]


@pytest.mark.long
async def test_the_mouse_does_what_keys_do(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await in_lesson(yuna)
        bar = yuna.learn.query_one(KeyBar)
        column = next(at for at, hint in bar.places.items() if hint.command.id == "hint")
        await yuna.pilot.click(bar, offset=(column + 2, 0))
        await yuna.settle()
        assert say("en", "app.hint", number=1) in yuna.text
        await yuna.press("enter", "enter")
        await yuna.pilot.click(next(iter(yuna.learn.query(OptionLine))))
        await yuna.settle()
        assert say("en", "course.answer.foretold") in yuna.text


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
@pytest.mark.long
async def test_a_pane_closed_by_its_key_gives_the_console_back(tmp_path: Path, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language="en", size=size, first_run=True) as yuna:
        await yuna.press("2")
        for keys in (("f4", "f4"), ("f5", "f5"), ("f4", "enter", "f4")):
            await yuna.press(*keys)
            assert yuna.learn.console.prompt.has_focus
        yuna.learn.set_focus(None)
        await yuna.press("enter")
        assert "arn:aws:iam::111111111111:user/yuna" in yuna.text
