"""The sentence of an AccessDenied answer (`spec/iam-facts.md` 6.2)."""

from typing import Final

from .outcome import DecidedBy, Outcome
from .trace import Decision
from .vocabulary import Effect

__all__ = ["access_denied_message"]

POLICY_NAMES: Final = {
    DecidedBy.IDENTITY: ("an identity-based policy", "identity-based policy"),
    DecidedBy.RESOURCE: ("a resource-based policy", "resource-based policy"),
    DecidedBy.TRUST: ("the role trust policy", "role trust policy"),
    DecidedBy.BOUNDARY: ("a permissions boundary", "permissions boundary"),
    DecidedBy.SESSION: ("a session policy", "session policy"),
    DecidedBy.SCP: ("a service control policy", "service control policy"),
    DecidedBy.RCP: ("a resource control policy", "resource control policy"),
}
"""By layer: how the service speaks of one policy that denies, and of all that do not allow."""

NAMES_EVERYTHING: Final = "iam:"
"""The service that says `on resource: *` where others leave the resource out."""

ROOT_ASSUMES: Final = "Roles may not be assumed by root accounts."


def access_denied_message(decision: Decision) -> str:
    """The service's sentence for a refused request: who, what, on what, because of which kind of policy."""
    request = decision.request
    if decision.decided_by is DecidedBy.ROOT:
        return ROOT_ASSUMES
    caller = request.principal.arn or "anonymous"
    sentence = f"User: {caller} is not authorized to perform: {request.action}"
    if request.resource != "*" or request.action.startswith(NAMES_EVERYTHING):
        sentence += f" on resource: {request.resource}"
    names = POLICY_NAMES.get(decision.decided_by)
    if names is None:
        return sentence
    if decision.outcome is Outcome.EXPLICIT_DENY:
        return f"{sentence} with an explicit deny in {names[0]}{_which(decision)}"
    return f"{sentence} because no {names[1]} allows the {request.action} action"


def _which(decision: Decision) -> str:
    """The ARN of the managed policy that denies, as the service has appended it since 2025."""
    for layer in decision.trace.layers:
        if layer.decided:
            for statement in layer.matched:
                if statement.effect is Effect.DENY and statement.source.startswith("arn:"):
                    return f": {statement.source}"
    return ""
