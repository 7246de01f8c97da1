"""Questions for other programs: Anki, Moodle, spreadsheets, paper, and as JSON."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tutor.quiz.question import Question

from ..say import Language
from .anki import anki_text
from .fields import question_fields
from .gift import gift_text
from .markdown import markdown_text
from .table import csv_text

__all__ = ["EXPORTS", "question_fields"]

EXPORTS: Final[Mapping[str, Callable[[Sequence[Question], Language], str]]] = {
    "anki": anki_text,
    "gift": gift_text,
    "csv": csv_text,
    "markdown": markdown_text,
}
"""By format, the whole file."""
