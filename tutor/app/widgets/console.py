"""The console: what was said, the line being typed, and how the word at the cursor may go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Static

from tutor.app.models.offer import Offer
from tutor.wording import say
from tutor.wording.statement_text import shown

from .completions import Completions
from .prompt import Prompt
from .transcript import Transcript

LONG: Final = 0.2
"""Seconds after which a command that runs says so."""


PLACE: Final = 20
"""Cells that the name of an instance may take before the sign."""


class Console(Vertical):
    """Keeps the focus while a lesson runs."""

    DEFAULT_CSS = """
    Console {
        height: auto;
        background: $background;
        padding: 0 2;
        & #line { height: auto; }
        & #sign { width: auto; height: 1; padding-right: 1; color: $accent; text-style: bold; }
        & #sign.-busy { color: $quiet; }
    }
    """

    busy: var[bool] = var(False)
    """A command is running."""
    place: var[str] = var("")
    """The instance whose shell this is."""
    room: var[int] = var(14)
    """Rows that the console may take at most."""
    steady: var[bool] = var(False)
    """It takes them all, so that a command moves nothing around it."""

    transcript = query_one("#transcript", Transcript)
    prompt = query_one("#prompt", Prompt)
    completions = query_one(Completions)

    @dataclass
    class SuggestionWanted(Message):
        """How may the word at the end go on? Nobody asked with Tab."""

        line: str
        cursor: int

    @dataclass
    class CompletionWanted(Message):
        """How may the word at `cursor` go on?"""

        line: str
        cursor: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draft: tuple[str, int] = ("", 0)
        self._long: Timer | None = None

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
            sign.update(self._sign, layout=False)
        for prompt in self.query("#prompt").results(Prompt):
            prompt.busy, prompt.waiting = busy, ""
        if self._long is not None:
            self._long.stop()
        self._long = self.set_timer(LONG, self._tell_long) if busy else None

    def watch_place(self) -> None:
        """Another computer has another prompt."""
        for sign in self.query("#sign").results(Static):
            sign.update(self._sign)

    @property
    def _sign(self) -> Content:
        sign = Content("…" if self.busy else "$")
        name = Content(shown(self.place)).truncate(PLACE, ellipsis=True)
        return name + " " + sign if self.place else sign

    def _tell_long(self) -> None:
        """The command takes a while: say so where nothing is typed."""
        if self.busy:
            self.prompt.waiting = self._say("running")

    def _say(self, message: str) -> str:
        from tutor.app.application import TutorApp

        assert isinstance(self.app, TutorApp)
        return say(self.app.language, f"app.console.{message}")

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
            below = max(self.prompt.size.height, 1)
            frame = self.gutter.height
            self.transcript.styles.max_height = max(self.room - below - frame, 2)

    def begin_line(self, *, ghost: str, begin: str, invitation: str) -> None:
        """The grey line of a step, or the first half of a line to type on, or what to do."""
        self.prompt.ghost, self.prompt.invitation = ghost, invitation
        self.prompt.begun = (begin, self._say("begun")) if begin else ("", "")
        if begin and not self.prompt.text:
            self.prompt.put(begin)

    def offer(self, offers: Sequence[Offer], line: str, cursor: int, *, asked: bool = True) -> None:
        """Show how `line` may go on, unless it has changed since; not `asked`: in grey, if it is one way."""
        if (self.prompt.text, self.prompt.cursor) != (line, cursor) or self.is_searching:
            return
        if asked:
            required = self._say("required") if any(offer.required for offer in offers) else ""
            footer = " · ".join(filter(None, (required, self._say("choose"))))
            self.completions.offer(offers, line, cursor, footer=footer)
            self._apply()
            if len(offers) <= 1:
                self.completions.close()
        elif len(offers) == 1 and offers[0].text.startswith(line[offers[0].start :]):
            self.prompt.suggest(offers[0].text[cursor - offers[0].start :])

    # Earlier lines.

    @property
    def is_searching(self) -> bool:
        """What is typed is looked for."""
        return self.prompt.seeking

    def search(self) -> None:
        """Look for earlier lines, beginning with what stands there."""
        if self.prompt.secret or self.is_searching:
            return
        self.completions.close()
        self._draft = (self.prompt.text, self.prompt.cursor)
        self.prompt.seeking = True
        self.prompt.suggestion = ""
        self.query_one("#sign", Static).update(Content("?"), layout=False)
        self.prompt.focus()
        self._list_found()

    def leave_search(self, line: str | None = None) -> None:
        """Take the line that was found, or come back to what was typed."""
        self.prompt.seeking = False
        self.completions.close()
        self.query_one("#sign", Static).update(self._sign)
        text, cursor = self._draft if line is None else (line, len(line))
        self.prompt.put(text, cursor)

    def _list_found(self) -> None:
        found = self.prompt.past.found(self.prompt.text)
        footer = self._say("search" if found else "search.none")
        self.completions.list_lines(found, self.prompt.text, footer=footer)

    @on(Prompt.SearchKey)
    def _search_key(self, message: Prompt.SearchKey) -> None:
        message.stop()
        match message.name:
            case "down" | "up":
                self.completions.step(1 if message.name == "down" else -1)
            case "take" if self.completions.chosen:
                self.leave_search(self.completions.chosen)
            case "leave" | "take":
                self.leave_search()

    @on(Prompt.Touched)
    def _touched(self) -> None:
        """A letter was typed: with it on the screen, ask how the word goes on."""
        self.call_after_refresh(self._want_suggestion)

    def _want_suggestion(self) -> None:
        prompt = self.prompt
        text = prompt.text
        wanted = text and not text[-1].isspace() and not prompt.suggestion and not prompt.secret
        if wanted and prompt.cursor == len(text) and not self.is_searching and not self.busy:
            self.post_message(self.SuggestionWanted(text, prompt.cursor))

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
        if self.is_searching:
            self._list_found()
        elif self.prompt.text != self.completions.line:
            self.completions.close()

    @on(Completions.Picked)
    def _picked(self, message: Completions.Picked) -> None:
        message.stop()
        self.prompt.focus()
        if self.is_searching:
            self.leave_search(self.completions.chosen)
        else:
            self._apply()
            self.completions.close()

    def _apply(self) -> None:
        if (changed := self.completions.result) is not None:
            self.prompt.put(*changed)
