"""The text pane: the step's page, its goals, today's work, hints, and what to do next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.models.page import GoalRow, LessonPage, OptionRow, OptionState
from tutor.app.render.prose import Block
from tutor.app.render.signs import goal_mark, keep_mark
from tutor.wording import Language, say

from .marked import Marked
from .permission_map import PermissionMap
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

    def __init__(self, row: OptionRow, language: Language) -> None:
        sign, style = OPTION_SIGNS[row.state]
        marker = Content.assemble((f" {row.key} ", "bold $footer-key-foreground on $panel"), " ", (sign, style))
        mine = Content.styled("  " + say(language, "app.option.mine"), "$quiet") if row.mine else Content()
        super().__init__(marker, row.text + mine, indent=6, classes=f"option -{row.state}")
        self.row = row

    def on_click(self, event: events.Click) -> None:
        """Pick it."""
        event.stop()
        self.post_message(self.Picked(self.row.key))


class Section(Vertical):
    """A part of the page that is built anew only when what it shows has changed."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
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


class LessonText(VerticalScroll):
    """One step at a time."""

    DEFAULT_CSS = """
    LessonText {
        padding: 1 3 1 3;
        scrollbar-size-vertical: 1;
        & Section { height: auto; &.-empty { display: none; } }
        & .title { text-style: bold; color: $foreground; margin-bottom: 1; height: auto; }
        & .kind { color: $accent; height: 1; }
        & .label { color: $quiet; text-style: bold; margin-bottom: 0; height: 1; }
        & .message { border-left: outer $primary; padding: 0 2; margin-bottom: 1; background: $panel; }
        & .message .-paragraph.-last { margin-bottom: 0; }
        & .option { padding: 0 0; margin-bottom: 1; &:hover { background: $boost; } }
        & .reason { padding-left: 4; color: $warning; height: auto; }
        & .hint { border-left: outer $secondary; padding: 0 2; margin-bottom: 1; }
        & .hint .-paragraph.-last, & .after .-paragraph.-last { margin-bottom: 0; }
        & .solution { background: $code-background; color: $code; padding: 0 1; margin-bottom: 1; }
        & .after { border-left: outer $success; padding: 0 2; margin-bottom: 1; }
        & #map-here, & #goals, & #keeps { margin-bottom: 1; }
        & .invitation { color: $accent; text-style: bold; height: auto; margin-top: 0; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            *(Section(name) for name in ("page", "map-here", "options", "goals", "keeps", "hints", "after", "invite")), id=id
        )
        self.can_focus = False
        self._step = ""

    async def show(self, page: LessonPage, language: Language) -> None:
        """Show a step, touching only the parts that changed."""
        grown: Widget | None = None
        await self._section("page").show(
            (page.step, page.title.plain, page.message, page.body), lambda: _head(page, language)
        )
        await self._section("map-here").show(page.map, lambda: [PermissionMap(page.map)] if page.map else [])
        if await self._section("options").show(
            (page.options, language), lambda: [OptionLine(row, language) for row in page.options]
        ):
            grown = self._section("options")
        await self._section("goals").show((page.goals, language), lambda: _goals(page.goals, language))
        await self._section("keeps").show((page.keeps, language), lambda: _keeps(page.keeps, language))
        if await self._section("hints").show(
            (page.hints, page.solution, language), lambda: _hints(page, language)
        ):
            grown = self._section("hints")
        said = (page.explanation, page.after)
        if await self._section("after").show(said, lambda: _after(page)) and any(said):
            grown = self._section("after")
        await self._section("invite").show(
            page.invitation, lambda: [Static(Content(page.invitation), classes="invitation")] if page.invitation else []
        )
        if page.step != self._step:
            self._step = page.step
            self.scroll_home(animate=False)
        elif grown is not None and grown.children:
            self.call_after_refresh(self.scroll_end, animate=False)

    def _section(self, name: str) -> Section:
        return self.query_one(f"#{name}", Section)


def _head(page: LessonPage, language: Language) -> Iterable[Widget]:
    yield Static(Content(say(language, f"app.kind.{page.kind}")), classes="kind")
    yield Static(page.title, classes="title")
    if page.message:
        yield Prose(page.message, classes="message")
    if page.body:
        yield Prose(page.body)


def _goals(rows: tuple[GoalRow, ...], language: Language) -> Iterable[Widget]:
    if rows:
        yield Static(Content(say(language, "app.goals")), classes="label")
    for row in rows:
        yield Marked(goal_mark(row.passed), row.text, classes="goal")
        if row.reason:
            yield Static(row.reason, classes="reason")


def _keeps(rows: tuple[GoalRow, ...], language: Language) -> Iterable[Widget]:
    if rows:
        yield Static(Content(say(language, "app.keeps")), classes="label")
    for row in rows:
        yield Marked(keep_mark(row.passed), row.text, classes="keep")
        if row.reason:
            yield Static(row.reason, classes="reason")


def _hints(page: LessonPage, language: Language) -> Iterable[Widget]:
    for number, hint in enumerate(page.hints, start=1):
        yield Static(Content(say(language, "app.hint", number=number)), classes="label")
        yield Prose(hint, classes="hint")
    if page.solution:
        yield Static(Content(say(language, "app.solution")), classes="label")
        yield Static(Content("\n".join(page.solution)), classes="solution")


def _after(page: LessonPage) -> Iterable[Widget]:
    if page.explanation:
        yield Prose(page.explanation, classes="after")
    if page.after:
        yield Prose(page.after, classes="after")
