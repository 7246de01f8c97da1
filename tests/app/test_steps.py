"""Every kind of step, by keyboard and by mouse, in both languages and both sizes (lessons/01-workshop)."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.driver import LESSONS, NARROW, WIDE, Learner, learner
from tests.app.snapshots import assert_snapshot
from tutor.app.screens.editor import EditorScreen
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.sign_in import SignInScreen
from tutor.app.widgets.lesson_parts import Door, OptionLine
from tutor.app.widgets.pieces import PieceList
from tutor.wording import Language, say

PIECES = ("version", "statement", "effect", "action")
PASSWORD = "moonRabbit-2026"


async def begin(yuna: Learner) -> None:
    yuna.app.open_lesson("workshop")
    await yuna.settle()


def pieces_of(yuna: Learner) -> PieceList:
    pieces = yuna.learn.lesson.pieces
    assert pieces is not None
    return pieces


def arranged(yuna: Learner) -> list[str]:
    """The first word of every piece as it stands."""
    return [row.text.plain.split(":")[0].strip('"').lower() for row in pieces_of(yuna).rows]


async def put_in_order(yuna: Learner) -> None:
    """Carry every piece to its place with the arrows."""
    for place, piece in enumerate(PIECES):
        here = arranged(yuna).index(piece)
        pieces_of(yuna).action_mark(here - pieces_of(yuna).marked)
        await yuna.press(*["shift+up"] * (here - place))


async def type_line(yuna: Learner, line: str) -> None:
    await yuna.press(*("minus" if letter == "-" else letter for letter in line))


@pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param("ko", NARROW, id="ko-80x24"),
        pytest.param("en", WIDE, id="en-120x36", marks=pytest.mark.long),
        pytest.param("en", NARROW, id="en-80x24", marks=pytest.mark.long),
        pytest.param("ko", WIDE, id="ko-120x36", marks=pytest.mark.long),
    ],
)
async def test_a_lesson_of_every_kind_by_keyboard_alone(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    name = f"{language}-{size[0]}x{size[1]}"
    async with learner(tmp_path, language=language, size=size, lessons=LESSONS) as yuna:
        await begin(yuna)
        assert_snapshot(f"notes-{name}", yuna.rows)
        await yuna.press("enter")

        await put_in_order(yuna)
        assert arranged(yuna) == list(PIECES)
        assert_snapshot(f"order-{name}", yuna.rows)
        await yuna.press("enter")
        assert say(language, "course.answer.right") in yuna.text
        await yuna.press("enter")

        await yuna.send("-")
        await yuna.send("222222222222")
        assert yuna.learn.picture is not None
        assert [gap.current for gap in yuna.learn.picture.page.gaps] == [False, False, True]
        await yuna.press("1", "enter")
        assert [gap.right for gap in yuna.learn.picture.page.gaps] == [True, False, True]
        assert_snapshot(f"filled-{name}", yuna.rows)
        await yuna.press("enter")

        assert_snapshot(f"gaps-{name}", yuna.rows)
        await yuna.press("2", "enter")
        await yuna.send("moonrabbit-photos/*")
        assert say(language, "course.answer.right") in yuna.text
        await yuna.press("enter")

        await yuna.press("enter")
        assert yuna.shows(EditorScreen)
        await yuna.look()
        await yuna.press("f3", "right", "delete", "A", "ctrl+s")
        await yuna.look()
        assert "✓ " + say(language, "app.editor.sound") in yuna.text
        await yuna.press("escape")
        assert yuna.learn.picture.page.passed
        await yuna.press("enter")

        await yuna.press("enter")
        assert yuna.shows(SignInScreen)
        await type_line(yuna, PASSWORD)
        assert_snapshot(f"door-{name}", yuna.rows)
        assert "•" * len(PASSWORD) in yuna.text
        await yuna.press("enter")
        assert yuna.shows(LearnScreen)
        assert "● noah @ 111111111111" in yuna.text or "● noah" in yuna.rows[0]
        assert yuna.learn.picture.page.passed
        await yuna.press("enter", "enter")
        assert yuna.shows(HomeScreen)
        assert all(cell_len(row) <= size[0] for row in yuna.rows)


@pytest.mark.long
async def test_every_kind_by_mouse(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE, lessons=LESSONS) as yuna:
        await begin(yuna)
        await yuna.press("enter")
        pieces, before = pieces_of(yuna), arranged(yuna)
        await yuna.pilot.mouse_down(pieces, offset=(12, 0))
        await yuna.pilot.hover(pieces, offset=(12, 3))
        await yuna.pilot.mouse_up(pieces, offset=(12, 3))
        assert arranged(yuna) != before
        await yuna.press("enter", "enter")
        await yuna.send("-")
        await yuna.send("111111111111")
        await yuna.pilot.click(OptionLine)
        await yuna.settle()
        assert say("en", "course.answer.right") in yuna.text
        await yuna.press("enter")
        await yuna.send("2")
        await yuna.send("moonrabbit-photos/*")
        await yuna.press("enter")
        await yuna.pilot.click(Door)
        await yuna.settle()
        assert yuna.shows(EditorScreen)


@pytest.mark.long
async def test_numbers_in_order_answer_too_and_a_missing_one_is_told(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        await begin(yuna)
        await yuna.press("enter")
        await yuna.press("1", " ", "2", "enter")
        assert say("en", "course.option.order") in yuna.text
        keys = {word: row.key for word, row in zip(arranged(yuna), pieces_of(yuna).rows, strict=True)}
        await yuna.send(" ".join(keys[piece] for piece in PIECES))
        assert say("en", "course.answer.right") in yuna.text


@pytest.mark.long
async def test_a_wrong_order_is_shown_right_with_its_faults(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        await begin(yuna)
        await yuna.press("enter")
        await put_in_order(yuna)
        await yuna.press("shift+up", "enter")
        assert yuna.learn.picture is not None
        rows = yuna.learn.picture.page.pieces
        assert [row.text.plain.split(":")[0].strip('"').lower() for row in rows] == list(PIECES)
        assert [row.right for row in rows] == [True, True, False, False]
        assert yuna.learn.console.prompt.has_focus


@pytest.mark.long
async def test_home_leads_to_a_save_point_and_to_the_last_challenge(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW, lessons=LESSONS) as yuna:
        assert say("en", "app.home.test-out") in yuna.text
        await yuna.press("f6")
        assert "Noah signs in" in yuna.text
    async with learner(tmp_path / "other", language="en", size=NARROW, lessons=LESSONS) as yuna:
        await begin(yuna)
        await yuna.press("enter", "enter", "enter", "escape")
        assert "2. The order of a policy" in yuna.text
        assert say("en", "app.home.test-out") not in yuna.text
        await yuna.press("1")
        assert "From the outside in." in yuna.text
