"""Questions on paper: Markdown, the answers at the end."""

from collections.abc import Iterator, Sequence
from typing import Final

from tutor.quiz.marking import right_sides
from tutor.quiz.question import Kind, Question

from ..quiz_say import answer_text, option_text
from ..quiz_text import piece_text
from ..say import Language, say

__all__ = ["markdown_text"]

LETTERS: Final = "abcdefgh"


def markdown_text(questions: Sequence[Question], language: Language) -> str:
    """A sheet of questions, and behind them their answers with the reasons."""
    lines = [f"# {say(language, 'quiz.sheet.title')}", ""]
    for number, question in enumerate(questions, start=1):
        lines += [f"## {number}", "", *_question(question, language), ""]
    lines += [f"# {say(language, 'quiz.sheet.answers')}", ""]
    for number, question in enumerate(questions, start=1):
        lines += [*_answer(number, question, language), ""]
    return "\n".join(lines)


def _question(question: Question, language: Language) -> Iterator[str]:
    for exhibit in question.exhibits:
        if exhibit.title is not None:
            yield f"{piece_text(exhibit.title, language)}:"
            yield ""
        yield from _fenced(piece_text(exhibit.body, language), exhibit.language)
        yield ""
    yield piece_text(question.prompt, language)
    yield ""
    for number, option in enumerate(question.options, start=1):
        text = option_text(option, language)
        if option.code:
            yield f"{number}."
            yield ""
            yield from (f"   {line}" for line in _fenced(text, "json"))
            yield ""
        else:
            yield f"{number}. {text}"
    if question.kind is Kind.MATCH:
        yield ""
        for letter, option in zip(LETTERS, right_sides(question), strict=False):
            yield f"- ({letter}) {piece_text(option.partner, language) if option.partner else ''}"


def _answer(number: int, question: Question, language: Language) -> Iterator[str]:
    if any(option.code for option in question.options):
        places = [str(n) for n, one in enumerate(question.options, start=1) if one.id in question.key.right]
        yield f"**{number}.** {', '.join(places)}"
    else:
        yield f"**{number}.** {answer_text(question, language)}"
    for place, option in enumerate(question.options, start=1):
        if option.why is not None:
            yield f"   - ({place}) {piece_text(option.why, language)}"
    if question.why is not None:
        yield f"   - {piece_text(question.why, language)}"


def _fenced(text: str, language: str) -> Iterator[str]:
    fence = "```"
    while fence in text:
        fence += "`"
    yield f"{fence}{language if language == 'json' else ''}"
    yield from text.split("\n")
    yield fence
