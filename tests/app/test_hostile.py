"""Texts that try to be more than text are shown as text in every place (spec/textual.md 4.1)."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import Vertical
from textual.content import Content
from textual.filter import LineFilter
from textual.strip import Strip
from textual.widget import Widget

from tests.app.driver import WIDE, learner
from tests.app.hostile import KINDS, MARKUP, NASTY, OBEYED, faults, hostile, is_plain, rows_of, squeezed
from tests.app.hostile_places import PLACES as OTHERS
from tests.app.hostile_places import POPUPS, Place
from tests.app.hostile_quiz import QUIZ_PLACES
from tests.app.hostile_walk import WALKS, settle_in
from tutor.app.harmless import HARMLESS
from tutor.app.models.looks import read_keys
from tutor.app.registry import COMMANDS
from tutor.app.render.prose import sentence
from tutor.app.themes import THEMES
from tutor.gateway.visible import visible
from tutor.wording import LANGUAGES

PLACES = {**OTHERS, **QUIZ_PLACES}

WIDTH, HEIGHT = 76, 10
"""Cells of a frame."""


class Stage(App[None]):
    """A frame for each place, one under the other; everything outside is empty."""

    CSS = f"""
    Screen {{ overflow: hidden; layers: default popup; }}
    .frame {{ width: {WIDTH}; height: {HEIGHT}; border: round $accent; margin: 0 1; overflow: hidden; }}
    """

    def __init__(self, places: Mapping[str, Place]) -> None:
        super().__init__()
        self.places = places
        self.shown: dict[str, Widget] = {}
        self.banged = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour names that the widgets use."""
        return THEMES[0].variables

    def get_line_filters(self) -> list[LineFilter]:
        """As the app has them."""
        return [HARMLESS, *super().get_line_filters()]

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def compose(self) -> ComposeResult:
        """The places."""
        for name, place in self.places.items():
            self.shown[name] = place.make()
            yield Vertical(self.shown[name], classes="frame")

    def action_bang(self) -> None:
        """What no text may do."""
        self.banged = True

    async def put(self, text: str) -> None:
        """The text in all places."""
        with self.batch_update():
            for name, place in self.places.items():
                if (coming := place.put(self.shown[name], text)) is not None:
                    await coming


def frame_faults(app: Stage, text: str) -> list[str]:
    """What is wrong with the frames and with what they hold."""
    found = list(faults(app))
    strips = app.screen._compositor.render_strips()
    for number, (name, place) in enumerate(app.places.items()):
        top = number * HEIGHT
        rows = ["".join(one.text for one in strip.crop(1, WIDTH + 1)) for strip in strips[top : top + HEIGHT]]
        inside = rows[1:-1]
        if rows[0] != f"╭{'─' * (WIDTH - 2)}╮" or rows[-1] != f"╰{'─' * (WIDTH - 2)}╯":
            found.append(f"{name}: frame broken above or below: {rows[0]} {rows[-1]}")
        found += [f"{name}: frame broken: {row!r}" for row in inside if row[:1] + row[-1:] != "││"]
        outside = [strip.crop(WIDTH + 1).text.strip() for strip in strips[top : top + HEIGHT]]
        found += [f"{name}: beside the frame: {row!r}" for row in outside if row]
        if is_plain(text) and squeezed(text)[: place.room] not in squeezed("".join(inside)):
            found.append(f"{name}: {text[:40]!r} is not to be seen: {inside}")
    return found


async def shown_in(places: Mapping[str, Place], texts: list[str], *, popups: bool = False) -> list[str]:
    """What is wrong after each of these texts was put into all of the places."""
    found: list[str] = []
    app = Stage(places)
    height = HEIGHT if popups else HEIGHT * len(places)
    async with app.run_test(size=(WIDTH + 2, height), notifications=True) as pilot:
        for text in texts:
            await app.put(text)
            await pilot.pause()
            wrong = list(faults(app)) if popups else frame_faults(app, text)
            if popups and is_plain(text):
                rows = "".join(one.text for row in rows_of(app) for one in row)
                if squeezed(text)[:10] not in squeezed(rows):
                    wrong.append(f"{text[:40]!r} is not to be seen")
            found += [f"{text[:40]!r}: {one}" for one in wrong]
        assert not app.banged
        app.exit()
    return found


