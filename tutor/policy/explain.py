"""How each element of a statement fares with a request: the values compared, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from .conditions import Condition
from .context import Context
from .document import Statement
from .match import names_caller
from .principals import Grant, PrincipalElement
from .request import Request
from .source import Position
from .variables import filled_text

__all__ = ["ElementTrace", "ValueTrace", "explain"]


@dataclass(frozen=True, slots=True)
class ValueTrace:
    """One value of an element."""

    text: str
    """As written in the document."""
    position: Position
    matched: bool
    """Whether the request's value fits this one, before any negation."""
    compared: str | None
    """What it was compared as, variables filled in; None where a variable has no value."""


@dataclass(frozen=True, slots=True)
class ElementTrace:
    """One element of a statement, or one condition."""

    element: str
    """`Principal`, `Action`, `Resource` (or their negations), or `Condition`."""
    matched: bool
    """Whether the element lets the statement apply."""
    values: tuple[ValueTrace, ...]
    """What the document says."""
    request_values: tuple[str, ...]
    """What the request says; empty where it carries no such key."""
    position: Position
    """Where the first value stands, or the condition key."""
    operator: str | None = None
    """Of a condition: the operator, as written."""
    key: str | None = None
    """Of a condition: the key, as written."""


def explain(statement: Statement, request: Request, *, bounded: bool) -> Iterator[ElementTrace]:
    """Each element of a statement; `bounded` says that a permissions boundary is set."""
    if statement.principal is not None:
        yield _principal(statement, statement.principal, request, bounded=bounded)
    yield _action(statement, request)
    if statement.resource is not None:
        yield _resource(statement, request)
    for condition in statement.conditions:
        yield _condition(condition, request.context, variables=statement.variables)


def _principal(
    statement: Statement, element: PrincipalElement, request: Request, *, bounded: bool
) -> ElementTrace:
    values = tuple(
        ValueTrace(
            named.written.text,
            named.written.position,
            bool(PrincipalElement("Principal", (named,)).grant(request.principal, request.context)),
            named.written.text,
        )
        for named in element.named
    )
    matched = names_caller(statement, request, bounded=bounded) is not Grant.NONE
    caller = request.principal.arn or "anonymous"
    return ElementTrace(element.name, matched, values, (caller,), _first(values, statement.start))


def _action(statement: Statement, request: Request) -> ElementTrace:
    element, action = statement.action, request.action.lower()
    values = tuple(
        ValueTrace(value.text, value.position, test(action), value.text)
        for value, test in zip(element.values, element.tests, strict=True)
    )
    place = _first(values, statement.start)
    return ElementTrace(element.name, element.covers(action), values, (request.action,), place)


def _resource(statement: Statement, request: Request) -> ElementTrace:
    element = statement.resource
    assert element is not None
    context = request.context
    values = tuple(
        ValueTrace(
            value.text,
            value.position,
            test(request.resource, context),
            filled_text(value.text, context, variables=statement.variables),
        )
        for value, test in zip(element.values, element.tests, strict=True)
    )
    matched = element.covers(request.resource, request.context)
    return ElementTrace(element.name, matched, values, (request.resource,), _first(values, statement.start))


def _condition(condition: Condition, context: Context, *, variables: bool) -> ElementTrace:
    carried = context.get(condition.key)
    return ElementTrace(
        "Condition",
        condition.holds(context),
        tuple(
            ValueTrace(
                value.text,
                value.position,
                fits(context),
                filled_text(value.text, context, variables=variables),
            )
            for value, fits in zip(condition.values, condition.fits, strict=True)
        ),
        () if carried is None else carried.values,
        condition.position,
        condition.operator,
        condition.key,
    )


def _first(values: tuple[ValueTrace, ...], otherwise: Position) -> Position:
    return values[0].position if values else otherwise
