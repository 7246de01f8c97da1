"""Detectors on the permissions boundary."""

from tutor.policy import DecidedBy

from .evidence import RESOURCE_LAYERS, Evidence


def boundary_grants_nothing(evidence: Evidence) -> bool:
    """M1: the boundary allows it, and no policy does."""
    if not evidence.refused_implicitly or evidence.allowed_by(DecidedBy.IDENTITY, *RESOURCE_LAYERS):
        return False
    return bool(evidence.allowed_by(DecidedBy.BOUNDARY))


def boundary_spares_named_users(evidence: Evidence) -> bool:
    """M2: a bucket policy names the user, and the boundary that lacks the action does not stop it."""
    decision = evidence.decision
    if decision is None or not evidence.still_allowed or decision.policies.boundary is None:
        return False
    return bool(evidence.allowed_by(DecidedBy.RESOURCE)) and not evidence.allowed_by(DecidedBy.BOUNDARY)
