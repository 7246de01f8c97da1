"""Marks who, what and on what in the sentence with which AWS refuses."""

from collections.abc import Iterator, Mapping
from typing import Final

from textual.content import Content, Span

STYLES: Final = {
    "who": "bold underline $who",
    "what": "bold underline $what",
    "on-what": "bold underline $on-what",
}
"""The three parts of a refusal to the style of each; the underline tells them without colour."""


def marked(sentence: str, parts: Mapping[str, str]) -> Content:
    """`sentence` with each of `parts` (who, what, on-what to the words that stand there) underlined."""
    return Content(sentence, list(_spans(sentence, parts)))


def found_parts(sentence: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Which of `parts` stand in the sentence, in the order of `STYLES`."""
    return tuple(name for name in STYLES if parts.get(name) and parts[name] in sentence)


def _spans(sentence: str, parts: Mapping[str, str]) -> Iterator[Span]:
    """The sentence names them in this order, so each is looked for behind the one before."""
    behind = 0
    for name in found_parts(sentence, parts):
        start = sentence.find(parts[name], behind)
        if start >= 0:
            behind = start + len(parts[name])
            yield Span(start, behind, STYLES[name])
