"""Goals about what happened: refused once, done once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.gateway.needs import NEEDS

from ..schema import Denied, Happened
from .grounds import Grounds
from .patterns import covers
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import RequestRecord


def denied_once(grounds: Grounds, rule: Denied) -> Cause | None:
    """None if such a request was refused, by a policy or by the first gate, often enough."""
    refused = [
        request
        for request in _requests(grounds, rule)
        if _is_refused(request) and _fits(grounds, request, rule, allowed=False)
    ]
    counted = [request for request in refused if rule.error in {None, request.error}]
    if len(counted) >= rule.times:
        return None
    if refused and not counted:
        found = refused[-1].error or ""
        return Cause(CauseKind.OTHER_ERROR, Help.TRY_OTHERWISE, rule.error or "", found)
    return _too_few(rule, len(counted), CauseKind.NEVER_REFUSED)


def done_once(grounds: Grounds, rule: Happened) -> Cause | None:
    """None if such a request went through often enough."""
    done = sum(
        request.error is None and request.caller is not None and _fits(grounds, request, rule, allowed=True)
        for request in _requests(grounds, rule)
    )
    return None if done >= rule.times else _too_few(rule, done, CauseKind.NEVER_DONE)


def _requests(grounds: Grounds, rule: Denied | Happened) -> "Sequence[RequestRecord]":
    entries = grounds.requests(since_step=rule.since == "step")
    return [entry.request for entry in entries if entry.request is not None]


def _is_refused(request: "RequestRecord") -> bool:
    """At one of the gates, not by an operation that failed otherwise."""
    if request.error is None:
        return False
    return request.caller is None or any(asked.decision != "allowed" for asked in request.asked)


def _fits(grounds: Grounds, request: "RequestRecord", rule: Denied | Happened, *, allowed: bool) -> bool:
    if rule.principal is not None and not _signed_by(grounds, request, rule.principal):
        return False
    actions = (rule.action,) if isinstance(rule.action, str) else rule.action or ("*",)
    asked = [(one.action, one.resource) for one in request.asked if (one.decision == "allowed") is allowed]
    if request.caller is None:
        row = NEEDS.get(request.action)
        asked = asked or [(row[0] if row else request.action, "*")]
    return any(
        any(covers(wanted.lower(), action.lower()) for wanted in actions)
        and (rule.resource is None or covers(rule.resource, resource))
        for action, resource in asked
    )


def _signed_by(grounds: Grounds, request: "RequestRecord", principal: str) -> bool:
    """Whether the request was signed as this principal, or tried to be."""
    kind, _, profile = principal.partition("/")
    if kind == "profile" and grounds.sandbox.authenticates(profile) is not None:
        credentials = grounds.sandbox.credentials_of(profile)
        key = credentials.access_key_id if credentials else None
        return request.caller is None and request.access_key_id == key
    return grounds.owner_of(principal) == _signer(grounds, request)


def _signer(grounds: Grounds, request: "RequestRecord") -> str:
    if request.caller is not None:
        return f"user/{request.caller.name}" if request.caller.name else "root"
    found = grounds.world.find_key(request.access_key_id or "")
    name: str | None = getattr(found[1], "name", None) if found else ""
    return "root" if name is None else f"user/{name}"


def _too_few(rule: Denied | Happened, count: int, never: CauseKind) -> Cause:
    action = rule.action if isinstance(rule.action, str) else " · ".join(rule.action or ())
    wanted = " ".join(part for part in (rule.principal, action, rule.resource, _error(rule)) if part)
    if count:
        return Cause(CauseKind.TOO_FEW, Help.TRY_AGAIN, str(rule.times), str(count), {"request": wanted})
    return Cause(never, Help.TRY_IT, wanted, "", {"request": wanted})


def _error(rule: Denied | Happened) -> str:
    return (rule.error or "") if isinstance(rule, Denied) else ""
