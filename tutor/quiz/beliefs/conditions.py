"""Beliefs about conditions and variables."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from tutor.policy import Context, Effect, Statement
from tutor.policy.conditions import Condition
from tutor.policy.operators import NEGATED

from ..papers import Paper
from ..scene import Scene
from .bend import bent, resources, with_resources
from .kind import Bend

__all__ = ["BENDS"]

MFA: Final = "aws:multifactorauthpresent"
S3: Final = "arn:aws:s3:::"
Holds = Callable[[Context], bool]


def _conditioned(scene: Scene, change: Callable[[Statement, Condition], Holds | None]) -> Scene:
    """The scene with conditions held as `change` says; None leaves one as it is."""

    def other(_: Paper, statement: Statement) -> Statement:
        made = [change(statement, condition) for condition in statement.conditions]
        if not any(made):
            return statement
        conditions = [
            condition if holds is None else replace(condition, holds=holds)
            for condition, holds in zip(statement.conditions, made, strict=True)
        ]
        return replace(statement, conditions=tuple(conditions))

    return bent(scene, other)


def _carried(key: str, context: Context) -> tuple[str, ...]:
    value = context.get(key)
    return () if value is None else tuple(value.values)


def _present(condition: Condition, context: Context) -> bool:
    return bool(_carried(condition.key, context))


def _base(condition: Condition) -> str:
    return condition.operator.rpartition(":")[2].removesuffix("IfExists")


def _missing_code_is_false(scene: Scene) -> Scene:
    """M9: in a Deny `Bool` with false catches requests that say nothing about MFA."""

    def wider(statement: Statement, condition: Condition) -> Holds | None:
        is_it = condition.operator == "Bool" and condition.key.lower() == MFA
        if not is_it or statement.effect is Effect.ALLOW or condition.values[0].text.lower() != "false":
            return None
        return lambda context: not _present(condition, context) or condition.holds(context)

    return _conditioned(scene, wider)


def _if_exists_demands(scene: Scene) -> Scene:
    """M10: in an Allow `BoolIfExists` demands that the key is there."""

    def narrower(statement: Statement, condition: Condition) -> Holds | None:
        is_it = condition.operator.endswith("IfExists") and statement.effect is Effect.ALLOW
        return partial(_both, partial(_present, condition), condition.holds) if is_it else None

    return _conditioned(scene, narrower)


def _both(one: Holds, other: Holds, context: Context) -> bool:
    return one(context) and other(context)


def _values_and_keys_swapped(scene: Scene) -> Scene:
    """M13: one key of several is enough, and of several values all have to fit."""

    def swapped(_: Paper, statement: Statement) -> Statement:
        if len(statement.conditions) > 1:
            one_of = partial(_any_of, statement.conditions)
            return replace(statement, conditions=(replace(statement.conditions[0], holds=one_of),))
        if any(len(condition.values) > 1 for condition in statement.conditions):
            made = [
                replace(condition, holds=partial(_all_fit, condition)) for condition in statement.conditions
            ]
            return replace(statement, conditions=tuple(made))
        return statement

    return bent(scene, swapped)


def _any_of(conditions: Sequence[Condition], context: Context) -> bool:
    return any(condition.holds(context) for condition in conditions)


def _all_fit(condition: Condition, context: Context) -> bool:
    """All values AND-ed; under a negated operator it is enough to differ from one."""
    fits_each = condition.fits(context)
    if _base(condition) in NEGATED:
        return not all(fits_each)
    return all(fits_each)


def _empty_set_fails(scene: Scene) -> Scene:
    """M14: `ForAllValues` needs at least one value."""

    def narrower(_: Statement, condition: Condition) -> Holds | None:
        is_it = condition.operator.startswith("ForAllValues:")
        return partial(_both, partial(_present, condition), condition.holds) if is_it else None

    return _conditioned(scene, narrower)


def _negated_needs_key(scene: Scene) -> Scene:
    """M15: a negated operator needs the key to be there."""

    def narrower(_: Statement, condition: Condition) -> Holds | None:
        is_it = _base(condition) in NEGATED and ":" not in condition.operator
        return partial(_both, partial(_present, condition), condition.holds) if is_it else None

    return _conditioned(scene, narrower)


def _missing_key_fits(scene: Scene) -> Scene:
    """Q39: a condition about a key that the request does not carry is passed over."""

    def wider(_: Statement, condition: Condition) -> Holds | None:
        if _base(condition) == "Null":
            return None
        return lambda context: not _present(condition, context) or condition.holds(context)

    return _conditioned(scene, wider)


def _all_listed_are_needed(scene: Scene) -> Scene:
    """Q34: `ForAllValues` asks for all values that the policy lists."""

    def narrower(_: Statement, condition: Condition) -> Holds | None:
        if not condition.operator.startswith("ForAllValues:"):
            return None
        return lambda context: all(condition.fits(context))

    return _conditioned(scene, narrower)


def _set_operators_swapped(scene: Scene) -> Scene:
    """Q35: `ForAllValues` and `ForAnyValue` the other way round."""

    def swapped(_: Statement, condition: Condition) -> Holds | None:
        over, _colon, base = condition.operator.partition(":")
        if not base or condition.tests is None or base in NEGATED:
            return None
        count = any if over == "ForAllValues" else all

        def holds(context: Context) -> bool:
            tests = condition.tests or ()
            carried = _carried(condition.key, context)
            return count([any(test(value, context) for test in tests) for value in carried])

        return holds

    return _conditioned(scene, swapped)


def _no_code_no_key(scene: Scene) -> Scene:
    """Q32: without MFA the request carries no key about it."""
    kept = {key: value for key, value in scene.context.items() if key.lower() != MFA or value is True}
    return scene if len(kept) == len(scene.context) else replace(scene, context=kept)


def _conditions_say_when_not(scene: Scene) -> Scene:
    """Q52: a condition says when its statement does not count."""

    def turned(_: Statement, condition: Condition) -> Holds | None:
        return lambda context: not condition.holds(context)

    return _conditioned(scene, turned)


def _variables_always(scene: Scene) -> Scene:
    """M16: variables are filled in whatever the Version."""

    def filled(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        if statement.variables or not any("${" in arn for arn in written):
            return statement
        return with_resources(replace(statement, variables=True), written)

    return bent(scene, filled)


def _variables_never(scene: Scene) -> Scene:
    """Q37: a variable stays as it is written."""

    def literal(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        if not statement.variables or not any("${" in arn for arn in written):
            return statement
        return with_resources(replace(statement, variables=False), written)

    return bent(scene, literal)


def _variables_fit_all(scene: Scene) -> Scene:
    """Q36: a variable stands for any name."""

    def wider(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        if not any("${" in arn for arn in written):
            return statement
        return with_resources(statement, [re.sub(r"\$\{[^}]*\}", "*", arn) for arn in written])

    return bent(scene, wider)


BENDS: Final[dict[str, Bend]] = {
    "M9": _missing_code_is_false,
    "M10": _if_exists_demands,
    "M13": _values_and_keys_swapped,
    "M14": _empty_set_fails,
    "M15": _negated_needs_key,
    "M16": _variables_always,
    "Q32": _no_code_no_key,
    "Q34": _all_listed_are_needed,
    "Q35": _set_operators_swapped,
    "Q36": _variables_fit_all,
    "Q37": _variables_never,
    "Q39": _missing_key_fits,
    "Q52": _conditions_say_when_not,
}
"""By misconception id, how its holder reads a scene."""
