"""Beliefs about how a document has to be written: whoever holds one is content once it is written so.

They look at the text alone, since most of these documents are refused before anything is decided.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from tutor.policy import Outcome

from ..scene import Scene
from .kind import Belief

__all__ = ["BELIEFS", "is_content"]

ONE_ACTION: Final = re.compile(r'"Action": "')
CAPITAL: Final = re.compile(r'"[a-z0-9]+:[A-Za-z*]*[A-Z]')
THIS_YEAR: Final = re.compile(r'"Version": "2026-')
COMMAND: Final = re.compile(r'"Action": "s3:(?:ls|cp|rm)"')


def _in_usual_order(text: str) -> bool:
    """Version, then Statement; in the first statement Effect, then Action."""
    version = text.find('"Version"')
    return version < text.find('"Statement"') and text.find('"Effect"') < text.find('"Action"')


CONTENT: Final[dict[str, Callable[[str], bool]]] = {
    "B7": lambda text: COMMAND.search(text) is not None,
    "B8": lambda text: THIS_YEAR.search(text) is not None,
    "M5": lambda text: '"Principal"' in text,
    "Q26": _in_usual_order,
    "Q27": lambda text: text.count('"Sid"') == text.count('"Effect"'),
    "Q28": lambda text: ONE_ACTION.search(text) is None,
    "Q53": lambda text: CAPITAL.search(text) is None,
}
"""By misconception id, whether its holder finds no fault in a text."""


def is_content(misconception: str, text: str) -> bool:
    """Whether the holder of a misconception takes a document for well written."""
    return CONTENT[misconception](text)


def _expected(misconception: str, scene: Scene) -> Outcome | None:
    content = all(is_content(misconception, paper.text) for paper in scene.papers)
    return Outcome.ALLOWED if content else None


BELIEFS: Final[dict[str, Belief]] = {name: partial(_expected, name) for name in CONTENT}
"""By misconception id, what its holder expects: that all is well once a document is written so."""
