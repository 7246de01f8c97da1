"""Settings of buckets and objects that the sandbox shows but does not let change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tutor.account.operations.s3_buckets import HOME, bucket_named, canonical_owner
from tutor.account.operations.s3_errors import bucket_fault, key_missing

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "UNSET",
    "get_bucket_acl",
    "get_bucket_location",
    "get_object_acl",
    "get_setting",
]

_ENCRYPTION: Final = {
    "Rules": [
        {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": False},
    ]
}
_OWNERSHIP: Final = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
UNSET: Final[dict[str, Result | str]] = {
    "GetBucketOwnershipControls": {
        "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    },
    "GetBucketEncryption": {"ServerSideEncryptionConfiguration": _ENCRYPTION},
    "GetBucketVersioning": {},
    "GetBucketLogging": {},
    "GetBucketAccelerateConfiguration": {},
    "GetBucketRequestPayment": {"Payer": "BucketOwner"},
    "GetBucketNotificationConfiguration": {},
    "GetBucketCors": "NoSuchCORSConfiguration",
    "GetBucketWebsite": "NoSuchWebsiteConfiguration",
    "GetBucketLifecycleConfiguration": "NoSuchLifecycleConfiguration",
    "GetBucketReplication": "ReplicationConfigurationNotFoundError",
    "GetObjectLockConfiguration": "ObjectLockConfigurationNotFoundError",
}
"""What S3 answers for a bucket that nobody has configured: a result, or the code of an error."""


def get_setting(world: World, _account: Account, call: Call) -> Result:
    """The read of a setting that every bucket of the sandbox has alike."""
    bucket = bucket_named(world, call)
    answer = UNSET[call.operation]
    if isinstance(answer, str):
        raise bucket_fault(answer, bucket.name)
    return dict(answer)


def get_bucket_location(world: World, _account: Account, call: Call) -> Result:
    """The region of a bucket; us-east-1 is an empty one."""
    region = bucket_named(world, call).region
    return {} if region == HOME else {"LocationConstraint": region}


def get_bucket_acl(world: World, _account: Account, call: Call) -> Result:
    """The owner, and full control for nobody else: access control lists are off."""
    return _owner_alone(world, bucket_named(world, call).account_id)


def get_object_acl(world: World, _account: Account, call: Call) -> Result:
    """As that of the bucket: its owner owns every object."""
    bucket = bucket_named(world, call)
    if call.required("Key") not in bucket.objects:
        raise key_missing(call.required("Key"))
    return _owner_alone(world, bucket.account_id)


def _owner_alone(world: World, account_id: str) -> Result:
    owner = canonical_owner(world.accounts[account_id])
    grantee = {"Type": "CanonicalUser", **owner}
    return {"Owner": owner, "Grants": [{"Grantee": grantee, "Permission": "FULL_CONTROL"}]}
