"""The console's words beside `aws`, in both languages: one registry for running, help and completion."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tutor.gateway.notices import Notice
from tutor.gateway.result import ConsoleResult, page, refused
from tutor.gateway.words import (
    clock,
    devices,
    files,
    instances,
    keep,
    moves,
    profiles,
    report,
    sign_in,
    staff,
    variables,
)
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

__all__ = ["NAMES", "REGISTRY", "Word", "help_page", "word_named"]


def _help(_console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if not words:
        return page(*help_page())
    if words[0] == "aws":
        return page(Notice("help.aws"))
    word = word_named(words[0])
    return page(word.help) if word else refused("no-help", word=words[0])


def help_page() -> tuple[Notice, ...]:
    """All words, a line each."""
    words = (word.help for word in REGISTRY.values())
    return Notice("help.first"), *words, Notice("help.aws"), Notice("help.shell")


def _names(_console: "Console", before: Sequence[str]) -> Iterable[str]:
    return () if before else ("aws", *REGISTRY)


REGISTRY: Final[Mapping[str, Word]] = {
    word.name: word
    for word in (
        *sign_in.WORDS,
        *devices.WORDS,
        *staff.WORDS,
        *profiles.WORDS,
        *keep.WORDS,
        *report.WORDS,
        *variables.WORDS,
        *files.WORDS,
        *clock.WORDS,
        *moves.WORDS,
        *instances.WORDS,
        Word("help", "도움말", _help, _names),
    )
}
"""By English name, in the order in which help tells them."""

NAMES: Final = frozenset({"aws", *REGISTRY})
"""What a line of the console begins with, in English."""

_KOREAN: Final = {word.korean: word for word in REGISTRY.values()}


def word_named(text: str) -> Word | None:
    """The word of that name, in either language."""
    return REGISTRY.get(text) or _KOREAN.get(text)
