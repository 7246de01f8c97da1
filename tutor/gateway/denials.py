"""What a service says to a request that its policies do not allow (spec/iam-facts.md 6.2)."""

from typing import TYPE_CHECKING, Final

from tutor.gateway.organization import share_organization
from tutor.gateway.wire import Failure
from tutor.policy import DecidedBy, Decision, PrincipalKind, access_denied_message
from tutor.policy.message import ROOT_ASSUMES

if TYPE_CHECKING:
    from tutor.account import World

WITHOUT_SIGNATURE: Final = ("sts:assumerolewithwebidentity", "sts:assumerolewithsaml")
TRUST_ACTIONS: Final = ("sts:assumerole", "sts:tagsession", "sts:setsourceidentity")


def denial(decision: Decision, world: "World") -> Failure:
    """The error answer for a decision that refuses."""
    return Failure("AccessDenied", _message(decision, world), 403)


def _message(decision: Decision, world: "World") -> str:
    action = decision.request.action
    service = action.partition(":")[0]
    if decision.decided_by is DecidedBy.ROOT:
        return ROOT_ASSUMES
    vouched_for = decision.request.principal.kind is PrincipalKind.FEDERATED
    if action.lower() in WITHOUT_SIGNATURE or (vouched_for and service == "sts"):
        return f"Not authorized to perform {action}"
    if action.lower().startswith(TRUST_ACTIONS):
        return _plain(decision)
    if service == "s3" and not _is_inside(decision, world):
        return "Access Denied"
    sentence = access_denied_message(decision)
    if service == "s3":
        named = decision.request.resource  # S3 alone puts it between quotation marks
        return sentence.replace(f"on resource: {named}", f'on resource: "{named}"', 1)
    return f"{sentence}{_encoded(decision)}" if service == "ec2" else sentence


def _plain(decision: Decision) -> str:
    """Without the reason: STS words every refusal to assume a role the same, also of one not there."""
    request = decision.request
    who = request.principal.arn or "anonymous"
    return f"User: {who} is not authorized to perform: {request.action} on resource: {request.resource}"


def _is_inside(decision: Decision, world: "World") -> bool:
    """Whether S3 tells the caller why: only in the bucket's own account or organization."""
    request = decision.request
    caller, owner = request.principal.account, request.resource_account
    return bool(caller) and share_organization(world, caller, owner or caller)


def _encoded(decision: Decision) -> str:
    from tutor.account.authorization_message import encode

    return f" Encoded authorization failure message: {encode(contents_of(decision))}"


def contents_of(decision: Decision) -> dict[str, object]:
    """What sts decode-authorization-message shows of a refused EC2 request."""
    request = decision.request
    context = request.context
    keys = [
        {"key": key, "values": {"items": [{"value": value} for value in found.values]}}
        for key in context
        if (found := context.get(key)) is not None
    ]
    return {
        "allowed": False,
        "explicitDeny": decision.outcome.value == "explicitDeny",
        "matchedStatements": {"items": _matched(decision)},
        "failures": {"items": []},
        "context": {
            "principal": {
                "id": context.single("aws:userid") or "",
                "name": context.single("aws:username") or request.principal.arn.rpartition("/")[2],
                "arn": request.principal.arn,
            },
            "action": request.action,
            "resource": request.resource,
            "conditions": {"items": keys},
        },
    }


def _matched(decision: Decision) -> list[dict[str, object]]:
    return [
        {"statementId": statement.sid or "", "effect": statement.effect.value.upper()}
        for layer in decision.trace.layers
        if layer.decided
        for statement in layer.matched
    ]
