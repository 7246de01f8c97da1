"""Beliefs about what names and ARNs cover, and about what a wide or a missing statement leads to."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from tutor.policy import Context, Effect, Outcome, Statement
from tutor.policy.document import ActionElement, ResourceElement

from ..papers import Paper
from ..scene import Scene
from .bend import bent, fits, fitting, is_about, is_on, placed, resources, with_resources
from .kind import Belief, Bend

__all__ = ["BELIEFS", "BENDS"]

S3: Final = "arn:aws:s3:::"


def _widened(statement: Statement, covers: Callable[[str, str], bool]) -> Statement:
    """The statement about the further actions that `covers` says of each action written, in lower case."""
    element = statement.action
    if element.negated:
        return statement
    written = [value.text.lower() for value in element.values]

    def further(action: str) -> bool:
        return any(covers(text, action) for text in written)

    return replace(statement, action=ActionElement("Action", element.values, (*element.tests, further)))


def _for_action(scene: Scene, covers: Callable[[str, str], bool]) -> Scene:
    wanted = scene.action.lower()

    def wider(_: Paper, statement: Statement) -> Statement:
        if is_about(scene, statement) or statement.action.negated:
            return statement
        if not any(covers(value.text.lower(), wanted) for value in statement.action.values):
            return statement
        return _widened(statement, covers)

    return bent(scene, wider)


def _changing_is_reading(scene: Scene) -> Scene:
    """Q20: who may write may read."""
    return _for_action(
        scene, lambda text, action: action == "s3:getobject" and text in {"s3:putobject", "s3:deleteobject"}
    )


def _longer_names_too(scene: Scene) -> Scene:
    """Q22: an action includes others whose names begin like it."""
    return _for_action(scene, lambda text, action: "*" not in text and action.startswith(text))


def _like_arns(scene: Scene) -> Scene:
    """Q21: an ARN covers whatever begins like it."""

    def wider(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        if is_on(scene, statement) or not written:
            return statement
        stems = [arn.removesuffix("/*") for arn in written if arn != "*"]
        return with_resources(statement, [*written, *(f"{stem}*" for stem in stems)])

    return bent(scene, wider)


def _listing_is_reading(scene: Scene) -> Scene:
    """Q23: who may list a bucket may open what lies in it."""
    if scene.action != "s3:GetObject":
        return scene

    def wider(_: Paper, statement: Statement) -> Statement:
        lists = any(value.text.lower() in {"s3:listbucket", "s3:list*"} for value in statement.action.values)
        buckets = [arn for arn in resources(statement) if arn.startswith(S3) and "/" not in arn]
        if statement.action.negated or not lists or not buckets:
            return statement
        wide = _widened(statement, lambda _, action: action == "s3:getobject")
        return with_resources(wide, [*buckets, *(f"{arn}/*" for arn in buckets)])

    return bent(scene, wider)


def _case_is_overlooked(scene: Scene) -> Scene:
    """Q24: capital letters do not matter in ARNs."""

    def folded(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        if is_on(scene, statement) or not written:
            return statement
        element = statement.resource
        assert element is not None
        lowered = with_resources(statement, [arn.lower() for arn in written]).resource
        assert lowered is not None
        tests = tuple([partial(_folded, test) for test in lowered.tests])
        return replace(statement, resource=ResourceElement("Resource", element.values, tests))

    return bent(scene, folded)


def _folded(test: Callable[[str, Context], bool], resource: str, context: Context) -> bool:
    return test(resource.lower(), context)


def _star_is_a_star(scene: Scene) -> Scene:
    """Q55: `*` within an ARN stands for itself."""

    def literal(_: Paper, statement: Statement) -> Statement | None:
        written = resources(statement)
        kept = [arn for arn in written if "*" not in arn or arn == "*"]
        if len(kept) == len(written):
            return statement
        return with_resources(statement, kept) if kept else None

    return bent(scene, literal)


def _everything_beneath(scene: Scene) -> Scene:
    """Q31: an ARN with `/*` includes the thing before it."""

    def wider(_: Paper, statement: Statement) -> Statement:
        written = resources(statement)
        more = [arn.removesuffix("/*") for arn in written if arn.endswith("/*")]
        return with_resources(statement, [*written, *more]) if more else statement

    return bent(scene, wider)


def _mended(scene: Scene, mend: Callable[[str], str]) -> Scene | None:
    """The scene with its texts as they would have to be for what the holder has in mind."""
    papers = []
    for paper in scene.papers:
        text = mend(paper.text)
        papers.append(paper if text == paper.text else replace(paper, text=text, held=None))
    same = all(one is other for one, other in zip(papers, scene.papers, strict=True))
    return None if same else scene.with_papers(papers)


FILLED: Final = (
    (re.compile(r"arn:aws:s3:[a-z0-9-]*:\d*:"), "arn:aws:s3:::"),
    (re.compile(r"arn:aws:iam:[a-z0-9-]+:(\d+):"), r"arn:aws:iam::\1:"),
    (re.compile(r"arn:aws:ec2:::"), "arn:aws:ec2:*:*:"),
)
BARE: Final = re.compile(r'"([a-z0-9][a-z0-9-]*(?:/[^"]*)?)"')
SESSIONS: Final = re.compile(r"arn:aws:sts::(\d+):assumed-role/([\w-]+)")


def _every_field_is_filled(scene: Scene) -> Scene | None:
    """Q29: every ARN carries a region and an account."""

    def emptied(text: str) -> str:
        for pattern, plain in FILLED:
            text = pattern.sub(plain, text)
        return text

    return _mended(scene, emptied)


def _role_is_its_sessions(scene: Scene) -> Scene | None:
    """Q30: a role's ARN is that of its sessions."""
    return _mended(scene, lambda text: SESSIONS.sub(r"arn:aws:iam::\1:role/\2", text))


