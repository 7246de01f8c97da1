"""Chooses a file of the workspace, or names a new one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from tutor.app.registry import label_of
from tutor.wording import Language, say

from .base import DIALOG

if TYPE_CHECKING:
    from tutor.app.application import TutorApp
    from tutor.app.models.editor_policies import StoredPolicy


class FilesScreen(ModalScreen[str]):
    """Gives the name, or nothing."""

    CSS_PATH = "asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+o", "policies", show=False),
    ]

    class Listed(Message):
        """The names are there."""

        def __init__(self, names: Sequence[str]) -> None:
            super().__init__()
            self.names = names

    class Taken(Message):
        """A policy lies in a file."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self._names: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """The files, and a field for another name."""
        language = self._language
        with Vertical(id="asking"):
            yield Static(Content(say(language, "app.files.title")), id="asking-question")
            yield OptionList(markup=False)
            yield Input(placeholder=say(language, "app.files.new"))
            yield Static(Content(say(language, "app.files.close", key=label_of("ctrl+o"))), id="asking-close")

    def on_mount(self) -> None:
        """Read the folder."""
        self._list()

    @work(thread=True, exit_on_error=False)
    def _list(self) -> None:
        self.post_message(self.Listed(cast("TutorApp", self.app).desk.file_names()))

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        files = self.query_one(OptionList)
        for name in message.names:
            files.add_option(Option(Content(name)))
        self._names = message.names
        if message.names:
            files.highlighted = 0
            files.focus()
        else:
            self.query_one("#asking-question", Static).update(Content(say(self._language, "app.files.none")))
            self.query_one(Input).focus()

    @on(OptionList.OptionSelected)
    def _taken(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(self._names[message.option_index])

    @on(Input.Submitted)
    def _named(self, message: Input.Submitted) -> None:
        if name := message.value.strip():
            self.dismiss(name)

    @work(group=DIALOG)
    async def action_policies(self) -> None:
        """Take a policy of the account out into a file."""
        from .editor_policies import PoliciesScreen

        stored = await self.app.push_screen_wait(PoliciesScreen(self._language))
        if stored is not None:
            self._take_out(stored)

    @work(thread=True, exit_on_error=False)
    def _take_out(self, stored: "StoredPolicy") -> None:
        from tutor.app.editor_policies import file_of

        desk = cast("TutorApp", self.app).desk
        self.post_message(self.Taken(desk.at(lambda account: file_of(account.parts, stored))))

    @on(Taken)
    def _taken_out(self, message: Taken) -> None:
        self.dismiss(message.name)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.notify(trouble(event.worker.error, self._language).plain, severity="error", markup=False)

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss("")
