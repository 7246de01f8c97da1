"""The console: completion, paste, history, scrolling, and a screen that stays readable."""

from pathlib import Path

import pytest
from textual import events

from tests.app.driver import NARROW, Learner, learner
from tutor.app.models.history import History
from tutor.app.models.pasting import commands_of, goes_on


async def in_lesson(yuna: Learner) -> None:
    yuna.app.open_lesson(None)
    await yuna.settle()


async def test_tab_takes_the_grey_line_and_completes_names(tmp_path: Path) -> None:
    async with learner(tmp_path, size=NARROW) as yuna:
        await in_lesson(yuna)
        prompt = yuna.learn.console.prompt
        await yuna.press("tab")
        assert prompt.text == "aws sts get-caller-identity"
        prompt.put("aws iam get-user --user-name yu")
        await yuna.press("tab")
        assert prompt.text == "aws iam get-user --user-name yuna"
        prompt.put("aws iam list-user-p")
        await yuna.press("tab", "tab")
        assert prompt.text == "aws iam list-user-policies"
        prompt.put("aws iam create-")
        await yuna.press("tab", "tab", "tab", "shift+tab")
        assert prompt.text == "aws iam create-access-key"
        await yuna.press("escape")
        assert not yuna.learn.console.completions.is_open


@pytest.mark.long
async def test_a_paste_of_several_lines_runs_line_by_line(tmp_path: Path) -> None:
    async with learner(tmp_path) as yuna:
        await in_lesson(yuna)
        yuna.app.screen.post_message(events.Paste("$ aws sts get-caller-identity\nls\naws iam"))
        await yuna.settle()
        echoes = [line.plain for line in yuna.learn.console.transcript.lines if line.plain.startswith("$ ")]
        assert echoes == ["$ $ aws sts get-caller-identity", "$ ls"]
        assert yuna.learn.console.prompt.text == "aws iam"


async def test_a_window_that_is_too_small_asks_for_more_room(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=(70, 20)) as yuna:
        assert "80 columns by 24 rows" in yuna.text
        await yuna.pilot.resize_terminal(*NARROW)
        await yuna.settle()
        assert "80 columns by 24 rows" not in yuna.text


async def test_long_output_scrolls_and_the_prompt_stays(tmp_path: Path) -> None:
    async with learner(tmp_path, size=NARROW) as yuna:
        await in_lesson(yuna)
        await yuna.send("aws iam list-policies --profile mina")
        assert yuna.rows[-2].startswith("  $")
        bottom = yuna.learn.console.transcript.scroll_offset.y
        await yuna.press("ctrl+up")
        assert yuna.learn.console.transcript.scroll_offset.y == bottom - 3
        await yuna.press("ctrl+l")
        assert yuna.learn.console.transcript.lines == []


def test_a_backslash_and_an_open_quotation_carry_a_command_on() -> None:
    pasted = "aws iam get-user \\\n  --user-name yuna\naws iam put-user-policy --policy-document '{\n}'\nls"
    assert commands_of(pasted) == (
        ("aws iam get-user --user-name yuna", "aws iam put-user-policy --policy-document '{\n}'"),
        "ls",
    )


def test_the_history_walks_what_begins_alike_and_keeps_each_line_once() -> None:
    past = History(["aws s3 ls", "aws iam list-users", "aws s3 mb s3://a", "aws s3 ls"])
    assert list(past) == ["aws iam list-users", "aws s3 mb s3://a", "aws s3 ls"]
    assert [past.earlier("aws s3"), past.earlier(""), past.earlier("")] == [
        "aws s3 ls",
        "aws s3 mb s3://a",
        None,
    ]
    assert [past.later(), past.later(), past.later()] == ["aws s3 ls", "aws s3", None]
    assert past.found("IAM") == ("aws iam list-users",)
    assert past.suggestion("aws s3 m") == "b s3://a"
    assert past.suggestion(" ") == past.suggestion("aws s3 ls") == ""


@pytest.mark.parametrize(
    ("text", "on"),
    [("aws \\", True), ("aws \\\\", False), ("\\", False), ("a\\\nb", False), ("a\nb \\", True)],
)
def test_a_backslash_that_nothing_escapes_goes_on_below(text: str, on: bool) -> None:
    assert goes_on(text) is on


def test_the_history_comes_back_to_the_draft() -> None:
    past = History(["one", "two"])
    assert [past.earlier("draft"), past.earlier(""), past.earlier("")] == ["two", "one", None]
    assert [past.later(), past.later(), past.later()] == ["two", "draft", None]


async def test_ctrl_u_drops_the_whole_line_however_many_rows_it_takes(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, first_run=True) as yuna:
        await yuna.press("2")
        yuna.learn.console.prompt.put("aws iam create-user --user-name " + "a" * 80)
        await yuna.press("ctrl+u")
        assert yuna.learn.console.prompt.text == ""


async def test_enter_does_not_overtake_the_letters_typed_before_it(tmp_path: Path) -> None:
    line = "cat nothing-of-that-name.json"
    async with learner(tmp_path, language="en", first_run=True) as yuna:
        await yuna.press("2")
        for letter in line:
            yuna.app.post_message(events.Key(letter, letter))
        yuna.app.post_message(events.Key("enter", "\r"))
        await yuna.settle()
        assert f"$ {line}" in yuna.text
        assert yuna.learn.console.prompt.text == ""
