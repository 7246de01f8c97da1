"""What S3 accepts as a bucket policy, and its words for what it does not."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from tutor.account.operations.s3_principals import principal_id
from tutor.account.policy_text import RESOURCE, PolicyText
from tutor.account.principal_fault import principal_fault
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket
    from tutor.account.world import World
    from tutor.policy import PolicyDocument, PolicyError, Statement
    from tutor.policy.catalogue import Catalogue

__all__ = ["checked_policy", "named_ids"]

_LARGEST: Final = 20 * 1024
_NOT_JSON: Final = "Policies must be valid JSON and the first byte must be '{'"
_BUCKET, _OBJECT = "bucket", "object"
_WORDED: Final = {
    "version-value": "The policy must contain a valid version string",
    "empty-statement": "Could not parse the policy: Statement is empty!",
    "principal-type": "Invalid principal in policy",
    "principal-value": "Invalid principal in policy",
    "not-principal-allow": "Allow with NotPrincipal is not allowed.",
    "action-without-service": "Policy has invalid action",
    "action-colons": "Policy has invalid action",
    "action-service": "Policy has invalid action",
}


def checked_policy(world: World, bucket: Bucket, text: str) -> tuple[PolicyText, dict[str, str]]:
    """The policy, and the unique ids of the users and roles that it names; raises MalformedPolicy."""
    from tutor.policy import PolicyError, PolicyKind, parse_policy

    if not text.startswith("{"):
        raise _malformed(_NOT_JSON)
    try:
        document = parse_policy(text, PolicyKind.RESOURCE)
    except PolicyError as fault:
        raise _worded(text, fault) from None
    if len(json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False).encode()) > _LARGEST:
        raise _malformed("Policy exceeds the maximum allowed document size.")
    for statement in document.statements:
        _check_principals(world, document, statement)
        _check_scope(statement, bucket.name)
    policy = PolicyText(text, document, kind=RESOURCE)
    return policy, named_ids(world, policy)


def named_ids(world: World, policy: PolicyText) -> dict[str, str]:
    """The ARNs of users and roles in a policy, each with the unique id that it has now."""
    return {
        named.written.text: unique_id
        for statement in policy.document.statements
        for named in (statement.principal.named if statement.principal else ())
        if (unique_id := principal_id(world, named))
    }


def _malformed(message: str, fault: PolicyError | None = None, detail: str = "") -> ServiceError:
    fields = {"Detail": detail} if detail else None
    return ServiceError("MalformedPolicy", message, 400, fields=fields, fault=fault)


def _worded(text: str, fault: PolicyError) -> ServiceError:
    try:
        json.loads(text)
    except ValueError:
        return _malformed(_NOT_JSON, fault)
    found = str(fault.found).strip('"')
    if fault.fault == "missing-element":
        message = "Missing required field " + str(fault.expected).strip('"')
    elif fault.fault == "unknown-element":
        message = f"Unknown field {found}"
    elif fault.fault in ("effect-value", "effect-case"):
        message = f"Invalid effect: {found}"
    elif fault.fault.startswith("arn-") or fault.fault in ("not-an-arn", "iam-resource-type"):
        message = "Policy has invalid resource"
    else:
        message = _WORDED.get(fault.fault, "Invalid policy syntax.")
    return _malformed(message, fault)


def _check_principals(world: World, document: PolicyDocument, statement: Statement) -> None:
    if statement.principal is None:
        raise _malformed("Missing required field Principal")
    for named in statement.principal.named:
        if principal_id(world, named) is None:
            detail = f'"{named.family}" : "{named.written.text}"'
            message = "Invalid principal in policy"
            fault = principal_fault(document, named.family, named.written.text, message)
            raise _malformed(message, fault, detail)


def _check_scope(statement: Statement, bucket: str) -> None:
    """Every action is S3's and meets at least one resource, and every resource is in the bucket."""
    if statement.resource is None:
        raise _malformed("Missing required field Resource")
    reached: set[str] = set()
    for written in statement.resource.values:
        levels = _levels_of_resource(written.text, bucket)
        if not levels:
            raise _malformed("Policy has invalid resource")
        reached |= levels
    if statement.resource.name == "NotResource":
        reached = {_BUCKET, _OBJECT}
    for written in statement.action.values:
        kinds = _levels_of_action(written.text)
        if kinds is None:
            raise _malformed("Policy has invalid action")
        if not statement.action.negated and not kinds & reached:
            raise _malformed("Action does not apply to any resource(s) in statement")


def _levels_of_resource(arn: str, bucket: str) -> frozenset[str]:
    prefix = f"arn:aws:s3:::{bucket}"
    if not arn.startswith(prefix):
        return frozenset()
    rest = arn.removeprefix(prefix)
    if not rest:
        return frozenset({_BUCKET})
    if rest.startswith(("*", "?")):
        return frozenset({_BUCKET, _OBJECT})
    return frozenset({_OBJECT}) if rest.startswith("/") else frozenset()


@cache
def _levels_of_action(pattern: str) -> frozenset[str] | None:
    """Which kinds of resource the actions have that a pattern covers; None if it covers no action of S3."""
    if pattern == "*":
        pattern = "s3:*"
    if not pattern.lower().startswith("s3:"):
        return None
    actions = [action for _service, action in _catalogue().matches(pattern)]
    if not actions:
        return None
    return frozenset(kind for action in actions for kind, _needed in action.resource_types)


@cache
def _catalogue() -> Catalogue:
    from tutor.policy.catalogue import Catalogue

    return Catalogue.open()
