"""The line at the top: where the learner is, who is calling, what time it is in the sandbox."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tutor.app.models.heading import Heading
from tutor.wording.statement_text import shown

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
        """The title bar cut to its width: the time goes first, then the bar, the account last."""
        heading, width = self.heading, self.content_size.width
        rights = _right_sides(heading, self.live)
        for right in rights:
            for where in _where(heading) if right is not rights[0] else _where(heading)[:1]:
                gap = width - where.cell_length - right.cell_length
                if gap >= 3:
                    return Content.assemble(where, " " * gap, right)
        return _where(heading)[0].truncate(width, ellipsis=True)


def progress_bar(done: int, steps: int) -> Content:
    """`▰▰▰▱▱▱▱`, a cell a step up to ten."""
    cells = min(steps, BAR_CELLS)
    full = done if steps <= BAR_CELLS else max(round(done * cells / steps), min(done, 1))
    return Content.assemble(("▰" * full, "$accent"), ("▱" * (cells - full), "$quiet"))


def _where(heading: Heading) -> tuple[Content, ...]:
    """Where the learner is: in full, without the bar, and without the app's name."""
    moon, name = Content.styled("☾ ", "$accent"), Content.styled(NAME, "bold $accent")
    title = Content.styled(shown(heading.title), "bold")
    named = Content.assemble(moon, name, ("  ·  ", "$quiet"), title) if heading.title else moon + name
    if not heading.steps:
        return (named,)
    step = Content.styled(f" {heading.step}/{heading.steps}", "$quiet")
    bar = Content("  ") + progress_bar(heading.step, heading.steps)
    return named + bar + step, named + Content(" ") + step, moon + title + Content(" ") + step


def _right_sides(heading: Heading, live: str) -> tuple[Content, ...]:
    """From the most telling to nothing."""
    link = (
        Content.assemble((f"⇄ {shown(live)}", "bold $secondary"), ("  ·  ", "$quiet")) if live else Content()
    )
    sign = link + (Content.styled("● ", "$success") if heading.signed_in else Content())
    caller = sign + Content.styled(shown(heading.caller), "$foreground")
    time = Content.styled(shown(heading.time), "$quiet")
    if not heading.caller:
        return (time, Content())
    name = sign + Content(shown(heading.caller.partition(" ")[0]))
    return (Content.assemble(caller, ("  ·  ", "$quiet"), time), caller, name, Content())
