"""The text pane: the step's page, its goals, today's work, hints, and what to do next."""

from typing import Final

from textual import on
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from tutor.app.models.page import LessonPage
from tutor.wording import Language

from .lesson_parts import (
    Section,
    after_part,
    callouts_part,
    goals_part,
    head_part,
    hints_part,
    ideas_part,
    invitation_part,
    keeps_part,
    question_part,
)
from .permission_map import PermissionMap
from .pieces import PieceList

MANY_OPTIONS: Final = 4
"""More options than these stand close together."""
LEAST_SAID: Final = 3
"""Rows that an answered question leaves to what is said to it."""


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
        & .idea-line { padding-left: 2; }
        & .known { margin-top: 1; color: $quiet; }
        & .idea { height: auto; &:hover { background: $boost; } }
        & .hint { border-left: outer $secondary; padding: 0 1; margin-bottom: 1; }
        & .hint .-paragraph.-last, & .after .-paragraph.-last { margin-bottom: 0; }
        & .solution { background: $code-background; color: $code; padding: 0 1; margin-bottom: 1; }
        & .after { border-left: outer $success; padding: 0 1; margin-bottom: 1; }
        & #map-here, & #ideas, & #goals, & #keeps { margin-bottom: 1; }
        & .template { margin-bottom: 1; }
        & .door { height: 1; margin-bottom: 1; &:hover { background: $boost; } }
        & .callout { height: auto; border: round $warning; padding: 0 1; margin-bottom: 1; }
        & .callout { border-title-color: $warning; border-title-style: bold; }
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
                    "ideas",
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
        if page.step != self._step:
            self._order = ()
        await self._section("page").show(
            (page.step, page.title.plain, page.message, page.body), lambda: head_part(page, language)
        )
        map_changed = await self._section("map-here").show(
            page.map, lambda: [PermissionMap(page.map)] if page.map else []
        )
        question = (page.options, page.pieces, page.template, page.gaps, page.file, page.sign_in)
        question_changed = await self._section("options").show(
            (question, page.passed, language), lambda: question_part(page, language, self._order)
        )
        self._section("options").set_class(len(page.options) > MANY_OPTIONS or bool(page.gaps), "-many")
        await self._section("ideas").show((page.ideas, page.body), lambda: ideas_part(page))
        goals_changed = await self._section("goals").show(
            (page.goals, language), lambda: goals_part(page.goals, language)
        )
        keeps_changed = await self._section("keeps").show(
            (page.keeps, language), lambda: keeps_part(page.keeps, language)
        )
        hints_changed = await self._section("hints").show(
            (page.hints, page.solution, language), lambda: hints_part(page, language)
        )
        said = (page.explanation, page.after)
        said_changed = await self._section("after").show(said, lambda: after_part(page))
        await self._section("callouts").show((page.callouts, language), lambda: callouts_part(page, language))
        await self._section("invite").show(
            page.invitation,
            lambda: invitation_part(page),
        )
        if page.step != self._step:
            self._step = page.step
            self.scroll_home(animate=False)
            if page.gaps and not page.passed:  # the new parts have their heights after the first layout
                self.call_after_refresh(self.call_after_refresh, self._show_gap)
            self.call_after_refresh(self.post_message, self.Turned())
        elif said_changed and any(said):
            self.call_after_refresh(
                self._show_said, of_a_question=bool(page.options or page.pieces or page.gaps)
            )
        elif hints_changed:
            self.call_after_refresh(self._show_last_hint)
        elif question_changed and page.gaps:
            self.call_after_refresh(self._show_gap)
        elif map_changed and self._section("map-here").display:
            self.call_after_refresh(self._show, self._section("map-here"))
        elif keeps_changed or goals_changed:
            self.call_after_refresh(self._show, self._section("keeps" if keeps_changed else "goals"))

    def _show_said(self, *, of_a_question: bool) -> None:
        """What is said to an answer, with the question above it, or what was wrong in it, if it fits."""
        question, said = self._section("options"), self._section("after")
        parts = [question, *question.query(".-wrong")][:2] if of_a_question else []
        roomy = (one for one in parts if said.region.y - one.region.y <= self._rows - LEAST_SAID)
        self._show(next(roomy, said), said)

    def _show_last_hint(self) -> None:
        """The newest hint, or the solution."""
        hints = self._section("hints")
        if labels := hints.query(".label"):
            self._show(labels.last(), hints)

    def _show_gap(self) -> None:
        """The gap in question and what it may be filled with."""
        if parts := self._section("options").query(".-current, .option"):
            self._show(parts.first(), parts.last())

    def _show(self, first: Widget, last: Widget | None = None) -> None:
        """Scroll as little from the top as shows all from one part to another, or else its beginning."""
        last = last or first
        top = self.scrollable_content_region.y - self.scroll_offset.y
        begin, end = first.region.y - top, last.region.bottom - top
        self.scroll_to(y=min(max(end - self._rows, 0), begin), animate=False)

    @property
    def _rows(self) -> int:
        return self.scrollable_content_region.height

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
