"""The console's door as a dialog; every answer goes through the console's own word `sign-in`."""

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tutor.app.desk import Turn
from tutor.app.models.devices import DeviceRow
from tutor.app.models.visitor import Visitor
from tutor.app.widgets.authenticator import CodeLine
from tutor.app.widgets.choice import Choice
from tutor.app.widgets.lesson_parts import Door
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.gateway.result import ConsoleResult

    from .lesson_doors import LessonDoors

PASSWORD: Final = "ask.password"
CODE: Final = "ask.code"
ANSWERS: Final = {CODE: "code", "ask.new-password": "new-password", "ask.first-password": "new-password"}
"""What the console asks after the password, and how the field for it is called."""


class SignInScreen(ModalScreen[None]):
    """Root by e-mail, a user by account and name; then whatever the door still asks."""

    CSS_PATH = "sign_in.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "leave", show=False),
        Binding("ctrl+t", "take_code", show=False),
        Binding("ctrl+n", "wait_for_code", show=False),
    ]

    class DevicesRead(Message):
        """The devices at this moment."""

        def __init__(self, rows: Sequence[DeviceRow]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, learn: "LessonDoors", visitor: Visitor, language: Language) -> None:
        super().__init__()
        self._learn = learn
        self._visitor = visitor
        self._language: Language = language
        self._asked = ""
        """What the console waits for, beyond the password."""
        self._waits = False
        """The sandbox's clock goes on until a code is good."""

    def compose(self) -> ComposeResult:
        """Who and the password; later one field for what is asked."""
        visitor, fields = self._visitor, ("account", "name", "password")
        with Vertical(id="door"):
            yield Static(Content.assemble(("☾ ", "$accent"), (self._say("title"), "bold")), id="door-title")
            if visitor.signed_in:
                yield Static(Content(self._say("now", arn=visitor.signed_in)), id="door-now")
            yield Choice([self._say("user"), self._say("root")], chosen=int(visitor.root), id="kind")
            for field in fields:
                yield Static(id=f"{field}-label", classes="label")
                yield Input(password=field == "password", id=field)
            yield Static(id="answer-label", classes="label -later")
            yield Input(id="answer", classes="-later")
            yield CodeLine(self._language, id="codes", classes="-later")
            yield Static(id="door-error")
            yield Door("Enter", self._say("submit"), "screen.submit")
            yield Static(Content(self._say("close")), id="door-close")

    def on_mount(self) -> None:
        """Fill in whom the step offers."""
        self._field("account").value = self._visitor.account
        self._field("name").value = self._visitor.name
        self._label()
        empty = (self._field(name) for name in self._fields if not self._field(name).value)
        next(empty, self._field("password")).focus()

    @property
    def _root(self) -> bool:
        return self.query_one("#kind", Choice).chosen == 1

    @property
    def _fields(self) -> tuple[str, ...]:
        return ("name", "password") if self._root else ("account", "name", "password")

    @on(Choice.Changed)
    def _label(self) -> None:
        """Name the fields."""
        names = {"account": "account", "name": "email" if self._root else "name", "password": "password"}
        for field, name in names.items():
            shown = field in self._fields and not self._asked
            self.query_one(f"#{field}-label", Static).update(Content(self._say(name)))
            self.query_one(f"#{field}-label").display = self._field(field).display = shown
        self.query_one("#kind").display = not self._asked
        for widget in self.query(".-later"):
            widget.display = bool(self._asked)
        self.query_one("#codes").display = self._asked == CODE

    @on(Input.Submitted)
    def _entered(self, message: Input.Submitted) -> None:
        message.stop()
        following = [name for name in self._fields if not self._field(name).value]
        if not self._asked and message.input.id != "password" and following:
            self._field(following[0]).focus()
        else:
            self.action_submit()

    @on(Door.Opened)
    async def _clicked(self, message: Door.Opened) -> None:
        message.stop()
        await self.run_action(message.action)

    def action_submit(self) -> None:
        """Say it to the console."""
        if self._asked:
            answer = self._field("answer")
            if answer.value:
                self._learn.send(answer.value, self._heard)
                answer.value = ""
            return
        if all(self._field(name).value.strip() for name in self._fields):
            self._knock()
        else:
            self._complain(self._say("empty"))

    def _knock(self) -> None:
        """The line that the fields stand for, and the password when it is asked for."""
        name = shlex.quote(self._field("name").value.strip())
        if self._root:
            line = f"sign-in --root {name}"
        else:
            account = shlex.quote(self._field("account").value.strip())
            line = f"sign-in --account {account} --user {name}"
        self._learn.send(line, self._heard)

    def _heard(self, turn: Turn) -> None:
        """The console answered."""
        result = turn.result
        if result is None or not self.is_attached:
            return
        kind = result.question.notice.kind if result.question else ""
        if kind == PASSWORD:
            self._learn.send(self._field("password").value, self._heard)
        elif kind:
            self._ask(kind, result)
        elif result.rc:
            self._turned_away(result)
        else:
            self.dismiss(None)

    def _ask(self, kind: str, result: "ConsoleResult") -> None:
        """One field for what the door wants to know."""
        self._asked = kind
        self._complain("")
        assert result.question is not None
        notice = result.question.notice
        answer = self._field("answer")
        answer.password = kind != CODE
        self.query_one("#answer-label", Static).update(
            Content(say(self._language, notice.message, **notice.values))
        )
        self._label()
        answer.focus()
        if kind == CODE:
            self._read_devices()

    def _turned_away(self, result: "ConsoleResult") -> None:
        """The words with which AWS refuses, above the fields as they were."""
        self._asked = ""
        words = result.stderr.strip()
        if result.notice is not None:
            words = say(self._language, result.notice.message, **result.notice.values)
        self._complain(words)
        self._label()
        self._field("password").value = ""
        self._field("password").focus()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read_devices(self) -> None:
        self.post_message(self.DevicesRead(self._learn.tutor.desk.devices()))

    @on(DevicesRead)
    def _devices_read(self, message: DevicesRead) -> None:
        owner = "root" if self._root else self._field("name").value.strip()
        mine = [row for row in message.rows if row.owner == owner]
        device = mine[0] if mine else None
        self.query_one(CodeLine).show(device)
        if self._waits and device is not None:
            self._wait_on(device)

    @on(CodeLine.Taken)
    def action_take_code(self) -> None:
        """Put in the code that the authenticator shows."""
        device = self.query_one(CodeLine).device
        if self._asked == CODE and device is not None:
            self._field("answer").value = device.code
            self._field("answer").focus()

    @on(CodeLine.Waited)
    def action_wait_for_code(self) -> None:
        """Leave the door, wait for the next code by the sandbox's clock, and knock again."""
        device = self.query_one(CodeLine).device
        if self._asked == CODE and device is not None:
            self._asked, self._waits = "", True
            self._learn.send("")
            self._wait_on(device)

    def _wait_on(self, device: DeviceRow) -> None:
        """Let the clock go on as long as the code is one that was used, then knock again."""
        if device.used:
            self._learn.send(f"code {shlex.quote(device.name)} next", self._waited)
        else:
            self._waits = False
            self._knock()

    def _waited(self, _turn: Turn) -> None:
        self._read_devices()

    def action_leave(self) -> None:
        """Nobody signs in; the console is not left waiting."""
        if self._asked:
            self._learn.send("")
        self.dismiss(None)

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    def _complain(self, words: str) -> None:
        self.query_one("#door-error", Static).update(
            Content.assemble(("✗ ", "bold"), words) if words else Content()
        )

    def _say(self, message: str, **values: object) -> str:
        return say(self._language, f"app.sign-in.{message}", **values)
