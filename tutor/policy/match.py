"""Whether a statement applies to a request, and what a group of policies says."""

from typing import Final

from .document import Statement
from .index import About
from .principals import Grant
from .request import Policies, Request
from .views import about

__all__ = ["ALLOWS", "DENIES", "SILENT", "applies", "names_caller", "resource_grant", "said", "stance"]

SILENT: Final = 0
ALLOWS: Final = 1
DENIES: Final = 4
"""Apart from every value of `Grant`, beside which it is looked for."""


def applies(statement: Statement, request: Request) -> bool:
    """Whether resource and conditions fit; action and principal are looked at elsewhere."""
    resource, holds = statement.resource, statement.holds
    if resource is not None and not resource.covers(request.resource, request.context):
        return False
    return holds is None or holds(request.context)


def said(statements: About, request: Request) -> int:
    """What statements about the action say together: `DENIES`, `ALLOWS` or `SILENT`."""
    for statement in statements.denies:
        if applies(statement, request):
            return DENIES
    for statement in statements.allows:
        if applies(statement, request):
            return ALLOWS
    return SILENT


def stance(policies: Policies, request: Request, action: str) -> int:
    """What policies of one kind say together; `action` is in lower case."""
    return said(about(policies, action), request)


def names_caller(statement: Statement, request: Request, *, bounded: bool) -> Grant:
    """How the Principal element includes the caller; `bounded` says that a permissions boundary is set.

    A NotPrincipal list spares nobody who has a boundary.
    """
    element = statement.principal
    if element is None:
        return Grant.DIRECT
    if not element.negated:
        return element.grant(request.principal, request.context)
    spared = not bounded and element.spares(request.principal, request.context)
    return Grant.NONE if spared else Grant.DIRECT


def resource_grant(statements: About, request: Request, *, bounded: bool) -> Grant | None:
    """How far the policy on the resource lets the caller in; None when it denies."""
    for statement in statements.denies:
        if names_caller(statement, request, bounded=bounded) and applies(statement, request):
            return None
    best = Grant.NONE
    for statement in statements.allows:
        if applies(statement, request):
            best = max(best, names_caller(statement, request, bounded=bounded))
    return best
