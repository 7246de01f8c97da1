"""The words of plain mode that stand for the screens of the app, in both languages."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from tutor.course.run.words import KOREAN as COURSE_KOREAN
from tutor.course.run.words import Word as CourseWord
from tutor.gateway.dubeolsik import keys_of
from tutor.wording import Language, say


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word that begins a line; `cli.plain.help.<name>` tells how it is written and what it does."""

    name: str
    korean: str
    lessons_only: bool = False
    files: bool = False
    """A file of the workspace stands behind it."""


WORDS: Final = (
    PlainWord("show", "자세히"),
    PlainWord("map", "지도"),
    PlainWord("history", "기록"),
    PlainWord("why", "왜"),
    PlainWord("what-if", "만약에"),
    PlainWord("flip", "작은변경"),
    PlainWord("check", "확인", files=True),
    PlainWord("watch", "지켜보기", files=True),
    PlainWord("unwatch", "그만보기", files=True),
    PlainWord("diff", "비교", files=True),
    PlainWord("format", "줄맞추기", files=True),
    PlainWord("lessons", "레슨", lessons_only=True),
    PlainWord("sandboxes", "샌드박스"),
    PlainWord("quiz", "퀴즈", lessons_only=True),
    PlainWord("tour", "둘러보기"),
    PlainWord("language", "언어"),
)
"""In the order in which help tells them."""

_BY_NAME: Final = {word.name: word for word in WORDS} | {word.korean: word for word in WORDS}


def read(typed: str) -> tuple[PlainWord, tuple[str, ...]] | None:
    """The word that a line begins with, and what stands behind it; None for any other line.

    In either language, and in English with Hangul mode left on.
    """
    first, *others = unicodedata.normalize("NFC", typed).split() or [""]
    word = _BY_NAME.get(first) or _BY_NAME.get(first.lower()) or _BY_NAME.get(keys_of(first).lower())
    return (word, tuple(others)) if word is not None else None


def help_lines(language: Language, *, lessons: bool) -> list[str]:
    """A line for each of them."""
    return [_help(word, language) for word in WORDS if lessons or not word.lessons_only]


def help_about(name: str, language: Language) -> str | None:
    """How a word of plain mode or of the course is used; None for what is neither."""
    found = read(name)
    if found is not None:
        return _help(found[0], language)
    reading = keys_of(name).lower()
    word = COURSE_KOREAN.get(name) or next(
        (one for one in CourseWord if one in {name.lower(), reading}), None
    )
    if word is None or word in {CourseWord.HELP, CourseWord.UNDO, CourseWord.REDO}:
        return None
    return say(language, f"cli.plain.help.{word}")


def beginning_with(text: str) -> list[str]:
    """The words that begin so, for completion."""
    names = (name for word in (*WORDS, *_COURSE) for name in (word.name, word.korean))
    return sorted({name for name in names if text and name.startswith(text)})


def takes_file(first: str) -> bool:
    """Whether a file of the workspace stands behind the word."""
    word = _BY_NAME.get(first)
    return word is not None and word.files


_COURSE: Final = tuple(PlainWord(word.value, korean) for korean, word in COURSE_KOREAN.items())


def _help(word: PlainWord, language: Language) -> str:
    return say(language, f"cli.plain.help.{word.name}", word=word.korean if language == "ko" else word.name)
