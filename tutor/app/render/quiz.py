"""Texts of questions as content: code in its colours, everything else as it is."""

import re
from typing import Final

from textual.content import Content

from tutor.app.render.json_colours import coloured
from tutor.quiz.question import Exhibit, Option
from tutor.wording import Language
from tutor.wording.quiz_say import option_text
from tutor.wording.quiz_text import piece_text

SPAN: Final = re.compile(r"`([^`\n]+)`|\*\*(\S(?:[^*\n]*\S)?)\*\*")
CODE: Final = "$code on $code-background"


def rich(text: str) -> Content:
    """A sentence in which `code` and **what matters** stand out; nothing else in it is markup."""
    parts: list[Content | tuple[str, str]] = []
    at = 0
    for found in SPAN.finditer(text):
        parts += [Content(text[at : found.start()]), (found[1], CODE) if found[1] else (found[2], "bold")]
        at = found.end()
    return Content.assemble(*parts, Content(text[at:]))


def option_content(option: Option, language: Language) -> Content:
    """An option as it is offered."""
    text = option_text(option, language)
    return coloured(text) if option.code else rich(text)


def exhibit_content(exhibit: Exhibit, language: Language) -> Content:
    """What an exhibit shows."""
    text = piece_text(exhibit.body, language)
    return coloured(text) if exhibit.language == "json" else Content(text)
