"""Permission map: who may do what, what the last command changed, and the way to a cell's decision."""

from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tests.app.driver import NARROW, WIDE, Learner, learner
from tests.bench.grown import company
from tutor.account import RequestRecord, Save, caller_of
from tutor.app.map_words import change_words, question_line, why_line
from tutor.app.models.map_layout import lay_out, split_name
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.map import MapScreen
from tutor.app.themes import THEMES
from tutor.app.widgets.map_detail import MapDetail
from tutor.app.widgets.map_grid import MapGrid
from tutor.gateway.permissions import Axes, Cell, Change, Column, Row, Why
from tutor.wording import Language, say

ATTACH = "aws iam attach-user-policy --profile mina --policy-arn arn:aws:iam::aws:policy"
GRANT = f"{ATTACH}/AmazonS3ReadOnlyAccess --user-name noah"
NEW_BOB = "aws iam create-user --profile mina --user-name bob"
BOB_MAY = f"{ATTACH}/AmazonS3FullAccess --user-name bob"
HOSTILE = "[/foo][@click=app.bell()]x[/]$name\x1b[2J\u202e"
LONGEST_STALL = 0.05
"""Seconds of work between two turns of the loop; what other processes take does not count."""


def grid(yuna: Learner) -> MapGrid:
    assert isinstance(yuna.app.screen, MapScreen)
    return yuna.app.screen.grid


def row_of(yuna: Learner, name: str) -> str:
    return next(row for row in yuna.rows if row[3 : 3 + len(name)] == name)


async def in_lesson(yuna: Learner, *lines: str, lesson: str | None = None) -> None:
    yuna.app.open_lesson(lesson)
    await yuna.settle()
    for line in lines:
        await yuna.send(line)


