"""One request as the history shows it: who asked for what, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.needs import NEEDS, Need
from tutor.policy import Decision, PolicyError

if TYPE_CHECKING:
    from tutor.account import Asked, Caller, Entry, RequestRecord

UNAUTHENTICATED: Final = "unauthenticated"
ALLOWED: Final = "allowed"
REFUSED: Final = "implicitDeny"
"""Also of what a service refused by itself, with no policy asked, such as a wrong code."""


BY_TOKEN: Final = frozenset({"AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"})
"""Requests that a provider's word stands for, in place of a signature."""
REJECTED: Final = frozenset({"InvalidIdentityToken", "ExpiredTokenException", "IDPRejectedClaim"})


@dataclass(frozen=True, slots=True)
class Event:
    """A recorded request; action and resource are those that decided."""

    index: int
    line: int | None
    at: datetime
    start: bool
    caller: "Caller | None"
    access_key_id: str | None
    service: str
    operation: str
    action: str
    resource: str
    outcome: str
    """allowed, implicitDeny, explicitDeny or unauthenticated."""
    decided_by: str | None
    error: str | None
    """The code of the error answer, also of one that came after the request was allowed."""
    decision: Decision | None = None
    """Only while the command that made it is at hand; `Sandbox.explain` makes it again."""
    fault: PolicyError | None = None
    """Where a policy document that the service refused is malformed; only at hand as the decision is."""

    @property
    def who(self) -> str:
        """Whom a list shows: a name, the end of a session's ARN, or the key of somebody unknown."""
        if self.caller is None:
            return self.access_key_id or "?"
        return self.caller.name or self.caller.principal.arn.rpartition(":")[2] or "anonymous"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a past request got its answer: each permission that it needed, as decided then."""

    event: Event
    needed: tuple[tuple[Need, Decision], ...]

    @property
    def decision(self) -> Decision | None:
        """The one that settled it; None for a request that nobody had signed."""
        refused = (decision for _, decision in self.needed if not decision.allowed)
        return next(refused, self.needed[0][1] if self.needed else None)


def event_of(entry: "Entry", request: "RequestRecord") -> Event:
    """The event that a journal entry stands for."""
    settled = settled_by(request.asked)
    row = NEEDS.get(request.action)
    return Event(
        entry.index,
        entry.line,
        entry.at,
        entry.start,
        request.caller,
        request.access_key_id,
        request.service,
        request.operation,
        settled.action if settled else row[0] if row else request.action,
        settled.resource if settled else "",
        _outcome(request, settled),
        settled.by if settled else None,
        request.error,
    )


def _outcome(request: "RequestRecord", settled: "Asked | None") -> str:
    if request.caller is None or is_rejected_token(request.operation, request.error):
        return UNAUTHENTICATED
    if settled is not None:
        return settled.decision
    return REFUSED if request.error == "AccessDenied" else ALLOWED


def is_rejected_token(operation: str, error: str | None) -> bool:
    """Whether what an identity provider is said to vouch for was not believed: nobody is known to ask."""
    return operation in BY_TOKEN and error in REJECTED


def settled_by(asked: "tuple[Asked, ...]") -> "Asked | None":
    """The question that decided: the first that was refused, else the first."""
    return next((row for row in asked if row.decision != ALLOWED), asked[0] if asked else None)
