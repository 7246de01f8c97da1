"""A text with gaps: what was typed stands in them, the gap in question is marked."""

import re
from typing import TYPE_CHECKING, Final

from textual.content import Content, Span

from tutor.app.models.page import GapRow
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

from .json_colours import spans_of
from .prose import inline

if TYPE_CHECKING:
    from tutor.course import GapView

GAP: Final = re.compile(r"\{\{([a-z0-9-]+)\}\}")
BLANK: Final = "____"
ASKED: Final = " ? "
STYLES: Final = {
    "open": "$quiet",
    "current": "bold $background on $accent",
    "typed": "bold underline $primary",
    "right": "bold $success",
    "wrong": "bold $error",
}


def filled_template(template: str, gaps: "tuple[GapView, ...]") -> Content:
    """The template with its gaps as they are now."""
    template, current = template.rstrip("\n"), gap_in_question(gaps)
    shown = {gap.id: _in_gap(gap, gap is current) for gap in gaps}
    text, spans, behind = "", list[Span](), 0
    for match in GAP.finditer(template):
        words, state = shown.get(match[1], (match[0], "open"))
        text += template[behind : match.start()]
        spans.append(Span(len(text), len(text) + len(words), STYLES[state]))
        text, behind = text + words, match.end()
    text += template[behind:]
    return Content(text, [*spans_of(text), *spans])


def gap_in_question(gaps: "tuple[GapView, ...]") -> "GapView | None":
    """The first gap that nothing was put in; None once all are filled."""
    return next((gap for gap in gaps if gap.typed is None and gap.right is None), None)


def gap_rows(gaps: "tuple[GapView, ...]", language: Language) -> tuple[GapRow, ...]:
    """What is asked of each gap and how it stands."""
    current = gap_in_question(gaps)
    return tuple(
        GapRow(
            label=inline(gap.label),
            typed=None if gap.typed is None else _told(gap.typed, language),
            right=gap.right,
            answer=_told(gap.answers[0], language) if gap.right is False and gap.answers else Content(),
            current=gap is current,
        )
        for gap in gaps
    )


def _told(text: str, language: Language) -> Content:
    """What stands in a gap, nothing too."""
    return Content(shown(text)) if text else Content.styled(say(language, "app.gap.empty"), "italic")


def _in_gap(gap: "GapView", current: bool) -> tuple[str, str]:
    if gap.right is not None:
        return ("✓" if gap.right else "✗") + (gap.typed or ""), "right" if gap.right else "wrong"
    if gap.typed is not None:
        return gap.typed or BLANK, "typed"
    return (ASKED, "current") if current else (BLANK, "open")
