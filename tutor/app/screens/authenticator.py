"""The built-in authenticator: one device at a time, with a QR code that a phone reads."""

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.app.desk import Turn
from tutor.app.models.devices import DeviceRow
from tutor.app.render.prose import inline
from tutor.app.widgets.authenticator import DeviceCard
from tutor.wording import Language, say

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors

TICK: Final = 1.0
"""Seconds between two looks at the sandbox's clock."""


class AuthenticatorScreen(ModalScreen[None]):
    """Codes by the sandbox's clock; `n` lets it go on to the next one."""

    CSS_PATH = "authenticator.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 # as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,ctrl+t,q,ㅂ", "leave", show=False),
        Binding("left,up", "turn(-1)", show=False),
        Binding("right,down,tab", "turn(1)", show=False),
        Binding("n,ㅜ,ctrl+n", "wait", show=False),
    ]

    class Read(Message):
        """The devices at this moment."""

        def __init__(self, rows: Sequence[DeviceRow]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, learn: "LessonDoors", language: Language) -> None:
        super().__init__()
        self._learn = learn
        self._language: Language = language
        self._rows: Sequence[DeviceRow] = ()
        self._shown: DeviceRow | None = None
        self._at = 0

    def compose(self) -> ComposeResult:
        """The device, and a line of keys."""
        with VerticalScroll(id="device", can_focus=False):
            yield Static(id="device-none")
        yield Static(Content(say(self._language, "app.device.close")), id="device-close")

    def on_mount(self) -> None:
        """Read the devices, now and as time goes on."""
        self._read()
        self.set_interval(TICK, self._read)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        self.post_message(self.Read(self._learn.tutor.desk.devices()))

    @on(Read)
    async def _have_read(self, message: Read) -> None:
        rows = sorted(message.rows, key=lambda row: row.owner is not None)
        self._rows = rows
        await self._show()

    async def _show(self) -> None:
        none = self.query_one("#device-none", Static)
        if not self._rows:
            none.update(inline(say(self._language, "app.device.none")))
            return
        none.display = False
        row = self._rows[self._at % len(self._rows)]
        if row != self._shown:
            self._shown = row
            box = self.query_one("#device", VerticalScroll)
            await box.remove_children(DeviceCard)
            await box.mount(DeviceCard(row, self._language))

    async def action_turn(self, step: int) -> None:
        """The next device, or the one before."""
        self._at += step
        await self._show()

    def action_wait(self) -> None:
        """Move the sandbox's clock on to the next code, by the console's own word."""
        if self._shown is not None:
            self._learn.send(f"code {shlex.quote(self._shown.name)} next", self._waited)

    def _waited(self, _turn: Turn) -> None:
        self._read()

    def action_leave(self) -> None:
        """Back to the lesson."""
        self.dismiss(None)
