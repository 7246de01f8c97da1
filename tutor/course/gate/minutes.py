"""How long a lesson takes: what is read, and what each kind of step costs beside reading."""

from typing import Final

from ..language import LANGUAGES, Language
from ..lesson import Lesson
from ..prose import StepProse
from ..schema import Step, StepKind
from .prose_rules import syllables, words

READ_A_MINUTE: Final[dict[Language, int]] = {"ko": 450, "en": 220}
"""Syllables, and words, of a text with names and commands in it."""

STEP_MINUTES: Final[dict[StepKind, float]] = {
    "read": 0.2,
    "predict": 0.5,
    "choose": 0.5,
    "order": 1.0,
    "fill": 1.5,
    "do": 0.5,
    "repair": 3.0,
    "sign-in": 1.0,
}
LINE_MINUTES: Final = 0.5
"""For each line of a solution that the learner types."""


def estimated_minutes(lesson: Lesson) -> int:
    """Whole minutes for a learner who has not seen it, in the slower language."""
    reading = max(_reading(lesson, language) for language in LANGUAGES)
    return max(1, round(reading + sum(map(_doing, lesson.steps))))


def _reading(lesson: Lesson, language: Language) -> float:
    prose = lesson.prose[language]
    count = syllables if language == "ko" else words
    return (
        sum(count(_read(texts)) for texts in (prose.opening, *prose.steps.values())) / READ_A_MINUTE[language]
    )


def _read(texts: StepProse) -> str:
    """What everybody reads of a step; hints and the explanations of wrong answers are for some."""
    single = (texts.body, texts.message, texts.explain, texts.after)
    named = (texts.goals, texts.options, texts.pieces, texts.gaps, texts.callouts)
    passages = [*filter(None, single), *(passage for one in named for passage in one.values())]
    return "\n\n".join(passage.text for passage in passages)


def _doing(step: Step) -> float:
    typed = len(step.work.solution) if step.work and not (step.do and step.do.line) else 0
    return STEP_MINUTES[step.kind] + typed * LINE_MINUTES
