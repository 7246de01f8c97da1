"""Colours JSON in the console's output."""

import re
from typing import Final

from textual.content import Content, Span

TOKEN: Final = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<literal>\b(?:true|false|null)\b)'
    r"|(?P<number>-?\b\d+(?:\.\d+)?\b)|(?P<mark>[{}\[\],:])"
)
STYLES: Final = {
    "key": "$primary",
    "text": "$success",
    "literal": "$secondary",
    "number": "$warning",
    "mark": "$quiet",
}


def looks_like_json(text: str) -> bool:
    """Whether a command printed a JSON document."""
    return text.lstrip()[:1] in ("{", "[") and text.rstrip()[-1:] in ("}", "]")


def coloured(text: str) -> Content:
    """`text` with the colours of JSON, or plain if it is something else."""
    if not looks_like_json(text):
        return Content(text)
    return Content(text, spans_of(text))


def spans_of(text: str) -> list[Span]:
    """Where the names, texts, numbers and marks of JSON stand, each with its colour."""
    return [
        Span(match.start(), match.end(), STYLES[match.lastgroup or "mark"]) for match in TOKEN.finditer(text)
    ]
