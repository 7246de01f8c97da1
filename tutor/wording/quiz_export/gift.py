"""Moodle's GIFT: every question with feedback for every answer, JSON and all signs escaped."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tutor.quiz.question import Kind, Question

from ..quiz_text import piece_text
from ..say import Language
from .page import in_html, option_html, question_html, why_html

__all__ = ["as_gift", "escaped", "gift_text"]

SPECIAL: Final = re.compile(r"[~=#{}:\\]")
CODES: Final = {"{": "&#123;", "}": "&#125;", "\\": "&#92;"}
SHARES: Final = {2: "50", 3: "33.33333", 4: "25", 5: "20"}
"""Shares that Moodle knows, by the number of right answers."""


def gift_text(questions: Sequence[Question], language: Language) -> str:
    """A file that Moodle imports."""
    return "".join(f"{_question(question, language)}\n\n" for question in questions)


def escaped(text: str) -> str:
    """A text in which nothing means anything to GIFT; line ends as `\\n`."""
    return SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def as_gift(html: str) -> str:
    """HTML as GIFT holds it.

    A percent sign at the beginning of an answer would be read as its weight, some readers end a question at
    any closing brace, and some break a line at a backslash before an n: these signs are written as HTML
    writes them.
    """
    for sign, code in CODES.items():
        html = html.replace(sign, code)
    return escaped(f"&#37;{html[1:]}" if html.startswith("%") else html)


def _question(question: Question, language: Language) -> str:
    head = f"// {question.id}\n::{escaped(question.id)}::[html]{as_gift(question_html(question, language))}"
    rows = "\n".join(_answers(question, language))
    general = ""
    if question.why is not None:
        general = f"\n####{as_gift(in_html(piece_text(question.why, language)))}"
    return f"{head} {{\n{rows}{general}\n}}"


def _answers(question: Question, language: Language) -> Iterator[str]:
    match question.kind:
        case Kind.FILL:
            yield from (f"={escaped(text)}" for text in question.key.right)
            for near in question.nears:
                why = as_gift(in_html(piece_text(near.why, language)))
                yield from (f"=%0%{escaped(text)}#{why}" for text in near.texts)
        case Kind.MATCH:
            for option in question.options:
                partner = piece_text(option.partner, language) if option.partner else ""
                yield f"={_plain(option_html(option, language))} -> {_plain(in_html(partner))}"
        case Kind.ORDER:
            for number, name in enumerate(question.key.right, start=1):
                item = question.option(name)
                if item is not None:
                    yield f"={_plain(option_html(item, language))} -> {number}"
        case Kind.SEVERAL:
            right = len(question.key.right)
            for option in question.options:
                share = SHARES[right] if option.id in question.key.right else "-100"
                yield f"~%{share}%{as_gift(option_html(option, language))}#{as_gift(why_html(option, language))}"
        case _:
            for option in question.options:
                sign = "=" if option.id in question.key.right else "~"
                yield f"{sign}{as_gift(option_html(option, language))}#{as_gift(why_html(option, language))}"


def _plain(text: str) -> str:
    """One side of a pair, which may not hold the arrow between them."""
    return as_gift(text.replace("->", "→"))
