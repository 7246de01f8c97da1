"""The console's keys: search, grey suggestions, several rows, copies, pages, and what stops a command."""

import json
from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content

from tests.app.driver import NARROW, Learner, learner
from tutor.app.render.output_lines import output_lines, page_lines, with_error_code
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.page import PageScreen
from tutor.app.widgets.transcript import Transcript
from tutor.wording import Language


async def in_lesson(yuna: Learner) -> None:
    yuna.app.open_lesson(None)
    await yuna.settle()
    yuna.learn.console.prompt.past.extend(["aws iam list-users", "aws s3 ls", "cat notes.txt"])


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", "앞서 쓴 줄에서 찾기"), pytest.param("en", "find an earlier line", marks=pytest.mark.long)],
)
async def test_earlier_lines_are_found_by_a_part_of_them(
    tmp_path: Path, language: Language, words: str
) -> None:
    async with learner(tmp_path, language=language, size=NARROW) as yuna:
        await in_lesson(yuna)
        prompt = yuna.learn.console.prompt
        prompt.put("aws iam get")
        await yuna.press("ctrl+r")
        prompt.put("")
        await yuna.press("l", "s")
        assert words in yuna.text
        assert yuna.learn.console.completions.chosen == "aws s3 ls"
        await yuna.press("escape")
        assert prompt.text == "aws iam get"
        prompt.put("")
        await yuna.press("f11", "i", "a", "m", "enter")
        assert prompt.text == "aws iam list-users"
        assert not yuna.learn.console.is_searching


async def test_a_line_like_an_earlier_one_goes_on_in_grey(tmp_path: Path) -> None:
    async with learner(tmp_path, size=NARROW) as yuna:
        await in_lesson(yuna)
        prompt = yuna.learn.console.prompt
        await yuna.press("a", "w")
        assert prompt.suggestion == "s s3 ls"
        await yuna.press("right")
        assert prompt.text == "aws s3 ls"


async def test_what_can_follow_is_told_with_what_it_is_for(tmp_path: Path) -> None:
    async with learner(tmp_path, size=NARROW) as yuna:
        await in_lesson(yuna)
        yuna.learn.console.prompt.put("aws iam add-user-to-group ")
        await yuna.press("tab")
        rows = [row for row in yuna.rows if " * " in row and "--" in row]
        assert ["--group-name" in rows[0], "--user-name" in rows[1]] == [True, True]
        assert "꼭 필요해요" in yuna.text
        assert all(len(row) <= NARROW[0] for row in yuna.rows)
        await yuna.press("tab", "escape")
        assert yuna.learn.console.prompt.text == "aws iam add-user-to-group --group-name"


async def test_a_backslash_and_enter_go_on_below_and_a_new_row_is_a_command_of_its_own(
    tmp_path: Path,
) -> None:
    async with learner(tmp_path, language="en") as yuna:
        await in_lesson(yuna)
        prompt = yuna.learn.console.prompt
        prompt.put("cat \\")
        await yuna.press("enter")
        assert prompt.text == "cat \\\n"
        prompt.insert("nothing.txt")
        await yuna.press("enter")
        assert "$ cat nothing.txt" in yuna.text
        prompt.put("ls")
        await yuna.press("alt+enter")
        prompt.insert("echo moon")
        await yuna.press("enter")
        assert [line for line in yuna.rows if line.strip() in ("$ ls", "$ echo moon", "moon")]


@pytest.mark.parametrize(
    ("language", "words"), [("ko", "2개는 실행하지 않았어요"), ("en", "2 of the pasted lines")]
)
async def test_a_paste_stops_at_the_first_failure(tmp_path: Path, language: Language, words: str) -> None:
    async with learner(tmp_path, language=language) as yuna:
        await in_lesson(yuna)
        yuna.app.screen.post_message(events.Paste("echo one\ncat nothing.txt\necho two\necho three\n"))
        await yuna.settle()
        said = "\n".join(line.plain for line in yuna.learn.console.transcript.lines)
        assert "$ cat nothing.txt" in said
        assert words in said
        assert "$ echo two" not in said
        await yuna.press("up")
        assert yuna.learn.console.prompt.text == "echo two"