@pytest.mark.parametrize(
    "keys", [("f5", "b", "D", "enter"), pytest.param(("f5", "ㅠ", "D", "enter"), marks=pytest.mark.long)]
)
async def test_why_bob_can_delete_in_four_keys(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_lesson(yuna, NEW_BOB, BOB_MAY)
        await yuna.press(*keys)
        assert len(keys) < 5
        assert yuna.shows(DecisionScreen)
        assert "bob → s3:DeleteObject" in yuna.text
        assert "AmazonS3FullAccess" in yuna.text
        assert say("en", "decision.decided") in yuna.text
        await yuna.press("escape")
        assert grid(yuna).key is not None
        await yuna.press("f5")
        assert yuna.shows(LearnScreen)


@pytest.mark.long
@pytest.mark.parametrize(
    ("lesson", "who"), [("05-groups", "sora"), ("07-policies", "ian"), ("08-decision", "ian")]
)
async def test_why_somebody_may_delete_or_not_in_four_keys(tmp_path: Path, lesson: str, who: str) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_lesson(yuna, lesson=lesson)
        await yuna.press("f5", who[0], "D", "enter")
        assert yuna.shows(DecisionScreen)
        assert f"{who} → s3:DeleteObject" in yuna.text


@pytest.mark.parametrize("language", ["ko", pytest.param("en", marks=pytest.mark.long)])
async def test_what_the_last_command_changed_is_marked_and_walked_through(
    tmp_path: Path, language: Language
) -> None:
    async with learner(tmp_path, language=language, size=NARROW) as yuna:
        await in_lesson(yuna, GRANT)
        await yuna.press("f5")
        assert row_of(yuna, "noah").startswith(" + noah")
        assert "–→✓" in row_of(yuna, "noah")
        assert "(+9 −0)" in yuna.text
        assert "attach-user-policy --user-name noah" in yuna.text
        await yuna.press("f3", "f3")
        key = grid(yuna).key
        assert key is not None
        assert key[:2] == ("user/noah", "s3:GetObject")
        assert say(language, "app.map.one-of", number=2, count=9) in yuna.text
        await yuna.press("escape")
        await yuna.send("undo")
        await yuna.press("f5")
        assert row_of(yuna, "noah").startswith(" − noah")
        assert "✓→–" in row_of(yuna, "noah")
        assert "(+0 −9)" in yuna.text
        assert say(language, "app.map.journey.undo") in yuna.text
        assert grid(yuna).key == key


@pytest.mark.long
@pytest.mark.parametrize("language", ["ko", "en"])
async def test_on_a_wide_screen_the_signs_are_explained(tmp_path: Path, language: Language) -> None:
    async with learner(tmp_path, language=language, size=WIDE) as yuna:
        await in_lesson(yuna, GRANT)
        await yuna.press("f5")
        assert say(language, "app.map.legend") in yuna.text
        await yuna.press("f8")
        other: Language = "en" if language == "ko" else "ko"
        assert say(other, "app.map.title") in yuna.text
        assert say(other, "app.map.legend") in yuna.text


@pytest.mark.long
async def test_it_is_narrowed_by_words_and_by_resource(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_lesson(yuna)
        await yuna.send("map sora delete")
        assert [row.reference for row in grid(yuna).axes.rows] == ["user/sora"]
        assert all("Delete" in column.action for column in grid(yuna).axes.columns)
        await yuna.press("escape", "/")
        await yuna.pilot.press(*"nobody-of-that-name")
        await yuna.settle()
        assert say("en", "app.map.nothing") in yuna.text
        await yuna.press("escape", "f2")
        assert len({column.resource for column in grid(yuna).axes.columns}) == 1
        first = grid(yuna).axes.columns[0].resource
        await yuna.press("ctrl+right")
        assert grid(yuna).axes.columns[0].resource != first
        await yuna.press("f2", "end", "home", "pagedown", "pageup", "tab", "p")
        assert len({column.resource for column in grid(yuna).axes.columns}) > 1
        assert grid(yuna).axes.columns[grid(yuna).at[1]].name.startswith("P")
        assert say("en", "app.map.letters") in yuna.text


@pytest.mark.long
async def test_the_mouse_marks_a_cell_and_opens_it(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await in_lesson(yuna)
        await yuna.press("f5")
        await yuna.pilot.click(MapGrid, offset=(17, 6))
        await yuna.settle()
        assert grid(yuna).at == (1, 0)
        await yuna.pilot.click(MapGrid, offset=(17, 6))
        await yuna.settle()
        assert yuna.shows(DecisionScreen)


@pytest.mark.long
async def test_a_cell_that_hangs_on_circumstances_says_so(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await in_lesson(yuna, lesson="08-decision")
        await yuna.press("f5", "f4")
        await yuna.pilot.press(*"sora delete")
        await yuna.settle()
        await yuna.press("enter")
        assert "✓~" in row_of(yuna, "sora")
        await yuna.press("right")
        assert "aws:MultiFactorAuthPresent" in yuna.text


class Hostile(App[None]):
    """The map of an account whose names would be something else to a terminal."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour names that the widgets use."""
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        """Table and words."""
        yield MapGrid(id="grid")
        yield MapDetail()


@pytest.mark.parametrize("text", [HOSTILE, "가" * 64, "x" * 10_000])
async def test_names_are_shown_as_text_and_cut(text: str) -> None:
    app = Hostile()
    async with app.run_test(size=(80, 24)) as pilot:
        column = Column(f"s3:{text}", f"arn:aws:s3:::{text}")
        key = (f"user/{text}", column.action, column.resource)
        cell, was = Cell("allowed", (text,)), Cell("implicitDeny")
        app.query_one(MapGrid).show(Axes((Row(key[0]),), (column, column)), {key: cell}, {key: was})
        detail = app.query_one(MapDetail)
        detail.begin("en")
        detail.show_key(key)
        detail.show_why(Why("allowed", "identityPolicy", f"inline:{text}", 1, (text,)))
        detail.show_change(Change(0, text), {key: was}, {key: cell}, True)
        await pilot.pause()
        rows = [
            Content("".join(segment.text for segment in strip))
            for strip in app.screen._compositor.render_strips()
        ]
        assert all(row.cell_length == 80 for row in rows)
        shown = "\n".join(row.plain for row in rows)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "–→✓~" in shown


def test_a_name_breaks_at_its_words() -> None:
    assert split_name("DeleteObject") == ("Delete", "Object")
    assert split_name("EnableMFADevice") == ("Enable", "MFA", "Device")
    assert split_name("SetDefaultPolicyVersion") == ("Set", "Default", "PolicyVersion")
    layout = lay_out([Column("s3:GetObject", "a"), Column("s3:PutObject", "a"), Column("iam:PassRole", "a")])
    assert [(group.first, group.last) for group in layout.groups] == [(0, 1), (2, 2)]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_answer_has_its_sentence(language: Language) -> None:
    key = ("user/sora", "s3:GetObject", "arn:aws:s3:::b/a")
    assert "sora → s3:GetObject" in question_line(key).plain
    for layer in ("identityPolicy", "permissionsBoundary", "serviceControlPolicy", "resourcePolicy"):
        for outcome in ("allowed", "explicitDeny", "implicitDeny"):
            assert (
                say(language, f"trace.layer.{layer}")
                in why_line(Why(outcome, layer, "inline:P"), language).plain
            )
    assert why_line(Why("allowed", "root"), language).plain.startswith("✓ ")
    assert why_line(None, language).plain.startswith("? ")
    for words in ("undo", "redo", "goto"):
        assert change_words(Change(0, words, journey=True), {}, {}, language, all_=True)


def perform(save: Save, rows: "Iterator[tuple[str, dict[str, object], str | None]]") -> None:
    """Requests of the root user."""
    account = next(iter(save.world.accounts.values()))
    caller = caller_of(account, account.root, None)
    with save.together():
        for action, parameters, _ in rows:
            service, operation = action.split(":")
            save.append(RequestRecord(service, operation, parameters, caller, None, "203.0.113.9"))


@pytest.mark.long
async def test_a_thousand_users_scroll_without_a_stall(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await in_lesson(yuna)
        perform(yuna.app.desk.save, company())
        yuna.learn.look_for_others()
        await yuna.settle()
        await yuna.press("f5")
        assert len(grid(yuna).axes.rows) > 1000
        gaps: list[float] = []
        last = thread_time()

        def tick() -> None:
            nonlocal last
            now = thread_time()
            gaps.append(now - last)
            last = now

        yuna.app.set_interval(0.01, tick)
        last = thread_time()
        await yuna.pilot.press(*["pagedown"] * 20, *["right"] * 20, "ctrl+end", "ctrl+home", "u", "D", "end")
        await yuna.settle()
        assert max(gaps) <= LONGEST_STALL
        assert grid(yuna).cell(grid(yuna).see()[0]) is not None
