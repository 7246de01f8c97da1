"""One or several of a few answers: digits and arrows pick, Enter answers, a click picks."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from .quiz_rows import AnswerRows


class AnswerChoices(AnswerRows):
    """Options of which one is picked, or as many as are wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "pick_marked", show=False)]

    def __init__(
        self, ids: Sequence[str], texts: Sequence[Content], *, several: bool, picked: Sequence[str] = ()
    ) -> None:
        """`picked` are the ids that were picked before."""
        super().__init__(texts)
        self._ids = tuple(ids)
        self.several = several
        self.picked = [self._ids.index(one) for one in picked if one in self._ids]
        if self.picked:
            self.marked = self.picked[0]
        elif several:
            self.marked = 0

    @property
    def answer(self) -> tuple[str, ...] | None:
        """The ids that are picked; None where none is."""
        return tuple(self._ids[place] for place in sorted(self.picked)) or None

    def sign(self, place: int) -> Content:
        """Whether it is picked."""
        open_sign, picked_sign = ("□", "■") if self.several else ("○", "●")
        if place in self.picked:
            return Content.styled(picked_sign, "bold $accent")
        return Content.styled(open_sign, "$quiet")

    def action_mark(self, step: int) -> None:
        """Go to another row; where one is wanted it is picked by that."""
        super().action_mark(step)
        if not self.several:
            self._pick(self.marked)

    def action_number(self, number: int) -> None:
        """Pick the option of that number; where several are wanted, once more takes it back."""
        if number <= len(self.texts):
            super().action_number(number)
            self._pick(number - 1)

    def action_pick_marked(self) -> None:
        """Pick the marked option, or take it back."""
        if self.marked >= 0:
            self._pick(self.marked)

    def _pick(self, place: int) -> None:
        if not self.several:
            self.picked = [place]
        elif place in self.picked:
            self.picked.remove(place)
        else:
            self.picked.append(place)
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """Pick the option under the mouse; a second click on the picked one answers."""
        owners = self.owners
        if 0 <= event.y < len(owners):
            event.stop()
            place = owners[event.y]
            again = not self.several and place in self.picked
            self.go_to(place)
            if again:
                self.post_message(self.Submitted())
            else:
                self._pick(place)
