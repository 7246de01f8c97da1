"""The language changes in place, everywhere, and is remembered."""

import re
from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, learner
from tutor.app.desk import Desk

HANGUL = re.compile("[가-힣]")


def hangul_in(text: str) -> set[str]:
    """The words with Hangul, but for the name of the other language."""
    return {word for word in text.split() if HANGUL.search(word)} - {"한국어"}


@pytest.mark.long
@pytest.mark.parametrize(
    "size", [pytest.param(NARROW, id="80x24", marks=pytest.mark.long), pytest.param(WIDE, id="120x36")]
)
async def test_learn_speaks_the_other_language_at_once(tmp_path: Path, size: tuple[int, int]) -> None:
    async with learner(tmp_path, size=size) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("enter")
        await yuna.send("hlep")
        assert hangul_in(yuna.text)
        await yuna.press("f8")
        assert hangul_in(yuna.text) == set()
        assert "hlep" in yuna.text
        await yuna.press("f8")
        assert hangul_in(yuna.text)


async def test_home_speaks_the_other_language_and_keeps_it(tmp_path: Path) -> None:
    async with learner(tmp_path) as yuna:
        assert hangul_in(yuna.text)
        await yuna.press("f8")
        assert hangul_in(yuna.text) == set()
        await yuna.press("f1")
        assert hangul_in(yuna.text) == set()
    assert Desk(tmp_path, "learner").language == "en"
