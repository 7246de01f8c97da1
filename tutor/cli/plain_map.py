"""`map NAME`: the permission map as lines, narrowed by a number, a name, an action or a resource."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.gateway.permissions import Axes, Cell, Survey, narrowed, sought_by
from tutor.wording import Language, say
from tutor.wording.signs import SIGNS
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.gateway import Sandbox

AT_ONCE: Final = 500
"""Cells that are compared with those before at a time."""


def map_lines(sandbox: "Sandbox", typed: str, language: Language) -> Iterator[str] | None:
    """What `map sora` answers; None for any other line, `map` alone among them."""
    sought = sought_by(typed)
    return None if sought is None else _table(sandbox, sought, language)


def map_overview(sandbox: "Sandbox", language: Language) -> Iterator[str]:
    """The resources by number, and how to ask about them."""
    yield say(language, "app.map.plain.resources")
    for number, resource in enumerate(_resources(_survey(sandbox).axes), 1):
        yield f"  {number}. {shown(resource)}"


def _survey(sandbox: "Sandbox") -> Survey:
    survey = Survey(sandbox)
    survey.renew()
    return survey


def _resources(axes: Axes) -> list[str]:
    return list(dict.fromkeys(column.resource for column in axes.columns))


def _table(sandbox: "Sandbox", sought: str, language: Language) -> Iterator[str]:
    survey = _survey(sandbox)
    axes = _chosen(survey.axes, sought)
    if not axes.rows:
        yield say(language, "app.map.plain.nothing", sought=shown(sought))
        return
    while survey.look_for_changes(AT_ONCE):
        pass
    for row in axes.rows:
        yield shown(row.label)
        for column in axes.columns:
            key = (row.reference, column.action, column.resource)
            survey.fill([key])
            line = f"  {_sign(survey.cells[key])} {shown(column.action)}  {shown(column.resource)}"
            was = survey.before.get(key)
            if was is not None:
                line += "  " + say(language, "app.map.plain.before", sign=_sign(was))
            if survey.cells[key].depends:
                keys = ", ".join(map(shown, survey.cells[key].depends))
                line += "  ~ " + say(language, "app.map.depends", keys=keys)
            yield line


def _chosen(axes: Axes, sought: str) -> Axes:
    """The part of the map that a number of the overview, or words, stand for."""
    resources = _resources(axes)
    if not (sought.isascii() and sought.isdigit()):
        return narrowed(axes, sought)
    if not 0 < int(sought) <= len(resources):
        return Axes()
    wanted = resources[int(sought) - 1]
    return Axes(axes.rows, tuple(column for column in axes.columns if column.resource == wanted))


def _sign(cell: Cell) -> str:
    return SIGNS.get(cell.outcome, "?")
