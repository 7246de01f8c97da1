"""Every screen as it was looked at, in both languages and sizes: no line broken, also by long names."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, Learner, learner
from tests.app.gallery import Walk, every_screen, faults, long_names
from tests.app.snapshots import assert_snapshot
from tutor.wording import Language

BY_THE_CLOCK = {"sandboxes-kept", "exam", "exam-report"}
"""Say when a sandbox was used last or what time is left by the machine's clock; looked at, not compared."""
SAYS_ITS_COLOURS = {"settings"}
"""Says which theme is on, and so differs with it."""
CUT = {"long-learn", "long-account-user", "long-account-group", "long-map", "long-history"}
"""Where a name does not fit and must say so, on a narrow screen."""


def view(language: Language, size: tuple[int, int], *, long: bool) -> object:
    """A language in a size."""
    marks = [pytest.mark.long] if long else []
    return pytest.param(language, size, id=f"{language}-{size[0]}x{size[1]}", marks=marks)


VIEWS = [
    view("ko", NARROW, long=False),
    view("en", WIDE, long=True),
    view("en", NARROW, long=True),
    view("ko", WIDE, long=True),
]


def dress(yuna: Learner, theme: str) -> None:
    """Other colours."""
    yuna.app.dress(replace(yuna.app.looks, theme=theme))


async def look_at(yuna: Learner, walk: Walk, view: str, *, light: bool = False) -> None:
    """Compare every screen, see that nothing in it is broken, and that light shows the same text."""
    async for name in walk:
        assert not faults(yuna.strips, yuna.app.size.width), name
        if name not in BY_THE_CLOCK:
            assert_snapshot(f"{name}-{view}", yuna.rows)
        if light:
            shown = yuna.rows
            dress(yuna, "light")
            await yuna.settle()
            assert yuna.rows == shown or name in SAYS_ITS_COLOURS, name
            dress(yuna, "dark")
            await yuna.settle()


@pytest.mark.parametrize(("language", "size"), VIEWS)
async def test_every_screen_is_as_it_was_looked_at(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with learner(tmp_path, language="en", size=size, first_run=True) as yuna:
        await look_at(yuna, every_screen(yuna, language), f"{language}-{size[0]}x{size[1]}")


@pytest.mark.long
@pytest.mark.parametrize(("language", "size"), [("ko", WIDE), ("en", NARROW)], ids=["ko-120x36", "en-80x24"])
async def test_light_shows_the_same_text(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language="en", size=size, first_run=True) as yuna:
        await look_at(yuna, every_screen(yuna, language), f"{language}-{size[0]}x{size[1]}", light=True)


@pytest.mark.long
@pytest.mark.parametrize(("language", "size"), VIEWS)
async def test_long_names_are_cut_and_break_nothing(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with learner(tmp_path, language=language, size=size) as yuna:
        async for name in long_names(yuna):
            assert not faults(yuna.strips, size[0]), name
            assert_snapshot(f"{name}-{language}-{size[0]}x{size[1]}", yuna.rows)
            assert "…" in yuna.text or size == WIDE or name not in CUT, name
