"""Questions as a table for spreadsheets: a row each."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from tutor.quiz.question import Question

from ..quiz_say import answer_text, option_text
from ..quiz_text import piece_text
from ..say import Language

__all__ = ["csv_text"]

COLUMNS: Final = ("id", "kind", "level", "skills", "exhibits", "prompt", "options", "answer", "explanation")
MARK: Final = "\ufeff"
"""Tells spreadsheet programs that the text is UTF-8."""


def csv_text(questions: Sequence[Question], language: Language) -> str:
    """A file that spreadsheet programs open, Korean included."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for question in questions:
        writer.writerow([_harmless(cell) for cell in _row(question, language)])
    return MARK + file.getvalue()


def _row(question: Question, language: Language) -> list[str]:
    exhibits = [piece_text(one.body, language) for one in question.exhibits]
    options = [
        option_text(one, language)
        + (f" | {piece_text(one.partner, language)}" if one.partner is not None else "")
        for one in question.options
    ]
    whys = [piece_text(one.why, language) for one in question.options if one.why is not None]
    whys += [piece_text(question.why, language)] if question.why is not None else []
    return [
        question.id,
        str(question.kind),
        str(question.level),
        " ".join(question.skills),
        "\n\n".join(exhibits),
        piece_text(question.prompt, language),
        "\n".join(options),
        answer_text(question, language),
        "\n".join(whys),
    ]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
