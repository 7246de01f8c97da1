"""Wildcard patterns: `*` is any run of characters, `?` is exactly one.

A pattern is compiled to a test once. A test takes time in proportion to text times stars at worst: the first
and last piece of a pattern are anchored, each piece between is searched for once and never tried again.
Nothing here backtracks, so no pattern that a learner writes can hang the program.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Final

__all__ = ["ONE", "RUN", "Part", "TextTest", "Wildcard", "compile_parts", "compile_pattern", "parts_of"]


class Wildcard(Enum):
    """A wildcard character in a pattern."""

    RUN = "*"
    ONE = "?"


RUN: Final = Wildcard.RUN
ONE: Final = Wildcard.ONE

Part = str | Wildcard
"""A piece of a pattern: literal text, or a wildcard."""

TextTest = Callable[[str], bool]
"""Whether a whole text fits a pattern."""


def parts_of(pattern: str) -> tuple[Part, ...]:
    """The parts of a pattern as it is written, in which every `*` and `?` is a wildcard."""
    parts: list[Part] = []
    literal_start = 0
    for offset, character in enumerate(pattern):
        if character in "*?":
            if literal_start < offset:
                parts.append(pattern[literal_start:offset])
            parts.append(RUN if character == "*" else ONE)
            literal_start = offset + 1
    if literal_start < len(pattern):
        parts.append(pattern[literal_start:])
    return tuple(parts)


def compile_pattern(pattern: str) -> TextTest:
    """The test for a pattern as it is written."""
    if "*" not in pattern and "?" not in pattern:
        return pattern.__eq__
    return _anything if pattern == "*" else compile_parts(parts_of(pattern))


def compile_parts(parts: Iterable[Part]) -> TextTest:
    """The test for the pattern made of `parts`."""
    pieces = _pieces(parts)
    if len(pieces) == 1:
        return _whole(pieces[0])
    first, *middle, last = pieces
    if not any(middle) and not last:
        if not first:
            return _anything
        if isinstance(first, str):
            return _beginning(first)
    return _Runs(first, [piece for piece in middle if piece], last).fits


Piece = str | tuple[Part, ...]
"""What stands between two stars: plain text, or text with `?` in it."""


def _pieces(parts: Iterable[Part]) -> list[Piece]:
    pieces: list[list[Part]] = [[]]
    for part in parts:
        if part is RUN:
            pieces.append([])
        elif isinstance(part, str) and pieces[-1] and isinstance(pieces[-1][-1], str):
            pieces[-1][-1] += part
        else:
            pieces[-1].append(part)
    return [_piece(piece) for piece in pieces]


def _piece(parts: Sequence[Part]) -> Piece:
    if not parts:
        return ""
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0]
    return tuple(parts)


def _anything(text: str) -> bool:
    return True


def _whole(piece: Piece) -> TextTest:
    if isinstance(piece, str):
        return piece.__eq__
    size = _size(piece)
    return lambda text: len(text) == size and _stands(piece, text, 0)


def _beginning(literal: str) -> TextTest:
    return lambda text: text.startswith(literal)


class _Runs:
    """A pattern with at least one star."""

    __slots__ = ("first", "first_size", "last", "last_size", "middle", "shortest")

    def __init__(self, first: Piece, middle: Sequence[Piece], last: Piece) -> None:
        self.first, self.last = first, last
        self.first_size, self.last_size = _size(first), _size(last)
        self.middle = [piece if isinstance(piece, str) else _Search(piece) for piece in middle]
        self.shortest = self.first_size + self.last_size + sum(map(_size, middle))

    def fits(self, text: str) -> bool:
        end = len(text) - self.last_size
        if len(text) < self.shortest or not _stands(self.first, text, 0) or not _stands(self.last, text, end):
            return False
        offset = self.first_size
        for piece in self.middle:
            if isinstance(piece, str):
                found = text.find(piece, offset, end)
                offset = found + len(piece)
            else:
                found = offset = piece.end_in(text, offset, end)
            if found < 0:
                return False
        return True


class _Search:
    """Finds a piece that holds `?`, reading each character of the text once.

    Bit `n` of the state says that the first `n + 1` characters of the piece end at the character just read.
    """

    __slots__ = ("final", "masks", "wild")

    def __init__(self, piece: tuple[Part, ...]) -> None:
        self.wild = 0
        masks: dict[str, int] = {}
        bit = 1
        for part in piece:
            for character in part if isinstance(part, str) else (ONE,):
                if isinstance(character, str):
                    masks[character] = masks.get(character, 0) | bit
                else:
                    self.wild |= bit
                bit <<= 1
        self.final = bit >> 1
        self.masks = {character: mask | self.wild for character, mask in masks.items()}

    def end_in(self, text: str, start: int, end: int) -> int:
        """The offset behind the first place where the piece stands in `text[start:end]`, or -1."""
        masks, wild, final, state = self.masks, self.wild, self.final, 0
        for offset in range(start, end):
            state = (state << 1 | 1) & masks.get(text[offset], wild)
            if state & final:
                return offset + 1
        return -1


def _size(piece: Piece) -> int:
    if isinstance(piece, str):
        return len(piece)
    return sum(len(part) if isinstance(part, str) else 1 for part in piece)


def _stands(piece: Piece, text: str, offset: int) -> bool:
    """Whether `piece` stands in `text` at `offset`."""
    if isinstance(piece, str):
        return text.startswith(piece, offset)
    for part in piece:
        if isinstance(part, str):
            if not text.startswith(part, offset):
                return False
            offset += len(part)
        else:
            offset += 1
    return offset <= len(text)
