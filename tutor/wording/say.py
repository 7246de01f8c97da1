"""Looks a message up and puts values in."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final, Literal

Language = Literal["ko", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ko", "en")

AREAS: Final = (
    "app", "check", "course", "cli", "console", "decision", "detect", "quiz", "trouble", "trace",
)  # fmt: skip
"""The catalogue modules; a message id begins with its area: `app.home.title`."""


@cache
def catalogue(area: str) -> Mapping[str, tuple[str, str]]:
    """The messages of one area: id to (Korean, English)."""
    messages: Mapping[str, tuple[str, str]] = import_module(f"tutor.wording.{area}").MESSAGES
    return messages


def say(language: Language, message: str, **values: object) -> str:
    """The sentence `message` in `language` with `values` put in; raises KeyError for an unknown id."""
    pair = catalogue(message.partition(".")[0])[message]
    return pair[LANGUAGES.index(language)].format(**values)
