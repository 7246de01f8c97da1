"""The detail pane: everything about one thing of the account; names in it lead on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tutor.app.models.account_detail import Detail
from tutor.app.render.account_lines import DetailLine, detail_lines

from .row_list import LAST, Piece, RowList


class AccountDetail(RowList, inherit_bindings=False):
    """Arrows go from name to name and scroll in between; Enter or a click opens a name."""

    DEFAULT_CSS = """
    AccountDetail { padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", show=False),
        Binding("down", "mark(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("home", f"mark({-LAST})", show=False),
        Binding("end", f"mark({LAST})", show=False),
        Binding("enter,right", "open", show=False),
    ]

    @dataclass
    class Followed(Message):
        """A name is to be opened."""

        subject: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.detail: Detail | None = None
        """What is shown."""
        self.lines: list[DetailLine] = []
        """Its lines at the width of now."""

    def show(self, detail: Detail, *, anew: bool) -> None:
        """Show a detail; from its beginning if it is another one than before, or `anew`."""
        same = self.detail is not None and self.detail.subject == detail.subject and not anew
        self.detail = detail
        self._lay_out(self.marked if same else None)
        if not same:
            self.scroll_home(animate=False)

    def _lay_out(self, marked: int | None) -> None:
        if self.detail is None:
            return
        self.lines = detail_lines(self.detail, self._row_width)
        first = next((at for at, line in enumerate(self.lines) if line.link), 0)
        offset = self.scroll_offset.y
        self.lay_out(len(self.lines), first if marked is None else marked)
        self.scroll_to(y=0 if marked is None else offset, animate=False, immediate=True)

    def _show_marked(self) -> None:
        """The mark comes into view only when the keys move it."""

    def on_resize(self) -> None:
        """Another width: break the lines elsewhere."""
        self._lay_out(self.marked)
        super().on_resize()

    def can_mark(self, at: int) -> bool:
        """Only a name that leads on."""
        return bool(self.lines[at].link) and self.lines[at].first

    def action_mark(self, step: int) -> None:
        """Go to the next name if it is near; else scroll a line."""
        if abs(step) == LAST:
            (self.scroll_end if step > 0 else self.scroll_home)(animate=False)
            return
        top, height = self.scroll_offset.y, self.size.height
        places = range(self.marked + 1, self.count) if step > 0 else range(self.marked - 1, -1, -1)
        found = next((at for at in places if self.can_mark(at)), None)
        if found is not None and top - 1 <= found <= top + height:
            self.mark(found)
            self._scroll_to_mark()
        elif not (top <= self.marked < top + height) and (near := self._nearest(step)) is not None:
            self.mark(near)
        else:
            self.scroll_relative(y=step, animate=False, immediate=True)

    def _nearest(self, step: int) -> int | None:
        """The first name in view, seen from where the keys come."""
        top, height = self.scroll_offset.y, self.size.height
        rows = range(top, min(top + height, self.count))
        return next((at for at in (rows if step > 0 else reversed(rows)) if self.can_mark(at)), None)

    def _scroll_to_mark(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if self.marked < top + 1:
            self.scroll_to(y=max(self.marked - 1, 0), animate=False, immediate=True)
        elif self.marked >= top + height - 1:
            self.scroll_to(y=self.marked - height + 2, animate=False, immediate=True)

    def action_turn(self, step: int) -> None:
        """Scroll a page."""
        (self.scroll_page_down if step > 0 else self.scroll_page_up)(animate=False)

    def action_open(self) -> None:
        """Open the marked name."""
        if self.count and self.can_mark(self.marked):
            self.post_message(self.Followed(self.lines[self.marked].link))

    def on_click(self, event: events.Click) -> None:
        """Open the name under the mouse."""
        event.stop()
        offset = event.get_content_offset(self)
        at = self.scroll_offset.y + (offset.y if offset else -1)
        if offset is not None and 0 <= at < self.count and self.lines[at].link:
            while not self.lines[at].first:
                at -= 1
            self.mark(at)
            self.post_message(self.Followed(self.lines[at].link))

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """One line."""
        return self.lines[at].pieces
