"""Whether the learner had a hand in what a decision shows: asked that very thing, or changed what decides."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.policy import PrincipalKind

from .statements import strings_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.account import RequestRecord, World
    from tutor.policy import AttachedPolicy, Decision, Principal

HARMLESS: Final = ("Get", "List", "Head", "Describe", "Simulate", "Generate", "Tag", "Untag")
"""How operations begin that change nothing of what anybody may do."""


def acted_on(world: "World", decision: "Decision", requests: "Iterable[RequestRecord]") -> bool:
    """Whether a request asked for the same by the same principal, or changed somebody or something in it.

    A belief that an account only shows as the lesson left it is not the learner's.
    """
    names = frozenset(_names(world, decision))
    return any(_asks(one, decision) or _changes(one, names) for one in requests)


def _asks(request: "RequestRecord", decision: "Decision") -> bool:
    caller, wanted = request.caller, decision.request
    return (
        caller is not None
        and _without_session(caller.principal) == _without_session(wanted.principal)
        and any(asked.action.lower() == wanted.action.lower() for asked in request.asked)
    )


def _changes(request: "RequestRecord", names: frozenset[str]) -> bool:
    if request.error is not None or request.operation.startswith(HARMLESS):
        return False
    return request.service == "organizations" or any(
        isinstance(value, str) and value in names for value in request.parameters.values()
    )


def _names(world: "World", decision: "Decision") -> Iterator[str]:
    """The names by which requests speak of whoever and whatever plays a part in a decision."""
    request, held = decision.request, decision.policies
    yield from _ends(request.resource)
    yield from _ends(_without_session(request.principal))
    owner = world.accounts.get(request.principal.account)
    name = _without_session(request.principal).rpartition("/")[2]
    if owner is not None and request.principal.kind is PrincipalKind.ASSUMED_ROLE and name in owner.roles:
        yield from strings_in(owner.roles[name].trust.text, "Principal")
    policies: Iterable[AttachedPolicy | None] = (*held.identity, held.resource, held.boundary, *held.session)
    for policy in policies:
        if policy is not None:
            yield policy.source
            yield from _ends(policy.through or "")


def _ends(arn: str) -> Iterator[str]:
    """The bucket and key, the kind and name, at an ARN's end, and the ARN itself."""
    path = arn.rpartition(":")[2]
    yield from {arn, path, path.partition("/")[0], path.partition("/")[2], path.rpartition("/")[2]} - {""}


def _without_session(principal: "Principal") -> str:
    """A principal's ARN, of a session as if it were the role's."""
    if principal.kind is PrincipalKind.ASSUMED_ROLE:
        return principal.arn.rpartition("/")[0]
    return principal.arn