@pytest.mark.long
@pytest.mark.parametrize("language", ["ko", pytest.param("en", marks=pytest.mark.long)])
async def test_help_opens_a_page_that_can_be_searched(tmp_path: Path, language: Language) -> None:
    async with learner(tmp_path, language=language, size=NARROW) as yuna:
        await in_lesson(yuna)
        await yuna.send("aws iam create-user help")
        assert yuna.shows(PageScreen)
        assert "Description" in yuna.text
        await yuna.press("slash")
        await yuna.press(*"boundary", "enter", "n")
        assert "2 / " in yuna.rows[-2]
        await yuna.press("escape", "escape")
        assert yuna.shows(LearnScreen)
        assert len(yuna.learn.console.transcript.lines) < 5


async def test_a_waiting_command_is_stopped_by_ctrl_c(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        await in_lesson(yuna)
        yuna.learn.console.prompt.put("aws iam wait user-exists --user-name bob --profile mina")
        await yuna.pilot.press("enter")
        while not yuna.learn.console.prompt.waiting:
            await yuna.pilot.pause(0.01)
        assert "The command is running" in yuna.text
        await yuna.press("ctrl+c")
        assert "The command was stopped." in yuna.text


async def test_the_last_output_error_and_line_are_copied(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        await in_lesson(yuna)
        await yuna.send("echo moon")
        await yuna.press("ctrl+o")
        assert yuna.app.clipboard == "moon\n"
        await yuna.send("aws iam list-users")
        yuna.learn.action_copy_last("error")
        assert "AccessDenied" in yuna.app.clipboard
        yuna.learn.action_copy_last("line")
        assert yuna.app.clipboard == "aws iam list-users"
        await yuna.settle()
        assert "Command copied" in yuna.text


def styles(line: Content) -> dict[str, str]:
    return {line.plain[span.start : span.end]: str(span.style) for span in line.spans}


def test_json_tables_errors_and_pages_have_their_colours() -> None:
    found = styles(list(output_lines(json.dumps({"User": {"Age": 1, "Name": "a"}}, indent=4)))[2])
    assert (found['"Age"'], found["1"]) == ("$primary", "$warning")
    table = "-----------\n|ListUsers|\n+---------+\n||  Users ||"
    lines = list(output_lines(table))
    assert styles(lines[3])["Users"] == "bold $primary"
    assert [line.plain for line in lines] == table.split("\n")
    refused = "An error occurred (AccessDenied) when calling the ListUsers operation: no"
    assert styles(with_error_code(Content(refused)))["AccessDenied"] == "bold $error"
    assert [line.plain for line in page_lines("create-user\n^^^^^^^^^^^\n\nUse --path")] == [
        "create-user",
        "",
        "Use --path",
    ]


HOSTILE = [
    "\x1b[2J[red]",
    "[/]",
    "a\u202eb",
    '{"a": "[bold]"}',
    "|" * 200,
    "-----\n|[/x]|",
    "x" * 10_000,
    "가" * 10_000,
]


class Alone(App[None]):
    """A transcript and nothing else."""

    CSS = "Transcript { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Transcript()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_output_is_text(text: str) -> None:
    app = Alone()
    async with app.run_test(size=NARROW) as pilot:
        app.query_one(Transcript).write(list(output_lines(text)))
        await pilot.pause()
        assert "\n".join(line.plain for line in app.query_one(Transcript).lines) == text


async def test_ten_thousand_lines_scroll_and_none_is_lost() -> None:
    app = Alone()
    async with app.run_test(size=NARROW) as pilot:
        transcript = app.query_one(Transcript)
        transcript.write([Content(f"{number} " + "word " * 30) for number in range(10_000)])
        while transcript.virtual_size.height < 20_000:
            await pilot.pause()
        assert transcript.line_at(transcript.scroll_offset.y + 1) >= 9_980
        assert transcript.row_of(1) == 2
