"""Sentences that stand in more than one lesson: each lesson is told afresh."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..faults import Fault
from ..language import LANGUAGES, Language
from ..lesson import Lesson
from ..prose import Passage, Prose, StepProse
from .prose_rules import CODE, FENCED, blank, place_in, syllables, words

SENTENCE: Final = re.compile(r"(?:[^.!?…\n]|[.!?…](?=\S))+[.!?…]*")
"""Up to a full stop with a blank behind it, or the end of the line."""

SIGNS: Final = re.compile(r"[^\w]+")
LONG_ENOUGH: Final[dict[Language, int]] = {"ko": 12, "en": 6}
"""Syllables, and words, from which on a sentence is somebody's own."""

NOTES: Final[dict[Language, str]] = {"ko": "노트", "en": "study notes"}
"""In every callout one line says that the study notes have it so."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands."""

    file: Path
    line: int
    column: int
    text: str


def shared_sentences(lessons: Sequence[Lesson]) -> Iterator[Fault]:
    """Each sentence that an earlier lesson has as well."""
    for language in LANGUAGES:
        seen: dict[str, Place] = {}
        for lesson in lessons:
            own: dict[str, Place] = {}
            for plain, place in _sentences(lesson.prose[language]):
                own.setdefault(plain, place)
            for plain, place in own.items():
                if plain in seen:
                    first = seen[plain]
                    found, where = place.text[:60], f"{first.file.parent.name}/{first.file.name}:{first.line}"
                    yield Fault(place.file, place.line, place.column, "sentence-shared", found, where)
                else:
                    seen[plain] = place


def _sentences(prose: Prose) -> Iterator[tuple[str, Place]]:
    """Every sentence that is told, without its marks; labels of goals and of today's work may recur."""
    sections = (prose.opening, *prose.steps.values())
    labels = [one for texts in sections for one in _labels(texts)]
    callouts = [one for texts in sections for one in texts.callouts.values()]
    count = syllables if prose.language == "ko" else words
    for passage in prose.passages():
        if any(passage is label for label in labels):
            continue
        text = FENCED.sub(blank, passage.text)
        for found in SENTENCE.finditer(text):
            if NOTES[prose.language] in found[0] and any(passage is one for one in callouts):
                continue
            if count(CODE.sub(" ", found[0])) >= LONG_ENOUGH[prose.language]:
                start = found.start() + len(found[0]) - len(found[0].lstrip())
                line, column = place_in(passage, text, start)
                yield (
                    SIGNS.sub(" ", found[0]).strip().lower(),
                    Place(prose.file, line, column, found[0].strip()),
                )


def _labels(texts: StepProse) -> Iterator[Passage]:
    yield from texts.goals.values()
    yield from texts.keeps.values()
