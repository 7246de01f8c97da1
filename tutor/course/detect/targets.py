"""Detectors on what an Allow is about: its actions, its resources, who holds it."""

from typing import Final

from tutor.policy import DecidedBy

from ..goals.patterns import FRESH, covers
from .evidence import Evidence
from .statements import elements, fits, values

S3: Final = "arn:aws:s3:::"
EVERYTHING: Final = frozenset({"*", "*:*"})

NO_ACTIONS: Final = frozenset({
    "s3:ls", "s3:cp", "s3:mv", "s3:rm", "s3:sync", "s3:mb", "s3:rb", "s3:presign",
    "s3:listobjects", "s3:listobjectsv2", "s3:headobject", "s3:headbucket", "s3:listbuckets",
    "s3:copyobject", "s3:deleteobjects", "s3:uploadpart", "s3:createmultipartupload",
    "s3:list-objects", "s3:list-objects-v2", "s3:get-object", "s3:put-object", "s3:list-buckets",
    "s3:delete-object", "s3:upload", "s3:download", "s3:read", "s3:write", "s3:view", "s3:list",
    "s3:get", "s3:put", "s3:delete",
})  # fmt: skip
"""What people write for an action of S3 that is a command, an operation or a wish, in lower case."""


def bucket_and_objects(evidence: Evidence) -> bool:
    """B6: the bucket's ARN where an object's is needed, or the other way round."""
    bucket, slash, _ = evidence.resource.partition("/")
    if not evidence.refused_implicitly or not bucket.startswith(S3) or evidence.only_took_away:
        return False
    other = bucket if slash else f"{bucket}/{FRESH[0]}"
    return any(
        covers(value.text, other) or (not slash and value.text.startswith(f"{bucket}/"))
        for statement in evidence.allows
        if fits(statement, "Action", "NotAction") and not fits(statement, "Resource")
        for element in elements(statement, "Resource")
        for value in element.values
    )


def command_as_action(evidence: Evidence) -> bool:
    """B7: Action holds the name of a command or operation that is no action."""
    if not evidence.refused_implicitly or not evidence.action.startswith("s3:"):
        return False
    return any(
        value.lower() in NO_ACTIONS
        for statement in evidence.allows
        if not fits(statement, "Action")
        for value in values(statement, "Action")
    )


def attached_to_somebody_else(evidence: Evidence) -> bool:
    """The policy that would do hangs on another user, group or role."""
    return evidence.cause.kind == "attached-elsewhere"


def modest_list_on_everything(evidence: Evidence) -> bool:
    """M22: a short list of actions stands on Resource `*` and so reaches more than is wanted."""
    return evidence.still_allowed and any(
        values(statement, "Action")
        and not any(value == "*" or value.endswith(":*") for value in values(statement, "Action"))
        and EVERYTHING & set(values(statement, "Resource"))
        for statement in evidence.allowed_by(DecidedBy.IDENTITY)
        if evidence.resource not in EVERYTHING
    )


def left_out_is_not_forbidden(evidence: Evidence) -> bool:
    """M3: Allow with NotAction leaves the action out, and another Allow gives it."""
    return evidence.still_allowed and any(
        elements(statement, "NotAction")
        and not fits(statement, "NotAction")
        and fits(statement, "Resource", "NotResource")
        for statement in evidence.allows
    )
