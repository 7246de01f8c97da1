"""The text beside a policy of the account: what differs, and which requests that changes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.app.models.editor_policies import StoredPolicy
from tutor.app.models.editor_requests import Judgement
from tutor.app.render.editor_diff import changed_requests, diff_lines
from tutor.app.widgets.policy_text import SHOWN
from tutor.wording import Language, say


class DiffScreen(ModalScreen[bool]):
    """Gives whether another policy is to be compared with."""

    CSS_PATH = "editor_dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f11", "done(False)", show=False),
        Binding("tab", "done(True)", show=False),
        Binding("up", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
        Binding("pageup", "turn(-10)", show=False),
        Binding("pagedown", "turn(10)", show=False),
    ]

    def __init__(self, stored: StoredPolicy, text: str, judgement: Judgement, language: Language) -> None:
        super().__init__()
        self._stored = stored
        self._text = text
        self._judgement = judgement
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """What differs above what it changes."""
        language, target = self._language, self._stored.target
        version = f" {self._stored.version}" if self._stored.version else ""
        kind = say(language, f"app.editor.keeping.{target.keeping}")
        policy = f"{target.label.translate(SHOWN)}{version}"
        title = Content.assemble(
            (say(language, "app.editor.compare.title", policy=policy), "bold"), (f"  {kind}", "$quiet")
        )
        lines = diff_lines(self._stored.text, self._text)
        same = Content.styled("✓ " + say(language, "app.editor.compare.same"), "$success")
        with Vertical(id="box"):
            yield Static(title, id="box-title")
            with VerticalScroll(id="diff", can_focus=False):
                yield Static(Content("\n").join(lines) if lines else same)
                changed = Content("\n").join(changed_requests(self._judgement, language))
                yield Static(changed, id="changed")
            yield Static(Content(say(language, "app.editor.compare.close")), id="box-close")

    def action_turn(self, rows: int) -> None:
        """Scroll."""
        self.query_one("#diff").scroll_relative(y=rows, animate=False)

    def action_done(self, another: bool) -> None:
        """Back to the text, or to another policy."""
        self.dismiss(another)
