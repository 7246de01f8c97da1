"""History: everything that was asked, what is looked for in it, and the way back to any moment."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.app.driver import NARROW, WIDE, Learner, learner
from tutor.app.models.past import PastPicture, PastRow
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.explanation import ExplanationScreen
from tutor.app.screens.history import HistoryScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.themes import THEMES
from tutor.app.widgets.past_table import PastTable
from tutor.wording import say

WHO = "aws sts get-caller-identity"
REFUSED = "aws s3 ls s3://moonrabbit-photos"
GRANT = (
    "aws iam attach-user-policy --profile mina --user-name yuna "
    "--policy-arn arn:aws:iam::aws:policy/AdministratorAccess"
)


def table(yuna: Learner) -> PastTable:
    return yuna.app.screen.query_one(PastTable)


def row_of(yuna: Learner, number: int) -> str:
    """The row of a request as it is shown."""
    return next(row for row in yuna.rows if row[2:8].strip() == str(number))


def goals(yuna: Learner) -> list[bool | None]:
    assert yuna.learn.picture is not None
    return [goal.passed for goal in yuna.learn.picture.page.goals]


async def in_history(yuna: Learner, *lines: str) -> None:
    """The history of the first lesson's account after these lines."""
    yuna.app.open_lesson(None)
    await yuna.settle()
    for line in lines:
        await yuna.send(line)
    await yuna.press("f6")
    assert yuna.shows(HistoryScreen)


@pytest.mark.long
async def test_going_back_is_asked_about_once_and_loses_nothing(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_history(yuna, WHO, GRANT)
        assert row_of(yuna, 2).startswith(" ▶")
        await yuna.press("up", "enter")
        assert yuna.shows(AskingScreen)
        assert "AWS itself" in yuna.text
        await yuna.press("escape")
        assert row_of(yuna, 2).startswith(" ▶")
        await yuna.press("enter", "enter")
        assert [row_of(yuna, 1)[:2], row_of(yuna, 2)[:2]] == [" ▶", " ~"]
        await yuna.press("escape")
        await yuna.send(REFUSED)
        await yuna.press("f6", "up")
        assert [row_of(yuna, number)[:2] for number in (1, 2, 3)] == ["  ", " ~", " ▶"]
        assert say("en", "app.history.left") in yuna.text
        await yuna.press("enter")
        assert row_of(yuna, 2).startswith(" ▶")
        await yuna.press("home", "enter")
        assert say("en", "app.history.here") in row_of(yuna, 0)
        await yuna.press("escape")
        assert yuna.shows(LearnScreen)


@pytest.mark.long
async def test_undo_and_redo_check_the_goals_again(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("enter", "enter", "2", "enter", "enter", "enter", "enter")
        await yuna.send(GRANT)
        await yuna.send(REFUSED)
        assert goals(yuna) == [True, True]
        await yuna.press("f6", "ctrl+z", "enter", "escape")
        assert goals(yuna)[0] is False
        assert "$ undo" in yuna.text
        await yuna.press("f6", "ctrl+y", "escape")
        assert goals(yuna) == [True, True]


@pytest.mark.long
async def test_a_request_is_found_and_explained(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_history(yuna, REFUSED)
        await yuna.press("d")
        assert yuna.shows(ExplanationScreen)
        assert say("en", "app.gate.2") in yuna.text
        await yuna.pilot.press("escape", "b", "/", *"cr r")
        assert "iam:CreateUser" in yuna.text
        await yuna.pilot.press("down", "enter")
        assert say("en", "app.history.not-before") in yuna.text
        await yuna.pilot.press("escape", "x")
        assert [row.number for row in table(yuna).rows] == [1]
        await yuna.pilot.click("#left-out", offset=(4, 0))
        await yuna.pilot.press("end")
        await yuna.pilot.click(PastTable, offset=(20, table(yuna).size.height - 2))
        assert table(yuna).row == PastRow(0)
        await yuna.pilot.click(PastTable, offset=(20, table(yuna).size.height - 2))
        await yuna.settle()
        assert yuna.shows(AskingScreen)
        await yuna.press("enter")
        assert say("en", "app.history.here") in row_of(yuna, 0)
        assert row_of(yuna, 1).startswith(" ~")


@pytest.mark.long
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
async def test_the_language_changes_in_place(tmp_path: Path, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language="ko", size=size) as yuna:
        await in_history(yuna, REFUSED)
        assert ("AccessDenied" in row_of(yuna, 1)) is (size == WIDE)
        await yuna.press("ㅇ")
        assert say("ko", "app.gate.2") in yuna.text
        await yuna.press("escape", "home", "d")
        assert say("ko", "app.history.no-explanation") in yuna.text
        assert all(cell_len(row) <= size[0] for row in yuna.rows)
        await yuna.press("f8")
        assert say("en", "app.history.title") in yuna.rows[0]
        await yuna.press("escape")
        assert "Monday: two gates" in yuna.rows[0]


def test_every_word_is_looked_for() -> None:
    rows = (
        PastRow(1, outcome="allowed", words="1 yuna sts:getcalleridentity"),
        PastRow(2, outcome="implicitDeny", error="AccessDenied", words="2 yuna s3:listbucket accessdenied"),
        PastRow(3, outcome="allowed", error="NoSuchEntity", words="3 mina iam:getuser nosuchentity"),
    )
    picture = PastPicture(rows, before=(PastRow(None, outcome="allowed", words="root iam:createuser"),))
    assert [row.number for row in picture.shown()] == [0, 1, 2, 3]
    assert [row.number for row in picture.shown(with_before=True)] == [None, 0, 1, 2, 3]
    assert [row.number for row in picture.shown("YUNA list")] == [2]
    assert [row.number for row in picture.shown(refused_only=True)] == [2, 3]
    assert [row.number for row in picture.shown("iam:", with_before=True)] == [None, 3]
    assert picture.shown("sora") == ()


class LongHistory(App[None]):
    """A table of two thousand requests, which counts what it draws."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour names that the table uses."""
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        """Nothing but the table."""
        yield PastTable("ko")


async def test_only_rows_to_be_seen_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = PastTable.draw

    def counted(self: PastTable, at: int, width: int) -> object:
        drawn.append(at)
        return draw(self, at, width)

    rows = tuple(
        PastRow(number, "2026-01-05 09:00:00", "유나" * 40, "[/foo]" * 9, f"$x{number}", "allowed", "x" * 99)
        for number in range(1, 2001)
    )
    picture = PastPicture(rows, place=2000)
    app = LongHistory()
    async with app.run_test(size=NARROW) as pilot:
        monkeypatch.setattr(PastTable, "draw", counted)
        table = app.query_one(PastTable)
        table.show(picture, picture.shown(), at_place=True)
        table.focus()
        await pilot.pause()
        assert len(set(drawn)) <= NARROW[1] + 1
        assert table.row == rows[-1]
        drawn.clear()
        await pilot.press("up", "up")
        assert len(drawn) <= 8
        strips = app.screen._compositor.render_strips()
        assert all(sum(segment.cell_length for segment in strip) == NARROW[0] for strip in strips)
