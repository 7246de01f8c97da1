"""Whether a lesson teaches, practises and asks each of its claims, and closes with questions from memory."""

from collections.abc import Iterator
from typing import Final

from ..claims import claims_of
from ..faults import Fault
from ..lesson import Lesson

RECALL_AT_LEAST: Final = 3
USES: Final = {"teaches": "taught", "practises": "practised", "asks": "asked"}


def coverage_faults(lesson: Lesson) -> Iterator[Fault]:
    """Claims that the lesson leaves out, and recall questions that it lacks."""
    node = lesson.place(lesson.file, "skills")

    def fault(code: str, found: str, expected: str = "") -> Fault:
        return Fault(lesson.yaml, node.line, node.column, code, found, expected)

    for claim in claims_of(lesson.id) or ():
        if claim not in lesson.file.skills:
            yield fault("claim-not-listed", claim)
    for claim in lesson.file.skills:
        for field, use in USES.items():
            if not any(claim in getattr(step, field) for step in lesson.steps):
                yield fault(f"claim-not-{use}", claim)
    recalled = 0
    for step in reversed(lesson.steps):
        if not step.recall:
            break
        recalled += 1
    if lesson.file.skills and recalled < RECALL_AT_LEAST:
        yield fault("recall-few", str(recalled), str(RECALL_AT_LEAST))
