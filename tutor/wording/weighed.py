"""What a trace leaves to be said: both sides of a request between accounts, and guards that only let through."""

from typing import Final

from tutor.policy import DecidedBy, Decision, LayerTrace, Verdict
from tutor.policy.special import owner_of
from tutor.policy.views import policies_of

__all__ = ["decided_here", "is_idle", "negates", "plain_operator"]

RESOURCE_SIDE: Final = frozenset({DecidedBy.RESOURCE, DecidedBy.TRUST})
FULL: Final = "RCPFullAWSAccess"
"""The RCP that is attached everywhere by itself and lets everything through."""


def decided_here(decision: Decision, layer: LayerTrace) -> bool:
    """Whether a layer settled the request; between accounts what is allowed is allowed by both sides."""
    if layer.decided or not decision.allowed or layer.layer not in RESOURCE_SIDE:
        return layer.decided
    request = decision.request
    return layer.verdict is Verdict.ALLOW and owner_of(request) != request.principal.account


def is_idle(decision: Decision, layer: LayerTrace) -> bool:
    """Whether a layer holds nothing but the RCP that every account has and nobody wrote."""
    if layer.layer is not DecidedBy.RCP or layer.decided or not layer.policies:
        return False
    return all(one.source.endswith(FULL) for one in policies_of(decision.policies, layer.layer))


def plain_operator(operator: str) -> str:
    """`StringNotEquals` of `ForAllValues:StringNotEqualsIfExists`."""
    return operator.rpartition(":")[2].removesuffix("IfExists")


def negates(operator: str) -> bool:
    """Whether a condition holds where the values differ."""
    return "Not" in plain_operator(operator)
