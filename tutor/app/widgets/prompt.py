"""The line being typed: it wraps instead of scrolling, and a grey line waits where nothing is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var

from tutor.app.models.history import History
from tutor.app.models.pasting import commands_of, goes_on

from .quick_text import QuickText

NEW_ROW: Final = frozenset({"shift+enter", "alt+enter", "ctrl+j"})
"""Keys that begin another row instead of sending; which of them a terminal tells apart differs."""

SEARCH_KEYS: Final = {
    "escape": "leave",
    "enter": "take",
    "tab": "take",
    "right": "take",
    "up": "up",
    "down": "down",
    "shift+tab": "up",
    "ctrl+r": "down",
    "f11": "down",
}


class Prompt(QuickText, inherit_bindings=False):
    """One command, on as many rows as it needs."""

    DEFAULT_CSS = """
    Prompt {
        height: auto;
        max-height: 6;
        min-height: 1;
        border: none;
        padding: 0;
        background: transparent;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--placeholder, & .text-area--suggestion { color: $quiet; }
        &.-inviting .text-area--placeholder { color: $accent; text-style: italic; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "right_or_take", show=False),
        Binding("up", "up_or_earlier", show=False),
        Binding("down", "down_or_later", show=False),
        Binding("ctrl+left,alt+left,alt+b", "cursor_word_left", show=False),
        Binding("ctrl+right,alt+right,alt+f", "cursor_word_right", show=False),
        Binding("home,ctrl+a", "cursor_line_start", show=False),
        Binding("end,ctrl+e", "cursor_line_end", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("shift+home", "cursor_line_start(True)", show=False),
        Binding("shift+end", "cursor_line_end(True)", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete,ctrl+d", "delete_right", show=False),
        Binding("ctrl+w,alt+backspace", "delete_word_left", show=False),
        Binding("ctrl+u", "delete_to_start_of_line", show=False),
        Binding("ctrl+k", "delete_to_end_of_line_or_delete_line", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
        Binding("ctrl+x", "cut", show=False),
        Binding("ctrl+v", "paste", show=False),
        Binding("ctrl+c", "copy_or_clear", show=False),
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
    ]

    ghost: var[str] = var("")
    """The grey line."""
    invitation: var[str] = var("")
    """What to do where there is no grey line."""

    waiting: var[str] = var("")
    """What a long command is told by, in place of the grey line."""
    seeking: var[bool] = var(False)
    """What is typed is looked for among earlier lines."""
    busy: var[bool] = var(False)
    """A command is running: Ctrl+C is for it."""

    begun: var[tuple[str, str]] = var(("", ""))
    """The beginning of a line that a step gave, and what is said of it in grey while it stands alone."""

    secret: var[bool] = var(False)
    """What is typed is not shown: a password, a code."""

    @dataclass
    class Sent(Message):
        """Enter was pressed on `line`, or a command was pasted."""

        prompt: "Prompt"
        line: str

    @dataclass
    class Pasted(Message):
        """Several commands were pasted, or typed on rows of their own."""

        prompt: "Prompt"
        lines: Sequence[str]

    class Interrupted(Message):
        """Ctrl+C was pressed while a command runs."""

    class Copied(Message):
        """What was marked is in the clipboard."""

    @dataclass
    class SearchKey(Message):
        """A key of the search: `down`, `up`, `take` or `leave`."""

        prompt: "Prompt"
        name: str

    @dataclass
    class CompletionWanted(Message):
        """Tab was pressed."""

        prompt: "Prompt"
        line: str
        cursor: int
        step: int

    class Left(Message):
        """Tab was pressed where there is nothing to complete."""

    @dataclass
    class Touched(Message):
        """The line was changed by typing."""

        prompt: "Prompt"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, soft_wrap=True, id=id)
        self.past = History()
        self.cursor_blink = False

    @property
    def cursor(self) -> int:
        """The cursor's place in the text."""
        return self._index(self.cursor_location)

    def put(self, text: str, cursor: int | None = None) -> None:
        """Show `text` with the cursor at its end or at `cursor`."""
        self.load_text(text)
        place = len(text) if cursor is None else cursor
        before = text[:place]
        self.move_cursor((before.count("\n"), len(before.rpartition("\n")[2])))

    def get_line(self, line_index: int) -> Text:
        """A row as it is drawn: dots for what is secret."""
        line = super().get_line(line_index)
        return Text("•" * line.cell_len, end="") if self.secret else line

    def watch_ghost(self) -> None:
        """Draw the grey line."""
        self._wait_with_words()

    def watch_waiting(self) -> None:
        """Draw what is told of a long command."""
        self._wait_with_words()

    def watch_invitation(self) -> None:
        """Draw the invitation."""
        self._wait_with_words()

    def _wait_with_words(self) -> None:
        self.placeholder = Content(self._grey)
        self.set_class(not self.ghost or bool(self.waiting), "-inviting")
        self.refresh(layout=True)

    @property
    def _grey(self) -> str:
        return self.waiting or self.ghost or self.invitation

    def update_suggestion(self) -> None:
        """What the newest line that begins like this one would add, in grey."""
        at_end = self.cursor == len(self.text) and "\n" not in self.text
        wanted = at_end and not self.secret and not self.seeking
        if wanted and self.tells_beginning:
            self.suggestion = self.begun[1]
            return
        line = self.past.suggestion(self.text) if wanted else ""
        self.suggestion = line if line.isprintable() else ""

    @property
    def tells_beginning(self) -> bool:
        """Nothing was typed behind a given beginning yet: what is grey is not to be taken."""
        return bool(self.text) and self.text == self.begun[0]

    def suggest(self, rest: str) -> None:
        """How the word at the end goes on, where no earlier line tells it."""
        if not self.suggestion and self.cursor == len(self.text) and rest.isprintable():
            self.suggestion = rest

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the text, or of the grey line where there is none."""
        if not self.text and self._grey:
            return len(Content(self._grey).wrap(max(width, 1)))
        return max(super().get_content_height(container, viewport, width), 1)

    def action_send(self) -> None:
        """Send the line and clear it."""
        text = self.text
        self.past.leave()
        self.put("")
        lines, rest = commands_of(text + "\n")
        if len(lines) > 1 and not rest:
            self.post_message(self.Pasted(self, lines))
        else:
            continued = lines and not rest and "\\\n" in text
            self.post_message(self.Sent(self, lines[0] if continued else text))

    def action_complete(self, step: int) -> None:
        """Take the grey line, or ask how the word goes on."""
        if not self.text and self.ghost:
            self.put(self.ghost)
        elif self.text:
            self.post_message(self.CompletionWanted(self, self.text, self.cursor, step))
        else:
            self.post_message(self.Left())

    def action_right_or_take(self) -> None:
        """Take what is grey, or go one letter to the right."""
        if not self.text and self.ghost:
            self.put(self.ghost)
        elif self.suggestion and self.cursor == len(self.text) and not self.tells_beginning:
            self.insert(self.suggestion)
        else:
            self.action_cursor_right()

    def action_up_or_earlier(self) -> None:
        """The row above, or the line sent before."""
        if self._row > 0 and not self._recalled:
            self.action_cursor_up()
        elif (line := self.past.earlier(self.text)) is not None:
            self.put(line)

    def action_down_or_later(self) -> None:
        """The row below, or the line sent after."""
        if self._row < self.wrapped_document.height - 1 and not self._recalled:
            self.action_cursor_down()
        elif (line := self.past.later()) is not None:
            self.put(line)

    def action_delete_to_start_of_line(self) -> None:
        """Drop what stands before the cursor, on however many rows, as a shell does."""
        self.put(self.text[self.cursor :], 0)

    def action_copy_or_clear(self) -> None:
        """Copy what is marked; else stop what runs; else drop the line, as a shell does."""
        if marked := self.selected_text or self.screen.get_selected_text():
            self.app.copy_to_clipboard(marked)
            self.post_message(self.Copied())
        elif self.busy:
            self.post_message(self.Interrupted())
        else:
            self.put("")

    @property
    def _recalled(self) -> bool:
        """The text is an earlier line, unchanged: the arrows walk on, however many rows it takes."""
        return self.past.current == self.text and self.cursor == len(self.text)

    @property
    def _row(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_key(self, event: events.Key) -> None:
        if self.seeking and (name := SEARCH_KEYS.get(event.key)):
            event.stop()
            event.prevent_default()
            self.post_message(self.SearchKey(self, name))
        elif event.key in NEW_ROW or (event.key == "enter" and self._goes_on):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key == "enter":
            # In its turn behind the letters typed before it: a priority binding would overtake them.
            event.stop()
            event.prevent_default()
            self.action_send()
        elif event.is_printable:
            self.post_message(self.Touched(self))
        elif own := self._bindings.key_to_bindings.get(event.key):
            # Likewise: as a binding it would come behind the letters typed after it.
            event.stop()
            event.prevent_default()
            await self.run_action(own[0].action)

    @property
    def _goes_on(self) -> bool:
        """A backslash at the end carries the command over to the next row."""
        return self.cursor == len(self.text) and goes_on(self.text)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Touched(self))
        start, end = sorted(self.selection)
        before, after = self.text[: self._index(start)], self.text[self._index(end) :]
        whole, rest = commands_of(before + event.text)
        if len(whole) == 1:
            self.post_message(self.Sent(self, whole[0]))
        elif whole:
            self.post_message(self.Pasted(self, whole))
        self.put(rest + after, len(rest))

    def _index(self, location: tuple[int, int]) -> int:
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column
