"""Goals about the console's door: who came in, and that nobody is inside."""

from typing import TYPE_CHECKING

from ..schema import CameIn
from .grounds import Grounds
from .references import reference_of
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import RequestRecord

OPERATION = "ConsoleLogin"


def signed_in(grounds: Grounds, rule: CameIn) -> Cause | None:
    """None if they came in, with a code where that is wanted."""
    owner = grounds.owner(rule.principal)
    entries = grounds.requests(since_step=rule.since == "step")
    requests = [entry.request for entry in entries if entry.request is not None]
    came = [
        request
        for request in requests
        if request.service == "signin"
        and request.operation == OPERATION
        and request.error is None
        and request.caller is not None
        and reference_of(request.caller) == owner
    ]
    values = {"user": owner.name or owner.kind, "principal": owner.name or owner.kind}
    if not came:
        return Cause(CauseKind.NOT_SIGNED_IN, Help.SIGN_IN, rule.principal, "", values)
    if rule.mfa and not any(_with_code(request) for request in came):
        return Cause(CauseKind.SIGNED_IN_WITHOUT_CODE, Help.SIGN_IN_WITH_CODE, "MFA", "", values)
    return None


def signed_out(grounds: Grounds, _rule: bool) -> Cause | None:
    """None if nobody is signed in to this console."""
    inside = grounds.console.shell.signed_in if grounds.console is not None else None
    if inside is None:
        return None
    values = {"user": inside.arn.rpartition("/")[2], "principal": inside.arn}
    return Cause(CauseKind.STILL_SIGNED_IN, Help.SIGN_OUT, "", inside.arn, values)


def _with_code(request: "RequestRecord") -> bool:
    return bool(request.parameters.get("TokenCode"))
