"""Small signs: the prompt of a server, the numbers of answers, the account in the title bar, tab stops."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tests.app.driver import LESSONS, NARROW, learner
from tutor.app.models.heading import Heading
from tutor.app.models.page import OptionRow
from tutor.app.widgets.lesson_parts import OptionLine
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.widgets.transcript import Transcript

LAUNCH = (
    "aws ec2 run-instances --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/"
    "al2023-ami-kernel-default-x86_64 --instance-type t3.micro --profile mina "
    "--tag-specifications ResourceType=instance,Tags=[{Key=Name,Value=thumbs}]"
)


async def test_a_server_has_a_prompt_of_its_own(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        await yuna.send(LAUNCH)
        await yuna.send("ssh thumbs")
        assert any(row.lstrip().startswith("thumbs $") for row in yuna.rows), yuna.text
        assert "thumbs @ 111111111111" in yuna.rows[0]
        await yuna.send("exit")
        assert "yuna @ 111111111111" in yuna.rows[0]
        assert [row.lstrip() for row in yuna.rows if "$" in row][-1].startswith("$")


class OneWidget(App[None]):
    """A widget by itself."""

    def __init__(self, *widgets: TitleBar | OptionLine | Transcript) -> None:
        super().__init__()
        self.widgets = widgets

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield from self.widgets

    @property
    def rows(self) -> list[str]:
        """The screen as rows of text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


@pytest.mark.parametrize(
    "title", ["06 The sticky note", "06 모니터에 붙은 쪽지", "11 스무 명이 와도 사용자는 그대로"]
)
async def test_the_account_stays_in_the_title_bar(title: str) -> None:
    bar = TitleBar()
    bar.heading = Heading(title, 10, 10, "yuna @ 111111111111", "2026-01-05 09:12 UTC", signed_in=True)
    app = OneWidget(bar)
    async with app.run_test(size=NARROW):
        assert "10/10" in app.rows[0]
        assert app.rows[0].endswith("● yuna @ 111111111111")


async def test_answers_stand_below_one_another_whatever_their_numbers() -> None:
    lines = [OptionLine(OptionRow(key, Content("answer")), "en", digits=2) for key in ("9", "10")]
    app = OneWidget(*lines)
    async with app.run_test(size=NARROW):
        assert [row.index("○ answer") for row in app.rows[:2]] == [5, 5]


async def test_a_line_with_tabs_is_shown_whole() -> None:
    line = "ACCESSKEYMETADATA\tAKIAIOSFODNN7EXAMPLE\t2026-01-13T09:00:00+00:00\tActive\tlina\tthe end"
    said = Transcript()
    app = OneWidget(said)
    async with app.run_test(size=NARROW) as pilot:
        said.write([Content(line)])
        await pilot.pause()
        assert "".join(app.rows).endswith("the end")
        assert "ACCESSKEYMETADATA       AKIA" in app.rows[0]
