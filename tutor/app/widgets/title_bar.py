"""The line at the top: where the learner is, who is calling, what time it is in the sandbox."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tutor.app.models.heading import Heading

NAME: Final = "IAM Tutor"
BAR_CELLS: Final = 10


class TitleBar(Widget):
    """`IAM Tutor · 01 Two gates ▰▰▱▱ 2/4 ……… yuna @ 111111111111 · 2026-01-05 09:12 UTC`."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 2;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    heading: reactive[Heading] = reactive(Heading())
    live: reactive[str] = reactive("")
    """The word that says that another process has the account open; empty if none has."""

    def render(self) -> Content:
        """The title bar cut to its width: the time goes first, then the caller."""
        heading, width = self.heading, self.content_size.width
        where = _where(heading)
        for right in _right_sides(heading, self.live):
            gap = width - where.cell_length - right.cell_length
            if gap >= 3:
                return Content.assemble(where, " " * gap, right)
        return where.truncate(width, ellipsis=True)


def progress_bar(done: int, steps: int) -> Content:
    """`▰▰▰▱▱▱▱`, a cell a step up to ten."""
    cells = min(steps, BAR_CELLS)
    full = done if steps <= BAR_CELLS else max(round(done * cells / steps), min(done, 1))
    return Content.assemble(("▰" * full, "$accent"), ("▱" * (cells - full), "$quiet"))


def _where(heading: Heading) -> Content:
    parts: list[Content | str | tuple[str, str]] = [("☾ ", "$accent"), (NAME, "bold $accent")]
    if heading.title:
        parts += [("  ·  ", "$quiet"), (heading.title, "bold")]
    if heading.steps:
        parts += [
            "  ",
            progress_bar(heading.step, heading.steps),
            (f" {heading.step}/{heading.steps}", "$quiet"),
        ]
    return Content.assemble(*parts)


def _right_sides(heading: Heading, live: str) -> tuple[Content, ...]:
    """From the most telling to nothing."""
    link = Content.assemble((f"⇄ {live}", "bold $secondary"), ("  ·  ", "$quiet")) if live else Content()
    sign = link + (Content.styled("● ", "$success") if heading.signed_in else Content())
    caller = sign + Content.styled(heading.caller, "$foreground")
    time = Content.styled(heading.time, "$quiet")
    if not heading.caller:
        return (time, Content())
    name = sign + Content(heading.caller.partition(" ")[0])
    return (Content.assemble(caller, ("  ·  ", "$quiet"), time), caller, name, Content())