SHORT = (
    "[@click=app.bang()]x[/] [/foo]",
    "\u0301e\u200d 한👨\u200d👩 a\x1b[31mb\u202ec\rd\ud800\nb\te",
    "[b]" * 3_334,
)
"""Every kind, for every change of the code."""


async def test_every_widget_shows_it_as_text() -> None:
    assert await shown_in(PLACES, list(SHORT)) == []


async def test_what_lies_over_the_screen_shows_it_as_text() -> None:
    assert await shown_in(POPUPS, list(SHORT), popups=True) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
async def test_every_widget_shows_every_kind(kind: str) -> None:
    assert await shown_in(PLACES, list(KINDS[kind])) == []
    assert await shown_in(POPUPS, list(KINDS[kind]), popups=True) == []


@pytest.mark.long
@given(st.lists(hostile(), min_size=8, max_size=8))
@settings(max_examples=25, deadline=None)
def test_every_widget_shows_anything(texts: list[str]) -> None:
    assert asyncio.run(shown_in(PLACES, texts)) == []
    assert asyncio.run(shown_in(POPUPS, texts, popups=True)) == []


async def walked(saves: Path, text: str) -> list[str]:
    """What is wrong on any screen of an account that is full of the text."""
    found: list[str] = []
    async with learner(saves, language="en", size=WIDE) as yuna:
        yuna.app.open_sandbox("play")
        await yuna.settle()
        workspace = yuna.app.desk.inspect(lambda inspector: inspector.console.workspace)
        await settle_in(yuna, workspace, text)
        for name, walk in WALKS.items():
            await walk(yuna, text)
            await yuna.settle()
            found += [f"{name}, {text[:30]!r}: {one}" for one in faults(yuna.app)]
            while len(yuna.app.screen_stack) > 2:
                yuna.app.pop_screen()
            await yuna.settle()
        await yuna.send("clear")
        if any(line.plain for line in yuna.learn.console.transcript.lines):
            found.append("the console does not answer")
    return found


@pytest.mark.long
async def test_every_screen_stays_whole(tmp_path: Path) -> None:
    assert await walked(tmp_path, "[@click=app.quit]\x1b[2J\u202e한\r\u0301\u200d[/]") == []


@pytest.mark.long
@pytest.mark.parametrize("number", range(len(NASTY)))
async def test_every_screen_stays_whole_with_every_kind(tmp_path: Path, number: int) -> None:
    assert await walked(tmp_path, NASTY[number]) == []


@given(hostile())
def test_a_row_is_as_wide_as_before(text: str) -> None:
    row = Strip([Segment("│"), Segment(text), Segment(" " * 200), Segment("│")])
    drawn = Strip(HARMLESS.apply(list(row), Color(0, 0, 0)))
    assert not OBEYED.search(drawn.text)
    assert drawn.text[:1] + drawn.text[-1:] == "││"
    assert drawn.cell_length == row.cell_length


@given(hostile())
def test_nothing_is_obeyed_in_plain_mode(text: str) -> None:
    shown = visible(text)
    assert not OBEYED.search(shown.replace("\n", "").replace("\t", ""))
    assert visible(shown) == shown


@given(hostile())
def test_a_sentence_holds_its_value_unchanged(text: str) -> None:
    assert Content(text).plain in sentence("en", "console.not-a-file", {"path": text}).plain


@pytest.mark.long
async def test_the_console_echoes_them_and_goes_on(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=(120, 60)) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        for text in MARKUP:
            await yuna.send(text)
        echoes = [line.plain for line in yuna.learn.console.transcript.lines if line.plain.startswith("$ ")]
        assert echoes == [f"$ {text}" for text in MARKUP]


def test_own_keys_from_a_spoilt_file_are_keys() -> None:
    kept = {
        "learn.map": "[@click=app.quit]",
        "learn.editor": "f9",
        "x": "\x1b[2J",
        "y": "한" * 10_000,
        "z": 1,
    }
    assert read_keys(json.dumps(kept)) == {"learn.editor": "f9"}


def test_what_the_palette_reads_as_markup_has_none() -> None:
    for language in LANGUAGES:
        assert not [one.id for one in COMMANDS if "[" in one.about(language)]
