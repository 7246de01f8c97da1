"""Rules for the prose: length of a page, particles after inserted names, words of tone."""

import re
from collections.abc import Iterator
from typing import Final

from ..faults import Fault
from ..language import LANGUAGES, Language
from ..lesson import Lesson
from ..prose import Passage, Prose, StepProse

SYLLABLES_AT_MOST: Final = 220
WORDS_AT_MOST: Final = 90

FENCED: Final = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
CODE: Final = re.compile(r"`[^`\n]*`")
SYLLABLE: Final = re.compile(r"[가-힣]")
WORD: Final = re.compile(r"[\w`{][\w`{}'’.:/*<>=-]*")
PARTICLE: Final = re.compile(r"(`[^`\n]+`|\{[\w.-]+\})[*_\"'”’)\]』」]*(?P<particle>[가-힣]+)")
"""A name put in, with Hangul directly behind it (closing marks between do not part them)."""

TONE: Final[dict[Language, re.Pattern[str]]] = {
    "ko": re.compile(r"그냥|단순히|당연히|당연하|쉽게|간단히|간단하게|물론"),
    "en": re.compile(r"\b(?:just|simply|obviously|easily|of course|trivial(?:ly)?)\b", re.IGNORECASE),
}
ADDRESS: Final = re.compile(r"당신")
"""The learner is never addressed so."""


def prose_faults(lesson: Lesson) -> Iterator[Fault]:
    """What breaks a rule in either language."""
    for language in LANGUAGES:
        prose = lesson.prose[language]
        yield from _lengths(prose)
        for passage in prose.passages():
            yield from _words(prose, passage)


def syllables(text: str) -> int:
    """Hangul syllables outside fenced code."""
    return len(SYLLABLE.findall(FENCED.sub("", text)))


def words(text: str) -> int:
    """English words outside fenced code; a code span is one word, signs alone are none."""
    return len(WORD.findall(CODE.sub("code", FENCED.sub("", text))))


def _lengths(prose: Prose) -> Iterator[Fault]:
    count, most = (syllables, SYLLABLES_AT_MOST) if prose.language == "ko" else (words, WORDS_AT_MOST)
    for section in (prose.opening, *prose.steps.values()):
        length = count(_page(section))
        if length > most:
            yield Fault(
                prose.file, section.line, 1, f"page-too-long-{prose.language}", str(length), str(most)
            )


def _page(section: StepProse) -> str:
    message = section.message.text if section.message else ""
    return f"{message}\n\n{section.body.text}"


def _words(prose: Prose, passage: Passage) -> Iterator[Fault]:
    text = FENCED.sub(_blank, passage.text)
    spoken = CODE.sub(_blank, text)
    rules = [("tone", TONE[prose.language], spoken)]
    if prose.language == "ko":
        rules += [("particle", PARTICLE, text), ("address", ADDRESS, spoken)]
    for code, rule, searched in rules:
        for found in rule.finditer(searched):
            line = passage.line + searched.count("\n", 0, found.start())
            column = found.start() - (searched.rfind("\n", 0, found.start()) + 1) + 1
            yield Fault(prose.file, line, column, code, found=found[0])


def _blank(found: re.Match[str]) -> str:
    """As many blanks, so that positions stay."""
    return re.sub(r"[^\n]", " ", found[0])
