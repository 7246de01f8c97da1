"""Contexts told apart as far as the statements about an action tell them apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from ..context import Context, ContextValue
from ..document import Statement
from ..vocabulary import read_operator
from .answer import Doubt, DoubtKind
from .budget import Budget
from .frame import Frame
from .keys import KeyUse, key_values
from .templates import variable_keys

__all__ = ["ContextKinds"]

USER_ID: Final = "aws:userid"
"""The key that unique ids in a Principal element are compared with."""
FRESH: Final = ContextValue(("example-value",))
"""A value for a key that only variables name."""


class ContextKinds:
    """One context for every combination of conditions that can hold together, within a frame."""

    def __init__(self, frame: Frame, budget: Budget) -> None:
        self._frame = frame
        self._budget = budget
        self.doubts: set[Doubt] = set()
        """Why there may be contexts of yet another kind; grows while contexts are listed."""

    def of(self, statements: Sequence[Statement]) -> Iterator[Context]:
        """The contexts; keys that no statement names are left out, and of each key missing comes first."""
        uses = _uses(statements)
        fixed = self._frame.context
        ids = tuple(_unique_ids(statements))
        named = {key for key in _variable_keys(statements) if key not in fixed.entries}
        tested = {*uses, *((USER_ID,) if ids else ())} - set(fixed.entries) - named
        leading = {key: self._leading(key, uses.get(key, ()), ids) for key in sorted(named)}
        for base in _products(fixed, leading):
            following = {key: self._following(key, uses.get(key, ()), ids, base) for key in sorted(tested)}
            yield from _products(base, following)

    def _leading(self, key: str, uses: Sequence[KeyUse], ids: Sequence[str]) -> Iterable[ContextValue | None]:
        """Values of a key that variables name; only a list of choices is known to be complete."""
        chosen = self._frame.choices.get(key)
        if chosen is not None:
            return chosen
        self.doubts.add(Doubt(DoubtKind.FREE_VARIABLE, key))
        return dict.fromkeys((*self._following(key, uses, ids, self._frame.context), FRESH))

    def _following(
        self, key: str, uses: Sequence[KeyUse], ids: Sequence[str], base: Context
    ) -> Iterable[ContextValue | None]:
        chosen = self._frame.choices.get(key)
        if chosen is not None:
            return chosen
        values = key_values(key, uses, ids if key == USER_ID else (), base, self._budget)
        if values.doubt is not None:
            self.doubts.add(Doubt(values.doubt, key))
        return values.options


def _products(base: Context, options: Mapping[str, Iterable[ContextValue | None]]) -> Iterator[Context]:
    for chosen in product(*options.values()):
        carried = {key: value for key, value in zip(options, chosen, strict=True) if value is not None}
        yield Context({**base.entries, **carried}) if carried else base


def _uses(statements: Sequence[Statement]) -> dict[str, list[KeyUse]]:
    uses: dict[str, list[KeyUse]] = {}
    for statement in statements:
        for condition in statement.conditions:
            operator = read_operator(condition.operator)
            if operator is not None:
                use = KeyUse(condition, operator, statement.variables)
                uses.setdefault(condition.key.lower(), []).append(use)
    return uses


def _variable_keys(statements: Sequence[Statement]) -> Iterator[str]:
    """Keys whose values become part of a pattern, in lower case."""
    for statement in statements:
        resources = () if statement.resource is None else statement.resource.values
        tested = (value for condition in statement.conditions for value in condition.values)
        for value in (*resources, *tested):
            yield from variable_keys(value.text, statement.variables)


def _unique_ids(statements: Sequence[Statement]) -> Iterator[str]:
    """What Principal elements compare with the unique id of the caller, as patterns."""
    for statement in statements:
        for named in statement.principal.named if statement.principal is not None else ():
            text = named.written.text
            if named.family == "AWS" and text != "*" and not text.startswith("arn:") and not text.isdigit():
                yield from (text, f"{text}:*")
