"""Why a question that nobody sent has no answer."""

from tutor.policy import UnsupportedError

from .say import Language, say
from .statement_text import shown

__all__ = ["question_trouble"]


def question_trouble(error: Exception, principal: str, language: Language) -> str:
    """One sentence; `principal` is whom the question was about."""
    if isinstance(error, UnsupportedError):
        return say(language, "decision.ask.unsupported", what=shown(error.what))
    if isinstance(error, LookupError):
        return say(language, "decision.ask.unknown", principal=shown(principal))
    return say(language, "decision.ask.incomplete")
