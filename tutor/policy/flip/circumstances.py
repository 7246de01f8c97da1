"""Edits of the request: another value of a context key."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..compare.budget import Budget, WorkLimitError
from ..compare.keys import KeyUse, key_values
from ..context import Context, ContextValue
from ..document import Statement
from ..explain import ElementTrace
from ..request import Request
from ..vocabulary import read_operator
from .edits import Edit, EditKind

__all__ = ["other_contexts"]

WHO_AND_WHAT: Final = frozenset(
    {
        "aws:userid",
        "aws:username",
        "aws:principalarn",
        "aws:principalaccount",
        "aws:principaltype",
        "aws:principalorgid",
        "aws:resourceaccount",
    }
)
"""Keys that say who asks for what: with another value it would be another request."""
WORK: Final = 20_000


def other_contexts(
    statement: Statement, element: ElementTrace, request: Request, *, match: bool
) -> Iterator[tuple[Edit, Request]]:
    """Requests that differ in the key of a condition, so that it holds, or without `match` does not."""
    key = (element.key or "").lower()
    if key in WHO_AND_WHAT:
        return
    for option in _options(statement, element, request.context):
        entries = {name: value for name, value in request.context.entries.items() if name != key}
        context = Context(entries if option is None else {**entries, key: option})
        tests = [one for one in statement.conditions if one.key.lower() == key]
        if all(test.holds(context) for test in tests) is match:
            yield (
                _edit(element.key or "", request.context.entries.get(key), option),
                replace(request, context=context),
            )
            return


def _options(statement: Statement, element: ElementTrace, context: Context) -> list[ContextValue | None]:
    """Values of the key, one for every way in which the statement's conditions on it can fare."""
    key = (element.key or "").lower()
    uses = []
    for condition in statement.conditions:
        operator = read_operator(condition.operator)
        if operator is not None and condition.key.lower() == key:
            uses.append(KeyUse(condition, operator, statement.variables))
    try:
        options = key_values(key, uses, (), context, Budget(WORK)).options
    except WorkLimitError:
        return []
    return sorted(options, key=lambda option: option is None)


def _edit(key: str, before: ContextValue | None, after: ContextValue | None) -> Edit:
    old = () if before is None else before.values
    new = () if after is None else after.values
    size = max(1, len(set(new) - set(old)))
    return Edit(EditKind.SET_CONTEXT, size, element="Context", key=key, before=old, after=new)
