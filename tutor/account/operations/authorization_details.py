"""GetAccountAuthorizationDetails: all identities and policies of the account, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from tutor.account.entities import Group, ManagedPolicy, User
from tutor.account.operations.checks import Checks
from tutor.account.operations.paging import page
from tutor.account.operations.shapes import (
    boundary_shape,
    group_shape,
    policy_shape,
    profile_shape,
    role_use,
    tag_list,
    user_shape,
    version_shape,
)
from tutor.account.roles import Role
from tutor.account.trust import trust_of

if TYPE_CHECKING:
    from tutor.account.account import Account, Holder
    from tutor.account.call import Call, Result
    from tutor.account.world import World

__all__ = ["get_account_authorization_details"]

Item = User | Group | Role | ManagedPolicy
Rows = Callable[[str | None], Iterable[tuple[str, Item]]]

_KINDS: Final = ("User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy")


def get_account_authorization_details(world: World, account: Account, call: Call) -> Result:
    """Users, groups, roles, then policies; of AWS's only those in use."""
    checks = Checks(call)
    listed = call.parameters.get("Filter") or _KINDS
    assert isinstance(listed, Sequence)
    enumeration = f"enum value set: [{', '.join(_KINDS)}]"
    checks.must(
        set(listed) <= set(_KINDS), "Filter", f"satisfy constraint: [Member must satisfy {enumeration}]"
    )
    wanted = [kind for kind in _KINDS if kind in listed]
    sources: dict[str, Rows] = {
        "User": account.users.after,
        "Group": account.groups.after,
        "Role": account.roles.after,
        "LocalManagedPolicy": account.policies.after,
        "AWSManagedPolicy": lambda after: _aws_policies(account, after),
    }

    def rows(after: str | None) -> Iterator[tuple[str, Item]]:
        return chain.from_iterable(_ranked(str(_KINDS.index(kind)), sources[kind], after) for kind in wanted)

    items, more = page(call, checks, rows)
    return {
        "UserDetailList": [_user(account, item) for item in items if isinstance(item, User)],
        "GroupDetailList": [_group(account, item) for item in items if isinstance(item, Group)],
        "RoleDetailList": [_role(world, account, item) for item in items if isinstance(item, Role)],
        "Policies": [_policy(account, item) for item in items if isinstance(item, ManagedPolicy)],
        **more,
    }


def _ranked(rank: str, source: Rows, after: str | None) -> Iterator[tuple[str, Item]]:
    if after is not None and after[0] > rank:
        return
    behind = after[1:] if after is not None and after[0] == rank else None
    for label, item in source(behind):
        yield rank + label, item


def _aws_policies(account: Account, after: str | None) -> Iterator[tuple[str, Item]]:
    for arn in sorted(account.policy_uses):
        policy = None if arn in account.policies else account.policy(arn)
        if policy is not None and (after is None or arn > after):
            yield arn, policy


def _attached(account: Account, holder: Holder) -> list[Result]:
    found = ((arn, account.policy(arn)) for arn in holder.attached)
    return [{"PolicyName": policy.name, "PolicyArn": arn} for arn, policy in found if policy is not None]


def _inline(holder: Holder) -> list[Result]:
    return [{"PolicyName": name, "PolicyDocument": text.text} for name, text in holder.inline.items()]


def _user(account: Account, user: User) -> Result:
    shape = user_shape(user) | {
        "GroupList": list(user.groups),
        "AttachedManagedPolicies": _attached(account, user),
        "Tags": tag_list(user.tags),
    }
    if user.inline:
        shape["UserPolicyList"] = _inline(user)
    return shape | _boundary(user)


def _boundary(identity: User | Role) -> Result:
    return {} if identity.boundary is None else {"PermissionsBoundary": boundary_shape(identity.boundary)}


def _group(account: Account, group: Group) -> Result:
    return group_shape(group) | {
        "GroupPolicyList": _inline(group),
        "AttachedManagedPolicies": _attached(account, group),
    }


def _role(world: World, account: Account, role: Role) -> Result:
    shape: Result = {
        "Path": role.path,
        "RoleName": role.name,
        "RoleId": role.role_id,
        "Arn": role.arn,
        "CreateDate": role.created,
        "AssumeRolePolicyDocument": trust_of(world, role).text,
        "InstanceProfileList": [
            profile_shape(world, account, account.instance_profiles[name]) for name in role.profiles
        ],
        "RolePolicyList": _inline(role),
        "AttachedManagedPolicies": _attached(account, role),
        "Tags": tag_list(role.tags),
        "RoleLastUsed": role_use(role),
    }
    return shape | _boundary(role)


def _policy(account: Account, policy: ManagedPolicy) -> Result:
    newest_first = sorted(policy.versions.values(), key=lambda version: version.created, reverse=True)
    versions = [{"Document": version.text, **version_shape(policy, version)} for version in newest_first]
    return policy_shape(account, policy) | {"PolicyVersionList": versions}
