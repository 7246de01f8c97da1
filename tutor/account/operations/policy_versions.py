"""CreatePolicyVersion, ListPolicyVersions, SetDefaultPolicyVersion, DeletePolicyVersion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tutor.account.entities import PolicyVersion
from tutor.account.operations.checks import Checks, check_document, policy_arn, policy_text
from tutor.account.operations.find import own_policy, version_named
from tutor.account.operations.managed_policies import POLICY_SIZE, version_id
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import version_shape
from tutor.account.service_error import conflict, limit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_policy_version",
    "delete_policy_version",
    "list_policy_versions",
    "set_default_policy_version",
]

_VERSIONS: Final = 5


def create_policy_version(world: World, account: Account, call: Call) -> Result:
    """The next version; it takes effect only if it is made the default."""
    checks = Checks(call)
    check_document(checks)
    arn = policy_arn(checks)
    text = policy_text(call)
    policy = own_policy(account, call, arn)
    if len(policy.versions) >= _VERSIONS:
        raise limit(
            "A managed policy can have up to 5 versions. Before you create a new version, "
            "you must delete an existing version."
        )
    if text.size > POLICY_SIZE:
        raise limit(f"Cannot exceed quota for PolicySize: {POLICY_SIZE}")
    policy.newest += 1
    version = PolicyVersion(f"v{policy.newest}", call.moment(world), text)
    policy.versions[version.version_id] = version
    if call.parameters.get("SetAsDefault") is True:
        policy.default_version = version.version_id
        policy.updated = version.created
    return {"PolicyVersion": version_shape(policy, version)}


def list_policy_versions(_world: World, account: Account, call: Call) -> Result:
    """Versions without documents, newest first."""
    checks = Checks(call)
    checks.page_size()
    policy = own_policy(account, call, policy_arn(checks), change=False)
    newest_first = rows_of(
        policy.versions.values(), lambda version: f"{10**6 - int(version.version_id[1:].split('.')[0]):07}"
    )
    versions, more = page(call, checks, newest_first)
    return {"Versions": [version_shape(policy, version) for version in versions], **more}


def set_default_policy_version(world: World, account: Account, call: Call) -> Result:
    """Lets another version take effect, for everybody that the policy is attached to."""
    checks = Checks(call)
    wanted = version_id(call, checks)
    policy = own_policy(account, call, policy_arn(checks))
    version = version_named(policy, wanted)
    policy.default_version = version.version_id
    policy.updated = call.moment(world)
    return {}


def delete_policy_version(_world: World, account: Account, call: Call) -> Result:
    """Takes a version away, but not the default one; its number is not used again."""
    checks = Checks(call)
    wanted = version_id(call, checks)
    policy = own_policy(account, call, policy_arn(checks))
    version = version_named(policy, wanted)
    if version.version_id == policy.default_version:
        raise conflict("the default version of a policy.")
    del policy.versions[version.version_id]
    return {}
