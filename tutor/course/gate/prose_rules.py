"""Rules for the prose: length of a page, particles, endings, address, tone, each text in its own language."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..faults import Fault
from ..language import LANGUAGES, Language
from ..lesson import Lesson
from ..prose import Passage, Prose, StepProse

SYLLABLES_AT_MOST: Final = 220
WORDS_AT_MOST: Final = 90
FEW_LETTERS: Final = 12
"""Latin letters from which on a Korean text without Hangul counts as not translated."""

FENCED: Final = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
CODE: Final = re.compile(r"`[^`\n]*`")
SYLLABLE: Final = re.compile(r"[가-힣]")
HANGUL: Final = re.compile(r"[가-힣ㄱ-ㆎ]+")
LATIN: Final = re.compile(r"[A-Za-z]")
WORD: Final = re.compile(r"[\w`{][\w`{}'’.:/*<>=-]*")
PARTICLE: Final = re.compile(r"(`[^`\n]+`|\{[\w.:/@ -]+\})[*_\"'”’)\]』」]*(?P<particle>[가-힣]+)")
"""A name put in, with Hangul directly behind it (closing marks between do not part them)."""

PAIR: Final = re.compile(
    r"을\(를\)|를\(을\)|이\(가\)|가\(이\)|은\(는\)|는\(은\)|와\(과\)|과\(와\)|\(으\)로|\(이\)[가라나며]"
    r"|을/를|를/을|은/는|는/은|와/과|과/와|으로/로|(?<![가-힣])(?:이/가|가/이)(?![가-힣])"
)
"""A particle left for the reader to choose."""

FORMAL: Final = re.compile(r"[가-힣](?:니다|니까|시다|시오)(?![가-힣]*요)")
"""An ending of the formal style, if the syllable before it closes with ㅂ."""
FINAL_B: Final = 17
"""ㅂ among the final sounds of a syllable."""
SYLLABLES_FROM: Final = ord("가")
FINALS: Final = 28

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
            yield from passage_faults(prose.file, language, passage)


def passage_faults(file: Path, language: Language, passage: Passage) -> Iterator[Fault]:
    """What breaks a rule in one passage of a file, whatever it is a part of."""
    yield from _words(file, language, passage)
    yield from _language(file, language, passage)


def syllables(text: str) -> int:
    """Hangul syllables outside fenced code."""
    return len(SYLLABLE.findall(FENCED.sub("", text)))


def words(text: str) -> int:
    """English words outside fenced code; a code span is one word, signs alone are none."""
    return len(WORD.findall(CODE.sub("code", FENCED.sub("", text))))


def blank(found: re.Match[str]) -> str:
    """As many blanks as were found, so that positions stay."""
    return re.sub(r"[^\n]", " ", found[0])


def place_in(passage: Passage, text: str, start: int) -> tuple[int, int]:
    """Line and column, in the file, of a character of a passage's text."""
    line = passage.line + text.count("\n", 0, start)
    return line, start - (text.rfind("\n", 0, start) + 1) + 1


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


def _words(file: Path, language: Language, passage: Passage) -> Iterator[Fault]:
    text = FENCED.sub(blank, passage.text)
    spoken = CODE.sub(blank, text)
    rules = [("tone", TONE[language], spoken)]
    if language == "ko":
        rules += [
            ("particle", PARTICLE, text),
            ("address", ADDRESS, spoken),
            ("particle-pair", PAIR, spoken),
            ("formal-ending", FORMAL, spoken),
        ]
    for code, rule, searched in rules:
        for found in rule.finditer(searched):
            if code != "formal-ending" or closes_with_b(found[0][0]):
                yield Fault(file, *place_in(passage, searched, found.start()), code, found=found[0])


def closes_with_b(syllable: str) -> bool:
    """Whether a Hangul syllable ends in ㅂ."""
    return (ord(syllable) - SYLLABLES_FROM) % FINALS == FINAL_B


def _language(file: Path, language: Language, passage: Passage) -> Iterator[Fault]:
    """A text that was not translated: Hangul in English, or no Hangul where there is much to say."""
    spoken = CODE.sub(blank, FENCED.sub(blank, passage.text))
    hangul = HANGUL.search(spoken)
    if language == "en" and hangul:
        yield Fault(file, *place_in(passage, spoken, hangul.start()), "wrong-language", hangul[0])
    if language == "ko" and not hangul and len(LATIN.findall(spoken)) >= FEW_LETTERS:
        yield Fault(file, passage.line, 1, "wrong-language", spoken.strip()[:40])
