"""CreatePolicy, GetPolicy, GetPolicyVersion, ListPolicies, DeletePolicy, ListEntitiesForPolicy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from tutor.account.entities import Group, ManagedPolicy, PolicyVersion, User
from tutor.account.managed import AWS_MANAGED
from tutor.account.operations.checks import Checks, check_document, policy_arn, policy_text, tags
from tutor.account.operations.find import managed_policy, own_policy, version_named
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import policy_shape, tag_list, version_shape
from tutor.account.roles import Role
from tutor.account.service_error import ServiceError, conflict, exists, limit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "POLICY_SIZE",
    "create_policy",
    "delete_policy",
    "get_policy",
    "get_policy_version",
    "list_entities_for_policy",
    "list_policies",
    "version_id",
]

_POLICIES: Final = 1500
POLICY_SIZE: Final = 6144
"""Characters that count, of a managed policy."""
_VERSION_ID: Final = re.compile(r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?")
_USAGES: Final = ("PermissionsPolicy", "PermissionsBoundary")
_ENTITIES: Final = ("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy")


def create_policy(world: World, account: Account, call: Call) -> Result:
    """A new managed policy: version v1, attached to nothing."""
    checks = Checks(call)
    name, path = checks.name("PolicyName"), checks.path(policy=True)
    check_document(checks)
    description = checks.description() or ""
    given_tags = tags(call, checks, fold=False)
    text = policy_text(call)
    if account.policies.labelled(name.lower()) is not None:
        raise exists(f"A policy called {name} already exists. Duplicate names are not allowed.")
    if text.size > POLICY_SIZE:
        raise limit(f"Cannot exceed quota for PolicySize: {POLICY_SIZE}")
    if len(account.policies) >= _POLICIES:
        raise limit(f"Cannot exceed quota for PoliciesPerAccount: {_POLICIES}")
    now = call.moment(world)
    arn = f"arn:aws:iam::{account.account_id}:policy{path}{name}"
    policy = ManagedPolicy(
        arn,
        name,
        path,
        call.mint.policy_id(),
        now,
        now,
        "v1",
        {"v1": PolicyVersion("v1", now, text)},
        description,
        given_tags,
    )
    account.policies[arn] = policy
    return {"Policy": policy_shape(account, policy) | ({"Tags": tag_list(given_tags)} if given_tags else {})}


def get_policy(_world: World, account: Account, call: Call) -> Result:
    """A managed policy with description and tags, without its document."""
    policy = managed_policy(account, policy_arn(Checks(call)))
    shape = policy_shape(account, policy)
    if policy.description:
        shape["Description"] = policy.description
    return {"Policy": shape | {"Tags": tag_list(policy.tags)}}


def get_policy_version(_world: World, account: Account, call: Call) -> Result:
    """The document of one version."""
    checks = Checks(call)
    wanted = version_id(call, checks)
    policy = managed_policy(account, policy_arn(checks))
    version = version_named(policy, wanted)
    return {"PolicyVersion": {"Document": version.text, **version_shape(policy, version)}}


def version_id(call: Call, checks: Checks) -> str:
    """The VersionId of a call."""
    value = call.required("VersionId")
    checks.pattern("VersionId", value, _VERSION_ID, r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?")
    return value


def list_policies(_world: World, account: Account, call: Call) -> Result:
    """Managed policies in name order, the account's own before AWS's."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    scope = checks.choice("Scope", ("All", "AWS", "Local"), "All")
    usage = checks.choice("PolicyUsageFilter", _USAGES, "") if call.text("PolicyUsageFilter") else ""
    only_attached = call.parameters.get("OnlyAttached") is True

    def rows(after: str | None) -> Iterator[tuple[str, ManagedPolicy]]:
        own = _labelled(account, "1", after) if scope != "AWS" else iter(())
        return chain(own, _aws_rows(after) if scope != "Local" else ())

    def keep(policy: ManagedPolicy) -> bool:
        use = account.policy_uses.get(policy.arn)
        attached, bounding = (bool(use.attached), bool(use.bounding)) if use else (False, False)
        wanted = {"": attached or bounding, _USAGES[0]: attached, _USAGES[1]: bounding}[usage]
        return policy.path.startswith(prefix) and (wanted or not (only_attached or usage))

    policies, more = page(call, checks, rows, keep=keep)
    return {"Policies": [policy_shape(account, policy) for policy in policies], **more}


def _labelled(account: Account, rank: str, after: str | None) -> Iterator[tuple[str, ManagedPolicy]]:
    if after is not None and after[:1] > rank:
        return iter(())
    rows = account.policies.after(None if after is None else after[1:])
    return ((rank + label, policy) for label, policy in rows)


def _aws_rows(after: str | None) -> Iterator[tuple[str, ManagedPolicy]]:
    rows = sorted(("2" + policy.name.lower(), policy) for policy in AWS_MANAGED.values())
    return (row for row in rows if after is None or row[0] > after)


def delete_policy(_world: World, account: Account, call: Call) -> Result:
    """Refuses while the policy is in use or has further versions."""
    policy = own_policy(account, call, policy_arn(Checks(call)))
    if policy.arn in account.policy_uses:
        raise conflict("a policy attached to entities.")
    if len(policy.versions) > 1:
        raise ServiceError(
            "DeleteConflict",
            "This policy has more than one version. Before you delete a policy, you must delete the "
            "policy's versions. The default version is deleted with the policy.",
            409,
        )
    del account.policies[policy.arn]
    return {}


def list_entities_for_policy(_world: World, account: Account, call: Call) -> Result:
    """Who a managed policy is attached to, or whose boundary it is."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    entity = checks.choice("EntityFilter", _ENTITIES, "User") if call.text("EntityFilter") else None
    usage = checks.choice("PolicyUsageFilter", _USAGES, "") if call.text("PolicyUsageFilter") else None
    checks.page_size()
    policy = managed_policy(account, policy_arn(checks))
    use = account.policy_uses.get(policy.arn)
    references: set[str] = set()
    if use is not None and usage != _USAGES[1]:
        references.update(use.attached)
    if use is not None and usage != _USAGES[0]:
        references.update(use.bounding)

    def keep(reference: str) -> bool:
        kind = reference.partition("/")[0].capitalize()
        return entity in (None, kind) and account.holder(reference).path.startswith(prefix)

    found, more = page(call, checks, rows_of(references, lambda reference: reference), keep=keep)
    holders = [account.holder(reference) for reference in found]
    return {
        "PolicyGroups": [
            {"GroupName": group.name, "GroupId": group.group_id}
            for group in holders
            if isinstance(group, Group)
        ],
        "PolicyUsers": [
            {"UserName": user.name, "UserId": user.user_id} for user in holders if isinstance(user, User)
        ],
        "PolicyRoles": [
            {"RoleName": role.name, "RoleId": role.role_id} for role in holders if isinstance(role, Role)
        ],
        **more,
    }
