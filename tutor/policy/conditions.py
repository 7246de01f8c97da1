"""Conditions of a statement: one test an operator and key (`spec/iam-facts.md` 4.1).

Operators and keys are AND-ed, the values under a key OR-ed, under a negated operator NOR-ed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .context import Context
from .operators import NEGATED, ValueTest, compile_value
from .source import Position
from .vocabulary import OperatorName

__all__ = ["Condition", "Written", "compile_condition"]


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it is written in a document, and where."""

    text: str
    position: Position


ContextTest = Callable[[Context], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """One operator with one key and its values."""

    operator: str
    """The operator, as written."""
    key: str
    """The condition key, as written."""
    values: tuple[Written, ...]
    position: Position
    """Where the key stands."""
    holds: ContextTest = field(repr=False, compare=False)
    """Whether the condition is met in a context."""
    fits: tuple[ContextTest, ...] = field(repr=False, compare=False)
    """One a value: whether what the request carries fits this value, before any negation."""


def compile_condition(
    written: str, operator: OperatorName, key: Written, values: Sequence[Written], *, variables: bool
) -> Condition:
    """The condition `{written: {key: values}}`; `variables` says that `${...}` in values is special."""
    name = key.text.lower()
    if operator.base == "Null":
        fits = tuple(_existence(name, value.text) for value in values)
        holds = _any_of(fits)
    else:
        tests = [compile_value(operator.base, value.text, variables=variables) for value in values]
        fits = tuple(_carries(name, test) for test in tests)
        negated = operator.base in NEGATED
        if operator.over is None:
            holds = _single(name, _one_of(tests), negated, operator.if_exists or negated)
        else:
            holds = _set(name, _one_of(tests), negated, all if operator.over == "ForAllValues" else any)
    return Condition(written, key.text, tuple(values), key.position, holds, fits)


def _one_of(tests: Sequence[ValueTest]) -> ValueTest:
    if len(tests) == 1:
        return tests[0]

    return lambda value, context: any(test(value, context) for test in tests)


def _any_of(tests: Sequence[ContextTest]) -> ContextTest:
    return lambda context: any(test(context) for test in tests)


def _carries(name: str, test: ValueTest) -> ContextTest:
    """Whether any value under a key fits."""

    def fits(context: Context) -> bool:
        value = context.entries.get(name)
        return value is not None and any(test(each, context) for each in value.values)

    return fits


def _existence(name: str, text: str) -> ContextTest:
    absent = text.lower()

    def fits(context: Context) -> bool:
        value = context.entries.get(name)
        return absent == ("false" if value is not None and value.values else "true")

    return fits


def _single(name: str, fits: ValueTest, negated: bool, when_missing: bool) -> ContextTest:
    def holds(context: Context) -> bool:
        value = context.entries.get(name)
        if value is None or not value.values:
            return when_missing
        if value.multivalued:
            return False
        return fits(value.values[0], context) is not negated

    return holds


def _set(name: str, fits: ValueTest, negated: bool, over: Callable[[Sequence[bool]], bool]) -> ContextTest:
    def holds(context: Context) -> bool:
        value = context.entries.get(name)
        values = () if value is None else value.values
        return over([fits(each, context) is not negated for each in values])

    return holds
