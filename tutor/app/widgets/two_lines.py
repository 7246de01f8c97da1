"""Rows of two lines each: the first can be marked and stands for the second, too."""

from textual import events

from .row_list import RowList


class TwoLines(RowList):
    """A list in which every second line belongs to the one above."""

    @property
    def at(self) -> int:
        """Which row is marked, from 0."""
        return self.marked // 2

    def can_mark(self, at: int) -> bool:
        """The second line of a row cannot be marked."""
        return at % 2 == 0

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the mouse, whichever line it is; open it if it was marked."""
        at = self.scroll_offset.y + event.y
        if at < self.count:
            event.stop()
            event.prevent_default()  # the list's own answer to a click knows one line a row
            at -= at % 2
            if at == self.marked:
                self.post_message(self.Opened(at))
            else:
                self.mark(at)
