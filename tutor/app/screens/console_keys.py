"""What the console's keys do: search, copy, stop, paste; and the pages that it opens."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from tutor.app.desk import Turn
from tutor.app.widgets.console import Console
from tutor.app.widgets.prompt import Prompt
from tutor.wording import say

from .lesson_doors import LessonDoors

if TYPE_CHECKING:
    from tutor.gateway.result import ConsoleResult


@dataclass(slots=True)
class LastSaid:
    """What can be copied."""

    output: str = ""
    error: str = ""
    line: str = ""

    def take(self, line: str, result: "ConsoleResult | None") -> None:
        """A line has run; output and error stay until there are others."""
        self.line = line or self.line
        if result is not None:
            self.output = result.printed or self.output
            self.error = result.short.strip("\n") or self.error


class ConsoleKeys(LessonDoors):
    """Learn's part that belongs to the console alone."""

    def __init__(self, lesson_id: str | None, place: str = "") -> None:
        super().__init__(lesson_id, place)
        self._last = LastSaid()

    def took(self, turn: Turn) -> None:
        """A line has run: it can be called back and copied."""
        self.console.prompt.past.add(turn.ran)
        self._last.take(turn.ran, turn.result)

    def keep_back(self, turn: Turn) -> None:
        """A pasted line failed: say how many behind it did not run, and offer them to the up arrow."""
        left = self.kept_back(turn)
        if left:
            from tutor.app.render.prose import sentence

            for line in reversed(left):
                self.console.prompt.past.add(line)
            message = "app.console.left.one" if len(left) == 1 else "app.console.left"
            words = sentence(self.language, message, {"count": len(left)})
            self.console.transcript.write([words.stylize_before("$warning")])

    def open_page(self, turn: Turn) -> None:
        """Show a page that a command printed."""
        from .page import PageScreen

        if turn.result is not None:
            self.app.push_screen(PageScreen(turn.subject, turn.result.printed))

    @on(Prompt.Pasted)
    def _pasted(self, message: Prompt.Pasted) -> None:
        self.send_all(message.lines)

    @on(Prompt.Interrupted)
    def _interrupted(self) -> None:
        self.stop_command()

    @on(Prompt.Copied)
    def _copied(self) -> None:
        self._tell_copied("selection")

    @on(Console.SuggestionWanted)
    def _suggestion_wanted(self, message: Console.SuggestionWanted) -> None:
        self.ask_offers(message.line, message.cursor, asked=False)

    def action_search_lines(self) -> None:
        """Look for an earlier line."""
        self.console.search()

    def action_copy_last(self, what: str) -> None:
        """Copy the last output, error or line; an output that is not there gives way to the error."""
        text = getattr(self._last, what) or (self._last.error if what == "output" else "")
        if text:
            self.app.copy_to_clipboard(text)
        self._tell_copied(what if getattr(self._last, what) else "error" if text else "nothing")

    def _tell_copied(self, what: str) -> None:
        self.notify(say(self.language, f"app.console.copied.{what}"), markup=False, timeout=2)
