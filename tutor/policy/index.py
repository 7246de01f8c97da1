"""Finds the statements that are about an action without visiting the others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from .vocabulary import Effect

if TYPE_CHECKING:
    from .document import Statement

__all__ = ["NOTHING", "REMEMBERED_ACTIONS", "About", "ActionIndex"]

EVERY_SERVICE: Final = "*"
REMEMBERED_ACTIONS: Final = 1024
"""Actions whose statements stay looked up; far more than one account is asked about."""


class About(NamedTuple):
    """The statements of one or several policies that are about an action."""

    denies: tuple["Statement", ...]
    allows: tuple["Statement", ...]


NOTHING: Final = About((), ())


class ActionIndex:
    """Statements by the service of their actions, and what has been looked up for single actions.

    What an action brings is a property of the document alone, so remembering it never remembers a decision.
    """

    __slots__ = ("_by_service", "_found")

    def __init__(self, statements: Sequence["Statement"]) -> None:
        self._by_service: dict[str, list[Statement]] = {}
        for statement in statements:
            for service in _services(statement):
                self._by_service.setdefault(service, []).append(statement)
        self._found: dict[str, About] = {}

    def about(self, action: str) -> About:
        """The statements whose Action element covers `action`, given in lower case."""
        found = self._found.get(action)
        if found is None:
            found = self._look_up(action)
            if len(self._found) >= REMEMBERED_ACTIONS:
                self._found.clear()
            self._found[action] = found
        return found

    def statements_about(self, action: str) -> list["Statement"]:
        """The same statements, in the order of the document."""
        denies, allows = self.about(action)
        return sorted((*denies, *allows), key=lambda statement: statement.index)

    def _look_up(self, action: str) -> About:
        service = action.partition(":")[0]
        candidates = [*self._by_service.get(service, ()), *self._by_service.get(EVERY_SERVICE, ())]
        covering = {each.index: each for each in candidates if each.action.covers(action)}.values()
        if not covering:
            return NOTHING
        denies = tuple(statement for statement in covering if statement.effect is Effect.DENY)
        return About(denies, tuple(statement for statement in covering if statement.effect is Effect.ALLOW))


def _services(statement: "Statement") -> set[str]:
    """The services that the actions of a statement may belong to; `EVERY_SERVICE` stands for all."""
    if statement.action.negated:
        return {EVERY_SERVICE}
    services = {value.text.lower().partition(":")[0] for value in statement.action.values}
    return {EVERY_SERVICE if "*" in service or "?" in service else service for service in services}
