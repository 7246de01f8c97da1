"""ListBuckets, CreateBucket, DeleteBucket, HeadBucket."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Final

from tutor.account.buckets import Bucket
from tutor.account.operations.bucket_names import valid_bucket_name
from tutor.account.operations.s3_errors import argument_fault, bucket_fault, not_implemented
from tutor.account.operations.s3_tag_rules import OF_A_BUCKET, checked_tags
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "HOME",
    "bucket_named",
    "canonical_owner",
    "create_bucket",
    "delete_bucket",
    "head_bucket",
    "list_buckets",
]

HOME: Final = "us-east-1"
"""The region of buckets without a LocationConstraint."""
_PAGE: Final = 10_000


def canonical_owner(account: Account) -> dict[str, str]:
    """The account as S3 names owners: a canonical user id."""
    return {"ID": sha256(f"canonical user {account.account_id}".encode()).hexdigest()}


def bucket_named(world: World, call: Call) -> Bucket:
    """The bucket a call names; raises NoSuchBucket, or AccessDenied if it is not its expected owner's."""
    name = call.required("Bucket")
    bucket = world.bucket(name)
    if bucket is None:
        raise bucket_fault("NoSuchBucket", name)
    if call.text("ExpectedBucketOwner") not in (None, bucket.account_id):
        raise ServiceError("AccessDenied", "Access Denied", 403)
    return bucket


def list_buckets(_world: World, account: Account, call: Call) -> Result:
    """The caller's buckets in name order; their regions only if the request has any parameter."""
    prefix = call.text("Prefix") or ""
    size = int(str(call.parameters.get("MaxBuckets", _PAGE)))
    if not 1 <= size <= _PAGE:
        message = f"Argument max-buckets must be an integer between 1 and {_PAGE}"
        raise argument_fault(message, "max-buckets", str(size))
    region = call.text("BucketRegion")
    with_region = any(call.parameters.get(name) for name in ("MaxBuckets", "Prefix", "BucketRegion"))
    fitting = (
        bucket
        for _label, bucket in account.buckets.after(_after(call))
        if bucket.name.startswith(prefix) and region in (None, bucket.region)
    )
    found = list(islice(fitting, size + 1))
    result: Result = {
        "Buckets": [_bucket_shape(bucket, with_region) for bucket in found[:size]],
        "Owner": canonical_owner(account),
    }
    if len(found) > size:
        result["ContinuationToken"] = urlsafe_b64encode(found[size - 1].name.encode()).decode()
    if prefix:
        result["Prefix"] = prefix
    return result


def _after(call: Call) -> str | None:
    token = call.text("ContinuationToken")
    if token is None:
        return None
    try:
        return urlsafe_b64decode(token.encode()).decode()
    except ValueError:
        message = "The continuation token provided is incorrect"
        raise argument_fault(message, "continuation-token", token) from None


def _bucket_shape(bucket: Bucket, with_region: bool) -> Result:
    shape: Result = {"Name": bucket.name, "CreationDate": bucket.created}
    return shape | {"BucketRegion": bucket.region} if with_region else shape


def create_bucket(world: World, account: Account, call: Call) -> Result:
    """A bucket that nobody else gets at; in us-east-1 creating one's own again is no error, as in AWS."""
    name = call.required("Bucket")
    if not valid_bucket_name(name):
        raise bucket_fault("InvalidBucketName", name)
    region = _location(call)
    if call.text("ACL") not in (None, "private") or any(key.startswith("Grant") for key in call.parameters):
        raise bucket_fault("AccessControlListNotSupported", name)
    if call.text("ObjectOwnership") not in (None, "BucketOwnerEnforced"):
        raise not_implemented("ObjectOwnership")
    if call.parameters.get("ObjectLockEnabledForBucket"):
        raise not_implemented("ObjectLockEnabledForBucket")
    tags = _tags(call)
    there = world.bucket(name)
    if there is not None and there.account_id != account.account_id:
        raise bucket_fault("BucketAlreadyExists", name)
    if there is not None and not region == there.region == HOME:
        raise bucket_fault("BucketAlreadyOwnedByYou", name)
    if there is None:
        account.buckets[name] = Bucket(name, account.account_id, region, call.moment(world), tags=tags)
    location = f"/{name}" if region == HOME else f"http://{name}.s3.amazonaws.com/"
    return {"Location": location}


def _configured(call: Call, name: str) -> object:
    configuration = call.parameters.get("CreateBucketConfiguration")
    return configuration.get(name) if isinstance(configuration, Mapping) else None


def _tags(call: Call) -> dict[str, str]:
    listed = _configured(call, "Tags")
    return checked_tags(listed, OF_A_BUCKET) if isinstance(listed, Sequence) else {}


def _location(call: Call) -> str:
    constraint = _configured(call, "LocationConstraint")
    if constraint == HOME:
        raise ServiceError("InvalidLocationConstraint", "The specified location-constraint is not valid", 400)
    if call.region not in (HOME, constraint):
        raise ServiceError(
            "IllegalLocationConstraintException",
            f"The {constraint or 'unspecified'} location constraint is incompatible for the region specific "
            "endpoint this request was sent to.",
            400,
        )
    return "eu-west-1" if constraint == "EU" else str(constraint or HOME)


def delete_bucket(world: World, _account: Account, call: Call) -> Result:
    """Refuses while objects are in the bucket."""
    bucket = bucket_named(world, call)
    if bucket.objects:
        raise bucket_fault("BucketNotEmpty", bucket.name)
    del world.accounts[bucket.account_id].buckets[bucket.name]
    return {}


def head_bucket(world: World, _account: Account, call: Call) -> Result:
    """Whether the bucket is there, and its region."""
    return {"BucketRegion": bucket_named(world, call).region, "AccessPointAlias": False}
