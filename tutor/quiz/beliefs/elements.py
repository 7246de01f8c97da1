"""Beliefs about the elements of a statement: what each of them covers."""

from dataclasses import replace
from typing import Final

from tutor.policy import Effect, Statement
from tutor.policy.document import ActionElement

from ..papers import Paper
from ..scene import Scene
from .bend import anything, bent, is_about, is_met, is_on, resources, with_resources
from .kind import Bend

__all__ = ["BENDS"]

S3: Final = "arn:aws:s3:::"


def _bucket_is_its_objects(scene: Scene) -> Scene:
    """B6: an ARN with `/*` includes the bucket, and the bucket's ARN what lies in it."""

    def wider(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        more = [twin for arn in written if (twin := _twin(arn)) is not None]
        if not more or not is_about(scene, statement) or is_on(scene, statement):
            return statement
        return with_resources(statement, [*written, *more])

    return bent(scene, wider)


def _twin(arn: str) -> str | None:
    """All objects for a bucket, the bucket for all its objects."""
    bucket = arn.removesuffix("/*")
    if not arn.startswith(S3) or "/" in bucket:
        return None
    return f"{arn}/*" if bucket == arn else bucket


def _one_folder_deep(scene: Scene) -> Scene:
    """Q3: `*` stands for one name, not for folders below."""

    def shallow(_: Paper, statement: Statement) -> Statement | None:
        written = resources(statement)
        kept = [arn for arn in written if not _reaches_deeper(arn, scene.resource)]
        if len(kept) == len(written):
            return statement
        return with_resources(statement, kept) if kept else None

    return bent(scene, shallow)


def _reaches_deeper(pattern: str, arn: str) -> bool:
    before, star, after = pattern.partition("*")
    if not star or after or not arn.startswith(before) or pattern == "*":
        return False
    return before.startswith(S3) and "/" in before and "/" in arn[len(before) :]


def _action_is_enough(scene: Scene) -> Scene:
    """Q7: a statement counts when its action fits, whatever the resource."""

    def anywhere(_: Paper, statement: Statement) -> Statement:
        return replace(statement, resource=None) if not is_on(scene, statement) else statement

    return bent(scene, anywhere)


def _resource_is_enough(scene: Scene) -> Scene:
    """Q8: a statement counts when its resource names what is asked for, whatever the action."""

    def wider(_: Paper, statement: Statement) -> Statement:
        if is_about(scene, statement) or statement.resource is None or resources(statement) == ["*"]:
            return statement
        return replace(statement, action=anything(statement))

    return bent(scene, wider)


def _wildcard_leaves_out(scene: Scene) -> Scene:
    """Q9: an action with a wildcard in its name does not include this one."""

    def literal(_: Paper, statement: Statement) -> Statement | None:
        if statement.action.negated:
            return statement
        kept = [value for value in statement.action.values if not _is_pattern(value.text)]
        if len(kept) == len(statement.action.values):
            return statement
        tests = [
            test
            for value, test in zip(statement.action.values, statement.action.tests, strict=True)
            if value in kept
        ]
        return replace(statement, action=ActionElement("Action", tuple(kept), tuple(tests))) if kept else None

    return bent(scene, literal)


def _is_pattern(action: str) -> bool:
    name = action.partition(":")[2]
    return name != "*" and ("*" in name or "?" in name)


def _condition_is_overlooked(scene: Scene) -> Scene:
    """Q14: a statement counts whatever its condition says."""
    return bent(
        scene,
        lambda _, statement: statement if is_met(scene, statement) else replace(statement, conditions=()),
    )


def _effect_is_overlooked(scene: Scene) -> Scene:
    """Q18: what a policy lists is allowed."""

    def allowing(_: Paper, statement: Statement) -> Statement:
        return replace(statement, effect=Effect.ALLOW) if statement.effect is Effect.DENY else statement

    return bent(scene, allowing)


def _not_is_overlooked(scene: Scene) -> Scene:
    """Q44: NotAction and NotResource are read as Action and Resource."""

    def positive(_: Paper, statement: Statement) -> Statement:
        action, resource = statement.action, statement.resource
        if action.negated:
            action = replace(action, name="Action")
        if resource is not None and resource.negated:
            resource = replace(resource, name="Resource")
        same = action is statement.action and resource is statement.resource
        return statement if same else replace(statement, action=action, resource=resource)

    return bent(scene, positive)


def _left_out_is_forbidden(scene: Scene) -> Scene:
    """M3: an Allow with NotAction forbids what it leaves out."""

    def forbids(_: Paper, statement: Statement) -> Statement:
        is_left_out = statement.action.negated and not is_about(scene, statement) and is_on(scene, statement)
        if statement.effect is Effect.DENY or not is_left_out:
            return statement
        listed = replace(statement.action, name="Action")
        return replace(statement, effect=Effect.DENY, action=listed)

    return bent(scene, forbids)


BENDS: Final[dict[str, Bend]] = {
    "B6": _bucket_is_its_objects,
    "Q3": _one_folder_deep,
    "Q7": _action_is_enough,
    "Q8": _resource_is_enough,
    "Q9": _wildcard_leaves_out,
    "Q14": _condition_is_overlooked,
    "Q18": _effect_is_overlooked,
    "Q44": _not_is_overlooked,
    "M3": _left_out_is_forbidden,
}
"""By misconception id, how its holder reads a scene."""
