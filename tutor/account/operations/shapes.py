"""Entities as the answers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.trust import trust_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.account.call import Result
    from tutor.account.entities import AccessKey, Group, ManagedPolicy, PolicyVersion, User
    from tutor.account.roles import InstanceProfile, Role
    from tutor.account.world import Account, World

__all__ = [
    "boundary_shape",
    "group_shape",
    "key_shape",
    "policy_shape",
    "profile_shape",
    "role_shape",
    "role_use",
    "tag_list",
    "user_shape",
    "version_shape",
]


def tag_list(tags: Mapping[str, str]) -> list[dict[str, str]]:
    """Tags as a list of Key and Value."""
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def user_shape(user: User, *, full: bool = False) -> Result:
    """A user; lists show neither tags nor boundary, `full` does."""
    shape: Result = {
        "Path": user.path,
        "UserName": user.name,
        "UserId": user.user_id,
        "Arn": user.arn,
        "CreateDate": user.created,
    }
    if full and user.password_used is not None:
        shape["PasswordLastUsed"] = user.password_used
    return shape | (_boundary_and_tags(user) if full else {})


def _boundary_and_tags(identity: User | Role) -> Result:
    shape: Result = {}
    if identity.boundary is not None:
        shape["PermissionsBoundary"] = boundary_shape(identity.boundary)
    if identity.tags:
        shape["Tags"] = tag_list(identity.tags)
    return shape


def boundary_shape(arn: str) -> Result:
    """A permissions boundary."""
    return {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn}


def role_shape(world: World, role: Role, *, full: bool = False, new: bool = False) -> Result:
    """A role as lists show it; `full` adds tags, boundary and last use, `new` is the answer of CreateRole."""
    shape: Result = {
        "Path": role.path,
        "RoleName": role.name,
        "RoleId": role.role_id,
        "Arn": role.arn,
        "CreateDate": role.created,
        "AssumeRolePolicyDocument": trust_of(world, role).text,
    }
    if role.description is not None:
        shape["Description"] = role.description
    if not new:
        shape["MaxSessionDuration"] = role.max_session
    if full or new:
        shape |= _boundary_and_tags(role)
    return shape | ({"RoleLastUsed": role_use(role)} if full else {})


def role_use(role: Role) -> Result:
    """When and where a session of the role made its last request; empty before the first one."""
    if role.last_used is None:
        return {}
    return {"LastUsedDate": role.last_used.at, "Region": role.last_used.region}


def group_shape(group: Group) -> Result:
    """A group without its members."""
    return {
        "Path": group.path,
        "GroupName": group.name,
        "GroupId": group.group_id,
        "Arn": group.arn,
        "CreateDate": group.created,
    }


def policy_shape(account: Account, policy: ManagedPolicy) -> Result:
    """A managed policy as lists show it: without description and tags."""
    use = account.policy_uses.get(policy.arn)
    return {
        "PolicyName": policy.name,
        "PolicyId": policy.policy_id,
        "Arn": policy.arn,
        "Path": policy.path,
        "DefaultVersionId": policy.default_version,
        "AttachmentCount": len(use.attached) if use else 0,
        "PermissionsBoundaryUsageCount": len(use.bounding) if use else 0,
        "IsAttachable": True,
        "CreateDate": policy.created,
        "UpdateDate": policy.updated,
    }


def version_shape(policy: ManagedPolicy, version: PolicyVersion) -> Result:
    """A version of a managed policy without its document."""
    return {
        "VersionId": version.version_id,
        "IsDefaultVersion": version.version_id == policy.default_version,
        "CreateDate": version.created,
    }


def profile_shape(world: World, account: Account, profile: InstanceProfile, *, full: bool = False) -> Result:
    """An instance profile with its role; lists show no tags."""
    held = [] if profile.role is None else [role_shape(world, account.roles[profile.role], new=True)]
    for role in held:
        role.pop("Tags", None)
        role.pop("PermissionsBoundary", None)
    shape: Result = {
        "Path": profile.path,
        "InstanceProfileName": profile.name,
        "InstanceProfileId": profile.profile_id,
        "Arn": profile.arn,
        "CreateDate": profile.created,
        "Roles": held,
    }
    return shape | ({"Tags": tag_list(profile.tags)} if full and profile.tags else {})


def key_shape(key: AccessKey, user_name: str | None) -> Result:
    """An access key without its secret; root's has no user name."""
    shape: Result = {} if user_name is None else {"UserName": user_name}
    return shape | {"AccessKeyId": key.key_id, "Status": key.status, "CreateDate": key.created}
