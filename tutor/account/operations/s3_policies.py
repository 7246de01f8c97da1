"""PutBucketPolicy, GetBucketPolicy, DeleteBucketPolicy, GetBucketPolicyStatus and Block Public Access."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.account.bucket_policies import bucket_policy_of
from tutor.account.buckets import PublicAccessBlock
from tutor.account.operations.s3_buckets import bucket_named
from tutor.account.operations.s3_errors import bucket_fault
from tutor.account.operations.s3_policy_rules import checked_policy, named_ids
from tutor.account.policy_text import RESOURCE, PolicyText
from tutor.account.public_access import is_public
from tutor.account.service_error import denied

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "delete_bucket_policy",
    "delete_public_access_block",
    "get_bucket_policy",
    "get_bucket_policy_status",
    "get_public_access_block",
    "put_bucket_policy",
    "put_public_access_block",
]


def put_bucket_policy(world: World, _account: Account, call: Call) -> Result:
    """Puts a policy in the place of the one before; refuses a public one while those are blocked."""
    bucket = bucket_named(world, call)
    text = call.required("Policy")
    if call.recorded:
        policy = PolicyText(text, kind=RESOURCE)
        bucket.policy, bucket.policy_ids = policy, named_ids(world, policy)
        return {}
    policy, unique_ids = checked_policy(world, bucket, text)
    block = bucket.public_access_block
    if block is not None and block.block_policy and is_public(policy.document):
        raise denied(
            f"User: {call.caller.principal.arn} is not authorized to perform: s3:PutBucketPolicy on "
            f'resource: "{bucket.arn}" because public policies are blocked by the BlockPublicPolicy block '
            "public access setting."
        )
    bucket.policy, bucket.policy_ids = policy, unique_ids
    return {}


def get_bucket_policy(world: World, _account: Account, call: Call) -> Result:
    """The policy's text."""
    bucket = bucket_named(world, call)
    policy = bucket_policy_of(world, bucket)
    if policy is None:
        raise bucket_fault("NoSuchBucketPolicy", bucket.name)
    return {"Policy": policy.text}


def delete_bucket_policy(world: World, _account: Account, call: Call) -> Result:
    """Takes the policy away; none is no error."""
    bucket = bucket_named(world, call)
    bucket.policy, bucket.policy_ids = None, {}
    return {}


def get_bucket_policy_status(world: World, _account: Account, call: Call) -> Result:
    """Whether the policy makes the bucket public."""
    bucket = bucket_named(world, call)
    if bucket.policy is None:
        raise bucket_fault("NoSuchBucketPolicy", bucket.name)
    return {"PolicyStatus": {"IsPublic": is_public(bucket.policy.document)}}


def put_public_access_block(world: World, _account: Account, call: Call) -> Result:
    """Sets the four settings; one that is left out is off."""
    bucket = bucket_named(world, call)
    given = call.parameters.get("PublicAccessBlockConfiguration")
    settings = given if isinstance(given, Mapping) else {}
    bucket.public_access_block = PublicAccessBlock(
        bool(settings.get("BlockPublicAcls")),
        bool(settings.get("IgnorePublicAcls")),
        bool(settings.get("BlockPublicPolicy")),
        bool(settings.get("RestrictPublicBuckets")),
    )
    return {}


def get_public_access_block(world: World, _account: Account, call: Call) -> Result:
    """The four settings."""
    bucket = bucket_named(world, call)
    block = bucket.public_access_block
    if block is None:
        raise bucket_fault("NoSuchPublicAccessBlockConfiguration", bucket.name)
    return {
        "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": block.block_acls,
            "IgnorePublicAcls": block.ignore_acls,
            "BlockPublicPolicy": block.block_policy,
            "RestrictPublicBuckets": block.restrict_buckets,
        }
    }


def delete_public_access_block(world: World, _account: Account, call: Call) -> Result:
    """Takes all four settings away."""
    bucket_named(world, call).public_access_block = None
    return {}
