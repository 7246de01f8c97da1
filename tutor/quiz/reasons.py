"""Why a scene gets what it gets: said with the right answer."""

from typing import Final

from tutor.policy import DecidedBy, Effect, Outcome, PolicyKind
from tutor.policy.special import owner_of

from .beliefs.bend import fitting
from .papers import Paper
from .pieces import Words, words
from .scene import Scene
from .shown import title

__all__ = ["reason"]

KINDS: Final = {
    DecidedBy.IDENTITY: PolicyKind.IDENTITY,
    DecidedBy.RESOURCE: PolicyKind.RESOURCE,
    DecidedBy.TRUST: PolicyKind.TRUST,
    DecidedBy.BOUNDARY: PolicyKind.BOUNDARY,
    DecidedBy.SESSION: PolicyKind.SESSION,
    DecidedBy.SCP: PolicyKind.SCP,
    DecidedBy.RCP: PolicyKind.RCP,
}
CAPS: Final = frozenset({PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP, PolicyKind.RCP})


def reason(scene: Scene) -> Words:
    """The sentence that explains the scene's decision."""
    decision = scene.decision
    match decision.outcome:
        case Outcome.EXPLICIT_DENY:
            paper = _that_matches(scene, decision.decided_by, denies=True)
            return words("quiz.because.denied", paper=_titled(scene, paper))
        case Outcome.ALLOWED:
            return _allowed(scene, decision.decided_by)
        case _:
            return _missing(scene, decision.decided_by)


def _allowed(scene: Scene, layer: DecidedBy) -> Words:
    if layer not in KINDS:
        return words("quiz.because.allowed.root")
    paper = _titled(scene, _that_matches(scene, layer, denies=False))
    if layer in {DecidedBy.RESOURCE, DecidedBy.TRUST}:
        return words("quiz.because.allowed.resource", paper=paper)
    if _is_cross(scene) or scene.of_kind(PolicyKind.TRUST):
        other = scene.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST)[0]
        return words("quiz.because.allowed.both", paper=paper, other=_titled(scene, other))
    if any(one.kind in CAPS for one in scene.papers):
        return words("quiz.because.allowed.capped", paper=paper)
    return words("quiz.because.allowed", paper=paper)


def _missing(scene: Scene, layer: DecidedBy) -> Words:
    if layer in {DecidedBy.SCP, DecidedBy.BOUNDARY, DecidedBy.SESSION}:
        silent = _silent(scene, KINDS[layer])
        return words("quiz.because.missing.cap", paper=_titled(scene, silent))
    if layer in {DecidedBy.RESOURCE, DecidedBy.TRUST}:
        return words(f"quiz.because.missing.{layer}")
    if layer is DecidedBy.ROOT:
        return words("quiz.because.missing.root")
    if _is_cross(scene):
        return words("quiz.because.missing.both")
    for paper in scene.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST):
        if _says(scene, paper, denies=False):
            return words("quiz.because.missing.delegated", paper=_titled(scene, paper))
    return words("quiz.because.missing")


def _is_cross(scene: Scene) -> bool:
    return owner_of(scene.decision.request) != scene.principal.account


def _that_matches(scene: Scene, layer: DecidedBy, *, denies: bool) -> Paper:
    """The policy of a layer that has the statement which settles the request."""
    papers = scene.of_kind(KINDS[layer])
    matching = [paper for paper in papers if _says(scene, paper, denies=denies)]
    return (matching or list(papers))[0]


def _says(scene: Scene, paper: Paper, *, denies: bool) -> bool:
    return bool(fitting(scene, Effect.DENY if denies else Effect.ALLOW, (paper,)))


def _silent(scene: Scene, kind: PolicyKind) -> Paper:
    """The first policy of a level of this kind at which none allows."""
    papers = scene.of_kind(kind)
    allowing = {paper.level for paper in papers if _says(scene, paper, denies=False)}
    return next(paper for paper in papers if paper.level not in allowing)


def _titled(scene: Scene, paper: Paper) -> Words:
    return title(paper, scene.principal)
