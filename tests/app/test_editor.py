"""The policy editor: findings, layout, and nothing lost without a question."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.driver import LESSONS, NARROW, Learner, learner
from tutor.app.render.findings import guess_kind, laid_out, look_through
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.editor import EditorScreen
from tutor.app.screens.files import FilesScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.widgets.findings import FindingLine
from tutor.app.widgets.policy_text import PolicyText
from tutor.wording import say

WORKSPACE = "learner/workspace"


@asynccontextmanager
async def editing(saves: Path, file: str = "broken.json") -> AsyncIterator[Learner]:
    """The editor, opened by the console's word."""
    async with learner(saves, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        await yuna.send(f"edit {file}")
        yield yuna


def text_of(yuna: Learner) -> PolicyText:
    return yuna.editor.text


async def test_a_refusal_is_told_in_the_service_s_words_and_marked(tmp_path: Path) -> None:
    async with editing(tmp_path) as yuna:
        await yuna.look()
        assert "MalformedPolicyDocument: The policy failed legacy parsing" in yuna.text
        assert say("en", "app.editor.expected", expected='"Allow"') in yuna.text
        line = text_of(yuna).get_line(4)
        assert '"allow"' in {
            line.plain[span.start : span.end] for span in line.spans if "underline" in str(span)
        }
        await yuna.pilot.click(FindingLine)
        assert text_of(yuna).cursor_location == (4, 22)


async def test_leaving_asks_and_saving_keeps_everything(tmp_path: Path) -> None:
    async with editing(tmp_path) as yuna:
        await yuna.press("x", "escape")
        assert yuna.shows(AskingScreen)
        await yuna.press("escape")
        assert text_of(yuna).text.startswith("x{")
        await yuna.press("ctrl+q")
        assert yuna.shows(AskingScreen)
        await yuna.press("down", "down", "enter", "escape", "enter")
        assert yuna.shows(LearnScreen)
        assert (tmp_path / WORKSPACE / "broken.json").read_text().startswith("x{")


@pytest.mark.long
async def test_leaving_without_saving_leaves_the_file_alone(tmp_path: Path) -> None:
    async with editing(tmp_path) as yuna:
        await yuna.press("x", "f2", "down", "enter")
        assert yuna.shows(LearnScreen)
        assert (tmp_path / WORKSPACE / "broken.json").read_text().startswith("{")


@pytest.mark.long
async def test_what_another_program_wrote_is_not_overwritten_unasked(tmp_path: Path) -> None:
    async with editing(tmp_path) as yuna:
        file = tmp_path / WORKSPACE / "broken.json"
        file.write_text("{}")
        await yuna.press("x", "ctrl+s")
        assert yuna.shows(AskingScreen)
        assert file.read_text() == "{}"
        await yuna.press("down", "enter")
        assert text_of(yuna).text == "{}"
        await yuna.press("y", "ctrl+s")
        assert file.read_text() == "y{}"


@pytest.mark.long
async def test_enter_tab_and_layout_indent(tmp_path: Path) -> None:
    async with editing(tmp_path, "new.json") as yuna:
        await yuna.press(*"{}", "left", "enter", *'"a":[]', "left", "enter", "1", "tab")
        assert text_of(yuna).text == '{\n    "a":[\n        1   \n    ]\n}'
        await yuna.press("f5")
        assert text_of(yuna).text == '{\n    "a": [\n        1\n    ]\n}\n'
        await yuna.press("ctrl+z")
        assert text_of(yuna).text.endswith("1   \n    ]\n}")
        await yuna.press("shift+tab")
        assert text_of(yuna).text == '{\n    "a":[\n    1   \n    ]\n}'


async def test_the_kind_can_be_changed(tmp_path: Path) -> None:
    async with editing(tmp_path) as yuna:
        await yuna.look()
        await yuna.press("f4")
        assert say("en", "app.editor.kind.trust") in yuna.rows[0]


async def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        (tmp_path / WORKSPACE / "photo.jpg").write_bytes(b"\xff\xd8\xff")
        await yuna.send("edit photo.jpg")
        await yuna.settle()
        assert yuna.shows(LearnScreen)
        assert say("en", "app.editor.not-text", file="photo.jpg") in yuna.text


async def test_a_file_is_chosen_or_named(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        await yuna.press("f2")
        assert yuna.shows(FilesScreen)
        await yuna.press("enter")
        assert yuna.shows(EditorScreen)
        assert yuna.editor.name_of_file == "broken.json"


async def test_nothing_in_a_file_is_obeyed(tmp_path: Path) -> None:
    hostile = "[/foo] [@click=app.bell()]x[/]\x1b[2J\u202eabc \x07 한글"
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        (tmp_path / WORKSPACE / "[x].json").write_text(hostile)
        await yuna.send("edit '[x].json'")
        await yuna.look()
        assert "[/foo] [@click=app.bell()]x[/]␛[2J�abc ␇ 한글" in yuna.text
        assert "[x].json" in yuna.rows[0]
        assert "\x1b" not in yuna.text


def test_the_kind_is_guessed_from_who_is_let_in() -> None:
    trust = '{"Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}'
    assert [guess_kind("{}"), guess_kind(trust), guess_kind('{"Principal": "*"}')] == [
        "identity",
        "trust",
        "resource",
    ]
    assert look_through("notes.txt", "hello", "", "en").rows == ()


def test_layout_drops_nothing() -> None:
    assert laid_out('{"a": 1, "a": 2}') is None
    assert laid_out("{") is None
    assert laid_out('{"한글":[]}') == '{\n    "한글": []\n}\n'
