"""Questions in plain mode: pieces to put in order, gaps to fill, and how they were answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.cli.plain_prose import GOAL_SIGNS, plain_text
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.course import StepView


def question(view: "StepView") -> Iterator[str]:
    """Pieces to arrange, or a text with gaps."""
    if view.pieces:
        yield ""
        for piece in view.pieces:
            first, *rest = plain_text(piece.text).strip().split("\n")
            yield f"  {piece.key}. {first.strip()}"
            yield from (f"     {line}" for line in rest)
    if view.template:
        yield ""
        yield template(view)


def template(view: "StepView") -> str:
    """The text with its gaps: numbered while they are open, filled where they are."""
    text = view.template.rstrip("\n")
    for number, gap in enumerate(view.gaps, start=1):
        shown = gap.answers[0] if gap.answers else gap.typed
        mark = f"[{number}: ____]" if shown is None else f"[{number}: {shown}]"
        text = text.replace(f"{{{{{gap.id}}}}}", mark)
    return "\n".join(f"    {line}" for line in text.split("\n"))


def next_gap(language: Language, view: "StepView") -> Iterator[str]:
    """What is asked of the first open gap."""
    number, gap = next(row for row in enumerate(view.gaps, start=1) if row[1].typed is None)
    yield say(language, "cli.plain.gap", number=number, total=len(view.gaps), label=plain_text(gap.label))
    if gap.options:
        options = " · ".join(f"{place} {option}" for place, option in enumerate(gap.options, start=1))
        yield say(language, "cli.plain.gap-options", options=options)
    else:
        yield say(language, "cli.plain.gap-typed")


def answered(language: Language, view: "StepView") -> Iterator[str]:
    """The pieces in their right order, or the text with its right values and what was otherwise."""
    if view.pieces:
        yield say(language, "cli.plain.right-order")
    for number, piece in enumerate(view.pieces, start=1):
        yield f"  {GOAL_SIGNS[piece.right]} {number}. {plain_text(piece.text).strip()}"
    if view.template:
        yield template(view)
        for gap in view.gaps:
            if not gap.right:
                answers = " | ".join(answer or "-" for answer in gap.answers)
                label = plain_text(gap.label)
                told = say(language, "cli.plain.right-value", label=label, answers=answers)
                yield f"  ✗ {told}"
