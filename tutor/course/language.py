"""The languages that every lesson is written in."""

from typing import Final, Literal

Language = Literal["ko", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("ko", "en")
