"""What stands around the history's table: how much is left out of it, and the marked request in full."""

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.app.models.past import PastRow
from tutor.wording import Language, say
from tutor.wording.signs import COLOURS, SIGNS
from tutor.wording.statement_text import shown

SWITCHES: Final = ("refused", "before")
GAP: Final = 3


class LeftOut(Static):
    """`○ refused only   ● before you   12 / 32`; a click switches."""

    @dataclass
    class Switched(Message):
        """One of the switches was clicked."""

        name: str

    def show(self, on: frozenset[str], count: str, language: Language) -> None:
        """Show the switches and how many rows there are."""
        self._drawn = [
            Content.styled("● " if name in on else "○ ", "$accent" if name in on else "$quiet")
            + Content.styled(say(language, f"app.history.{name}"), "" if name in on else "$quiet")
            for name in SWITCHES
        ]
        self.update(Content(" " * GAP).join([*self._drawn, Content(count)]))

    def on_click(self, event: events.Click) -> None:
        """The switch under the mouse."""
        event.stop()
        left = self.styles.padding.left
        for name, drawn in zip(SWITCHES, self._drawn, strict=True):
            if left <= event.x < left + drawn.cell_length:
                self.post_message(self.Switched(name))
            left += drawn.cell_length + GAP


class PastDetail(Static):
    """The marked request: who, what, when; on what; the error, or what the last journey came to."""

    def show(self, row: PastRow | None, said: str, language: Language) -> None:
        """Show a request; `said` stands in place of its second and third line."""
        width = max(self.content_size.width, 20)
        lines = self._lines(row, language)
        if said:
            lines = [lines[0], *Content.styled(shown(said), "$accent").wrap(width)[:2]]
        self.update(Content("\n").join([line.truncate(width, ellipsis=True) for line in lines]))

    @staticmethod
    def _lines(row: PastRow | None, language: Language) -> list[Content]:
        if row is None:
            return [Content.styled(say(language, "app.history.nothing"), "$quiet")]
        if not row.outcome:
            return [Content(say(language, "app.history.beginning.about"))]
        branch = "" if row.here else say(language, "app.history.left")
        error = Content.styled(shown(row.error), COLOURS[row.outcome])
        gap = "  " if row.error else ""
        return [
            asked(row),
            Content.styled(shown(row.resource), "$on-what"),
            Content.assemble(error, gap, (branch, "$quiet")),
        ]


def asked(row: PastRow) -> Content:
    """`✗ yuna → s3:GetObject · 2026-01-05 09:12:33`."""
    return Content.assemble(
        (SIGNS[row.outcome] + " ", f"bold {COLOURS[row.outcome]}"),
        (shown(row.who), "bold $who"),
        (" → ", "$quiet"),
        (shown(row.action), "bold $what"),
        (f"  ·  {row.time}", "$quiet"),
    )
