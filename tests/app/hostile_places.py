"""Every widget that shows what a learner or a pack wrote, and how a text comes into it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, cast

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Size
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.map_words import change_words
from tutor.app.models.account_detail import Detail, DetailSection
from tutor.app.models.devices import DeviceRow
from tutor.app.models.editor_completion import Proposal, Proposals
from tutor.app.models.editor_requests import Judged, Judgement, SideRequest
from tutor.app.models.finding import FindingRow, Reading
from tutor.app.models.form import Field
from tutor.app.models.heading import Heading
from tutor.app.models.home import HomePicture, LessonRow, LessonState, PlaceRow
from tutor.app.models.inspection import Inspection, Question
from tutor.app.models.map import MapLine, MapPicture
from tutor.app.models.offer import Offer
from tutor.app.models.outline import Branch, BranchKind, Changes
from tutor.app.models.page import GapRow, GoalRow, LessonPage, OptionRow, PieceRow
from tutor.app.models.past import PastPicture, PastRow
from tutor.app.models.sandboxes import IdeaRow, SandboxChoice, SandboxKind, SandboxRow
from tutor.app.render.account_pen import Pen
from tutor.app.render.editor_diff import diff_lines
from tutor.app.render.json_colours import coloured
from tutor.app.render.output_lines import output_lines, page_lines
from tutor.app.render.prose import Block, BlockKind, blocks, sentence
from tutor.app.render.statement import PolicyPage
from tutor.app.widgets.account_detail import AccountDetail
from tutor.app.widgets.account_tree import AccountTree
from tutor.app.widgets.authenticator import CodeLine, DeviceCard
from tutor.app.widgets.completions import Completions
from tutor.app.widgets.console_page import PageText
from tutor.app.widgets.decision import DecisionLine, DecisionPanel
from tutor.app.widgets.editor_completions import EditorCompletions
from tutor.app.widgets.findings import EditorNotes
from tutor.app.widgets.form_field import FormField
from tutor.app.widgets.form_offers import FormOffers
from tutor.app.widgets.home_doors import HomeDoors
from tutor.app.widgets.home_sandboxes import SandboxList
from tutor.app.widgets.lesson_path import LessonPath, lesson_card
from tutor.app.widgets.lesson_text import LessonText
from tutor.app.widgets.map_detail import MapDetail
from tutor.app.widgets.map_grid import MapGrid
from tutor.app.widgets.past_detail import PastDetail
from tutor.app.widgets.past_table import PastTable
from tutor.app.widgets.permission_map import PermissionMap
from tutor.app.widgets.policy_text import PolicyText
from tutor.app.widgets.policy_view import ComparedView, PolicyView
from tutor.app.widgets.prompt import Prompt
from tutor.app.widgets.prose import Prose
from tutor.app.widgets.title_bar import TitleBar
from tutor.app.widgets.transcript import Transcript
from tutor.app.widgets.what_if import WhatIf
from tutor.gateway.permissions import Axes, Cell, Change, Column, Row, Why
from tutor.policy import DecidedBy
from tutor.wording.card import DecisionCard, Gate, GateState
from tutor.wording.statement_text import shown

Put = Callable[[Widget, str], Awaitable[object] | None]


@dataclass(frozen=True)
class Place:
    """A widget of its own, and how a text is put there."""

    make: Callable[[], Widget]
    put: Put
    room: int = 10
    """Characters of a text that are to be seen for certain."""


def _tree(widget: Widget, text: str) -> None:
    kinds = (BranchKind.USER, BranchKind.BUCKET, BranchKind.OBJECT, BranchKind.KEY, BranchKind.ATTACHED)
    leaves = tuple(Branch(f"account/{kind}", kind, text, text) for kind in kinds)
    tree = Branch("account", BranchKind.ACCOUNT, text, text, leaves)
    gone = Branch("account/gone", BranchKind.GROUP, text)
    changes = Changes(frozenset({"account/user"}), frozenset({"account/bucket"}), (gone,))
    cast("AccountTree", widget).show(tree, changes, text, "en")


def _detail(widget: Widget, text: str) -> None:
    pen = Pen("en", {})
    rows = (
        pen.line(text, note=text, link="user/x"),
        pen.fact("owner", text, note=text),
        pen.note("trust.other", name=text),
        *pen.code(text),
    )
    detail = Detail("user/x", text, "", (DetailSection("x", rows),))
    cast("AccountDetail", widget).show(detail, anew=True)


async def _field(widget: Widget, text: str) -> None:
    await widget.remove_children()
    await widget.mount(FormField(Field("name"), text, "en"))


def _offers(widget: Widget, text: str) -> None:
    cast("FormOffers", widget).offer((text, f"{text}2"), "")


def _map(widget: Widget, text: str) -> None:
    axes = Axes((Row(f"user/{text}"), Row("root")), (Column(f"s3:{text}", text), Column(text, text)))
    cells = {(f"user/{text}", f"s3:{text}", text): Cell("allowed")}
    cast("MapGrid", widget).show(axes, cells, {})


def _map_heading(widget: Widget, text: str) -> None:
    column = Column("s3:GetObject", f"arn:aws:s3:::{text}")
    cast("MapGrid", widget).show(Axes((Row("root"),), (column,)), {}, {}, text)


def _map_cell(widget: Widget, text: str) -> None:
    detail = cast("MapDetail", widget)
    detail.begin("en")
    detail.show_key((f"user/{text}", text, text))
    detail.show_why(Why("allowed", DecidedBy.IDENTITY, f"inline:{text}", 1, (text, text)))


def _map_change(widget: Widget, text: str) -> None:
    key = ("user/x", "s3:x", "x")
    before, now = {key: Cell("implicitDeny")}, {key: Cell("allowed")}
    change = Change(1, text)
    assert change_words(change, before, now, "en", all_=True)
    cast("MapDetail", widget).show_change(change, before, now, True)


def _card(text: str) -> DecisionCard:
    gate = Gate(GateState.PASSED, "app.gate.allowed-by", {"policy": text}, "✓")
    return DecisionCard("allowed", text, text, text, (gate, gate), details=(gate,), error=text)


def _panel(widget: Widget, text: str) -> None:
    panel = cast("DecisionPanel", widget)
    panel.language, panel.in_full, panel.card = "en", True, _card(text)


def _brief(widget: Widget, text: str) -> None:
    panel = cast("DecisionPanel", widget)
    panel.language, panel.brief, panel.card = "en", True, _card(text)


def _line(widget: Widget, text: str) -> None:
    line = cast("DecisionLine", widget)
    line.language, line.card = "en", _card(text)


def _small_map(widget: Widget, text: str) -> None:
    cast("PermissionMap", widget).show(
        MapPicture((text,), (MapLine(text, text, ("allowed",), ("implicitDeny",)),))
    )


def _past(widget: Widget, text: str) -> None:
    rows = (PastRow(0), PastRow(1, "2026-01-05 09:00:00", text, text, text, "allowed", text))
    cast("PastTable", widget).show(PastPicture(rows), rows, at_place=True)


def _past_detail(widget: Widget, text: str) -> None:
    row = PastRow(1, "2026-01-05 09:00:00", text, text, text, "implicitDeny", text)
    cast("PastDetail", widget).show(row, "", "en")


def _past_said(widget: Widget, text: str) -> None:
    cast("PastDetail", widget).show(PastRow(1, "", "x", "x", "x", "allowed"), text, "en")


def _policy_page(widget: Widget, text: str) -> None:
    lines = tuple(coloured(text).split("\n", allow_blank=True))
    cast("PolicyView", widget).page = PolicyPage(lines, ("✓",) * len(lines), 0, 0)


def _what_if(widget: Widget, text: str) -> None:
    form = cast("WhatIf", widget)
    form.speak("en")
    gate = Gate(GateState.PASSED, "app.gate.allowed-by", {"policy": text}, "✓")
    question = Question(text, text, text, text, text)
    form.begin(Inspection("all", text, text, text, gate, None, question, True, 0, (text,), (text,)))
    form.complain(text)


def _editor_text(widget: Widget, text: str) -> None:
    editor = cast("PolicyText", widget)
    editor.load_text(text)
    editor.mark((FindingRow((0, 0), (0, 1), Content(text), "error"),))


async def _notes(widget: Widget, text: str) -> None:
    finding = FindingRow((0, 0), (0, 1), Content(text), "error")
    goal = GoalRow("g", Content(text), False, Content(text))
    reading = Reading(text, "identity", (finding,))
    await cast("EditorNotes", widget).show(reading, (goal,), (goal,), "en", (Content(text),))


def _requests(widget: Widget, text: str) -> None:
    request = SideRequest(f"user/{text}", text, text, "allow")
    judged = Judged(request, "implicitDeny", "allowed", text, text)
    cast("EditorNotes", widget).requests.show(Judgement((judged,), "in-place", text), "en", "f1")


def _diff(widget: Widget, text: str) -> None:
    cast("Static", widget).update(Content("\n").join(diff_lines("before", text)))


def _said(widget: Widget, text: str) -> None:
    cast("Static", widget).update(sentence("en", "console.not-a-file", {"path": text}))


def _printed(widget: Widget, text: str) -> None:
    cast("Transcript", widget).show([*output_lines(text)])


def _help_page(widget: Widget, text: str) -> None:
    page = cast("PageText", widget)
    page.read(tuple(page_lines(text)))
    page.look_for(text[:3])


def _typed(widget: Widget, text: str) -> None:
    cast("Prompt", widget).put(text)


def _ghost(widget: Widget, text: str) -> None:
    cast("Prompt", widget).ghost = text


def _suggested(widget: Widget, text: str) -> None:
    prompt = cast("Prompt", widget)
    prompt.hide_suggestion_on_blur = False  # several places want the focus
    prompt.put("a")
    prompt.suggest(text)


def _title(widget: Widget, text: str) -> None:
    bar = cast("TitleBar", widget)
    bar.heading, bar.live = Heading(text, 1, 3, text, text), text


def _caller(widget: Widget, text: str) -> None:
    cast("TitleBar", widget).heading = Heading("x", 1, 3, text[:12], "09:00")


def _lesson(text: str) -> LessonRow:
    return LessonRow("x", 1, text, LessonState.GOING, 5, 1, 2, (), (PlaceRow("s", 1, text),))


async def _path(widget: Widget, text: str) -> None:
    await cast("LessonPath", widget).show(HomePicture((_lesson(text),), "x"))


async def _lesson_card(widget: Widget, text: str) -> None:
    await widget.remove_children()
    await widget.mount_all(lesson_card(_lesson(text), "en"))


def _doors(widget: Widget, text: str) -> None:
    cast("HomeDoors", widget).show(HomePicture((_lesson(text),), "x", text), {}, "en")


def _sandboxes(widget: Widget, text: str) -> None:
    kinds = (SandboxKind.KEPT, SandboxKind.LESSON)
    rows = tuple(SandboxRow(kind, text, "x", text, "2026-01-05") for kind in kinds)
    cast("SandboxList", widget).show(SandboxChoice(rows))


def _device(text: str, owner: str | None) -> DeviceRow:
    return DeviceRow(text, "1", owner, text, "", "123456", "654321", 9, False)


async def _device_card(widget: Widget, text: str) -> None:
    await widget.remove_children()
    await widget.mount(DeviceCard(_device(text, text), "en"))


def _code(widget: Widget, text: str) -> None:
    cast("CodeLine", widget).show(_device(text, None))


def _page(text: str) -> LessonPage:
    block = Block(BlockKind.PARAGRAPH, Content(text))
    row = GoalRow("g", Content(text), False, Content(text))
    return LessonPage(
        f"s{hash(text)}",
        "do",
        Content(text),
        message=(block,),
        callouts=((block,),),
        options=(OptionRow("1", Content(text)),),
        pieces=(PieceRow("1", Content(text)),),
        template=Content(text),
        gaps=(GapRow(Content(shown(text)), Content(shown(text)), False, Content(shown(text))),),
        file=text,
        goals=(row,),
        keeps=(row,),
        hints=((block,),),
        solution=(text,),
        invitation=text,
    )


async def _step(widget: Widget, text: str) -> None:
    await cast("LessonText", widget).show(_page(text), "en")


async def _ideas(widget: Widget, text: str) -> None:
    page = LessonPage(f"i{hash(text)}", "sandbox", Content(text), ideas=(IdeaRow(Content(text), text),))
    await cast("LessonText", widget).show(page, "en")


async def _prose(widget: Widget, text: str) -> None:
    await widget.remove_children()
    await widget.mount(Prose(blocks(f"{text}\n\n- {text}\n\n> {text}\n\n| {text} |\n|---|\n| {text} |")))


def _compared(widget: Widget, text: str) -> None:
    cast("ComparedView", widget).lines = Content(text)


PLACES: Final = {
    "account tree": Place(AccountTree, _tree),
    "account detail": Place(AccountDetail, _detail),
    "form field": Place(Vertical, _field),
    "form offers": Place(FormOffers, _offers),
    "map": Place(MapGrid, _map, room=3),
    "map heading": Place(MapGrid, _map_heading),
    "map cell": Place(MapDetail, _map_cell),
    "map change": Place(MapDetail, _map_change),
    "decision": Place(DecisionPanel, _panel),
    "decision in brief": Place(DecisionPanel, _brief),
    "decision line": Place(DecisionLine, _line, room=3),
    "small map": Place(PermissionMap, _small_map, room=8),
    "history": Place(lambda: PastTable("en"), _past, room=8),
    "history detail": Place(PastDetail, _past_detail),
    "history answer": Place(PastDetail, _past_said),
    "policy": Place(PolicyView, _policy_page),
    "compared values": Place(ComparedView, _compared),
    "what if": Place(WhatIf, _what_if),
    "editor": Place(PolicyText, _editor_text),
    "findings": Place(EditorNotes, _notes),
    "requests": Place(EditorNotes, _requests),
    "diff": Place(Static, _diff),
    "sentence": Place(Static, _said),
    "output": Place(Transcript, _printed),
    "help page": Place(PageText, _help_page),
    "prompt": Place(Prompt, _typed),
    "grey line": Place(Prompt, _ghost),
    "suggestion": Place(Prompt, _suggested),
    "title bar": Place(TitleBar, _title),
    "caller": Place(TitleBar, _caller, room=5),
    "path": Place(LessonPath, _path),
    "lesson card": Place(Vertical, _lesson_card),
    "doors": Place(HomeDoors, _doors, room=4),
    "sandboxes": Place(lambda: SandboxList("en"), _sandboxes),
    "device": Place(Vertical, _device_card),
    "code": Place(lambda: CodeLine("en"), _code),
    "lesson step": Place(LessonText, _step),
    "ideas": Place(LessonText, _ideas),
    "prose": Place(Vertical, _prose, room=0),
}
"""Each in a frame of its own. Prose is Markdown: its signs do something, though never more than style."""


def _completions(widget: Widget, text: str) -> None:
    offers = [Offer(text, 0, text, True), Offer(f"{text}2", 0)]
    widget.query_one(Completions).offer(offers, "", 0, footer="x")


def _found_lines(widget: Widget, text: str) -> None:
    widget.query_one(Completions).list_lines([text, f"{text}2"], text[:3], footer="")


def _proposals(widget: Widget, text: str) -> None:
    rows = (Proposal(text, text, text), Proposal(f"{text}2", text, text))
    room = Size(70, 24)
    cast("EditorCompletions", widget).offer(Proposals(text, 0, 0, 0, rows), Offset(5, 5), room, asked=True)


def _line_below() -> Widget:
    return Vertical(Static("\n" * 12), Prompt(), Completions())


POPUPS: Final = {
    "completions": Place(_line_below, _completions),
    "search of lines": Place(_line_below, _found_lines),
    "proposals": Place(EditorCompletions, _proposals),
}
"""Those that lie over the rest of the screen."""
