"""Errors of the floors below as a line on the screen."""

from textual.content import Content

from tutor.wording import Language
from tutor.wording.troubles import trouble_of

from .prose import sentence


def trouble(error: BaseException, language: Language) -> Content:
    """What went wrong and what helps."""
    message, values = trouble_of(error, language)
    return sentence(language, message, values).stylize_before("$error")
