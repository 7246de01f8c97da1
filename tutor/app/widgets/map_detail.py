"""Below the permission map: the cell under the cursor in words, and what the last command changed."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content
from textual.widget import Widget

from tutor.app.map_words import change_words, question_line, why_line
from tutor.gateway.permissions import Cell, Change, Key, Why
from tutor.wording import Language, say

WIDE: Final = 100
TALL: Final = 4
"""Lines from which the signs are explained even if there is something else to say."""


class MapDetail(Widget):
    """Question, answer, change, signs."""

    DEFAULT_CSS = """
    MapDetail { height: 4; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.alone = False
        """There is nobody but root."""
        self._language: Language = "ko"
        self._key: Key | None = None
        self._why = Content()
        self._answer: tuple[Why | None] | None = None
        self._change: tuple[Change | None, Mapping[Key, Cell], Mapping[Key, Cell], bool] | None = None
        self._place = ""
        self._placed: Key | None = None
        """The changed cell that was gone to."""

    def begin(self, language: Language) -> None:
        """Speak a language from now on."""
        self._language = language
        self._place = ""
        self.refresh()

    def show_key(self, key: Key | None) -> None:
        """Another cell is under the cursor; why it is so is to be found out."""
        self._key, self._why, self._answer = key, Content(), None
        if key != self._placed:
            self._place, self._placed = "", None
        self.refresh()

    def show_why(self, why: Why | None) -> None:
        """Who decides about it."""
        self._answer = (why,)
        self.refresh()

    def show_change(
        self, change: Change | None, before: Mapping[Key, Cell], now: Mapping[Key, Cell], all_of_them: bool
    ) -> None:
        """What the last command changed."""
        self._change = (change, before, now, all_of_them)
        self.refresh()

    def show_place(self, key: Key, number: int, count: int) -> None:
        """Which of the changed cells this is."""
        self._placed = key
        self._place = say(self._language, "app.map.one-of", number=number, count=count)
        self.refresh()

    def say_no_change(self, *, hidden: bool) -> None:
        """There is no changed cell to go to."""
        never = self._change is not None and self._change[0] is None
        if hidden:
            self._place = say(self._language, "app.map.changed.filtered")
        elif never:
            self._place = say(self._language, "app.map.changed.never")
        self.refresh()

    def complain(self, trouble: Content) -> None:
        """Something went wrong."""
        self._why = trouble
        self.refresh()

    def render(self) -> Content:
        """The lines, each cut to the width."""
        width, height = self.content_size.width, self.content_size.height
        lines = [question_line(self._key) if self._key is not None else Content(), self._answer_line()]
        changed = self._change_line()
        legend = self._legend(width)
        spare = [line for line in (changed, legend) if line.plain]
        lines += spare if height >= TALL else spare[:1]
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)

    def _answer_line(self) -> Content:
        if self._answer is None:
            return self._why
        return why_line(self._answer[0], self._language)

    def _change_line(self) -> Content:
        if self._place and (self._change is None or not self._change[1]):
            return Content.styled(self._place, "$accent")
        if self._change is None or self._change[0] is None:
            return Content()
        change, before, now, all_ = self._change
        assert change is not None, "looked at above"
        words = change_words(change, before, now, self._language, all_=all_)
        place = f"{self._place} · " if self._place else ""
        return Content.styled(place + words, "$accent" if before else "$quiet")

    def _legend(self, width: int) -> Content:
        if self.alone:
            return Content.styled(say(self._language, "app.map.alone"), "$accent")
        name = "app.map.legend" if width >= WIDE - 4 else "app.map.legend.short"
        return Content.styled(say(self._language, name), "$quiet")
