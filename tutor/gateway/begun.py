"""A line whose beginning was given, and what somebody typed behind it without seeing that."""

from collections.abc import Callable
from typing import Final

from tutor.gateway.typed import mend
from tutor.gateway.words import NAMES, word_named

__all__ = ["starts_anew", "typed_on", "without_beginning"]

AWS: Final = "aws"


def starts_anew(rest: str) -> bool:
    """Whether what was typed behind a beginning is a whole line by itself: `aws …`, `cat trust.json`."""
    words = mend(rest)[0].split(maxsplit=1) if rest.strip() else []
    return bool(words) and (words[0] in NAMES or word_named(words[0]) is not None)


def typed_on(begun: str, rest: str) -> str:
    """The beginning with what was typed behind it; its last words typed again stand there once."""
    given, typed = begun.split(), rest.split()
    for count in range(min(len(given), len(typed)), 0, -1):
        if given[-count:] == typed[:count] and begun.endswith(" "):
            kept = rest.strip()
            for word in typed[:count]:
                kept = kept.removeprefix(word).lstrip()
            return begun + kept
    return begun + rest


def without_beginning(begun: str, line: str, is_word: Callable[[str], bool] = lambda _: False) -> str:
    """A line as it was meant: the given beginning is left out if a whole other line stands behind it.

    `is_word`: whether something is a word that the console's front end understands.
    """
    stem = begun.rstrip()
    behind = line.removeprefix(stem) if stem else line
    if behind == line or not behind.startswith((" ", "\t", f"{AWS} ")):
        return line
    rest = behind.strip()
    if starts_anew(rest) or is_word(rest):
        return rest
    return typed_on(f"{stem} ", rest) if begun.endswith(" ") else line
