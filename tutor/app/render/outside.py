"""What others did to the account, and what could be tried in it, as lines of the console."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from tutor.gateway.visible import visible
from tutor.wording import Language, say
from tutor.wording.signs import COLOURS, SIGNS, short_resource

from .prose import sentence

if TYPE_CHECKING:
    from tutor.app.outside import Outside
    from tutor.course.free_play import Idea

SIGN: Final = "⇄"
"""Stands for whatever comes from another process."""
MOST: Final = 200
"""Characters of a name that are shown."""


def outside_lines(told: "Sequence[Outside]", language: Language) -> Iterator[Content]:
    """A line each: from outside, who asked for what, and what was decided."""
    for one in told:
        words = say(language, f"app.outside.{one.message}", count=one.count)
        mark = Content.assemble((f"{SIGN} ", "bold $secondary"), (words, "$secondary"))
        yield mark + _request(one, language) if one.event is not None else mark


def _request(one: "Outside", language: Language) -> Content:
    event = one.event
    assert event is not None, "it is a request"
    outcome = say(language, f"app.outcome.{event.outcome}.short")
    error = f" ({_shown(event.error)})" if event.error and event.outcome == "allowed" else ""
    return Content.assemble(
        (f" {one.number}  ", "bold $footer-key-foreground"),
        (f"{SIGNS[event.outcome]} ", f"bold {COLOURS[event.outcome]}"),
        f"{_shown(one.who)} → {_shown(event.action)}  ",
        (_shown(short_resource(event.resource)), "$quiet"),
        (f"  {outcome}{error}", COLOURS[event.outcome]),
    )


def idea_lines(ideas: "Sequence[Idea]", language: Language) -> Iterator[Content]:
    """What could be tried: the sentence, and the line to type."""
    for idea in ideas:
        yield Content.assemble("  ○ ", sentence(language, f"app.idea.{idea.id}", idea.values))
        yield Content.assemble("    ", (idea.line, "bold $footer-key-foreground"))


def _shown(text: str) -> str:
    return visible(text[:MOST]).replace("\n", "␊").replace("\t", " ")
