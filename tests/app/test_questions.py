"""What the screen does after an answer that counts for nothing, and what it brings into view."""

from pathlib import Path

import pytest

from tests.app.driver import LESSONS, NARROW, Learner, learner
from tutor.wording import Language, say

BEGUN = "aws iam create-user --user-name "


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_an_answered_question_says_so_and_half_a_line_comes_back(
    tmp_path: Path, language: Language
) -> None:
    async with learner(tmp_path, language=language, size=NARROW) as yuna:
        yuna.app.open_lesson("users")
        await yuna.settle()
        await yuna.press("2", "enter")
        await yuna.send("2 3")
        assert say(language, "course.option.answered") in yuna.text
        await yuna.press("enter")

        prompt = yuna.learn.console.prompt
        assert prompt.text == BEGUN
        await yuna.press("enter")
        assert "expected one argument" in yuna.text
        assert prompt.text == BEGUN


async def test_a_refused_order_leaves_the_arrows_to_the_pieces(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        await yuna.press("enter")
        await yuna.send("1 2 3")
        assert say("ko", "course.option.order") in yuna.text
        assert order(yuna) == ["1", "2", "3", "4"]
        await yuna.press("shift+down")
        assert order(yuna) == ["2", "1", "3", "4"]
        yuna.learn.console.prompt.focus()
        await yuna.press("shift+down")
        assert order(yuna) == ["2", "3", "1", "4"], "from the console, too"
        assert any("▌" in row for row in yuna.rows)


def order(yuna: Learner) -> list[str]:
    """The numbers of the pieces as they stand."""
    pieces = yuna.learn.lesson.pieces
    assert pieces is not None
    return list(pieces.order)


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_gap_in_question_is_in_view(tmp_path: Path, language: Language) -> None:
    async with learner(tmp_path, language=language, size=NARROW) as yuna:
        yuna.app.open_lesson("policies")
        await yuna.settle()
        while yuna.learn.picture is None or not yuna.learn.picture.page.gaps:
            await yuna.send(say(language, "app.word.solution"))
            await yuna.press("enter")
        page = yuna.learn.picture.page
        for _ in page.gaps:
            page = yuna.learn.picture.page
            asked = next(gap for gap in page.gaps if gap.current)
            assert any(asked.label.plain[:12] in row and "▸" in row for row in yuna.rows)
            assert all(any(f" {row.key} " in one for one in yuna.rows) for row in page.options)
            await yuna.send("1" if page.options else "x")
