"""Resources told apart as far as policies and the rules of evaluation tell them apart."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..context import Context
from ..document import Statement
from .actions import ActionKind
from .budget import Budget, WorkLimitError
from .frame import Frame, KnownAction
from .languages import Pattern
from .product import kinds_of_text
from .readable import readable_resources
from .shapes import may_be_asked, request_pattern, resource_pattern, rule_patterns
from .templates import variable_keys

__all__ = ["ResourceKinds"]

PART: Final = 4
"""The part of the work left that reading all patterns at once may take."""

Values = tuple[tuple[str, bool], ...]
"""Values of Resource elements, each with whether variables are special."""

Filling = tuple[str | None, ...]
"""What a context puts in for some variables."""


class ResourceKinds:
    """One resource for every way in which the statements about an action can cover it."""

    def __init__(self, statements: Sequence[Statement], frame: Frame, budget: Budget) -> None:
        self._frame = frame
        self._budget = budget
        self._values = _values(statements)
        self._keys = _keys(self._values)
        self._own_keys: dict[KnownAction, tuple[str, ...]] = {}
        self._patterns: dict[Filling, tuple[Pattern, ...]] = {}
        self._too_many: set[tuple[Pattern, ...]] = set()
        self._found: dict[tuple[KnownAction, Filling], tuple[str, ...]] = {}
        self._shortest: dict[tuple[str, tuple[Pattern, ...]], tuple[str, ...]] = {}
        self._covered: dict[tuple[Pattern, str], bool] = {}

    def known(self, action: KnownAction) -> list[str]:
        """The resources known to exist that the action can be about."""
        domains = [request_pattern(shape) for shape in action.resources]
        known = self._frame.known_resources
        return [resource for resource in known if self._possible(domains, resource)]

    def of(self, kind: ActionKind, context: Context) -> tuple[str, ...]:
        """A resource of every kind: known ones, else ones that read well, else shortest ones."""
        keys = self._own_keys.get(kind.action)
        if keys is None:
            keys = self._own_keys[kind.action] = _keys(_values(kind.statements))
        filled = (kind.action, _filling(keys, context))
        found = self._found.get(filled)
        if found is None:
            found = self._found[filled] = tuple(self._told_apart(kind, context))
        return found

    def _told_apart(self, kind: ActionKind, context: Context) -> Iterator[str]:
        action, values = kind.action, _values(kind.statements)
        resources = self.known(action)
        written = [text for text, _ in values]
        domains = [request_pattern(shape) for shape in action.resources]
        for text in readable_resources(action, written, self._frame, context):
            if self._possible(domains, text):
                resources.append(text)
        rules = tuple(rule_patterns(action.name, self._frame))
        for shape in action.resources:
            resources += self._all_kinds(shape, values, rules, context)
        kinds = set()
        for resource in dict.fromkeys(resources):
            self._budget.spend()
            covered = (
                *(_covers(statement, resource, context) for statement in kind.statements),
                *(self._covers(pattern, resource) for pattern in rules),
            )
            if covered not in kinds:
                kinds.add(covered)
                if self._possible(domains, resource):
                    yield resource

    def _possible(self, domains: Sequence[Pattern], resource: str) -> bool:
        """Whether a request can be about the resource: the action can, and the owner is the frame's."""
        if not may_be_asked(resource, self._frame.resource_account):
            return False
        return any(self._covers(domain, resource) for domain in domains)

    def _covers(self, pattern: Pattern, text: str) -> bool:
        known = self._covered.get((pattern, text))
        if known is None:
            known = self._covered[pattern, text] = pattern.covers(text)
        return known

    def _all_kinds(
        self, shape: str, values: Values, rules: tuple[Pattern, ...], context: Context
    ) -> tuple[str, ...]:
        """A shortest resource of every kind, at least as finely as `values` tell resources apart.

        All patterns are read at once, once for all actions; where that is too much, those of the action.
        """
        filling = _filling(self._keys, context)
        everything = self._patterns.get(filling)
        if everything is None:
            everything = self._patterns[filling] = _patterns(self._values, context)
        if everything not in self._too_many:
            try:
                return self._kinds(shape, (*everything, *rules), PART)
            except WorkLimitError:
                self._too_many.add(everything)
        return self._kinds(shape, (*_patterns(values, context), *rules), 1)

    def _kinds(self, shape: str, patterns: tuple[Pattern, ...], divisor: int) -> tuple[str, ...]:
        found = self._shortest.get((shape, patterns))
        if found is None:
            with self._budget.part(divisor) as part:
                kinds = kinds_of_text(request_pattern(shape), patterns, part)
            found = self._shortest[shape, patterns] = tuple(kinds.values())
        return found


def _values(statements: Sequence[Statement]) -> Values:
    return tuple(
        {
            (value.text, statement.variables): None
            for statement in statements
            if statement.resource is not None
            for value in statement.resource.values
        }
    )


def _keys(values: Values) -> tuple[str, ...]:
    """The keys that the values' variables name."""
    return tuple(dict.fromkeys(key for text, special in values for key in variable_keys(text, special)))


def _filling(keys: tuple[str, ...], context: Context) -> Filling:
    return tuple(context.single(key) for key in keys)


def _patterns(values: Values, context: Context) -> tuple[Pattern, ...]:
    found = (resource_pattern(text, context, variables=special) for text, special in values)
    return tuple(pattern for pattern in found if pattern is not None)


def _covers(statement: Statement, resource: str, context: Context) -> bool:
    return statement.resource is None or statement.resource.covers(resource, context)
