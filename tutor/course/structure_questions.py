"""Faults in questions: predictions, choices, pieces to order, gaps to fill."""

import re
from collections.abc import Iterator
from typing import Final

from .detect.ids import KNOWN
from .faults import Fault, nearest_name
from .schema import Choose, Fill, Option, Predict, Step
from .structure_goals import principal_faults
from .structure_tools import Places

GAP: Final = re.compile(r"\{\{([^{}]*)\}\}")
"""A gap's mark in the text of a fill step."""

EXPECTED: Final = {"two": ("allowed", "refused"), "three": ("allowed", "implicitDeny", "explicitDeny")}
"""What a prediction may expect, by the lesson's `predictions`."""


def question_faults(places: Places, step: Step) -> Iterator[Fault]:
    """What is wrong with the question that a step asks."""
    if step.predict:
        yield from _predict(places, step.predict)
    if step.choose:
        yield from _choose(places, step.choose)
    if step.order:
        node = places.place(step.order, "pieces")
        yield from _twice(places, step.order, "pieces", step.order.pieces)
        if len(step.order.pieces) < 2:
            yield places.fault(node, "empty-list", found="pieces")
    if step.fill:
        yield from _fill(places, step.fill)


def _predict(places: Places, predict: Predict) -> Iterator[Fault]:
    yield from principal_faults(places, predict, predict.principal)
    expected = EXPECTED[places.lesson.file.predictions]
    if predict.expect not in expected:
        node = places.place(predict, "expect")
        nearest = nearest_name(predict.expect, expected)
        yield places.fault(node, "wrong-value", f'"{predict.expect}"', ", ".join(expected), nearest)


def _choose(places: Places, choose: Choose) -> Iterator[Fault]:
    options = choose.ids
    node = places.place(choose, "options")
    yield from _twice(places, choose, "options", options)
    if len(options) < 2 or not choose.answers:
        yield places.fault(node, "empty-list", found="options" if len(options) < 2 else "answer")
    for answer in sorted(choose.answers - set(options)):
        yield places.unknown(places.place(choose, "answer"), "unknown-option", answer, options)
    for option in choose.options:
        if isinstance(option, Option) and option.misconception not in (None, *KNOWN):
            found = str(option.misconception)
            yield places.unknown(places.place(option), "unknown-misconception", found, KNOWN)


def _fill(places: Places, fill: Fill) -> Iterator[Fault]:
    ids = [gap.id for gap in fill.gaps]
    yield from _twice(places, fill, "gaps", tuple(ids))
    if not ids:
        yield places.fault(places.place(fill, "gaps"), "empty-list", found="gaps")
    marks = GAP.findall(fill.text)
    for mark in marks:
        if mark not in ids:
            yield places.unknown(places.place(fill, "text"), "unknown-gap", mark, ids)
    yield from _twice(places, fill, "text", tuple(marks))
    for gap in fill.gaps:
        if gap.id not in marks:
            yield places.fault(places.place(gap), "gap-unmarked", gap.id, f"{{{{{gap.id}}}}}")
        if gap.options and not set(gap.answers) & set(gap.options):
            node = places.place(gap, "answer")
            yield places.unknown(node, "unknown-option", ", ".join(gap.answers), gap.options)


def _twice(places: Places, structure: object, field: str, ids: tuple[str, ...]) -> Iterator[Fault]:
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield places.fault(places.place(structure, field), "id-twice", found=name)
