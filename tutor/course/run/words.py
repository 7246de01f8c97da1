"""The words that the course understands beside console lines, in both languages and any input mode."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from tutor.gateway.dubeolsik import keys_of
from tutor.gateway.words import word_named

from ..lesson import Lesson


class Word(StrEnum):
    """An action that is typed."""

    HINT = "hint"
    NEXT = "next"
    UNDO = "undo"
    REDO = "redo"
    SOLUTION = "solution"
    HELP = "help"
    MAP = "map"
    HISTORY = "history"
    CLEAR = "clear"
    CHECK = "check"
    TEST_OUT = "test-out"


KOREAN: Final = {
    "힌트": Word.HINT,
    "다음": Word.NEXT,
    "되돌리기": Word.UNDO,
    "다시": Word.REDO,
    "풀이": Word.SOLUTION,
    "도움말": Word.HELP,
    "지도": Word.MAP,
    "기록": Word.HISTORY,
    "지우기": Word.CLEAR,
    "확인": Word.CHECK,
    "건너뛰기": Word.TEST_OUT,
}

SEPARATORS: Final = re.compile(r"[\s,·]+")
PLACE: Final = re.compile(r"(?:start|시작)\s+(\d{1,2})")


def as_word(text: str) -> Word | None:
    """The action that the text names: in Korean, in English, or in English with Hangul mode left on."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if found := KOREAN.get(unicodedata.normalize("NFC", text).strip()):
        return found
    for reading in (plain, keys_of(text.strip())):
        if reading.lower() in set(Word):
            return Word(reading.lower())
    return None


def as_place(text: str, lesson: Lesson) -> str | None:
    """The save point that `start 2` names, by its number; None for any other line."""
    found = PLACE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    points = [step.id for step in lesson.steps if step.save_point]
    if found is None or not points:
        return None
    number = int(found[1])
    return points[number - 1] if 0 < number <= len(points) else ""


def for_console(text: str) -> bool:
    """Whether a line begins with a word of the console; `aws` alone is none."""
    words = text.split()
    return bool(words) and words != ["aws"] and (words[0] == "aws" or word_named(words[0]) is not None)


def as_choice(
    text: str, options: Sequence[str], *, several: bool, ordered: bool = False
) -> tuple[str, ...] | None:
    """The options picked, by number or by id; None if the text is no pick, empty if there is no such number.

    `ordered`: in the order in which they stand in the text, else in that of the options.

    Digits may be full-width, ids may be typed with Hangul mode left on, several may stand apart or together.
    """
    picked: list[str] = []
    for part in filter(None, SEPARATORS.split(text.strip())):
        found = _one(part, options)
        if found is None:
            return None
        picked += found
    if not picked:
        return None
    if ordered:
        return tuple(picked) if set(picked) <= set(options) else ()
    known = tuple(dict.fromkeys(option for option in picked if option in options))
    if len(known) != len(set(picked)) or (len(known) > 1 and not several):
        return ()
    return tuple(option for option in options if option in known)


def _one(part: str, options: Sequence[str]) -> list[str] | None:
    plain = unicodedata.normalize("NFKC", part)
    if plain.isascii() and plain.isdigit():
        numbers = [plain] if len(options) > 9 else list(plain)
        return [options[int(n) - 1] if 0 < int(n) <= len(options) else n for n in numbers]
    for reading in (plain.lower(), keys_of(part).lower()):
        if reading in options:
            return [reading]
    return None
