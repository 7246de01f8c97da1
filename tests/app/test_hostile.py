"""Strings that look like markup come through everywhere as they are (spec/textual.md 4.1)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from tests.app.driver import learner
from tutor.app.models.devices import DeviceRow
from tutor.app.models.finding import FindingRow, Reading
from tutor.app.models.heading import Heading
from tutor.app.models.map import MapLine, MapPicture
from tutor.app.models.offer import Offer
from tutor.app.models.outline import Branch, BranchKind, Changes
from tutor.app.models.page import GapRow, GoalRow, LessonPage, OptionRow, PieceRow
from tutor.app.render.prose import Block, BlockKind, sentence
from tutor.app.themes import THEMES
from tutor.app.widgets.account_tree import AccountTree
from tutor.app.widgets.authenticator import CodeLine
from tutor.app.widgets.completions import Completions
from tutor.app.widgets.decision import DecisionLine, DecisionPanel
from tutor.app.widgets.findings import EditorNotes
from tutor.app.widgets.lesson_text import LessonText
from tutor.app.widgets.permission_map import PermissionMap
from tutor.app.widgets.prompt import Prompt
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.widgets.transcript import Transcript
from tutor.wording.card import DecisionCard, Gate, GateState

HOSTILE = (
    "[/foo]",
    "[/]",
    "[link=http://e]x",
    "[@click=app.bell()]x[/]",
    r"a\[b]",
    "[bold]x[/bold]",
    "arn:aws:s3:::b[1]",
    "$name ${x}",
    "[bold red",
)


class Everything(App[None]):
    """Every widget that shows what a learner or a pack wrote."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour names that the widgets use."""
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        """One of each."""
        yield TitleBar()
        yield LessonText(id="lesson")
        yield AccountTree(id="account")
        yield PermissionMap()
        yield DecisionPanel()
        yield DecisionLine()
        yield Transcript()
        yield Prompt()
        yield Completions()
        yield EditorNotes()
        yield CodeLine("en")


@pytest.mark.parametrize("text", HOSTILE)
async def test_every_widget_shows_it_as_it_is(text: str) -> None:
    app = Everything()
    async with app.run_test(size=(120, 120), notifications=True) as pilot:
        app.query_one(TitleBar).heading = Heading(text, 1, 3, text, text)
        row = GoalRow("g", Content(text), False, Content(text))
        page = LessonPage(
            "s",
            "do",
            Content(text),
            message=(Block(BlockKind.PARAGRAPH, Content(text)),),
            callouts=((Block(BlockKind.PARAGRAPH, Content(text)),),),
            options=(OptionRow("1", Content(text)),),
            pieces=(PieceRow("1", Content(text)),),
            template=Content(text),
            gaps=(GapRow(Content(text), Content(text), False, Content(text)),),
            file=text,
            goals=(row,),
            keeps=(row,),
            solution=(text,),
            invitation=text,
        )
        await app.query_one(LessonText).show(page, "en")
        leaf = Branch("account/x", BranchKind.BUCKET, text, text)
        tree = Branch("account", BranchKind.ACCOUNT, text, text, (leaf,))
        app.query_one(AccountTree).show(tree, Changes(added=frozenset({"account/x"})), text, "en")
        app.query_one(PermissionMap).show(
            MapPicture((text,), (MapLine(text, text, ("allowed",), ("implicitDeny",)),))
        )
        gate = Gate(GateState.PASSED, "app.gate.allowed-by", {"policy": text}, "✓")
        card = DecisionCard("allowed", text, text, text, (gate, gate), details=(gate,))
        app.query_one(DecisionPanel).card = app.query_one(DecisionLine).card = card
        app.query_one(Transcript).write([Content(text)])
        app.query_one(Prompt).ghost = text
        app.query_one(Completions).offer([Offer(text, 0), Offer(f"{text}2", 0)], "", 0)
        finding = FindingRow((0, 0), (0, 1), Content(text), "error")
        await app.query_one(EditorNotes).show(Reading(text, "identity", (finding,)), (row,), (row,), "en")
        app.query_one(CodeLine).show(DeviceRow(text, text, text, text, "", "123456", "654321", 9, False))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        shown = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert shown.count(text) >= 22


@given(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["C"]), max_size=40)))
def test_a_sentence_holds_its_value_unchanged(text: str) -> None:
    shown = sentence("en", "console.not-a-file", {"path": text}).plain
    assert text in shown


async def test_the_console_echoes_them_and_goes_on(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=(120, 60)) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        for text in HOSTILE:
            await yuna.send(text)
        echoes = [line.plain for line in yuna.learn.console.transcript.lines if line.plain.startswith("$ ")]
        assert echoes == [f"$ {text}" for text in HOSTILE]
