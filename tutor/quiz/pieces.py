"""Texts of questions as data: this floor holds no sentence; `tutor.wording.quiz_text` says them."""

from dataclasses import dataclass

from tutor.course.language import Language

__all__ = ["Code", "Lines", "Piece", "Prose", "Words", "words"]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of the interface, by the id of its message, with what is put in."""

    message: str
    """Such as `quiz.predict.ask`."""
    values: "tuple[tuple[str, Value], ...]" = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that an author wrote, in both languages."""

    ko: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in one of them."""
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Code:
    """What is the same in every language: JSON, an ARN, an action."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Several texts, a line each."""

    rows: "tuple[Piece, ...]"


Piece = Words | Prose | Code | Lines
Value = str | int | Piece
"""What can stand in a sentence; a piece is said in the sentence's language."""


def words(message: str, **values: Value) -> Words:
    """The sentence `message` with `values` put in."""
    return Words(message, tuple(values.items()))
