"""Settings: what is chosen holds at once, on the screens below, and at the next start."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.driver import NARROW, WIDE, Learner, learner
from tutor.app.desk import Desk
from tutor.app.keys import can_change, holder, is_for_typing
from tutor.app.models.looks import Looks, read_keys
from tutor.app.models.settings import KeyOf, OneOf
from tutor.app.registry import COMMANDS, Command, with_keys
from tutor.app.screens.help import HelpScreen
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.settings import KeyScreen, SettingsScreen
from tutor.app.themes import CONTRAST, NAMES, SIXTEEN, THEMES
from tutor.app.widgets.policy_text import PolicyText
from tutor.app.widgets.prompt import Prompt
from tutor.app.widgets.settings_list import SettingsList
from tutor.wording import LANGUAGES, Language, say


def named(binding_id: str) -> Command:
    return next(command for command in COMMANDS if command.binding_id == binding_id)


def mark(yuna: Learner, what: str) -> None:
    """Mark a setting by its name, or a command by its binding's id."""
    rows = yuna.app.screen.query_one(SettingsList)
    for at, row in enumerate(rows.rows):
        if isinstance(row, OneOf) and row.name == what:
            rows.mark(at)
        if isinstance(row, KeyOf) and row.command.binding_id == what:
            rows.mark(at)


async def test_what_is_chosen_holds_at_once_and_at_the_next_start(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        await yuna.press("f10")
        assert yuna.shows(SettingsScreen)
        await yuna.press("right")
        assert say("en", "app.settings.title") in yuna.rows[0]
        mark(yuna, "theme")
        await yuna.press("right", "right")
        assert yuna.app.theme == CONTRAST
        await yuna.press("enter")
        assert yuna.app.theme == SIXTEEN
        assert yuna.app.native_ansi_color
        await yuna.press("down", "space")
        assert yuna.app.animation_level == "none"
        await yuna.press("f10")
        assert yuna.shows(HomeScreen)
    desk = Desk(tmp_path, "learner")
    assert (desk.language, desk.looks) == ("en", Looks("sixteen", motion=False))
    desk.close()


async def test_a_command_gets_another_key_unless_that_is_taken(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await yuna.press("f10")
        mark(yuna, "everywhere.help")
        await yuna.press("enter", "f8")
        assert yuna.shows(KeyScreen)
        taken = say("en", "app.settings.taken", key="f8", scope="everywhere", command="한국어")
        assert taken[:40] in yuna.text
        await yuna.press("ctrl+a", "ctrl+b")
        assert say("en", "app.settings.changed", command="help", key="^b") in yuna.text
        await yuna.press("escape")
        assert yuna.rows[-1].startswith("  ^b help")
        await yuna.press("f1")
        assert yuna.shows(HomeScreen)
        await yuna.press("ctrl+b")
        assert yuna.shows(HelpScreen)
        assert "^b " in yuna.text
        await yuna.press("escape", "f10")
        mark(yuna, "everywhere.help")
        await yuna.press("delete", "escape", "f1")
        assert yuna.shows(HelpScreen)
    desk = Desk(tmp_path, "learner")
    assert desk.looks.keys == {}
    desk.close()


@pytest.mark.long
async def test_the_mouse_chooses_and_all_keys_go_back(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        yuna.app.dress(Looks(keys={"learn.map": "f12", "learn.clear": "ctrl+r"}))
        await yuna.press("f10")
        await yuna.pilot.click(SettingsList, offset=(30, 2))
        await yuna.settle()
        assert yuna.app.looks.theme == "light"
        await yuna.press("end", "enter")
        assert yuna.app.looks == Looks("light")


@pytest.mark.long
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_row_fits(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language=language, size=size) as yuna:
        await yuna.press("f10")
        rows = yuna.app.screen.query_one(SettingsList)
        for at, row in enumerate(rows.rows):
            if isinstance(row, KeyOf):
                rows.mark(at)
                await yuna.settle()
                assert all(cell_len(shown) <= size[0] for shown in yuna.rows)
                assert f"{row.label} " in yuna.text


def test_every_theme_has_every_colour_of_its_own() -> None:
    assert {theme.name for theme in THEMES} == set(NAMES.values())
    own = set(THEMES[0].variables)
    assert all(own <= set(theme.variables) for theme in THEMES)
    sixteen = next(theme for theme in THEMES if theme.name == SIXTEEN)
    colours = {name: value for name, value in sixteen.variables.items() if not name.endswith("text-style")}
    assert all(value.startswith("ansi_") for value in colours.values())
    written = {name: colours[name] for name in ("quiet", "code", "who", "what", "on-what")}
    written |= {name: getattr(sixteen, name) for name in ("primary", "secondary", "accent", "success")}
    assert not [name for name, colour in written.items() if colour.endswith(("blue", "black"))], "too dark"


def test_conflicts_are_those_that_meet() -> None:
    sign_in, help_key = named("learn.sign-in"), named("everywhere.help")
    assert holder(sign_in, "f5", {}) == named("learn.map")
    assert holder(sign_in, "f5", {"learn.map": "f11"}) is None
    assert holder(sign_in, "f11", {"learn.map": "f11"}) is not None
    assert holder(help_key, "f5", {}) is not None
    assert holder(named("editor.format"), "ctrl+b", {}) is None


def test_keys_that_text_takes_are_not_given_away() -> None:
    taken = {key for kind in (Prompt, PolicyText) for key in kind._merge_bindings().key_to_bindings}
    assert all(is_for_typing(named("editor.format"), key) for key in taken)
    assert is_for_typing(named("everywhere.help"), "a")
    assert not is_for_typing(named("learn.map"), "f12")
    assert not can_change(named("home.open"))


def test_keys_that_were_kept_are_read_whatever_they_are() -> None:
    assert read_keys(None) == read_keys("[1]") == read_keys("{") == read_keys('{"learn.map": 3}') == {}
    assert read_keys('{"learn.map": "f11"}') == {"learn.map": "f11"}
    assert with_keys(COMMANDS, {"nothing.there": "f11"}) == COMMANDS