def _bare_name_is_enough(scene: Scene) -> Scene | None:
    """Q25: a bucket's bare name, with a path, stands for its ARN."""

    def whole(text: str) -> str:
        before, name, after = text.partition('"Resource": ')
        return before + name + BARE.sub(r'"arn:aws:s3:::\1"', after)

    return _mended(scene, whole)


def _opens_what_is_meant(scene: Scene) -> Outcome | None:
    """Q33: a wildcard opens only what one had in mind."""
    return _overlooked(scene, _has_star)


def _short_list_is_modest(scene: Scene) -> Outcome | None:
    """M22: `*` as Resource is modest where the list of actions is short."""
    return _overlooked(scene, lambda one: resources(one) == ["*"] and not _has_wide_action(one))


def _overlooked(scene: Scene, is_wide: Callable[[Statement], bool]) -> Outcome | None:
    if scene.outcome is not Outcome.ALLOWED:
        return None
    allows = [one for _, one in placed(scene) if one.effect is Effect.ALLOW and fits(scene, one)]
    return Outcome.IMPLICIT_DENY if all(map(is_wide, allows)) else None


def _has_star(statement: Statement) -> bool:
    return _has_wide_action(statement) or any("*" in arn and arn != "*" for arn in resources(statement))


def _has_wide_action(statement: Statement) -> bool:
    return any("*" in value.text for value in statement.action.values)


def _undenied_is_allowed(scene: Scene) -> Outcome | None:
    """Q50: what no Deny forbids is allowed."""
    return Outcome.ALLOWED if scene.outcome is Outcome.IMPLICIT_DENY else None


def _taken_away_is_refused(scene: Scene) -> Outcome | None:
    """Q51: once an Allow is taken away the request is refused, whatever else allows it."""
    return Outcome.IMPLICIT_DENY if fitting(scene, Effect.ALLOW, scene.beside) else None


BENDS: Final[dict[str, Bend]] = {
    "Q20": _changing_is_reading,
    "Q21": _like_arns,
    "Q22": _longer_names_too,
    "Q23": _listing_is_reading,
    "Q24": _case_is_overlooked,
    "Q25": _bare_name_is_enough,
    "Q29": _every_field_is_filled,
    "Q30": _role_is_its_sessions,
    "Q31": _everything_beneath,
    "Q55": _star_is_a_star,
}
"""By misconception id, how its holder reads a scene."""

BELIEFS: Final[dict[str, Belief]] = {
    "M22": _short_list_is_modest,
    "Q33": _opens_what_is_meant,
    "Q50": _undenied_is_allowed,
    "Q51": _taken_away_is_refused,
}
"""By misconception id, what its holder expects."""
