"""Patterns as languages: each is a row of tokens, read as a small automaton.

A state is the set of tokens that may come next, held as the bits of a number: bit `n` stands before token
`n`, the bit behind the last token says that the text read so far belongs to the language.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..wildcards import ONE, RUN, Part, parts_of

__all__ = [
    "ANY_ONE",
    "ANY_RUN",
    "FIELD_RUN",
    "Pattern",
    "Token",
    "arn_fields",
    "ignoring_case",
    "literal",
    "one_of",
    "pattern_of_parts",
    "tokens_of",
    "wildcard",
]


@dataclass(frozen=True, slots=True)
class Token:
    """One character of a set, or any number of them."""

    characters: frozenset[str]
    negated: bool = False
    """Whether the set is of all characters but these."""
    repeats: bool = False
    """Whether it stands for any number of characters, also none."""

    def takes(self, character: str) -> bool:
        """Whether the character is in the set."""
        return (character in self.characters) is not self.negated


NOTHING: Final[frozenset[str]] = frozenset()
COLON: Final = frozenset(":")
ANY_ONE: Final = Token(NOTHING, negated=True)
ANY_RUN: Final = Token(NOTHING, negated=True, repeats=True)
FIELD_ONE: Final = Token(COLON, negated=True)
FIELD_RUN: Final = Token(COLON, negated=True, repeats=True)


class Pattern:
    """A language: all texts that a row of tokens can be read as, one after the other."""

    __slots__ = (
        "_final",
        "_hash",
        "_masks",
        "_others",
        "_repeating",
        "_settled",
        "_watched",
        "start",
        "tokens",
    )

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.tokens = tuple(tokens)
        self._hash = hash(self.tokens)
        self._final = 1 << len(self.tokens)
        self._repeating = sum(1 << place for place, token in enumerate(self.tokens) if token.repeats)
        # From here on every text belongs; 0 when the pattern has no such end.
        self._settled = (self._final >> 1) | self._final if self.tokens[-1:] == (ANY_RUN,) else 0
        self._others = sum(1 << place for place, token in enumerate(self.tokens) if token.negated)
        # By character: the places that take it. A token's own set turns what the token does with the others.
        self._masks: dict[str, int] = {}
        for place, token in enumerate(self.tokens):
            for character in token.characters:
                self._masks[character] = self._masks.get(character, self._others) ^ 1 << place
        self._watched: dict[int, frozenset[str]] = {}
        self.start = self._closed(1)
        """The state before the first character."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and self.tokens == other.tokens

    def __hash__(self) -> int:
        return self._hash

    def step(self, state: int, character: str) -> int:
        """The state after one more character; 0 when no text of the language begins so."""
        took = state & self._masks.get(character, self._others)
        return self._closed(took & self._repeating | (took & ~self._repeating) << 1)

    def accepts(self, state: int) -> bool:
        """Whether what led to the state is a text of the language."""
        return bool(state & self._final)

    def watched(self, state: int) -> frozenset[str]:
        """The characters that the state tells from all others."""
        found = self._watched.get(state)
        if found is None:
            places = () if state and state == self._settled else _bits(state & (self._final - 1))
            found = frozenset().union(*(self.tokens[place].characters for place in places))
            self._watched[state] = found
        return found

    def covers(self, text: str) -> bool:
        """Whether the text belongs to the language."""
        state = self.start
        for character in text:
            state = self.step(state, character)
            if not state:
                return False
        return self.accepts(state)

    def _closed(self, state: int) -> int:
        """Adds the places behind runs, which may be empty; drops what no longer matters."""
        while (wider := state | (state & self._repeating) << 1) != state:
            state = wider
        return self._settled if self._settled and state & self._settled == self._settled else state


def _bits(state: int) -> Iterator[int]:
    while state:
        lowest = state & -state
        yield lowest.bit_length() - 1
        state ^= lowest


def one_of(characters: str) -> Token:
    """Exactly one of some characters."""
    return Token(frozenset(characters))


def pattern_of_parts(parts: Iterable[Part], *, in_field: bool = False) -> Pattern:
    """The language of a pattern's parts; `in_field`: wildcards do not stand for a colon."""
    return Pattern(tuple(tokens_of(parts, in_field=in_field)))


def tokens_of(parts: Iterable[Part], *, in_field: bool) -> Iterator[Token]:
    """The tokens of a pattern's parts; `in_field`: wildcards do not stand for a colon."""
    one, run = (FIELD_ONE, FIELD_RUN) if in_field else (ANY_ONE, ANY_RUN)
    ran = False
    for part in parts:
        if part is RUN and not ran:
            yield run
        elif part is ONE:
            yield one
        elif isinstance(part, str):
            yield from map(one_of, part)
        ran = part is RUN


def arn_fields(fields: Sequence[Iterable[Part]]) -> Pattern:
    """The language of ARNs whose fields fit; wildcards stay in their field but for the last."""
    *head, last = fields
    tokens: list[Token] = []
    for parts in head:
        tokens += [*tokens_of(parts, in_field=True), one_of(":")]
    return Pattern((*tokens, *tokens_of(last, in_field=False)))


@lru_cache(maxsize=1024)
def wildcard(text: str) -> Pattern:
    """The language of a pattern as it is written, in which `*` and `?` stand for any character."""
    return pattern_of_parts(parts_of(text))


@lru_cache(maxsize=1024)
def literal(text: str) -> Pattern:
    """The language of one text."""
    return Pattern(tuple(map(one_of, text)))


@lru_cache(maxsize=1024)
def ignoring_case(text: str) -> Pattern:
    """A text in capital and small letters, letter by letter."""
    return Pattern(tuple(one_of(_either_case(letter)) for letter in text))


def _either_case(letter: str) -> str:
    return "".join({letter, *(form for form in (letter.lower(), letter.upper()) if len(form) == 1)})
