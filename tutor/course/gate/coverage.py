"""Whether a lesson teaches, practises and asks each of its claims, predicts first, and closes from memory."""

from collections.abc import Iterator
from typing import Final

from ..claims import SET_RIGHT, claims_of
from ..faults import Fault
from ..lesson import Lesson
from ..schema import Step

RECALL_AT_LEAST: Final = 3
USES: Final = {"teaches": "taught", "practises": "practised", "asks": "asked"}
DECIDING: Final = frozenset({"do", "repair"})
"""Kinds of step that can be a lesson's decisive one."""


def coverage_faults(lesson: Lesson) -> Iterator[Fault]:
    """What the lesson owes: its claims, their callouts, a prediction, closing questions."""
    node = lesson.place(lesson.file, "skills")

    def fault(code: str, found: str, expected: str = "") -> Fault:
        return Fault(lesson.yaml, node.line, node.column, code, found, expected)

    for claim in claims_of(lesson.id) or ():
        if claim not in lesson.file.skills:
            yield fault("claim-not-listed", claim)
    called_out = {claim for step in lesson.steps for claim in step.callouts}
    for claim in lesson.file.skills:
        for field, use in USES.items():
            if not any(claim in getattr(step, field) for step in lesson.steps):
                yield fault(f"claim-not-{use}", claim)
        if claim in SET_RIGHT and claim not in called_out:
            yield fault("claim-not-set-right", claim, f"callout: {claim}")
    recalled = recalls(lesson)
    if lesson.file.skills and recalled < RECALL_AT_LEAST:
        yield fault("recall-few", str(recalled), str(RECALL_AT_LEAST))
    if lesson.file.skills and lesson.last_challenge is None:
        yield fault("last-challenge-none", lesson.id)
    yield from _prediction(lesson)


def recalls(lesson: Lesson) -> int:
    """How many recall questions close the lesson."""
    count = 0
    for step in reversed(lesson.steps):
        if not step.recall:
            break
        count += 1
    return count


def decisive_step(lesson: Lesson) -> Step | None:
    """The lesson's last challenge: the step marked so, else the last one that is done or mended."""
    marked = (step for step in lesson.steps if step.last_challenge)
    working = [step for step in lesson.steps if step.kind in DECIDING]
    return next(marked, working[-1] if working else None)


def _prediction(lesson: Lesson) -> Iterator[Fault]:
    """A lesson with claims has the learner predict before its decisive step."""
    decisive = decisive_step(lesson)
    if decisive is None or not lesson.file.skills:
        return
    before = lesson.steps[: lesson.steps.index(decisive)]
    if not any(step.predict and not step.recall for step in before):
        node = lesson.place(decisive, "id")
        yield Fault(lesson.yaml, node.line, node.column, "no-prediction", decisive.id, "predict")
