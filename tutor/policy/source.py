"""The text of a policy document, and the error that points into it."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

__all__ = ["PolicyError", "Position", "Source"]


class Position(NamedTuple):
    """A place in a text; lines and columns count characters from 1."""

    line: int
    column: int


class PolicyError(Exception):
    """A document that IAM refuses: its words, and where the document is at fault."""

    def __init__(
        self, message: str, fault: str, source: "Source", span: tuple[int, int], expected: str = ""
    ) -> None:
        super().__init__(message)
        start, end = span
        self.code = "MalformedPolicyDocument"
        """The error code of the service."""
        self.message = message
        """The service's own sentence (`spec/iam-facts.md` 2.4)."""
        self.fault = fault
        """A stable name of what is wrong, such as `trailing-comma`."""
        self.position = source.position(start)
        """Where the fault begins."""
        self.end = source.position(end)
        """Where it ends, exclusive."""
        self.found = source.text[start:end]
        """The faulty text, as it stands in the document; empty where something is missing."""
        self.expected = expected
        """What could stand there: a token or a name, several joined by ` | `; empty when nothing could."""
        self.line_text = source.line_at(start)
        """The line that holds `position`, without its line end."""

    def caret(self) -> str:
        """The faulty line with a caret under the fault, aligned in terminal cells."""
        before = self.line_text[: self.position.column - 1]
        return f"{self.line_text}\n{''.join(map(_blank, before))}^"


def _blank(character: str) -> str:
    if character == "\t":
        return character
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return ""
    return "  " if unicodedata.east_asian_width(character) in {"W", "F"} else " "


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text with the start of each of its lines."""

    text: str
    line_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = accumulate((len(line) for line in _lines(self.text)), initial=0)
        object.__setattr__(self, "line_starts", tuple(starts)[:-1])

    def position(self, offset: int) -> Position:
        """The line and column of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def error(self, message: str, fault: str, start: int, end: int, expected: str = "") -> PolicyError:
        """The error for the span `start` to `end` of this text."""
        return PolicyError(message, fault, self, (start, end), expected)

    def line_at(self, offset: int) -> str:
        """The line that holds a character offset, without its line end."""
        start = self.line_starts[self.position(offset).line - 1]
        return self.text[start:].partition("\n")[0].removesuffix("\r")


def _lines(text: str) -> Iterator[str]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start : end + 1]
        start = end + 1
    yield text[start:]
