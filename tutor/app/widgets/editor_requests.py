"""Requests beside the text, each with what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tutor.app.models.editor_requests import Judged, Judgement
from tutor.app.render.editor_requests import request_note, request_sign, told_apart
from tutor.wording import Language, say
from tutor.wording.signs import short_resource
from tutor.wording.statement_text import shown

ONE_LINE: Final = 70
"""Cells from which a request fits on one line."""


ROOM: Final = 18
"""Cells beside a note that a resource is to have, else the note gets a row of its own."""


class RequestList(Widget, can_focus=True):
    """Up and Down choose, Enter asks why; a click chooses and asks."""

    DEFAULT_CSS = """
    RequestList { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "why", show=False),
        Binding("insert", "screen.ask", show=False),
        Binding("delete,backspace", "remove", show=False),
        Binding("escape", "screen.to_text", show=False),
    ]

    @dataclass
    class Asked(Message):
        """Somebody wants to know why."""

        row: Judged

    @dataclass
    class Removed(Message):
        """A request is to go."""

        row: Judged

    def __init__(self) -> None:
        super().__init__(id="requests")
        self._judgement = Judgement()
        self._language: Language = "ko"
        self._key = ""
        self._chosen = 0

    def show(self, judgement: Judgement, language: Language, key: str) -> None:
        """Show these; `key` adds one."""
        subject = (judgement, language, key)
        if subject == (self._judgement, self._language, self._key):
            return
        count = len(self._judgement.rows), self._language
        self._judgement, self._language, self._key = subject
        self._chosen = max(0, min(self._chosen, len(judgement.rows) - 1))
        self.refresh(layout=count != (len(judgement.rows), language))

    @property
    def rows(self) -> tuple[Judged, ...]:
        """What is shown."""
        return self._judgement.rows

    def action_move(self, step: int) -> None:
        """The next one, or the one before."""
        if self.rows:
            self._chosen = (self._chosen + step) % len(self.rows)
            self.refresh()
            top = sum(len(rows) for rows in self._drawn(self.size.width)[: self._chosen + 1])
            if isinstance(self.parent, Widget):
                self.parent.scroll_to_region(self.region.grow((0, 0, 0, 0)), animate=False)
                self.parent.scroll_to(y=self.virtual_region.y + max(top - 3, 0), animate=False)

    def action_why(self) -> None:
        """Why the chosen one is decided so."""
        if self.rows:
            self.post_message(self.Asked(self.rows[self._chosen]))

    def action_remove(self) -> None:
        """Take the chosen one away."""
        if self.rows:
            self.post_message(self.Removed(self.rows[self._chosen]))

    def on_click(self, event: events.Click) -> None:
        """Choose the one under the mouse and ask."""
        event.stop()
        y = 1
        for number, rows in enumerate(self._drawn(self.size.width)):
            if y <= event.y < y + len(rows):
                self._chosen = number
                self.refresh()
                self.action_why()
            y += len(rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All rows."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Heading, requests, what the keys do."""
        return Content("\n").join(self._lines(self.content_size.width))

    def on_focus(self) -> None:
        """The keys are shown while they work."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """And not longer."""
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        language, judgement = self._language, self._judgement
        head = Content.styled(say(language, "app.editor.requests"), "bold $quiet")
        if judgement.place:
            policy = shown(judgement.policy)
            how = say(language, f"app.editor.requests.{judgement.place}", policy=policy)
            head = Content.assemble(head, ("  " + how, "$quiet"))
        lines = [head.truncate(width, ellipsis=True)]
        for rows in self._drawn(width):
            lines += rows
        if not self.rows:
            none = Content.styled(say(language, "app.editor.requests.none", key=self._key), "$quiet")
            lines += none.wrap(max(width, 10))
        elif self.has_focus:
            lines += Content.styled(say(language, "app.editor.requests.keys"), "$quiet").wrap(max(width, 10))
        return lines

    def _drawn(self, width: int) -> list[list[Content]]:
        return [list(self._row(number, row, width)) for number, row in enumerate(self.rows)]

    def _row(self, number: int, row: Judged, width: int) -> Iterator[Content]:
        request, language = row.request, self._language
        chosen = self.has_focus and number == self._chosen
        who = shown(request.principal.partition("/")[2] or request.principal)
        what = shown(short_resource(request.resource))
        apart = told_apart(row, self.rows, language)
        first = Content.assemble(
            ("▸" if chosen else " ", "bold $accent"),
            request_sign(row),
            " ",
            who,
            "  ",
            (shown(request.action), "bold"),
            (f"  {apart}" if apart else "", "$accent"),
        )
        note = request_note(row, language)
        second = Content.styled(what, "$quiet")
        if width >= ONE_LINE:
            yield Content.assemble(first, "  ", second, "  ", note).truncate(width, ellipsis=True)
            return
        yield first.truncate(width, ellipsis=True)
        if 4 + second.cell_length + 2 + note.cell_length > width and note.cell_length > width - ROOM:
            yield Content.assemble("    ", second).truncate(width, ellipsis=True)
            yield Content.assemble("    ", note).truncate(width, ellipsis=True)
            return
        room = max(width - 4 - note.cell_length - 2, 8)
        yield Content.assemble("    ", second.truncate(room, ellipsis=True), "  ", note).truncate(
            width, ellipsis=True
        )
