"""Whether a request that the learner sent has to do with a goal."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ..goals.events import signed_by
from ..goals.patterns import covers
from .evidence import WRITERS

if TYPE_CHECKING:
    from tutor.account import RequestRecord

    from ..goals.grounds import Grounds
    from ..schema import Goal

NAMED: Final[Mapping[str, str]] = {
    "user": "UserName",
    "group": "GroupName",
    "role": "RoleName",
    "policy": "PolicyName",
}
"""What a goal that something is there names, and the parameter of the request that makes it."""

LIMITS: Final = frozenset({"CreateRole", "UpdateRole"})
"""What sets how long sessions of a role may last, and so has to do with assuming it."""


def is_about(grounds: "Grounds", goal: "Goal", request: "RequestRecord") -> bool:
    """A goal of the history: the request is of its kind. That something is there: no other thing's document.

    Of a file no request tells anything, and every other goal may have to do with any request.
    """
    if goal.kind == "file":
        return False
    if goal.kind == "exists":
        return _makes(goal, request)
    if goal.kind not in {"done-once", "denied-once", "event"}:
        return True
    return _is_such(grounds, goal.rule, request)


def _makes(goal: "Goal", request: "RequestRecord") -> bool:
    if request.operation not in WRITERS:
        return True
    wanted = [(NAMED[kind], getattr(goal.rule, kind)) for kind in NAMED if getattr(goal.rule, kind, None)]
    return bool(wanted) and all(request.parameters.get(parameter) == name for parameter, name in wanted)


def _is_such(grounds: "Grounds", rule: object, request: "RequestRecord") -> bool:
    principal = getattr(rule, "principal", None)
    action, resource = getattr(rule, "action", None), getattr(rule, "resource", None)
    actions = (action,) if isinstance(action, str) else action or ("*",)
    if request.operation in LIMITS:
        return any("sts:assumerole".startswith(one.lower().rstrip("*")) for one in actions)
    asked = [(one.action, one.resource) for one in request.asked] or [(request.action, "")]
    return (principal is None or signed_by(grounds, request, principal)) and any(
        any(covers(wanted.lower(), one.lower()) for wanted in actions)
        and (not resource or not found or covers(resource, found))
        for one, found in asked
    )
