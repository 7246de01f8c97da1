"""Anki's text import: a note a question, its id as guid, so that importing again updates it in place."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from tutor.quiz.question import Question

from ..quiz_say import skill_name
from ..say import Language
from .page import answer_html, offered_html, question_html

__all__ = ["anki_text"]

HEAD: Final = (
    "#separator:Tab",
    "#html:true",
    "#notetype:Basic",
    "#deck:IAM Tutor",
    "#guid column:1",
    "#tags column:4",
)
"""No columns line: the note type's own fields are Front and Back in every language of Anki."""


def anki_text(questions: Sequence[Question], language: Language) -> str:
    """A file that Anki imports."""
    file = io.StringIO()
    file.write("\n".join(HEAD) + "\n")
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    for question in questions:
        front = question_html(question, language) + offered_html(question, language)
        writer.writerow(
            [f"iam-tutor:{question.id}", front, answer_html(question, language), _tags(question, language)]
        )
    return file.getvalue()


def _tags(question: Question, language: Language) -> str:
    """Tags hold no blanks."""
    names = [skill_name(skill, language).replace(" ", "_") for skill in question.skills]
    return " ".join([f"iam::{question.skill}", *names, f"level::{question.level}"])
