"""AssumeRoot: one task on the root user of a member account, for fifteen minutes (spec 9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks
from tutor.account.operations.organization_features import SESSIONS, managed_organization
from tutor.account.operations.session_parts import Grant, Passed, issue
from tutor.account.service_error import denied, not_valid
from tutor.account.sessions import SessionKind

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["assume_root"]

_LONGEST: Final = 900
_TASKS: Final = frozenset(
    f"arn:aws:iam::aws:policy/root-task/{name}"
    for name in (
        "IAMAuditRootUserCredentials",
        "IAMCreateRootUserPassword",
        "IAMDeleteRootUserCredentials",
        "S3UnlockBucketPolicy",
        "SQSUnlockQueuePolicy",
    )
)


def assume_root(world: World, account: Account, call: Call) -> Result:
    """The root user's credentials within one task policy; root itself may not ask for them."""
    checks = Checks(call)
    target = checks.length("TargetPrincipal", 12, 2048)
    seconds = checks.number("DurationSeconds", 0, _LONGEST, _LONGEST)
    checks.finish()
    if call.caller.principal.kind.value == "Root":
        raise denied("Roles may not be assumed by root accounts.")
    organization = managed_organization(world, account)
    if SESSIONS.name not in organization.root_features:
        raise denied("Privileged root sessions are not enabled for the organization.")
    member = world.accounts.get(_account_id(target))
    if member is None or member is account or member.account_id not in organization.members:
        raise denied(
            f"User: {call.caller.principal.arn} is not authorized to perform: sts:AssumeRoot "
            f"on resource: {target}"
        )
    task = call.parameters.get("TaskPolicyArn")
    arn = str(task.get("arn", "")) if isinstance(task, Mapping) else ""
    if arn not in _TASKS:
        raise not_valid(f"{arn} is not a task policy of AWS for root sessions.")
    calling = world.find_session(call.caller.access_key_id or "")
    source = calling.source_identity if calling is not None else None
    grant = Grant(
        seconds, Passed(arns=(arn,)), source_identity=source, claims={"aws:AssumedRoot": "true"}
    ).by(SessionKind.ROOT_TASK, member.account_id, "", member.root.arn)
    given: Result = {"Credentials": issue(world, call, member, grant)}
    return given | ({"SourceIdentity": source} if source is not None else {})


def _account_id(target: str) -> str:
    """Of an account id, or of the ARN of its root user."""
    return target.removeprefix("arn:aws:iam::").removesuffix(":root")
