"""What can stand in the field with the focus; arrows in the field choose, a click takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tutor.wording.statement_text import shown

from .row_list import Piece, RowList, fitted


def fitting(names: Sequence[str], typed: str) -> tuple[str, ...]:
    """The names that fit what was typed: what begins so first, then what holds it."""
    wanted = typed.strip().lower()
    begins = [name for name in names if name.lower().startswith(wanted)]
    holds = [name for name in names if wanted in name.lower() and not name.lower().startswith(wanted)]
    return (*begins, *holds)


class FormOffers(RowList, inherit_bindings=False, can_focus=False):
    """Names that fit what was typed."""

    DEFAULT_CSS = """
    FormOffers { height: auto; max-height: 5; padding: 0 1; background: $panel; }
    """

    @dataclass
    class Taken(Message):
        """A name was clicked."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.names: tuple[str, ...] = ()
        """Those that fit."""
        self.chosen = False
        """The arrows have been used: Enter takes the marked one."""

    def offer(self, names: Sequence[str], typed: str) -> None:
        """Offer what fits."""
        self.names = fitting(names, typed)
        self.chosen = False
        self.styles.height = min(len(self.names), 5)
        self.lay_out(len(self.names), 0)

    @property
    def name_marked(self) -> str:
        """The marked one."""
        return self.names[self.marked] if self.names else ""

    def move(self, step: int) -> str:
        """Mark the next one and give it."""
        if self.names:
            self.mark(self.marked + step if self.chosen else 0 if step > 0 else len(self.names) - 1)
            self.chosen = True
            self.redraw()
        return self.name_marked

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """One name."""
        marked = self.chosen and at == self.marked
        return [("▸ " if marked else "  ", "$accent"), (fitted(shown(self.names[at]), max(width - 2, 1)), "")]

    def on_click(self, event: events.Click) -> None:
        """Take the name under the mouse."""
        event.stop()
        offset = event.get_content_offset(self)
        at = self.scroll_offset.y + (offset.y if offset else -1)
        if offset is not None and 0 <= at < len(self.names):
            self.post_message(self.Taken(self.names[at]))
