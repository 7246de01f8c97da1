"""What is said to an answer: right or not, each option's why, when it comes again."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.render.json_colours import coloured
from tutor.app.render.quiz import rich
from tutor.quiz.marking import Mark
from tutor.quiz.question import Kind, Question
from tutor.wording import Language, say
from tutor.wording.quiz_say import Told, answer_text, option_text, told, verdict
from tutor.wording.quiz_text import piece_text

from .marked import Marked

SIGNS: Final = {"✓": "bold $success", "✗": "bold $error", "·": "$quiet"}


def told_widgets(question: Question, mark: Mark, language: Language) -> Iterator[Widget]:
    """The verdict, then why, option by option: what was picked wrongly comes first."""
    sign, style = ("✓", "$success") if mark.right else ("✗", "$error")
    if not any(mark.answer):
        sign, style = "–", "$warning"
    yield Static(Content.styled(f"{sign} {verdict(mark, language)}", f"bold {style}"), classes="verdict")
    if question.kind in {Kind.ORDER, Kind.MATCH}:
        yield from _places(question, mark, language)
        return
    rows = list(told(question, mark, language))
    if not mark.right and (question.kind is Kind.FILL or not rows):
        yield Static(_answer(question, language), classes="answer")
    code = {option.id for option in question.options if option.code}
    for row in rows:
        if row.label:
            yield Marked(Content.styled(row.sign, SIGNS[row.sign]), _row(row, bool(code)), classes="told")
        else:
            yield Static(rich(row.why), classes="told-why")


def _places(question: Question, mark: Mark, language: Language) -> Iterator[Widget]:
    """The right order, or the right pairs, with a sign for each that was got right."""
    ordered = question.kind is Kind.ORDER
    for place, one in enumerate(question.key.right):
        option = question.option(one)
        if option is None:
            continue
        got = place < len(mark.answer) and mark.answer[place] == one
        sign = "✓" if got else "✗" if any(mark.answer) else "·"
        label = rich(option_text(option, language)).stylize("bold")
        if ordered:
            label = Content.styled(f"{place + 1}. ", "bold $accent") + label
        elif option.partner is not None:
            label += Content.assemble(("  →  ", "$quiet"), rich(piece_text(option.partner, language)))
        why = rich(piece_text(option.why, language)) if option.why is not None else Content()
        body = Content.assemble(label, "\n", why) if why else label
        yield Marked(Content.styled(sign, SIGNS[sign]), body, classes="told")
    if question.why is not None:
        yield Static(rich(piece_text(question.why, language)), classes="told-why")


def _row(row: Told, code: bool) -> Content:
    """An option and why it is right or is not, on lines of its own."""
    quiet = row.sign == "·"
    label = coloured(row.label) if code else rich(row.label)
    label = label.stylize("$quiet" if quiet else "bold")
    return Content.assemble(label, "\n", rich(row.why))


def _answer(question: Question, language: Language) -> Content:
    """The right answer in words."""
    stand_in = "\ue000"
    before, _, after = say(language, "quiz.answer.is", answer=stand_in).partition(stand_in)
    return Content(before) + rich(answer_text(question, language)).stylize("bold") + Content(after)
