"""Goals about what happened: refused once, done once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tutor.gateway.needs import NEEDS

from ..schema import Denied, Goal, Happened, Happening
from .diagnosis import named
from .grounds import NOBODY, Grounds
from .patterns import covers
from .references import Reference, reference_of
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import Entry, RequestRecord


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
    return _too_few(grounds, rule, len(counted), CauseKind.NEVER_REFUSED)


def done_once(grounds: Grounds, rule: Happened) -> Cause | None:
    """None if such a request went through often enough."""
    done = sum(
        request.error is None and request.caller is not None and _fits(grounds, request, rule, allowed=True)
        for request in _requests(grounds, rule)
    )
    return None if done >= rule.times else _too_few(grounds, rule, done, CauseKind.NEVER_DONE)


def event(grounds: Grounds, rule: Happening) -> Cause | None:
    """None if the history holds as many such requests as wanted."""
    entries = grounds.requests(since_step=rule.since == "step")
    found = sum(entry.request is not None and _is_such(grounds, entry, rule) for entry in entries)
    least, most = (
        (rule.count, rule.count) if isinstance(rule.count, int) else (rule.count.min, rule.count.max)
    )
    action = rule.action if isinstance(rule.action, str) else " · ".join(rule.action or ())
    given = " ".join(f"{name}={value}" for name, value in rule.parameters.items() if value is not None)
    parts = (rule.principal, action, rule.resource, given, rule.decision, rule.error)
    wanted = " ".join(part for part in parts if part)
    if most is not None and found > most:
        values = {"request": wanted}
        return Cause(CauseKind.TOO_MANY, Help.TOO_OFTEN, str(most), str(found), values)
    if found >= least:
        return None
    if found:
        return Cause(CauseKind.TOO_FEW, Help.TRY_AGAIN, str(least), str(found), {"request": wanted})
    kind = CauseKind.NEVER_DONE if rule.decision == "allowed" else CauseKind.NEVER_REFUSED
    if rule.decision is None and rule.error is None and rule.code is None:
        kind = CauseKind.NEVER_DONE
    anyhow = replace(rule, principal=None, decision=None, error=None, code=None)
    return _never(grounds, rule, kind, wanted, lambda entry: _is_such(grounds, entry, anyhow))


def wants_refused(grounds: Grounds, entry: "Entry", goal: Goal) -> bool:
    """Whether a refused request is one that a goal asks the learner to see."""
    request = entry.request
    if request is None or request.error is None:
        return False
    if goal.denied_once is not None:
        wanted = goal.denied_once
        return wanted.error in {None, request.error} and _fits(grounds, request, wanted, allowed=False)
    return goal.event is not None and _is_such(grounds, entry, goal.event)


def _plainly(grounds: Grounds) -> dict[str, str]:
    """Marks a cause of a lesson that teaches no claim: its learner cannot read a request yet."""
    lesson = grounds.lesson
    return {"plain": "yes"} if lesson is not None and not lesson.file.skills else {}


def _is_such(grounds: Grounds, entry: "Entry", rule: Happening) -> bool:
    from tutor.gateway.events import event_of

    request = entry.request
    assert request is not None, "it is a request's entry"
    told = event_of(entry, request)
    actions = (rule.action,) if isinstance(rule.action, str) else rule.action or ("*",)
    asked = [(one.action, one.resource) for one in request.asked] or [(told.action, told.resource)]
    return (
        (rule.principal is None or signed_by(grounds, request, rule.principal))
        and rule.decision in {None, told.outcome}
        and rule.error in {None, request.error}
        and rule.code in {None, _refused_code(request)}
        and all(request.parameters.get(name) == value for name, value in rule.parameters.items())
        and any(
            any(covers(wanted.lower(), action.lower()) for wanted in actions)
            and (rule.resource is None or covers(rule.resource, resource))
            for action, resource in asked
        )
    )


def _refused_code(request: "RequestRecord") -> str | None:
    """What was wrong with the MFA code of a refused request; one good for some moment was used before."""
    from tutor.account.mfa import code_and_step

    code, step = code_and_step(request.parameters.get("TokenCode"))
    if request.error is None or not code:
        return None
    return "wrong" if step is None else "used"


def _requests(grounds: Grounds, rule: Denied | Happened) -> "Sequence[RequestRecord]":
    entries = grounds.requests(since_step=rule.since == "step")
    return [entry.request for entry in entries if entry.request is not None]


def _is_refused(request: "RequestRecord") -> bool:
    """At one of the gates, not by an operation that failed otherwise."""
    if request.error is None:
        return False
    return request.caller is None or any(asked.decision != "allowed" for asked in request.asked)


def _fits(grounds: Grounds, request: "RequestRecord", rule: Denied | Happened, *, allowed: bool) -> bool:
    if rule.principal is not None and not signed_by(grounds, request, rule.principal):
        return False
    actions = (rule.action,) if isinstance(rule.action, str) else rule.action or ("*",)
    asked = [(one.action, one.resource) for one in request.asked if (one.decision == "allowed") is allowed]
    if allowed and not request.asked:  # no policy is asked about the directory, say
        asked = [(request.action, "*")]
    if request.caller is None:
        row = NEEDS.get(request.action)
        asked = asked or [(row[0] if row else request.action, "*")]
    return any(
        any(covers(wanted.lower(), action.lower()) for wanted in actions)
        and (rule.resource is None or covers(rule.resource, resource))
        for action, resource in asked
    )


def signed_by(grounds: Grounds, request: "RequestRecord", principal: str) -> bool:
    """Whether the request was signed as this principal, or tried to be."""
    kind, _, profile = principal.partition("/")
    if kind == "profile" and grounds.sandbox.authenticates(profile) is not None:
        credentials = grounds.sandbox.credentials_of(profile)
        key = credentials.access_key_id if credentials else None
        return request.caller is None and request.access_key_id == key
    return grounds.owner(principal) == _signer(grounds, request)


def _signer(grounds: Grounds, request: "RequestRecord") -> Reference:
    if request.caller is not None:
        return reference_of(request.caller)
    found = grounds.world.find_key(request.access_key_id or "")
    if found is None:
        return NOBODY
    name: str | None = getattr(found[1], "name", None)
    return Reference("user" if name else "root", name or "", found[0].account_id)


def _too_few(grounds: Grounds, rule: Denied | Happened, count: int, never: CauseKind) -> Cause:
    action = rule.action if isinstance(rule.action, str) else " · ".join(rule.action or ())
    wanted = " ".join(part for part in (rule.principal, action, rule.resource, _error(rule)) if part)
    if count:
        return Cause(CauseKind.TOO_FEW, Help.TRY_AGAIN, str(rule.times), str(count), {"request": wanted})
    anybody = replace(rule, principal=None)

    def alike(entry: "Entry") -> bool:
        request = entry.request
        return request is not None and any(
            _fits(grounds, request, anybody, allowed=allowed) for allowed in (True, False)
        )

    return _never(grounds, rule, never, wanted, alike)


def _never(
    grounds: Grounds,
    rule: Denied | Happened | Happening,
    kind: CauseKind,
    wanted: str,
    alike: "Callable[[Entry], bool]",
) -> Cause:
    """Nothing of the kind was sent; or the newest that is alike in this step, but by somebody else."""
    plain = _plainly(grounds)
    sender = "" if plain or rule.principal is None else _somebody_else(grounds, rule.principal, alike)
    if not sender:
        return Cause(kind, Help.TRY_IT, wanted, "", {"request": wanted, **plain})
    principal = named(rule.principal or "")
    if sender.partition("@")[0] != principal.partition("@")[0]:  # no two of one name in two accounts
        sender, principal = sender.partition("@")[0], principal.partition("@")[0]
    values = {"request": wanted, "sender": sender, "principal": principal}
    return Cause(kind, Help.SEND_AS, wanted, sender, values)


def _somebody_else(grounds: Grounds, principal: str, alike: "Callable[[Entry], bool]") -> str:
    """Who sent the newest such request of this step instead of whom it has to be; empty for nobody."""
    entries = [entry for entry in grounds.requests(since_step=True) if alike(entry)]
    newest = entries[-1].request if entries else None
    if newest is None or signed_by(grounds, newest, principal):
        return ""
    return named(_signer(grounds, newest).written(grounds.account_id))


def _error(rule: Denied | Happened) -> str:
    return (rule.error or "") if isinstance(rule, Denied) else ""
