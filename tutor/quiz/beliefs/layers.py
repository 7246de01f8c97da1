"""Beliefs about how the policies of a caller, of groups and of an organization work together."""

from typing import Final

from tutor.policy import Effect, Outcome, PolicyKind, PrincipalKind

from ..scene import Scene
from .bend import as_identity, fitting
from .kind import Belief, Bend

__all__ = ["BELIEFS", "BENDS"]

CAPS: Final = (PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP, PolicyKind.RCP)
"""Kinds that limit and never grant."""


def _boundary_grants(scene: Scene) -> Scene | None:
    """M1: a boundary grants."""
    return as_identity(scene, PolicyKind.BOUNDARY)


def _scp_grants(scene: Scene) -> Scene | None:
    """M11: an SCP grants."""
    return as_identity(scene, PolicyKind.SCP)


def _session_adds(scene: Scene) -> Scene | None:
    """M20: a session policy adds."""
    return as_identity(scene, PolicyKind.SESSION)


def _only_own_count(scene: Scene) -> Scene:
    """Q11: boundaries, session policies and SCPs are not looked at."""
    kept = [paper for paper in scene.papers if paper.kind not in CAPS]
    return scene if len(kept) == len(scene.papers) else scene.with_papers(kept)


def _boundary_caps_everything(scene: Scene) -> Outcome | None:
    """M2: a boundary that is silent stops a policy on the resource that names the caller."""
    boundary = scene.of_kind(PolicyKind.BOUNDARY)
    if scene.outcome is not Outcome.ALLOWED or not boundary or fitting(scene, Effect.ALLOW, boundary):
        return None
    return Outcome.IMPLICIT_DENY


def _scp_binds_management(scene: Scene) -> Scene | None:
    """M12: an SCP binds the management account."""
    shown = [paper for paper in scene.beside if paper.kind is PolicyKind.SCP]
    return scene.with_papers([*scene.papers, *shown]) if shown else None


def _nothing_binds_root(scene: Scene) -> Outcome | None:
    """B16: nothing can bind the root user."""
    return Outcome.ALLOWED if scene.principal.kind is PrincipalKind.ROOT else None


def _root_needs_an_allow(scene: Scene) -> Outcome | None:
    """Q46: a root user needs an Allow of its own."""
    is_open = scene.principal.kind is PrincipalKind.ROOT and scene.outcome is Outcome.ALLOWED
    return Outcome.IMPLICIT_DENY if is_open else None


def _groups_nest(scene: Scene) -> Scene | None:
    """B13: a group whose name holds another's is in it."""
    inside = {paper.through for paper in scene.papers if paper.through}
    more = [
        paper
        for paper in scene.beside
        if paper.through and any(name.endswith(f"-{paper.through}") for name in inside)
    ]
    return scene.with_papers([*scene.papers, *more]) if more else None


def _attached_to_anybody(scene: Scene) -> Scene | None:
    """Q19: a policy counts for everybody in sight, whoever it is attached to."""
    more = [paper for paper in scene.beside if paper.kind is not PolicyKind.SCP]
    return scene.with_papers([*scene.papers, *more]) if more else None


def _session_keeps_rights(scene: Scene) -> Scene | None:
    """Q40: a session keeps the rights of the user who assumed the role."""
    more = [paper for paper in scene.beside if paper.kind is PolicyKind.IDENTITY]
    return scene.with_papers([*scene.papers, *more]) if more else None


def _first_decides(scene: Scene) -> Scene:
    """Q4: the policy named first decides alone."""
    return scene.with_papers(scene.papers[:1]) if len(scene.papers) > 1 else scene


def _own_replaces_inherited(scene: Scene) -> Scene | None:
    """Q5: a user with a policy of its own has that one only."""
    own = [paper for paper in scene.papers if paper.through is None]
    return scene.with_papers(own) if len(own) < len(scene.papers) and own else None


BENDS: Final[dict[str, Bend]] = {
    "B13": _groups_nest,
    "M1": _boundary_grants,
    "M11": _scp_grants,
    "M12": _scp_binds_management,
    "M20": _session_adds,
    "Q4": _first_decides,
    "Q5": _own_replaces_inherited,
    "Q11": _only_own_count,
    "Q19": _attached_to_anybody,
    "Q40": _session_keeps_rights,
}
"""By misconception id, how its holder reads a scene."""

BELIEFS: Final[dict[str, Belief]] = {
    "B16": _nothing_binds_root,
    "M2": _boundary_caps_everything,
    "Q46": _root_needs_an_allow,
}
"""By misconception id, what its holder expects."""
