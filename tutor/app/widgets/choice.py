"""One of a few, side by side: left and right choose, a click too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """`● this   ○ that`."""

    DEFAULT_CSS = """
    Choice { height: 1; padding: 0 1; &:focus { background: $boost; } }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "choose(-1)", show=False),
        Binding("right,down,space", "choose(1)", show=False),
        Binding("enter", "app.focus_next", show=False),
    ]

    chosen: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another one was chosen."""

        chosen: int

    def __init__(self, names: Sequence[str], *, chosen: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self.set_reactive(Choice.chosen, chosen)

    def render(self) -> Content:
        """All of them."""
        return Content("").join(self._drawn())

    def _drawn(self) -> list[Content]:
        return [
            Content.assemble(("● ", "$accent"), (name, "bold"), "   ")
            if number == self.chosen
            else Content.assemble(("○ ", "$quiet"), (name, "$quiet"), "   ")
            for number, name in enumerate(self._names)
        ]

    def action_choose(self, step: int) -> None:
        """The next one, or the one before."""
        self._take((self.chosen + step) % len(self._names))

    def on_click(self, event: events.Click) -> None:
        """The one under the mouse."""
        event.stop()
        left = 1
        for number, drawn in enumerate(self._drawn()):
            if left <= event.x < left + drawn.cell_length:
                self._take(number)
            left += drawn.cell_length

    def _take(self, number: int) -> None:
        if number != self.chosen:
            self.chosen = number
            self.post_message(self.Changed(number))
