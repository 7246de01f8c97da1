"""A console line as words: quotes, backslashes and assignments as a shell reads them, nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tutor.gateway.notices import Refused

SHELL_SIGNS: Final = frozenset("|;<>&`")
"""Signs that mean something to a shell and nothing here."""

ASSIGNMENT: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CommandWords:
    """The words of a line, and the variables set in front of them."""

    variables: Mapping[str, str]
    words: tuple[str, ...]


def read_line(text: str) -> CommandWords:
    """The words of a line; raises Refused for an open quote and for what only a shell can do."""
    words = _words(text)
    variables: dict[str, str] = {}
    while words and (match := ASSIGNMENT.fullmatch(words[0])):
        variables[match[1]] = match[2]
        words.pop(0)
    return CommandWords(variables, tuple(words))


def _words(text: str) -> list[str]:
    words: list[str] = []
    word: str | None = None
    position = 0
    while position < len(text):
        letter = text[position]
        if letter in "\"'":
            piece, position = _quoted(text, position)
            word = (word or "") + piece
            continue
        if letter == "\\" and position + 1 < len(text):
            position += 1
            if text[position] != "\n":
                word = (word or "") + text[position]
        elif letter.isspace():
            if word is not None:
                words.append(word)
            word = None
        elif letter == "#" and word is None:
            position = text.find("\n", position)
            if position < 0:
                break
        elif letter in SHELL_SIGNS or text.startswith("$(", position):
            raise Refused("shell-syntax", sign=text[position : position + 2] if letter == "$" else letter)
        else:
            word = (word or "") + letter
        position += 1
    return words if word is None else [*words, word]


def _quoted(text: str, start: int) -> tuple[str, int]:
    """What stands between the quote at `start` and its partner, and where it goes on."""
    quote, letters = text[start], ""
    position = start + 1
    while position < len(text):
        letter = text[position]
        if letter == quote:
            return letters, position + 1
        if (
            letter == "\\"
            and quote == '"'
            and text[position + 1 : position + 2] in ('"', "\\", "$", "`", "\n")
        ):
            position += 1
            letter = "" if text[position] == "\n" else text[position]
        letters += letter
        position += 1
    raise Refused("open-quote")
