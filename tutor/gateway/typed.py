"""Mends what beginners paste and type: prompts, printed quotes and dashes, wide letters, Hangul for Latin."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tutor.gateway.dubeolsik import is_hangul, keys_of
from tutor.gateway.fix import Fix
from tutor.gateway.words import NAMES, word_named

__all__ = ["Fix", "mend"]

OPENING: Final = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "＂": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "＇": "'",
}
"""Quotation marks of print, and the ones that a shell knows."""

SPACES: Final = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
DASHES: Final = "‐‑‒–—―−－"
COMMAND_WORDS: Final = 3
"""How many words of a line name a command: aws, the service, the operation."""


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    quoted: bool


def mend(line: str) -> tuple[str, tuple[Fix, ...]]:
    """The line as it was meant, and what was changed; quoted text and option values stay as they are."""
    fixes: list[Fix] = []
    text = _without_prompt(line, fixes)
    text = _out_of_hangul_mode(text, fixes)
    letters = _with_plain_quotes(text, fixes)
    mended = "".join(_mended_tokens(letters, fixes))
    return mended.strip(), tuple(_told_together(dict.fromkeys(fixes)))


def _told_together(fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Words that were typed in Hangul mode are told of at once, where the first of them is."""
    told = list(fixes)
    words = [fix for fix in told if fix.kind == "hangul"]
    for fix in told:
        if fix.kind != "hangul":
            yield fix
        elif fix is words[0]:
            yield Fix("hangul", " ".join(one.found for one in words), " ".join(one.meant for one in words))


def _without_prompt(line: str, fixes: list[Fix]) -> str:
    text = line.strip(SPACES + INVISIBLE + " \t")
    if text.startswith(("$ ", "$\t", "$\u00a0")) or (text.startswith("$") and text[1:4] == "aws"):
        fixes.append(Fix("prompt", "$", ""))
        return text[1:].lstrip(SPACES + " \t")
    return text


def _out_of_hangul_mode(text: str, fixes: list[Fix]) -> str:
    if not any(map(is_hangul, text)) or any(letter.isascii() and letter.isalpha() for letter in text):
        return text
    meant = keys_of(text)
    if word_named(text.split(maxsplit=1)[0]) or meant.split(maxsplit=1)[0] not in NAMES:
        return text
    fixes.append(Fix("hangul", text, meant))
    return meant


def _with_plain_quotes(text: str, fixes: list[Fix]) -> list[_Letter]:
    letters: list[_Letter] = []
    inside: str | None = None
    typographic = escaped = False
    for letter in text:
        plain = OPENING.get(letter)
        if inside is None and (plain or letter in "\"'"):
            if not escaped:
                inside, typographic = plain or letter, plain is not None
            letters.append(_Letter(_plain(letter, plain, fixes), True))
        elif inside is not None and (letter == inside or (typographic and plain == inside)):
            letters.append(_Letter(_plain(letter, plain, fixes), True))
            inside = None
        else:
            letters.append(_Letter(letter, inside is not None))
        escaped = letter == "\\" and not escaped and inside is None
    return letters


def _plain(letter: str, plain: str | None, fixes: list[Fix]) -> str:
    if plain is None:
        return letter
    fixes.append(Fix("quotes", letter, plain))
    return plain


def _mended_tokens(letters: list[_Letter], fixes: list[Fix]) -> Iterator[str]:
    place, limit, after_option = 0, 1, False
    for token in _tokens(letters, fixes):
        text = "".join(letter.text for letter in token)
        if text.isspace():
            yield text
        elif not token[0].quoted and text[0] in "-" + DASHES and len(text) > 1:
            yield _mended_option(text, fixes)
            after_option = True
        elif after_option:
            yield text
            after_option = False
        else:
            if place < limit and not any(letter.quoted for letter in token):
                text = _mended_word(text, fixes, first=place == 0)
            limit = COMMAND_WORDS if text == "aws" else limit
            place += "=" not in text
            yield text


def _tokens(letters: list[_Letter], fixes: list[Fix]) -> Iterator[list[_Letter]]:
    token: list[_Letter] = []
    for letter in letters:
        if not letter.quoted and letter.text in INVISIBLE:
            continue
        if not letter.quoted and letter.text in SPACES:
            fixes.append(Fix("space", letter.text, " "))
            letter = _Letter(" ", False)  # noqa: PLW2901 # the space takes the letter's place
        space = not letter.quoted and letter.text in " \t\n"
        if token and (space or (not token[-1].quoted and token[-1].text in " \t\n")):
            yield token
            token = []
        token.append(letter)
    if token:
        yield token


def _mended_option(text: str, fixes: list[Fix]) -> str:
    name, sign, value = text.partition("=")
    stem = name.lstrip("-" + DASHES)
    dashes = name[: len(name) - len(stem)]
    if any(dash in DASHES for dash in dashes):
        fixes.append(Fix("dash", dashes, "--"))
        dashes = "--"
    return dashes + _mended_word(stem, fixes) + sign + value


def _mended_word(text: str, fixes: list[Fix], *, first: bool = False) -> str:
    text = _change(text, "full-width", _half_width, fixes)
    text = _change(text, "dash", _hyphens, fixes)
    if first and (keys_of(text) not in NAMES or word_named(text)):
        return text
    return _change(text, "hangul", keys_of, fixes)


def _change(text: str, kind: str, change: Callable[[str], str], fixes: list[Fix]) -> str:
    meant = change(text)
    if meant != text:
        fixes.append(Fix(kind, text, meant))
    return meant


def _half_width(text: str) -> str:
    return "".join(chr(ord(letter) - 0xFEE0) if "\uff01" <= letter <= "\uff5e" else letter for letter in text)


def _hyphens(text: str) -> str:
    return "".join("-" if letter in DASHES else letter for letter in text)
