"""Questions in words: pieces of a question as text."""

from tutor.quiz.pieces import Code, Lines, Piece, Prose, Words

from .policy_names import shown
from .say import Language, say

__all__ = ["piece_text"]


def piece_text(piece: Piece, language: Language) -> str:
    """The piece in a language; what authors and policies wrote is shown harmlessly."""
    if isinstance(piece, Prose):
        return piece.in_language(language)
    if isinstance(piece, Code):
        return piece.text
    if isinstance(piece, Lines):
        return "\n".join(piece_text(row, language) for row in piece.rows)
    return say(language, piece.message, **{name: _value(value, language) for name, value in piece.values})


def _value(value: str | int | Piece, language: Language) -> str:
    if isinstance(value, Prose | Code | Words | Lines):
        return piece_text(value, language)
    return shown(str(value))
