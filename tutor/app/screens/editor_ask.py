"""A request that the learner wants to watch while the text changes."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tutor.app.models.editor_completion import AccountNames
from tutor.app.models.editor_requests import SideRequest
from tutor.app.widgets.choice import Choice
from tutor.wording import Language, say

FIELDS: Final = ("principal", "action", "resource")
WANTED: Final = ("", "allow", "deny")
KINDS: Final = {"user": "user", "role": "role"}


class AskScreen(ModalScreen[tuple[str, str, str, str] | None]):
    """Gives principal, action, resource and what is wanted, or nothing."""

    CSS_PATH = "editor_dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, names: AccountNames, known: Sequence[SideRequest], language: Language) -> None:
        super().__init__()
        self._names = names
        self._known = known
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """A line a field."""
        with Vertical(id="box"):
            yield Static(Content(self._say("title")), id="box-title")
            for field in FIELDS:
                with Horizontal(classes="row"):
                    yield Static(Content(self._say(field)), classes="row-label")
                    yield Input(
                        id=f"ask-{field}",
                        suggester=SuggestFromList(self._offers(field), case_sensitive=False),
                    )
            with Horizontal(classes="row"):
                yield Static(Content(self._say("wanted")), classes="row-label")
                yield Choice([self._say(f"wanted.{one or 'any'}") for one in WANTED], id="ask-wanted")
            yield Static(id="trouble")
            yield Static(Content(self._say("close")), id="box-close")

    def on_mount(self) -> None:
        """Begin with whoever was asked about last."""
        users = self._names.users
        first = self._known[-1].principal if self._known else f"user/{users[-1]}" if users else "root"
        self.query_one("#ask-principal", Input).value = first
        if self._known:
            self.query_one("#ask-action", Input).focus()

    def _offers(self, field: str) -> list[str]:
        if field == "principal":
            return [*dict.fromkeys(map(_reference, self._names.principals)), "anonymous"]
        if field == "action":
            from tutor.gateway.needs import NEEDS

            return sorted({action for action, _ in NEEDS.values()})
        return [arn for arn in self._names.arns if not arn.endswith("*")]

    @on(Input.Submitted)
    def _entered(self) -> None:
        principal, action, resource = (
            self.query_one(f"#ask-{field}", Input).value.strip() for field in FIELDS
        )
        prefix, _, name = action.partition(":")
        if not principal or not prefix or not name or not (resource == "*" or resource.startswith("arn:")):
            self.query_one("#trouble", Static).update(Content(self._say("incomplete")))
            return
        if "/" not in principal and principal in self._names.users:
            principal = f"user/{principal}"
        self.dismiss((principal, action, resource, WANTED[self.query_one(Choice).chosen]))

    def action_leave(self) -> None:
        """Add nothing."""
        self.dismiss(None)

    def _say(self, message: str) -> str:
        return say(self._language, f"app.editor.ask.{message}")


def _reference(arn: str) -> str:
    """An ARN as a question names it; the account is left out where it is the first one's."""
    kind, _, path = arn.rpartition(":")[2].partition("/")
    return f"{kind}/{path.rpartition('/')[2]}" if path else kind
