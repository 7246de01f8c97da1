"""The text pane: the step's page, its goals, today's work, hints, and what to do next."""

from typing import Final

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.models.page import LessonPage
from tutor.wording import Language

from .lesson_parts import (
    Section,
    after_part,
    callouts_part,
    goals_part,
    head_part,
    hints_part,
    keeps_part,
    question_part,
)
from .permission_map import PermissionMap
from .pieces import PieceList

MANY_OPTIONS: Final = 4
"""More options than these stand close together."""


class LessonText(VerticalScroll):
    """One step at a time."""

    DEFAULT_CSS = """
    LessonText {
        padding: 1 1 1 3;
        scrollbar-size-vertical: 1;
        & Section { height: auto; padding-right: 2; &.-empty { display: none; } }
        & .title { text-style: bold; color: $foreground; margin-bottom: 1; height: auto; }
        & .kind { color: $accent; height: 1; }
        & .label { color: $quiet; text-style: bold; margin-bottom: 0; height: 1; }
        & .message { border-left: outer $primary; padding: 0 1; margin-bottom: 1; background: $panel; }
        & .message .-paragraph.-last { margin-bottom: 0; }
        & .option { margin-bottom: 1; &:hover { background: $boost; } }
        & .-many .option { margin-bottom: 0; }
        & .-many { margin-bottom: 1; }
        & .reason { padding-left: 4; color: $warning; height: auto; }
        & .hint { border-left: outer $secondary; padding: 0 1; margin-bottom: 1; }
        & .hint .-paragraph.-last, & .after .-paragraph.-last { margin-bottom: 0; }
        & .solution { background: $code-background; color: $code; padding: 0 1; margin-bottom: 1; }
        & .after { border-left: outer $success; padding: 0 1; margin-bottom: 1; }
        & #map-here, & #goals, & #keeps { margin-bottom: 1; }
        & .template { margin-bottom: 1; }
        & .door { height: 1; margin-bottom: 1; &:hover { background: $boost; } }
        & .callout { height: auto; border: round $warning; padding: 0 1; margin-bottom: 1; }
        & .callout-title { color: $warning; text-style: bold; height: auto; }
        & .callout .-last { margin-bottom: 0; }
        & .invitation { color: $accent; text-style: bold; height: auto; margin-top: 0; }
    }
    """

    class Turned(Message):
        """Another part of the text is to be seen, or another text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            *(
                Section(name)
                for name in (
                    "page",
                    "map-here",
                    "options",
                    "goals",
                    "keeps",
                    "hints",
                    "after",
                    "callouts",
                    "invite",
                )
            ),
            id=id,
        )
        self.can_focus = False
        self._step = ""
        self._order: tuple[str, ...] = ()
        """How the learner has left the pieces of an order step."""

    async def show(self, page: LessonPage, language: Language) -> None:
        """Show a step, touching only the parts that changed."""
        grown: Widget | None = None
        if page.step != self._step:
            self._order = ()
        await self._section("page").show(
            (page.step, page.title.plain, page.message, page.body), lambda: head_part(page, language)
        )
        map_changed = await self._section("map-here").show(
            page.map, lambda: [PermissionMap(page.map)] if page.map else []
        )
        question = (page.options, page.pieces, page.template, page.gaps, page.file, page.sign_in)
        if await self._section("options").show(
            (question, page.passed, language), lambda: question_part(page, language, self._order)
        ):
            grown = self._section("options")
        self._section("options").set_class(len(page.options) > MANY_OPTIONS or bool(page.gaps), "-many")
        await self._section("goals").show((page.goals, language), lambda: goals_part(page.goals, language))
        await self._section("keeps").show((page.keeps, language), lambda: keeps_part(page.keeps, language))
        if await self._section("hints").show(
            (page.hints, page.solution, language), lambda: hints_part(page, language)
        ):
            grown = self._section("hints")
        said = (page.explanation, page.after)
        if await self._section("after").show(said, lambda: after_part(page)) and any(said):
            grown = self._section("after")
        await self._section("callouts").show((page.callouts, language), lambda: callouts_part(page, language))
        await self._section("invite").show(
            page.invitation,
            lambda: [Static(Content(page.invitation), classes="invitation")] if page.invitation else [],
        )
        if page.step != self._step:
            self._step = page.step
            self.scroll_home(animate=False)
            self.call_after_refresh(self.post_message, self.Turned())
        elif grown is not None and grown.children:
            self.call_after_refresh(self.scroll_end, animate=False)
        elif map_changed and self._section("map-here").display:
            self.call_after_refresh(self.scroll_to_widget, self._section("map-here"), animate=False)

    @on(PieceList.Moved)
    def _moved(self, message: PieceList.Moved) -> None:
        self._order = message.order

    @property
    def pieces(self) -> PieceList | None:
        """The pieces that wait to be put in order."""
        lists = (one for one in self.query(PieceList) if not one.answered)
        return next(lists, None)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell whether there is more below."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Turned())

    def on_resize(self) -> None:
        """Tell whether there is more below."""
        self.post_message(self.Turned())

    @property
    def more_below(self) -> bool:
        """The text goes on below what is to be seen."""
        return self.scroll_offset.y < self.max_scroll_y

    def _section(self, name: str) -> Section:
        return self.query_one(f"#{name}", Section)
