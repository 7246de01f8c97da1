"""A version of a policy that would do, made in this step, while another one is the default."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .grounds import Grounds
from .holdings import source_name
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import PolicyVersion
    from tutor.policy import AttachedPolicy, Decision, PolicyDocument, PolicySet


def waiting_version(
    grounds: Grounds, decision: "Decision", expected: str, will_do: "Callable[[Decision], bool]"
) -> Cause | None:
    """The cause if making the newest version of a policy its default would be enough."""
    from tutor.policy import decide

    for held in (*decision.policies.identity, decision.policies.boundary):
        found = _made(grounds, held.source) if held is not None else None
        if held is None or found is None:
            continue
        instead = _with(decision.policies, held, found.document)
        if will_do(decide(decision.request, instead)):
            values = {
                "policy": source_name(held.source),
                "arn": held.source,
                "version": found.version_id,
                "action": decision.request.action,
                "resource": decision.request.resource,
            }
            return Cause(CauseKind.OTHER_VERSION, Help.SET_DEFAULT, expected, decision.outcome, values)
    return None


def _made(grounds: Grounds, arn: str) -> "PolicyVersion | None":
    """The newest version of a policy, if it was made in this step and is not the default."""
    owners = (account for account in grounds.world.accounts.values() if arn in account.policies)
    account = next(owners, None)
    policy = account.policies[arn] if account is not None else None
    if policy is None or arn not in set(_versions_made(grounds)):
        return None
    newest = max(policy.versions.values(), key=lambda version: int(version.version_id[1:]))
    return None if newest.version_id == policy.default_version else newest


def _versions_made(grounds: Grounds) -> Iterator[str]:
    for entry in grounds.requests(since_step=True):
        request = entry.request
        if request is not None and request.error is None and request.operation == "CreatePolicyVersion":
            yield str(request.parameters.get("PolicyArn"))


def _with(policies: "PolicySet", held: "AttachedPolicy", document: "PolicyDocument") -> "PolicySet":
    mended = replace(held, document=document)
    return replace(
        policies,
        identity=tuple(mended if one is held else one for one in policies.identity),
        boundary=mended if policies.boundary is held else policies.boundary,
    )
