"""The parts of the text pane."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.models.page import GapRow, GoalRow, LessonPage, OptionRow, OptionState
from tutor.app.models.sandboxes import IdeaRow
from tutor.app.render.marks import goal_mark, keep_mark
from tutor.wording import Language, say

from .code import CodeBlock
from .marked import Marked
from .pieces import PieceList
from .prose import Prose

OPTION_SIGNS: Final = {
    OptionState.OPEN: ("○", "$quiet"),
    OptionState.PICKED: ("●", "$primary"),
    OptionState.RIGHT: ("✓", "bold $success"),
    OptionState.WRONG: ("✗", "bold $error"),
}


class OptionLine(Marked):
    """An answer; its digit typed in the console picks it, a click too."""

    @dataclass
    class Picked(Message):
        """An answer was clicked."""

        key: str

    def __init__(self, row: OptionRow, language: Language, *, digits: int = 1) -> None:
        """`digits` of the longest number among the answers."""
        sign, style = OPTION_SIGNS[row.state]
        marker = Content.assemble(
            (f" {row.key:>{digits}} ", "bold $footer-key-foreground on $panel"), " ", (sign, style)
        )
        told = "mine" if row.mine else "missed" if row.missed else ""
        mine = Content.styled("  " + say(language, f"app.option.{told}"), "$quiet") if told else Content()
        super().__init__(marker, row.text + mine, indent=5 + digits, classes=f"option -{row.state}")
        self.row = row

    def on_click(self, event: events.Click) -> None:
        """Pick it."""
        event.stop()
        self.post_message(self.Picked(self.row.key))


class Door(Static):
    """A line that opens something with a click: the editor, the sign-in."""

    @dataclass
    class Opened(Message):
        """It was clicked."""

        action: str

    def __init__(self, key: str, words: str, action: str) -> None:
        super().__init__(
            Content.assemble((f" {key} ", "bold $footer-key-foreground on $panel"), "  ", (words, "bold")),
            classes="door",
        )
        self._action = action

    def on_click(self, event: events.Click) -> None:
        """Open it."""
        event.stop()
        self.post_message(self.Opened(self._action))


class IdeaLine(Vertical):
    """A thing to try and the line for it; a click puts the line into the console."""

    @dataclass
    class Picked(Message):
        """It was clicked."""

        line: str

    def __init__(self, row: IdeaRow) -> None:
        super().__init__(
            Static(row.text),
            Static(Content.styled(row.line, "$footer-key-foreground"), classes="idea-line"),
            classes="idea",
        )
        self._line = row.line

    def on_click(self, event: events.Click) -> None:
        """Take it."""
        event.stop()
        self.post_message(self.Picked(self._line))


class Section(Vertical):
    """A part of the page that is built anew only when what it shows has changed."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, classes="-empty")
        self._shown: object = None

    async def show(self, subject: object, build: Callable[[], Iterable[Widget]]) -> bool:
        """Show the widgets of `build` if `subject` is another than last time; whether it was."""
        if subject == self._shown:
            return False
        self._shown = subject
        await self.remove_children()
        widgets = list(build())
        if widgets:
            await self.mount_all(widgets)
        self.set_class(not widgets, "-empty")
        return True


def head_part(page: LessonPage, language: Language) -> Iterable[Widget]:
    """What kind of step, its title, the colleague's message and the text."""
    yield Static(Content(say(language, f"app.kind.{page.kind}")), classes="kind")
    yield Static(page.title, classes="title")
    if page.message:
        yield Prose(page.message, classes="message")
    if page.body and not page.ideas:
        yield Prose(page.body)


def callouts_part(page: LessonPage, language: Language) -> Iterable[Widget]:
    """What may have been learnt elsewhere, in a box of its own."""
    for callout in page.callouts:
        box = Vertical(Prose(callout), classes="callout")
        box.border_title = Content(say(language, "app.callout"))
        yield box


