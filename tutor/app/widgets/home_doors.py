"""The four doors of Home: a card each, opened by its key, by Enter or by a click."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.app.models.home import HomePicture
from tutor.app.registry import COMMANDS, Command, Scope, label_of, with_keys
from tutor.wording import Language, say

DOORS = ("learn", "sandbox", "quiz", "class")


class DoorCard(Static, can_focus=True):
    """One door: its key and name, and a line about what is behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_door", show=False),
        Binding("left", "next_door(-1)", show=False),
        Binding("right", "next_door(1)", show=False),
        Binding("down", "app.focus('path')", show=False),
    ]

    @dataclass
    class Opened(Message):
        """The door is to be opened."""

        action: str

    def __init__(self, command: Command) -> None:
        super().__init__(id=f"door-{command.id}", classes="door-card")
        self.command = command

    def tell(self, key: str, name: str, about: str) -> None:
        """Show what the door is called and what is behind it."""
        first = Content.assemble((f" {key} ", "bold $footer-key-foreground on $panel"), " ", (name, "bold"))
        self.update(Content.assemble(first, "\n", (about, "$quiet")))

    def action_enter_door(self) -> None:
        """Open it."""
        self.post_message(self.Opened(self.command.action))

    def action_next_door(self, step: int) -> None:
        """Go to the door beside it."""
        doors = list(self.screen.query(DoorCard))
        doors[(doors.index(self) + step) % len(doors)].focus()

    def on_click(self, event: events.Click) -> None:
        """Open it."""
        event.stop()
        self.action_enter_door()


class HomeDoors(Horizontal):
    """Learn, Sandbox, Quiz and Class side by side."""

    DEFAULT_CSS = """
    HomeDoors {
        height: 4;
        & DoorCard {
            width: 1fr;
            height: 4;
            padding: 1 1;
            margin-right: 1;
            background: $surface;
            border-left: outer $border;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            &:hover { background: $panel; }
            &:focus { background: $panel; border-left: outer $accent; }
        }
        & #door-learn { width: 2fr; }
        & DoorCard.-last { margin-right: 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """A card each."""
        by_id = {command.id: command for command in COMMANDS if command.scope is Scope.HOME}
        for name in DOORS:
            card = DoorCard(by_id[name])
            card.set_class(name == DOORS[-1], "-last")
            yield card

    def show(self, picture: HomePicture | None, keys: "dict[str, str]", language: Language) -> None:
        """Say what is behind each door; before the path was read only their names."""
        commands = {one.id: one for one in with_keys(self._commands(), keys)}
        for card in self.query(DoorCard):
            name = card.command.id
            key = label_of(commands[name].key.split(",")[0])
            about = _about(name, picture, language) if picture is not None else ""
            card.tell(key, say(language, f"app.home.door.{name}"), about)

    def _commands(self) -> Iterable[Command]:
        return [card.command for card in self.query(DoorCard)]


def _about(name: str, picture: HomePicture, language: Language) -> str:
    """The line below a door's name."""
    door = f"app.home.door.{name}"
    lesson = picture.next_lesson
    match name:
        case "learn" if picture.is_over or lesson is None:
            return say(language, f"{door}.done") if picture.is_over else ""
        case "learn" if lesson is not None:
            return say(language, f"{door}.about", lesson=f"{lesson.number:02} {lesson.title}")
        case "sandbox" if picture.last_sandbox:
            return say(language, f"{door}.last", name=picture.last_sandbox)
        case "quiz":
            return say(language, f"{door}.about", count=picture.due)
    return say(language, f"{door}.about")
