"""What the built-in authenticator shows: the code of a device as a line, or all of it with the QR code."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.app.models.devices import DeviceRow
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

QR_COLOURS = "#000000 on #ffffff"
"""Dark on light whatever the theme: that is what a phone reads."""


class CodeLine(Vertical):
    """The code that the door asks for; a click takes it."""

    class Taken(Message):
        """The code is to be put in."""

    class Waited(Message):
        """The next code is wanted."""

    def __init__(self, language: Language, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._language: Language = language
        self.device: DeviceRow | None = None

    def compose(self) -> ComposeResult:
        """The code, and what keys do with it."""
        yield Static(id="code-now")
        yield Static(id="code-keys")

    def show(self, device: DeviceRow | None) -> None:
        """Show the code of a device."""
        self.device = device
        self.query_one("#code-now", Static).update(code_row(device, self._language) if device else Content())
        keys = Content()
        if device is not None:
            words = "next" if device.used else "fill"
            keys = Content.assemble(
                (" ^n " if device.used else " ^t ", "bold $footer-key-foreground on $surface"),
                "  ",
                say(self._language, f"app.device.{words}"),
            )
        self.query_one("#code-keys", Static).update(keys)

    def on_click(self, event: events.Click) -> None:
        """Take the code, or wait for the next one."""
        event.stop()
        if self.device is not None:
            self.post_message(self.Waited() if self.device.used else self.Taken())


class DeviceCard(Horizontal):
    """One device: its QR code while it belongs to nobody, its codes, its secret."""

    DEFAULT_CSS = """
    DeviceCard {
        height: auto;
        & .qr { width: auto; height: auto; margin-right: 2; }
        & .words { width: 1fr; height: auto; }
    }
    """

    def __init__(self, device: DeviceRow, language: Language) -> None:
        words = Static(Content("\n").join(_words(device, language)), classes="words")
        qr = Static(Content.styled(device.qr.rstrip("\n"), QR_COLOURS), classes="qr")
        super().__init__(*((words,) if device.owner else (qr, words)))


def code_row(device: DeviceRow, language: Language) -> Content:
    """`photo-phone  123 456  ▰▰▰▱▱▱  12 s left`."""
    state = say(language, "app.device.seconds", seconds=device.seconds)
    if device.used:
        state = say(language, "app.device.used")
    return Content.assemble(
        (shown(device.name), "$quiet"),
        "  ",
        (spaced(device.code), "$quiet strike" if device.used else "bold $accent"),
        ("  " + state, "$warning" if device.used else "$quiet"),
    )


def spaced(code: str) -> str:
    """Six digits as a device shows them."""
    return f"{code[:3]} {code[3:]}"


def _words(device: DeviceRow, language: Language) -> list[Content]:
    owner = say(language, "app.device.owner", owner=shown(device.owner)) if device.owner else ""
    used = Content.styled(say(language, "app.device.used"), "$warning") if device.used else Content()
    seconds = say(language, "app.device.seconds", seconds=device.seconds)
    bar = "▰" * (device.seconds // 3) + "▱" * (10 - device.seconds // 3)
    rows = [
        Content.styled(shown(device.name), "bold"),
        Content.styled(owner or say(language, "app.device.free"), "$quiet"),
        Content(),
        Content.styled(say(language, "app.device.code"), "$quiet"),
        Content.styled(spaced(device.code), "bold $accent"),
        Content.assemble((bar, "$accent"), ("  " + seconds, "$quiet")),
        *([used] if device.used else []),
        Content(),
        Content.styled(say(language, "app.device.next"), "$quiet"),
        Content.styled(spaced(device.following), "$foreground"),
    ]
    if not device.owner:
        rows += [
            Content(),
            Content(say(language, "app.device.scan")),
            Content(say(language, "app.device.enable")),
            Content(),
            Content.styled(say(language, "app.device.secret"), "$quiet"),
            Content.styled(device.seed, "$code"),
        ]
    return rows
