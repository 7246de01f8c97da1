"""The lesson's permission map: principals by requests, as the evaluator answers now."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..goals import Grounds, Refusal
from ..lesson import Lesson
from ..schema import MapRequest


@dataclass(frozen=True, slots=True)
class MapCell:
    """One request of the permission map, as it would be decided now."""

    id: str
    action: str
    resource: str
    outcome: str
    """allowed, implicitDeny, explicitDeny, or unauthenticated."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One principal's cells."""

    principal: str
    """As the lesson names it: `user/yuna`, `root`, `profile/typo`."""
    cells: tuple[MapCell, ...]


def permission_map(lesson: Lesson, grounds: Grounds) -> Iterator[MapRow]:
    """Every row of the lesson's map."""
    for row in lesson.file.map:
        yield MapRow(row.principal, tuple(_cell(grounds, row.principal, cell) for cell in row.requests))


def _cell(grounds: Grounds, principal: str, request: MapRequest) -> MapCell:
    answer = grounds.ask(principal, request.action, request.resource, {})
    outcome = "unauthenticated" if isinstance(answer, Refusal) else answer.outcome.value
    return MapCell(request.id, request.action, request.resource, outcome)
