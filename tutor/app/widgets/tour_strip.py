"""A few words about one part of the screen, below the console; typing goes on meanwhile."""

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.app.render.prose import inline
from tutor.wording import Language, say

STOPS: Final = ("console", "decision", "account", "text", "help")
"""In the order of the tour."""
HIDDEN: Final = frozenset({"account"})
"""What has no room on a narrow screen until its key is pressed."""
WIDE: Final = 100
"""Cells from which everything is in view at once."""


class TourStrip(Static, can_focus=False):
    """One stop of the tour; a click goes on."""

    DEFAULT_CSS = """
    TourStrip {
        height: auto;
        padding: 0 2 0 1;
        background: $panel;
        border-left: outer $accent;
    }
    """

    @dataclass
    class Clicked(Message):
        """The next stop is wanted."""

    def __init__(self, key: str, language: Language) -> None:
        super().__init__(id="tour")
        self._key = key
        self._language: Language = language
        self.at = 0
        """Which stop, from 0."""

    @property
    def stop(self) -> str:
        """What the stop is about."""
        return STOPS[self.at]

    @property
    def is_last(self) -> bool:
        """There is no stop after this one."""
        return self.at == len(STOPS) - 1

    def on_mount(self) -> None:
        """Begin."""
        self.speak(self._language)

    def go_on(self) -> None:
        """To the next stop."""
        self.at += 1
        self.speak(self._language)

    def speak(self, language: Language) -> None:
        """Say it in a language."""
        self._language = language
        told = "app.tour.last" if self.is_last else "app.tour.keys"
        keys = say(language, told, key=self._key, number=self.at + 1, total=len(STOPS))
        hidden = self.stop in HIDDEN and self.app.size.width < WIDE
        words = inline(say(language, f"app.tour.{self.stop}{'.narrow' if hidden else ''}"))
        self.update(Content.assemble(words, "\n", (keys, "$quiet")))

    def on_resize(self) -> None:
        """What is in view may be otherwise now."""
        self.speak(self._language)

    def on_click(self, event: events.Click) -> None:
        """Go on."""
        event.stop()
        self.post_message(self.Clicked())
