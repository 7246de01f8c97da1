"""Beliefs about how statements are read together."""

from dataclasses import replace
from typing import Final

from tutor.policy import Effect, Outcome, PolicyKind, Statement

from ..papers import Paper
from ..scene import Scene
from .bend import anything, bent, fits, fitting, is_about, is_met, is_on, names, placed
from .kind import Belief, Bend

__all__ = ["BELIEFS", "BENDS"]


def _exception_is_permission(scene: Scene) -> Outcome | None:
    """B9: what a Deny about this action leaves out is allowed."""
    if scene.outcome is not Outcome.IMPLICIT_DENY:
        return None
    spares = any(
        statement.effect is Effect.DENY and _is_spared(scene, statement) for _, statement in placed(scene)
    )
    return Outcome.ALLOWED if spares else None


def _is_spared(scene: Scene, statement: Statement) -> bool:
    """Whether a statement has an exception and the request is it."""
    about, on, met = is_about(scene, statement), is_on(scene, statement), is_met(scene, statement)
    if statement.action.negated and not about:
        return on and met
    by_resource = statement.resource is not None and statement.resource.negated and not on
    return about and ((by_resource and met) or (on and not met))


def _narrow_or_later_wins(scene: Scene) -> Scene | None:
    """B10: an Allow that fits beats a Deny, being narrower or written later."""
    order = [statement for _, statement in placed(scene) if fits(scene, statement)]
    allows = [one for one in order if one.effect is Effect.ALLOW]
    denies = [one for one in order if one.effect is Effect.DENY]
    if not allows or not denies:
        return None
    is_later = order[-1].effect is Effect.ALLOW
    if not is_later and max(map(_narrowness, allows)) <= max(map(_narrowness, denies)):
        return None
    return _without_denies(scene)


def _narrowness(statement: Statement) -> int:
    """How much of a request a statement spells out."""
    elements = (statement.action, statement.resource)
    return sum(
        min(len(value.text.rstrip("*")) for value in element.values)
        for element in elements
        if element is not None and not element.negated
    )


def _allow_is_enough(scene: Scene) -> Scene | None:
    """Q10: an Allow that fits is enough."""
    return _without_denies(scene) if fitting(scene, Effect.ALLOW) else None


def _without_denies(scene: Scene) -> Scene:
    return bent(scene, lambda _, statement: statement if statement.effect is Effect.ALLOW else None)


def _every_refusal_denies(scene: Scene) -> Outcome | None:
    """Q1: a refusal always comes from a Deny."""
    return Outcome.EXPLICIT_DENY if scene.outcome is Outcome.IMPLICIT_DENY else None


def _an_allow_mends_it(scene: Scene) -> Outcome | None:
    """M21: every refusal is a missing Allow."""
    return Outcome.IMPLICIT_DENY if scene.outcome is Outcome.EXPLICIT_DENY else None


def _any_deny_counts(scene: Scene) -> Scene:
    """Q2: a Deny counts, though it does not fit the request."""

    def wider(_: Paper, statement: Statement) -> Statement:
        if statement.effect is Effect.ALLOW or fits(scene, statement):
            return statement
        return replace(
            statement,
            action=statement.action if is_about(scene, statement) else anything(statement),
            resource=None,
            principal=None,
            conditions=(),
        )

    return bent(scene, wider)


def _allow_forbids_the_rest(scene: Scene) -> Outcome | None:
    """Q6: an Allow about this action or this resource forbids what it does not list."""
    allows = [one for _, one in placed(scene) if one.effect is Effect.ALLOW and not fits(scene, one)]
    partly = any(names(scene, one) and (is_about(scene, one) != is_on(scene, one)) for one in allows)
    return Outcome.EXPLICIT_DENY if partly else None


def _all_must_allow(scene: Scene) -> Outcome | None:
    """Q16: every statement, or every policy of the same kind, has to allow."""
    if scene.outcome is not Outcome.ALLOWED:
        return None
    for kind in (PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION):
        allows = [one for _, one in placed(scene, scene.of_kind(kind)) if one.effect is Effect.ALLOW]
        fit = [fits(scene, one) for one in allows]
        if any(fit) and not all(fit):
            return Outcome.IMPLICIT_DENY
    return None


def _first_fit_decides(scene: Scene) -> Scene:
    """Q17: statements are read from the top and the first that fits decides."""
    first = next((one for _, one in placed(scene) if fits(scene, one)), None)
    return scene if first is None or first.effect is Effect.DENY else _without_denies(scene)


BENDS: Final[dict[str, Bend]] = {
    "B10": _narrow_or_later_wins,
    "Q2": _any_deny_counts,
    "Q10": _allow_is_enough,
    "Q17": _first_fit_decides,
}
"""By misconception id, how its holder reads a scene."""

BELIEFS: Final[dict[str, Belief]] = {
    "B9": _exception_is_permission,
    "M21": _an_allow_mends_it,
    "Q1": _every_refusal_denies,
    "Q6": _allow_forbids_the_rest,
    "Q16": _all_must_allow,
}
"""By misconception id, what its holder expects."""
