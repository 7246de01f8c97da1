"""Conditions of a statement: one test an operator and key (`spec/iam-facts.md` 4.1).

Operators and keys are AND-ed, the values under a key OR-ed, under a negated operator NOR-ed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from .context import Context
from .operators import NEGATED, ValueTest
from .source import Position
from .values import Written
from .vocabulary import OperatorName

__all__ = ["Condition", "compile_condition"]


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
    tests: tuple[ValueTest, ...] | None = field(repr=False, compare=False)
    """One a value, before any negation; None under `Null`, which compares no values."""

    def fits(self, context: Context) -> list[bool]:
        """For each value, whether what the request carries fits it, before any negation."""
        value = context.get(self.key)
        carried = () if value is None else value.values
        if self.tests is None:
            return [_agrees(written.text.lower(), carried) for written in self.values]
        return [any(test(each, context) for each in carried) for test in self.tests]


def compile_condition(
    written: str,
    operator: OperatorName,
    key: Written,
    values: Sequence[Written],
    value_test: Callable[[str, str], ValueTest],
) -> Condition:
    """The condition `{written: {key: values}}`; `value_test` compiles one value for an operator."""
    name = key.text.lower()
    if operator.base == "Null":
        wanted = tuple({value.text.lower() for value in values})
        holds = partial(_is_null, name, wanted)
        return Condition(written, key.text, tuple(values), key.position, holds, None)
    texts = [value.text for value in values]
    compiled = {text: value_test(operator.base, text) for text in dict.fromkeys(texts)}
    tests = tuple([compiled[text] for text in texts])
    negated = operator.base in NEGATED
    one_of = _one_of(tuple(compiled.values()))
    if operator.over is None:
        holds = partial(_single, name, one_of, negated, operator.if_exists or negated)
    else:
        holds = partial(_set, name, one_of, negated, all if operator.over == "ForAllValues" else any)
    return Condition(written, key.text, tuple(values), key.position, holds, tests)


def _one_of(tests: Sequence[ValueTest]) -> ValueTest:
    if len(tests) == 1:
        return tests[0]
    return lambda value, context: any(test(value, context) for test in tests)


def _is_null(name: str, wanted: Sequence[str], context: Context) -> bool:
    value = context.entries.get(name)
    return any(_agrees(text, () if value is None else value.values) for text in wanted)


def _agrees(wanted: str, carried: Sequence[str]) -> bool:
    """Whether a key with these values is absent, or present, as `Null` wants it."""
    return wanted == ("false" if carried else "true")


def _single(name: str, fits: ValueTest, negated: bool, when_missing: bool, context: Context) -> bool:
    value = context.entries.get(name)
    if value is None or not value.values:
        return when_missing
    if value.multivalued:
        return False
    return fits(value.values[0], context) is not negated


def _set(
    name: str, fits: ValueTest, negated: bool, over: Callable[[Sequence[bool]], bool], context: Context
) -> bool:
    value = context.entries.get(name)
    values = () if value is None else value.values
    return over([fits(each, context) is not negated for each in values])
