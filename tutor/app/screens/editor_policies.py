"""Chooses a policy of the account."""

from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tutor.app.application import TutorApp
from tutor.app.models.editor_policies import StoredPolicy
from tutor.app.widgets.policy_text import SHOWN
from tutor.wording import Language, say


class PoliciesScreen(ModalScreen[StoredPolicy | None]):
    """Gives the policy, or nothing."""

    CSS_PATH = "editor_dialogs.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    class Listed(Message):
        """The policies are there."""

        def __init__(self, policies: tuple[StoredPolicy, ...]) -> None:
            super().__init__()
            self.policies = policies

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self._all: tuple[StoredPolicy, ...] = ()
        self._shown: list[StoredPolicy] = []

    def compose(self) -> ComposeResult:
        """A filter above the policies."""
        with Vertical(id="box"):
            yield Static(Content(self._say("title")), id="box-title")
            yield Input(placeholder=self._say("seek"))
            policies = OptionList(markup=False)
            policies.can_focus = False
            yield policies
            yield Static(Content(self._say("close")), id="box-close")

    def on_mount(self) -> None:
        """Read the account."""
        self._list()

    @work(thread=True, exit_on_error=False)
    def _list(self) -> None:
        from tutor.app.editor_policies import stored_policies

        desk = cast("TutorApp", self.app).desk
        self.post_message(self.Listed(desk.inspect(lambda inspector: stored_policies(inspector.sandbox))))

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        self._all = message.policies
        if not self._all:
            self.query_one("#box-title", Static).update(Content(self._say("none")))
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        sought = self.query_one(Input).value.strip().lower()
        self._shown = [one for one in self._all if sought in one.target.label.lower()]
        policies = self.query_one(OptionList)
        policies.clear_options()
        policies.add_options([Option(self._row(one)) for one in self._shown])
        policies.highlighted = 0 if self._shown else None

    def _row(self, stored: StoredPolicy) -> Content:
        target = stored.target
        kind = say(self._language, f"app.editor.keeping.{target.keeping}")
        label = Content(target.label.translate(SHOWN)).truncate(50, ellipsis=True)
        return Content.assemble(label, "  ", (f"{kind} {stored.version}".rstrip(), "$quiet"))

    def action_move(self, step: int) -> None:
        """The next one, or the one before."""
        policies = self.query_one(OptionList)
        (policies.action_cursor_down if step > 0 else policies.action_cursor_up)()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _taken(self) -> None:
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._shown):
            self.dismiss(self._shown[place])

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _say(self, message: str) -> str:
        return say(self._language, f"app.editor.policies.{message}")
