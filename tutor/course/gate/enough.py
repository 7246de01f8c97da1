"""Whether each exercise has enough alternatives: right ones that differ, wrong ones with a cause."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..faults import Fault
from ..lesson import Lesson
from .alternatives import Alternative
from .coverage import DECIDING

RIGHT_AT_LEAST: Final = 2
"""The step's own solution is one of them."""
WRONG_AT_LEAST: Final = 3


def too_few(lesson: Lesson, alternatives: Sequence[Alternative]) -> Iterator[Fault]:
    """Exercises with too few alternatives, alternatives that do not say why they fail, and ones alike."""
    for step in lesson.steps:
        if step.kind not in DECIDING:
            continue
        beside = [one for one in alternatives if one.step is step]
        wrong = [one for one in beside if one.fails is not None and one.cause is not None]
        right = 1 + sum(one.fails is None for one in beside)
        node = lesson.place(step, "id")
        for kind, found, wanted in (("right", right, RIGHT_AT_LEAST), ("wrong", len(wrong), WRONG_AT_LEAST)):
            if found < wanted:
                code, name = f"too-few-alternatives-{kind}", f"{step.id}: {found}"
                yield Fault(lesson.yaml, node.line, node.column, code, name, str(wanted))
    yield from _without_cause(alternatives)
    yield from _alike(alternatives)


def _without_cause(alternatives: Sequence[Alternative]) -> Iterator[Fault]:
    for one in alternatives:
        if one.fails is not None and one.cause is None:
            yield Fault(one.file, 1, 1, "wrong-without-cause", one.fails, f"# fails: {one.fails} CAUSE")


def _alike(alternatives: Sequence[Alternative]) -> Iterator[Fault]:
    """Two files that have the learner do the same are one alternative."""
    seen: dict[tuple[str, ...], Alternative] = {}
    for one in alternatives:
        first = seen.setdefault(_deeds(one), one)
        if first is not one:
            yield Fault(one.file, 1, 1, "alternative-twice", one.file.name, first.file.name)


def _deeds(alternative: Alternative) -> tuple[str, ...]:
    return alternative.step.id, *(" ".join(line.split()) for line in alternative.lines)