def question_part(page: LessonPage, language: Language, order: tuple[str, ...]) -> Iterable[Widget]:
    """What is to be picked, ordered, filled in or opened."""
    if any(piece.right is not None for piece in page.pieces):
        yield Static(Content(say(language, "app.pieces.right")), classes="label")
    if page.pieces:
        yield PieceList(page.pieces, order)
    if page.template:
        yield CodeBlock(page.template, classes="template")
    for gap in page.gaps:
        state = " -current" if gap.current else " -wrong" if gap.right is False else ""
        yield Marked(*_gap(gap, language), classes=f"gap{state}")
        if gap.current:
            yield from _options(page, language)
    if not page.gaps:
        yield from _options(page, language)
    if page.file and not page.passed:
        words = say(language, "app.door.editor", file=page.file)
        yield Door("f2", words, "screen.editor")
    if page.sign_in and not page.passed:
        yield Door("f7", say(language, "app.door.sign-in"), "screen.sign_in")


def _options(page: LessonPage, language: Language) -> Iterable[Widget]:
    digits = max((len(row.key) for row in page.options), default=1)
    return (OptionLine(row, language, digits=digits) for row in page.options)


GAP_SIGNS: Final = {True: ("✓", "bold $success"), False: ("✗", "bold $error")}


def _gap(gap: GapRow, language: Language) -> tuple[Content, Content]:
    """The sign of a gap, and what is asked with what was answered."""
    if gap.right is not None:
        sign = Content.styled(*GAP_SIGNS[gap.right])
    elif gap.current:
        sign = Content.styled("▸", "bold $accent")
    else:
        sign = Content.styled("●" if gap.typed is not None else "○", "$quiet")
    body = gap.label.stylize("bold" if gap.current else "")
    if gap.typed is not None:
        body += Content.assemble((": " if gap.label.plain[-1:].isalnum() else "  ", "$quiet"), gap.typed)
    if gap.answer:
        body += Content.assemble(("  →  ", "$quiet"), gap.answer.stylize("bold $success"))
    return sign, body


def ideas_part(page: LessonPage) -> Iterable[Widget]:
    """Things to try first; what there is to know below them."""
    yield from (IdeaLine(row) for row in page.ideas)
    if page.ideas:
        yield Prose(page.body, classes="known")


def invitation_part(page: LessonPage) -> Iterable[Widget]:
    """What to press or type now; among things to try the prompt says it alone."""
    if page.invitation and not page.ideas:
        yield Static(Content(page.invitation), classes="invitation")


def goals_part(rows: tuple[GoalRow, ...], language: Language) -> Iterable[Widget]:
    """Goals with the reasons why they are open."""
    if rows:
        yield Static(Content(say(language, "app.goals")), classes="label")
    for row in rows:
        yield Marked(goal_mark(row.passed), row.text, classes="goal")
        if row.reason:
            yield Static(row.reason, classes="reason")


def keeps_part(rows: tuple[GoalRow, ...], language: Language) -> Iterable[Widget]:
    """Today's work."""
    if rows:
        yield Static(Content(say(language, "app.keeps")), classes="label")
    for row in rows:
        yield Marked(keep_mark(row.passed), row.text, classes="keep")
        if row.reason:
            yield Static(row.reason, classes="reason")


def hints_part(page: LessonPage, language: Language) -> Iterable[Widget]:
    """Hints as they were asked for, and the solution."""
    for number, hint in enumerate(page.hints, start=1):
        yield Static(Content(say(language, "app.hint", number=number)), classes="label")
        yield Prose(hint, classes="hint")
    if page.solution:
        yield Static(Content(say(language, "app.solution")), classes="label")
        yield Static(Content("\n".join(page.solution)), classes="solution")


def after_part(page: LessonPage) -> Iterable[Widget]:
    """What an answer teaches, and the closing word."""
    if page.explanation:
        yield Prose(page.explanation, classes="after")
    if page.after:
        yield Prose(page.after, classes="after")
