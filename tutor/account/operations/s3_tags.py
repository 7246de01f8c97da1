"""Tags of buckets and objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.account.operations.s3_buckets import bucket_named
from tutor.account.operations.s3_errors import argument_fault, bucket_fault, key_missing
from tutor.account.operations.s3_tag_rules import OF_A_BUCKET, OF_AN_OBJECT, checked_tags
from tutor.account.operations.shapes import tag_list

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket, StoredObject
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "delete_bucket_tagging",
    "delete_object_tagging",
    "get_bucket_tagging",
    "get_object_tagging",
    "put_bucket_tagging",
    "put_object_tagging",
]


def put_bucket_tagging(world: World, _account: Account, call: Call) -> Result:
    """Puts a set of tags in the place of the one before."""
    bucket = bucket_named(world, call)
    bucket.tags = checked_tags(_tag_set(call), OF_A_BUCKET)
    return {}


def get_bucket_tagging(world: World, _account: Account, call: Call) -> Result:
    """The tags of a bucket; none is an error."""
    bucket = bucket_named(world, call)
    if not bucket.tags:
        raise bucket_fault("NoSuchTagSet", bucket.name)
    return {"TagSet": tag_list(bucket.tags)}


def delete_bucket_tagging(world: World, _account: Account, call: Call) -> Result:
    """Takes all tags of a bucket away."""
    bucket_named(world, call).tags = {}
    return {}


def put_object_tagging(world: World, _account: Account, call: Call) -> Result:
    """Puts a set of tags in the place of the one before."""
    bucket, stored = _object(world, call)
    bucket.objects[call.required("Key")] = replace(stored, tags=checked_tags(_tag_set(call), OF_AN_OBJECT))
    return {}


def get_object_tagging(world: World, _account: Account, call: Call) -> Result:
    """The tags of an object; there may be none."""
    return {"TagSet": tag_list(_object(world, call)[1].tags)}


def delete_object_tagging(world: World, _account: Account, call: Call) -> Result:
    """Takes all tags of an object away."""
    bucket, stored = _object(world, call)
    bucket.objects[call.required("Key")] = replace(stored, tags={})
    return {}


def _tag_set(call: Call) -> Sequence[object]:
    tagging = call.parameters.get("Tagging")
    listed = tagging.get("TagSet") if isinstance(tagging, Mapping) else None
    return listed if isinstance(listed, Sequence) else ()


def _object(world: World, call: Call) -> tuple[Bucket, StoredObject]:
    bucket = bucket_named(world, call)
    key = call.required("Key")
    if call.text("VersionId") not in (None, "null"):
        raise argument_fault("Invalid version id specified", "versionId", call.required("VersionId"))
    stored = bucket.objects.get(key)
    if stored is None:
        raise key_missing(key)
    return bucket, stored
