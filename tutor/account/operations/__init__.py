"""The operations that the sandbox performs, by service and botocore operation name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tutor.account.call import Operation
from tutor.account.operations import (
    access_keys,
    groups,
    identity,
    managed_policies,
    s3_buckets,
    s3_listing,
    s3_objects,
    users,
)
from tutor.account.operations.holder_policies import GROUP, USER
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import World

__all__ = ["OPERATIONS", "perform"]

_READS: Final = {
    "iam:GetUser": users.get_user,
    "iam:ListUsers": users.list_users,
    "iam:GetGroup": groups.get_group,
    "iam:ListGroups": groups.list_groups,
    "iam:ListGroupsForUser": groups.list_groups_for_user,
    "iam:GetPolicy": managed_policies.get_policy,
    "iam:GetPolicyVersion": managed_policies.get_policy_version,
    "iam:ListPolicies": managed_policies.list_policies,
    "iam:ListEntitiesForPolicy": managed_policies.list_entities_for_policy,
    "iam:ListAttachedUserPolicies": USER.list_attached,
    "iam:ListAttachedGroupPolicies": GROUP.list_attached,
    "iam:GetUserPolicy": USER.get,
    "iam:GetGroupPolicy": GROUP.get,
    "iam:ListUserPolicies": USER.list_inline,
    "iam:ListGroupPolicies": GROUP.list_inline,
    "iam:ListAccessKeys": access_keys.list_access_keys,
    "iam:GetAccessKeyLastUsed": access_keys.get_access_key_last_used,
    "sts:GetCallerIdentity": identity.get_caller_identity,
    "s3:ListBuckets": s3_buckets.list_buckets,
    "s3:HeadBucket": s3_buckets.head_bucket,
    "s3:ListObjectsV2": s3_listing.list_objects_v2,
    "s3:GetObject": s3_objects.get_object,
    "s3:HeadObject": s3_objects.head_object,
}
_CHANGES: Final = {
    "iam:CreateUser": users.create_user,
    "iam:DeleteUser": users.delete_user,
    "iam:CreateGroup": groups.create_group,
    "iam:DeleteGroup": groups.delete_group,
    "iam:AddUserToGroup": groups.add_user_to_group,
    "iam:RemoveUserFromGroup": groups.remove_user_from_group,
    "iam:CreatePolicy": managed_policies.create_policy,
    "iam:DeletePolicy": managed_policies.delete_policy,
    "iam:AttachUserPolicy": USER.attach,
    "iam:AttachGroupPolicy": GROUP.attach,
    "iam:DetachUserPolicy": USER.detach,
    "iam:DetachGroupPolicy": GROUP.detach,
    "iam:PutUserPolicy": USER.put,
    "iam:PutGroupPolicy": GROUP.put,
    "iam:DeleteUserPolicy": USER.delete,
    "iam:DeleteGroupPolicy": GROUP.delete,
    "iam:CreateAccessKey": access_keys.create_access_key,
    "iam:UpdateAccessKey": access_keys.update_access_key,
    "iam:DeleteAccessKey": access_keys.delete_access_key,
    "s3:CreateBucket": s3_buckets.create_bucket,
    "s3:DeleteBucket": s3_buckets.delete_bucket,
    "s3:PutObject": s3_objects.put_object,
    "s3:DeleteObject": s3_objects.delete_object,
}

OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {name: Operation(handler, mutates=False) for name, handler in _READS.items()}
    | {name: Operation(handler, mutates=True) for name, handler in _CHANGES.items()}
)
"""Such as `iam:CreateUser`."""


def perform(world: World, call: Call) -> Result:
    """Do what was asked, which has been allowed; raises ServiceError, and then nothing has changed."""
    operation = OPERATIONS.get(call.action)
    if operation is None:
        raise ServiceError("InvalidAction", f"Could not find operation {call.operation}", 400)
    return operation.handler(world, world.accounts[call.account_id], call)
