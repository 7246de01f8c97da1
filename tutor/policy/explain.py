"""How each element of a statement fares with a request: the values compared, and where they stand."""

from typing import NamedTuple

from .conditions import Condition
from .context import Context
from .document import ResourceElement, Statement
from .match import names_caller
from .principals import Grant, PrincipalElement
from .request import AttachedPolicy, Request
from .source import Position
from .values import ValueTrace
from .variables import filled_text
from .views import StatementRef
from .vocabulary import Effect, PolicyKind

__all__ = ["ElementTrace", "StatementTrace"]


class ElementTrace(NamedTuple):
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


class StatementTrace(NamedTuple):
    """One statement, and how it fared."""

    ref: StatementRef
    matched: bool
    """Whether all its elements did."""
    policy: AttachedPolicy
    statement: Statement
    request: Request
    bounded: bool
    """Whether a permissions boundary binds the caller."""

    @property
    def source(self) -> str:
        """Where the policy comes from, as in `AttachedPolicy`."""
        return self.policy.source

    @property
    def through(self) -> str | None:
        """The ARN of the group that the policy is inherited by; None when it is the caller's own."""
        return self.policy.through

    @property
    def kind(self) -> PolicyKind:
        """The kind of the policy."""
        return self.policy.document.kind

    @property
    def sid(self) -> str | None:
        """The statement's Sid."""
        return self.statement.sid

    @property
    def effect(self) -> Effect:
        """The statement's Effect."""
        return self.statement.effect

    @property
    def start(self) -> Position:
        """Where its opening brace stands."""
        return self.statement.start

    @property
    def end(self) -> Position:
        """Where its closing brace stands."""
        return self.statement.end

    @property
    def elements(self) -> tuple[ElementTrace, ...]:
        """How each of its elements fared."""
        return _elements(self.statement, self.request, bounded=self.bounded)


def _elements(statement: Statement, request: Request, *, bounded: bool) -> tuple[ElementTrace, ...]:
    """Each element of a statement; `bounded` says that a permissions boundary is set."""
    elements: list[ElementTrace] = []
    if statement.principal is not None:
        elements.append(_principal(statement, statement.principal, request, bounded=bounded))
    elements.append(_action(statement, request))
    if statement.resource is not None:
        elements.append(_resource(statement, statement.resource, request))
    for condition in statement.conditions:
        elements.append(_condition(condition, request.context, variables=statement.variables))
    return tuple(elements)


def _principal(
    statement: Statement, element: PrincipalElement, request: Request, *, bounded: bool
) -> ElementTrace:
    caller, context = request.principal, request.context
    values = tuple(
        ValueTrace(
            named.written.text,
            named.written.position,
            named.grant(caller, context) is not Grant.NONE,
            named.written.text,
        )
        for named in element.named
    )
    matched = names_caller(statement, request, bounded=bounded) is not Grant.NONE
    place = _first(values, statement.start)
    return ElementTrace(element.name, matched, values, (caller.arn or "anonymous",), place)


def _action(statement: Statement, request: Request) -> ElementTrace:
    element, action = statement.action, request.action.lower()
    fits = [test(action) for test in element.tests]
    values = element.written.traces(fits)
    matched = (True in fits) is not element.negated
    return ElementTrace(element.name, matched, values, (request.action,), _first(values, statement.start))


def _resource(statement: Statement, element: ResourceElement, request: Request) -> ElementTrace:
    resource, context = request.resource, request.context
    fits = [test(resource, context) for test in element.tests]
    values = element.written.traces(fits, context if statement.variables else None)
    matched = (True in fits) is not element.negated
    return ElementTrace(element.name, matched, values, (resource,), _first(values, statement.start))


def _condition(condition: Condition, context: Context, *, variables: bool) -> ElementTrace:
    carried = context.get(condition.key)
    values = tuple(
        ValueTrace(
            value.text,
            value.position,
            fits,
            filled_text(value.text, context, variables=variables),
        )
        for value, fits in zip(condition.values, condition.fits(context), strict=True)
    )
    return ElementTrace(
        "Condition",
        condition.holds(context),
        values,
        () if carried is None else carried.values,
        condition.position,
        condition.operator,
        condition.key,
    )


def _first(values: tuple[ValueTrace, ...], otherwise: Position) -> Position:
    return values[0].position if values else otherwise
