"""Entities as the answers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.account.call import Result
    from tutor.account.entities import AccessKey, Group, ManagedPolicy, User
    from tutor.account.world import Account

__all__ = ["group_shape", "key_shape", "policy_shape", "tag_list", "user_shape"]


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
    if full and user.boundary is not None:
        shape["PermissionsBoundary"] = {
            "PermissionsBoundaryType": "Policy",
            "PermissionsBoundaryArn": user.boundary,
        }
    if full and user.tags:
        shape["Tags"] = tag_list(user.tags)
    return shape


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


def key_shape(key: AccessKey, user_name: str | None) -> Result:
    """An access key without its secret; root's has no user name."""
    shape: Result = {} if user_name is None else {"UserName": user_name}
    return shape | {"AccessKeyId": key.key_id, "Status": key.status, "CreateDate": key.created}
