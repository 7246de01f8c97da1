"""A question as a small HTML page: what Anki and Moodle show."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from tutor.quiz.marking import right_sides
from tutor.quiz.question import Exhibit, Kind, Option, Question

from ..quiz_say import answer_text, option_text
from ..quiz_text import piece_text
from ..say import Language

__all__ = ["answer_html", "in_html", "offered_html", "option_html", "question_html", "why_html"]

CODE: Final = re.compile(r"`([^`\n]+)`")


def in_html(text: str) -> str:
    """A text as HTML: signs escaped, `code` marked, lines kept."""
    marked = CODE.sub(r"<code>\1</code>", escape(text, quote=False))
    return marked.replace("\n", "<br>")


def question_html(question: Question, language: Language) -> str:
    """What is shown and asked, without what can be answered."""
    shown = "".join(_exhibit(one, language) for one in question.exhibits)
    return f"{shown}<p>{in_html(piece_text(question.prompt, language))}</p>"


def option_html(option: Option, language: Language) -> str:
    """An option; JSON keeps its lines."""
    text = option_text(option, language)
    return f"<pre>{escape(text, quote=False)}</pre>" if option.code else in_html(text)


def why_html(option: Option, language: Language) -> str:
    """Why an option is right or not; empty where nothing is said."""
    return "" if option.why is None else in_html(piece_text(option.why, language))


def answer_html(question: Question, language: Language) -> str:
    """The answer with everything that is said about it."""
    return "".join(_answer(question, language))


def _answer(question: Question, language: Language) -> Iterator[str]:
    if any(option.code for option in question.options):
        yield from (option_html(one, language) for one in question.options if one.id in question.key.right)
    else:
        yield f"<p><b>{in_html(answer_text(question, language))}</b></p>"
    said = [option for option in question.options if option.why is not None]
    if said:
        rows = (f"<li>{option_html(one, language)}<br>{why_html(one, language)}</li>" for one in said)
        yield f"<ul>{''.join(rows)}</ul>"
    if question.why is not None:
        yield f"<p>{in_html(piece_text(question.why, language))}</p>"


def _exhibit(exhibit: Exhibit, language: Language) -> str:
    title = "" if exhibit.title is None else f"<p>{in_html(piece_text(exhibit.title, language))}</p>"
    return f"{title}<pre>{escape(piece_text(exhibit.body, language), quote=False)}</pre>"


def offered_html(question: Question, language: Language) -> str:
    """What can be answered, as a list; of a match both sides."""
    if question.kind is Kind.FILL:
        return ""
    rows = "".join(f"<li>{option_html(one, language)}</li>" for one in question.options)
    if question.kind is not Kind.MATCH:
        return f"<ol>{rows}</ol>"
    partners = (one.partner for one in right_sides(question))
    sides = "".join(f"<li>{in_html(piece_text(one, language))}</li>" for one in partners if one is not None)
    return f'<ol>{rows}</ol><ol type="a">{sides}</ol>'
