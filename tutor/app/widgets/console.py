"""The console: what was said, the line being typed, and how the word at the cursor may go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from tutor.app.models.offer import Offer

from .completions import Completions
from .prompt import Prompt
from .transcript import Transcript


class Console(Vertical):
    """Keeps the focus while a lesson runs."""

    DEFAULT_CSS = """
    Console {
        height: auto;
        background: $background;
        padding: 0 2;
        & #line { height: auto; }
        & #sign { width: 2; height: 1; color: $accent; text-style: bold; &.-busy { color: $quiet; } }
    }
    """

    busy: var[bool] = var(False)
    """A command is running."""
    room: var[int] = var(14)
    """Rows that the console may take at most."""
    steady: var[bool] = var(False)
    """It takes them all, so that a command moves nothing around it."""

    transcript = query_one("#transcript", Transcript)
    prompt = query_one("#prompt", Prompt)
    completions = query_one(Completions)

    @dataclass
    class CompletionWanted(Message):
        """How may the word at `cursor` go on?"""

        line: str
        cursor: int

    def compose(self) -> ComposeResult:
        """Output above, the line below it, completions under the line."""
        yield Transcript(id="transcript")
        with Horizontal(id="line"):
            yield Static("$", id="sign", markup=False)
            yield Prompt(id="prompt")
        yield Completions()

    def watch_busy(self, busy: bool) -> None:
        """A command runs: the sign waits."""
        for sign in self.query("#sign").results(Static):
            sign.set_class(busy, "-busy")
            sign.update(Content("…" if busy else "$"), layout=False)

    def watch_room(self) -> None:
        """Leave the rest of the rows to the output."""
        self._share_rows()

    def watch_steady(self) -> None:
        """Take all the rows, or as many as are needed."""
        self._share_rows()

    def on_resize(self) -> None:
        """The line or the completions took more rows, or fewer."""
        self._share_rows()

    def _share_rows(self) -> None:
        if self.query("Completions"):
            self.styles.height = self.room if self.steady else "auto"
            below = max(self.prompt.size.height, 1) + (
                self.completions.size.height if self.completions.is_open else 0
            )
            frame = self.gutter.height
            self.transcript.styles.max_height = max(self.room - below - frame, 2)

    def begin_line(self, *, ghost: str, begin: str, invitation: str) -> None:
        """The grey line of a step, or the first half of a line to type on, or what to do."""
        self.prompt.ghost, self.prompt.invitation = ghost, invitation
        if begin and not self.prompt.text:
            self.prompt.put(begin)

    def offer(self, offers: Sequence[Offer], line: str, cursor: int) -> None:
        """Show how `line` may go on, unless it has changed since."""
        if (self.prompt.text, self.prompt.cursor) == (line, cursor):
            self.completions.offer(offers, line, cursor)
            self._apply()
            if len(offers) <= 1:
                self.completions.close()

    @on(Prompt.CompletionWanted)
    def _complete(self, message: Prompt.CompletionWanted) -> None:
        message.stop()
        if self.completions.is_open:
            self.completions.step(message.step)
            self._apply()
        else:
            self.post_message(self.CompletionWanted(message.line, message.cursor))

    @on(Prompt.Changed)
    def _changed(self, message: Prompt.Changed) -> None:
        message.stop()
        if self.prompt.text != self.completions.line:
            self.completions.close()

    @on(Completions.Picked)
    def _picked(self, message: Completions.Picked) -> None:
        message.stop()
        self._apply()
        self.completions.close()
        self.prompt.focus()

    def _apply(self) -> None:
        if (changed := self.completions.result) is not None:
            self.prompt.put(*changed)
