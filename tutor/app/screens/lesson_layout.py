"""How Learn is laid out: text, account, decision and console on wide and on narrow screens."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.getters import query_one
from textual.widget import Widget

from tutor.app.widgets.account_tree import AccountTree
from tutor.app.widgets.console import Console
from tutor.app.widgets.decision import DecisionLine, DecisionPanel
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_text import LessonText
from tutor.app.widgets.permission_map import PermissionMap
from tutor.app.widgets.title_bar import TitleBar

from .base import TooSmall
from .lesson_work import LessonWork

CONSOLE_SHARE: Final = 0.42
"""How much of the height the console may take."""

WIDE: Final = 100
"""Columns from which the account stands beside the text."""

LOW: Final = 30
FRESH_SHARE: Final = 0.21
"""How much of it while a step is new and its text is to be read."""
QUESTION_SHARE: Final = 0.18
"""How much of it where there is nothing to run: the text has the options."""


class LessonLayout(LessonWork):
    """The widgets of Learn, which of them is to be seen, and how many rows each has."""

    console = query_one("#console", Console)
    lesson = query_one("#lesson", LessonText)
    account = query_one("#account", AccountTree)
    decision = query_one("#decision", DecisionPanel)
    decision_line = query_one(DecisionLine)
    map = query_one("#permissions", PermissionMap)

    def __init__(self, lesson_id: str | None, place: str = "") -> None:
        super().__init__(lesson_id, place)
        self.fresh = True
        """Nothing was sent in this step yet."""
        self.aside = False
        """A pane was asked for that is not there by itself."""
        self._pane = "account"

    def compose(self) -> ComposeResult:
        """Text and account above, console below."""
        yield TitleBar()
        with Horizontal(id="upper"):
            yield LessonText(id="lesson")
            with Vertical(id="side"):
                yield AccountTree(id="account")
                with VerticalScroll(id="map", can_focus=False):
                    yield PermissionMap(id="permissions")
                with VerticalScroll(id="decision-box", can_focus=False):
                    yield DecisionPanel(id="decision")
        yield DecisionLine()
        yield Console(id="console")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_resize(self) -> None:
        """Give the console its share."""
        self.share_rows()
        self._arrange()

    def share_rows(self) -> None:
        """A new step leaves the console a few rows, until something is sent; a question does throughout."""
        share = QUESTION_SHARE if self.is_question else FRESH_SHARE if self.fresh else CONSOLE_SHARE
        self.console.steady = not self.fresh and not self.is_question and self.size.height >= LOW
        self.console.room = int(self.size.height * share)

    @property
    def is_question(self) -> bool:
        """The step is answered, and nothing is to be run in it."""
        return False

    @on(LessonText.Turned)
    def _turned(self) -> None:
        below, above = self.lesson.more_below, self.lesson.scroll_offset.y > 0
        more = "PgDn ▾" if below else "PgUp ▴" if above else ""
        self.decision_line.more = "" if self.aside else more

    def action_pane(self, name: str) -> None:
        """Show a pane beside the text; on a narrow screen in its place, the same key brings the text back."""
        if self._is_wide and name == "decision":
            self.decision.in_full = not self.decision.in_full
            return
        back = self.aside and self._pane == name
        self.show_pane("account" if back else name, aside=not back)
        (self.account if name == "account" and not back else self.console.prompt).focus()

    def show_pane(self, name: str, *, aside: bool) -> None:
        """Show a pane; `aside` if it was asked for and Esc brings the text back."""
        self._pane, self.aside = name, aside
        self.decision.in_full = aside and name == "decision"
        self._arrange()

    def _arrange(self) -> None:
        """Wide: the text, account or map, the decision. Narrow: the text, or one of the others."""
        wide, aside, pane = self._is_wide, self.aside, self._pane
        self.query_one("#side").display = wide or aside
        self.lesson.display = wide or not aside
        self.account.display = pane == "account" or (wide and pane == "decision")
        self.query_one("#map").display = pane == "map"
        self.query_one("#decision-box").display = wide or pane == "decision"
        self.decision.brief = wide and pane == "map"
        self._turned()

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= WIDE

    def action_page(self, step: int) -> None:
        """Turn the text, or what stands in its place."""
        pane: Widget = self.lesson
        if self.aside and not self._is_wide:
            boxes = {"account": "#account", "map": "#map", "decision": "#decision-box"}
            pane = self.query_one(boxes[self._pane])
        (pane.scroll_page_down if step > 0 else pane.scroll_page_up)(animate=False)

    def action_output(self, step: int) -> None:
        """Scroll what the console said."""
        self.console.transcript.scroll_relative(y=step * 3, animate=False)
