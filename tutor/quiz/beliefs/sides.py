"""Beliefs about the policy on a resource beside the caller's own, within an account and between two."""

from dataclasses import replace
from typing import Final

from tutor.policy import Effect, Outcome, PolicyKind, PrincipalKind, Statement
from tutor.policy.principals import Grant, NamedPrincipal, PrincipalElement
from tutor.policy.special import owner_of
from tutor.policy.values import Written

from ..papers import Paper
from ..scene import Scene
from .bend import bent, fitting, is_about, is_met, names, placed, requested
from .kind import Belief, Bend

__all__ = ["BELIEFS", "BENDS"]

ON_RESOURCE: Final = (PolicyKind.RESOURCE, PolicyKind.TRUST)
GROUP: Final = ":group/"


def _account_is_root_user(scene: Scene) -> Scene | None:
    """M4: `arn:aws:iam::A:root` as principal means only the root user."""
    if scene.principal.kind is PrincipalKind.ROOT:
        return None

    def narrower(_: Paper, statement: Statement) -> Statement | None:
        element = statement.principal
        if element is None or element.negated:
            return statement
        kept = tuple(named for named in element.named if not named.written.text.endswith(":root"))
        if len(kept) == len(element.named):
            return statement
        return replace(statement, principal=PrincipalElement("Principal", kept)) if kept else None

    return bent(scene, narrower)


def _account_is_everybody(scene: Scene) -> Scene | None:
    """Q12: naming the account lets everybody in it in, without an Allow of their own."""
    caller = requested(scene)
    if owner_of(caller) != scene.principal.account:
        return None

    def wider(_: Paper, statement: Statement) -> Statement:
        element = statement.principal
        if element is None or element.grant(caller.principal, caller.context) is not Grant.ACCOUNT:
            return statement
        return replace(statement, principal=_everyone(statement))

    return bent(scene, wider)


def _principal_is_overlooked(scene: Scene) -> Scene:
    """Q15: a policy on a resource counts for whoever asks."""
    caller = requested(scene)

    def wider(_: Paper, statement: Statement) -> Statement:
        element = statement.principal
        if element is None or element.grant(caller.principal, caller.context):
            return statement
        return replace(statement, principal=_everyone(statement))

    return bent(scene, wider)


def _everyone(statement: Statement) -> PrincipalElement:
    return PrincipalElement("Principal", (NamedPrincipal("AWS", Written("*", statement.start)),))


def _one_side_is_enough(scene: Scene) -> Outcome | None:
    """M6: between accounts one side's Allow is enough."""
    if owner_of(requested(scene)) == scene.principal.account or scene.outcome is not Outcome.IMPLICIT_DENY:
        return None
    return Outcome.ALLOWED if any(_sides(scene)) and _caps_allow(scene) else None


def _both_sides_are_needed(scene: Scene) -> Outcome | None:
    """M7: inside an account both sides are needed."""
    within = owner_of(requested(scene)) == scene.principal.account
    if not within or scene.outcome is not Outcome.ALLOWED or not scene.of_kind(PolicyKind.RESOURCE):
        return None
    return None if all(_sides(scene)) else Outcome.IMPLICIT_DENY


def _sides(scene: Scene) -> tuple[bool, bool]:
    """Whether the caller's own policies allow, and whether the resource's does."""
    own = fitting(scene, Effect.ALLOW, scene.of_kind(PolicyKind.IDENTITY))
    return bool(own), bool(fitting(scene, Effect.ALLOW, scene.of_kind(*ON_RESOURCE)))


def _caps_allow(scene: Scene) -> bool:
    return all(
        fitting(scene, Effect.ALLOW, [paper])
        for paper in scene.of_kind(PolicyKind.BOUNDARY, PolicyKind.SESSION)
    )


def _administrator_assumes_all(scene: Scene) -> Outcome | None:
    """B11: an administrator can assume any role."""
    own = fitting(scene, Effect.ALLOW, scene.of_kind(PolicyKind.IDENTITY))
    is_admin = any(value.text == "*" for one in own for value in one.action.values)
    return _assumed(scene) if is_admin else None


def _permission_assumes(scene: Scene) -> Outcome | None:
    """Q13: permission to assume a role is enough."""
    return _assumed(scene) if _sides(scene)[0] else None


def _assumed(scene: Scene) -> Outcome | None:
    has_trust = bool(scene.of_kind(PolicyKind.TRUST))
    return Outcome.ALLOWED if has_trust and scene.outcome is Outcome.IMPLICIT_DENY else None


def _group_is_a_principal(scene: Scene) -> Scene:
    """B14: a group can be a principal: `aws:PrincipalArn` is the ARN of the caller's group."""

    def met(_: Paper, statement: Statement) -> Statement:
        by_group = any(GROUP in value.text for one in statement.conditions for value in one.values)
        return replace(statement, conditions=()) if by_group and not is_met(scene, statement) else statement

    return bent(scene, met)


def _resource_alone(scene: Scene) -> Outcome | None:
    """Q42: only the policy on the resource counts."""
    papers = scene.of_kind(*ON_RESOURCE)
    if not papers:
        return None
    if fitting(scene, Effect.DENY, papers):
        return Outcome.EXPLICIT_DENY
    return Outcome.ALLOWED if fitting(scene, Effect.ALLOW, papers) else Outcome.IMPLICIT_DENY


def _unnamed_are_shut_out(scene: Scene) -> Outcome | None:
    """Q43: a policy on a resource shuts out whom it does not name."""
    for _, statement in placed(scene, scene.of_kind(*ON_RESOURCE)):
        if statement.effect is Effect.ALLOW and is_about(scene, statement) and not names(scene, statement):
            return Outcome.EXPLICIT_DENY
    return None


def _own_allow_is_needed(scene: Scene) -> Outcome | None:
    """Q41: assuming a role always takes an Allow of one's own."""
    is_let_in = bool(scene.of_kind(PolicyKind.TRUST)) and scene.outcome is Outcome.ALLOWED
    return Outcome.IMPLICIT_DENY if is_let_in and not _sides(scene)[0] else None


BENDS: Final[dict[str, Bend]] = {
    "B14": _group_is_a_principal,
    "M4": _account_is_root_user,
    "Q12": _account_is_everybody,
    "Q15": _principal_is_overlooked,
}
"""By misconception id, how its holder reads a scene."""

BELIEFS: Final[dict[str, Belief]] = {
    "B11": _administrator_assumes_all,
    "M6": _one_side_is_enough,
    "M7": _both_sides_are_needed,
    "Q13": _permission_assumes,
    "Q41": _own_allow_is_needed,
    "Q42": _resource_alone,
    "Q43": _unnamed_are_shut_out,
}
"""By misconception id, what its holder expects."""
