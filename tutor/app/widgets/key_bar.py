"""The line at the bottom: keys of the screen and words of the console; all of it clickable."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tutor.app.registry import Command, Scope, commands_for, with_keys
from tutor.wording import Language

if TYPE_CHECKING:
    from tutor.app.application import TutorApp


@dataclass(frozen=True, slots=True)
class Hint:
    """A key or a word, and what it does."""

    command: Command
    content: Content

    @property
    def cells(self) -> int:
        """Cells that it takes in the bar, with one on each side."""
        return self.content.cell_length + 2


class KeyBar(Widget):
    """The keys that matter on a screen; one widget, for each takes a millisecond when a screen opens."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        overflow: hidden;
    }
    """

    under_mouse: reactive[Hint | None] = reactive(None)

    def __init__(self, scope: Scope, language: Language) -> None:
        super().__init__()
        self.scope = scope
        self.language: Language = language
        self._hints: tuple[Hint, ...] = ()

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys()

    def name_keys(self) -> None:
        """Name the keys that the commands have now."""
        commands = with_keys(commands_for(self.scope), self._keys)
        self._hints = tuple(Hint(one, _named(one, self.language)) for one in commands if one.bar)
        self.refresh()

    @property
    def _keys(self) -> Mapping[str, str]:
        """The learner's own keys."""
        return cast("TutorApp", self.app).looks.keys

    @property
    def places(self) -> Mapping[int, Hint]:
        """What has room, by the column where it begins: keys on the left, words on the right."""
        hints, width = self._fitting, self.content_size.width
        keys = [hint for hint in hints if hint.command.key]
        words = [hint for hint in hints if not hint.command.key]
        places, at = {}, 0
        for hint in keys:
            places[at] = hint
            at += hint.cells
        at = max(at, width - sum(hint.cells for hint in words))
        for hint in words:
            places[at] = hint
            at += hint.cells
        return places

    @property
    def _fitting(self) -> list[Hint]:
        """The hints without those of the highest rank for which there is no room."""
        room = self.content_size.width - sum(hint.cells for hint in self._hints)
        left_out = set()
        for hint in sorted(self._hints, key=lambda hint: -hint.command.rank):
            if room < 0 and hint.command.rank:
                left_out.add(hint.command.id)
                room += hint.cells
        return [hint for hint in self._hints if hint.command.id not in left_out]

    def render(self) -> Content:
        """The hints at their places."""
        bar = Content()
        for at, hint in self.places.items():
            drawn = Content.assemble(" ", hint.content, " ")
            under = drawn.stylize("on $boost") if hint == self.under_mouse else drawn
            bar += Content(" " * (at - bar.cell_length)) + under
        return bar

    def hint_at(self, column: int) -> Hint | None:
        """The hint that is drawn there."""
        inside = column - self.styles.padding.left
        return next((hint for at, hint in self.places.items() if at <= inside < at + hint.cells), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell about the hint under the mouse."""
        self.under_mouse = hint = self.hint_at(event.x)
        self.tooltip = Content(hint.command.about(self.language)) if hint is not None else None

    def on_leave(self) -> None:
        """Nothing is under the mouse."""
        self.under_mouse = None

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        hint = self.hint_at(event.x)
        if hint is not None:
            event.stop()
            await self.run_action(hint.command.action)

    def speak(self, language: Language) -> None:
        """Say it in another language."""
        if language != self.language:
            self.language = language
            self.name_keys()


def _named(command: Command, language: Language) -> Content:
    """`F2 policy`, or a word of the console."""
    if not command.key:
        return Content.styled(command.console_word(language), "$foreground underline")
    return Content.assemble(
        (command.key_label, "bold $footer-key-foreground"), " ", (command.label(language), "$quiet")
    )
