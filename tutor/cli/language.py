"""What `--language` asks for."""

from collections.abc import Sequence

from tutor.wording import LANGUAGES, Language


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language asked for, read before the parser exists, so that usage faults speak it too."""
    for position, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == "--language":
            chosen = value if equals else next(iter(arguments[position + 1 : position + 2]), "")
            return next((language for language in LANGUAGES if language == chosen), None)
    return None
