"""Tells apart what people really type or paste where JSON wants something else."""

from json import JSONDecoder
from typing import Final, NamedTuple

__all__ = ["DECODER", "DIGITS", "Mistake", "is_number", "mistake_at"]

DECODER: Final = JSONDecoder()
"""Reads strings, the one part that is the same whether or not one asks where things stand."""

DIGITS: Final = frozenset("0123456789")
CURLY_QUOTES: Final = frozenset("“”„‟‘’‚‛«»「」『』＂＇`´")
FULL_WIDTH: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "：": ":", "，": ",", "、": ","}
INVISIBLE: Final = frozenset("\u00a0\u200b\u200c\u200d\u2060\ufeff\u3000\u2002\u2003\u2009\u202f")
LITERALS: Final = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null"}


class Mistake(NamedTuple):
    """What stands at a place instead of what should."""

    fault: str
    """A stable name of it, as in `PolicyError`."""
    end: int
    """Offset behind it."""
    expected: str


def mistake_at(text: str, offset: int, word: str, expected: str) -> Mistake:
    """What stands at `offset`, where `word` begins, instead of `expected`."""
    character = text[offset : offset + 1]
    if not character:
        return Mistake("unclosed", offset, _owed(text) if expected != "value" else expected)
    if character in CURLY_QUOTES:
        return Mistake("curly-quote", offset + 1, '"')
    if character in FULL_WIDTH:
        return Mistake("full-width", offset + 1, FULL_WIDTH[character])
    if character in INVISIBLE:
        return Mistake("invisible-character", offset + 1, expected)
    if character == "'":
        return Mistake("single-quote", offset + 1, '"')
    if character == "#" or text[offset : offset + 2] in {"//", "/*"}:
        end = text.find("\n", offset)
        return Mistake("comment", len(text) if end < 0 else end, expected)
    if word:
        fault = "wrong-literal" if word in LITERALS else "missing-quotes"
        return Mistake(fault, offset + len(word), LITERALS.get(word, f'"{word}"'))
    if expected == "value" and character in ",]}":
        return Mistake("missing-value", offset + 1, expected)
    return Mistake("unexpected-character", offset + 1, expected)


def _owed(text: str) -> str:
    """The brackets that a text owes which ends too early, innermost first."""
    owed: list[str] = []
    offset = 0
    while offset < len(text):
        character = text[offset]
        if character == '"':
            offset = DECODER.raw_decode(text, offset)[1]
            continue
        if character in "{[":
            owed.append("}" if character == "{" else "]")
        elif character in "}]":
            owed.pop()
        offset += 1
    return "".join(reversed(owed))


def is_number(written: str) -> bool:
    """Whether `written` is a number of RFC 8259."""
    if _digits(written):
        return len(written) == 1 or written[0] != "0"
    mantissa, exponent_mark, exponent = written.replace("E", "e").partition("e")
    whole, point, fraction = mantissa.removeprefix("-").partition(".")
    if exponent_mark and not _digits(exponent[1:] if exponent[:1] in {"+", "-"} else exponent):
        return False
    if not _digits(whole) or (len(whole) > 1 and whole[0] == "0"):
        return False
    return not point or _digits(fraction)


def _digits(text: str) -> bool:
    return text.isdigit() and text.isascii()
