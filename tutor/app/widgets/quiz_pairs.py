"""Pairs to be made: a letter for each row, typed, stepped to with the arrows, or clicked."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tutor.app.registry import JAMO

from .quiz_rows import INDENT, AnswerRows, broken_text

LETTERS: Final = "abcdefgh"


class AnswerPairs(AnswerRows):
    """Left sides with the letter of the right side that was put to each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
        *(
            Binding(f"{letter},{JAMO[letter]}", f"letter({number})", show=False)
            for number, letter in enumerate(LETTERS)
        ),
    ]

    def __init__(
        self,
        lefts: Mapping[str, Content],
        rights: Mapping[str, Content],
        chosen: Mapping[str, str],
    ) -> None:
        """Sides by their ids as they are shown; `chosen` is what was put together before."""
        super().__init__(tuple(lefts.values()))
        self._lefts = tuple(lefts)
        self._rights = tuple(rights)
        self._right_texts: Sequence[Content] = tuple(rights.values())
        self.chosen = dict(chosen)
        """From the id of a left side to that of the right side put to it."""
        self.marked = 0

    @property
    def is_complete(self) -> bool:
        """Every left side has its right side."""
        return len(self.chosen) == len(self._lefts)

    def sign(self, place: int) -> Content:
        """The letter that was put to it."""
        right = self.chosen.get(self._lefts[place])
        if right is None:
            return Content.styled("·", "$quiet")
        return Content.styled(LETTERS[self._rights.index(right)], "bold $accent")

    def below(self, width: int) -> list[Content]:
        """The right sides by their letters; those that are taken are quiet."""
        rows = [Content()]
        for number, text in enumerate(self._right_texts):
            taken = self._rights[number] in self.chosen.values()
            head = Content.styled(f"  {LETTERS[number]}  ", "$quiet" if taken else "bold $accent")
            first, *more = broken_text(text.stylize("$quiet") if taken else text, width - INDENT)
            rows += [head.pad_right(INDENT - head.cell_length) + first]
            rows += [row.pad_left(INDENT) for row in more]
        return rows

    def action_letter(self, number: int) -> None:
        """Put the right side of that letter to the marked row, and go to the next open one."""
        if number < len(self._rights):
            self._put(number)
            open_ones = [place for place, left in enumerate(self._lefts) if left not in self.chosen]
            later = [place for place in open_ones if place > self.marked]
            self.go_to(next(iter(later or open_ones), self.marked))

    def action_turn(self, step: int) -> None:
        """Put the next right side, or the one before, to the marked row."""
        right = self.chosen.get(self._lefts[self.marked])
        at = (-1 if step > 0 else 0) if right is None else self._rights.index(right)
        self._put((at + step) % len(self._rights))

    def _put(self, number: int) -> None:
        right = self._rights[number]
        taken_by = [left for left, one in self.chosen.items() if one == right]
        for left in taken_by:
            del self.chosen[left]
        self.chosen[self._lefts[self.marked]] = right
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """Mark a left side, or put the right side under the mouse to the marked one."""
        event.stop()
        owners = self.owners
        if 0 <= event.y < len(owners):
            self.go_to(owners[event.y])
            return
        at, width = len(owners) + 1, self.content_size.width
        for number, text in enumerate(self._right_texts):
            rows = len(broken_text(text, width - INDENT))
            if at <= event.y < at + rows:
                self.action_letter(number)
            at += rows
