"""The tour: once, after the first success, in nobody's way; and the help page that it points to."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.driver import LESSONS, NARROW, WIDE, Learner, learner
from tutor.app.models.looks import Looks
from tutor.app.screens.help import HelpScreen
from tutor.app.screens.home import HomeScreen
from tutor.app.widgets.tour_strip import STOPS
from tutor.wording import Language, say

VIEWS = [
    pytest.param("ko", NARROW, id="ko-80x24"),
    pytest.param("en", WIDE, id="en-120x36", marks=pytest.mark.long),
    pytest.param("en", NARROW, id="en-80x24", marks=pytest.mark.long),
    pytest.param("ko", WIDE, id="ko-120x36", marks=pytest.mark.long),
]
WHO = "aws sts get-caller-identity"


def stop(yuna: Learner) -> str:
    """What the tour speaks of; nothing if it is not shown."""
    return yuna.learn.tour.stop if yuna.learn.tour is not None else ""


async def searched(yuna: Learner, words: str) -> str:
    """What help shows for a search."""
    await yuna.pilot.press(*words)
    await yuna.settle()
    return yuna.text


@pytest.mark.parametrize(("language", "size"), VIEWS)
async def test_it_comes_once_and_typing_goes_on(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with learner(tmp_path, language=language, size=size, first_run=True) as yuna:
        await yuna.press("1" if language == "ko" else "2")
        assert stop(yuna) == ""
        await yuna.press("enter")
        assert stop(yuna) == STOPS[0]
        assert yuna.learn.console.prompt.has_focus
        assert "user/yuna" in yuna.text
        seen = [stop(yuna)]
        while len(seen) < len(STOPS):
            await yuna.press("ctrl+g")
            seen.append(stop(yuna))
            assert all(cell_len(row) <= size[0] for row in yuna.rows)
        assert tuple(seen) == STOPS
        await yuna.press("enter")
        assert stop(yuna) == STOPS[-1], "the lesson goes on, the tour waits"
        await yuna.press("escape")
        assert stop(yuna) == ""
        await yuna.press("1", "enter")
        assert stop(yuna) == ""
        assert yuna.app.desk.setting("tour") == "offered"


@pytest.mark.long
async def test_escape_skips_all_of_it_and_the_palette_brings_it_back(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", first_run=True) as yuna:
        await yuna.press("2", "enter", "escape")
        assert stop(yuna) == ""
        await yuna.press("ctrl+g")
        assert stop(yuna) == STOPS[0]
        await yuna.pilot.click("#tour")
        await yuna.settle()
        assert stop(yuna) == STOPS[1]
        await yuna.press("f8")
        assert f"둘러보기 2/{len(STOPS)}" in yuna.text
        await yuna.press("escape", "escape")
        assert yuna.shows(HomeScreen)


async def test_who_is_not_new_is_not_shown_round(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.send(WHO)
        assert stop(yuna) == ""


@pytest.mark.long
async def test_help_is_searched_in_both_languages(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.dress(Looks(keys={"learn.history": "f11"}))
        await yuna.press("f1")
        assert yuna.shows(HelpScreen)
        assert say("en", "app.help.here", scope="Home") in yuna.text
        shown = await searched(yuna, "history")
        assert "f11" in shown
        assert say("en", "app.settings.scope.learn") in shown
        assert say("en", "app.command.settings.about") not in shown
        await yuna.press("ctrl+u")
        assert say("en", "app.command.sandbox.about") in await searched(yuna, "샌드박스")
        assert say("en", "app.help.none") in await searched(yuna, "xyz")
        await yuna.press("enter")
        assert yuna.shows(HomeScreen)


async def test_a_small_window_asks_politely_in_both_languages(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=(60, 20), lessons=LESSONS) as yuna:
        wanted = {one: say(one, "app.too-small", width=80, height=24).split("\n")[-1] for one in ("ko", "en")}
        assert wanted["ko"] in yuna.text
        await yuna.press("f8")
        assert wanted["en"] in yuna.text
        await yuna.pilot.resize_terminal(*NARROW)
        await yuna.settle()
        assert say("en", "app.home.door.learn") in yuna.text
