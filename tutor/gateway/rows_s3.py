"""S3's operations: their actions have names of their own, and a bucket may belong to another account."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, unquote

from tutor.gateway.scene import Column, Need, Scene, everything
from tutor.policy.context import ContextSource

LISTING_KEYS: Final = {"Prefix": "s3:prefix", "Delimiter": "s3:delimiter", "MaxKeys": "s3:max-keys"}
WRITING_KEYS: Final = {
    "ACL": "s3:x-amz-acl",
    "StorageClass": "s3:x-amz-storage-class",
    "ServerSideEncryption": "s3:x-amz-server-side-encryption",
    "SSEKMSKeyId": "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "SSECustomerAlgorithm": "s3:x-amz-server-side-encryption-customer-algorithm",
    "WebsiteRedirectLocation": "s3:x-amz-website-redirect-location",
    "CopySource": "s3:x-amz-copy-source",
    "MetadataDirective": "s3:x-amz-metadata-directive",
    "IfMatch": "s3:if-match",
    "IfNoneMatch": "s3:if-none-match",
}


def bucket(action: str, scene: Scene) -> tuple[Need, ...]:
    """The bucket named."""
    return (bucket_need(action, scene, scene.text("Bucket")),)


def bucket_need(action: str, scene: Scene, name: str) -> Need:
    """A permission on a bucket, whoever owns it."""
    return Need(action, f"arn:aws:s3:::{name}", {}, owner_of_bucket(scene, name))


def listed_bucket(action: str, scene: Scene) -> tuple[Need, ...]:
    """The bucket named, with what part of it is asked for."""
    return tuple(need.with_context(_given(scene, LISTING_KEYS)) for need in bucket(action, scene))


def new_bucket(action: str, scene: Scene) -> tuple[Need, ...]:
    """A bucket that is still to be made in the caller's account, with the region asked for.

    Whether another account has the name already is the operation's affair: BucketAlreadyExists.
    """
    context = _given(scene, {"ACL": "s3:x-amz-acl", "ObjectOwnership": "s3:x-amz-object-ownership"})
    place = scene.parameters.get("CreateBucketConfiguration")
    if isinstance(place, Mapping) and place.get("LocationConstraint"):
        context["s3:LocationConstraint"] = str(place["LocationConstraint"])
    return (Need(action, f"arn:aws:s3:::{scene.text('Bucket')}", context),)


def stored_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object named, with the tags that it has."""
    name, key = scene.text("Bucket"), scene.text("Key")
    return (object_need(action, scene, name, key),)


def read_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object named; whether a key is free is only told to those who may list the bucket."""
    found = scene.world.bucket(scene.text("Bucket"))
    if found is None or scene.text("Key") in found.objects:
        return stored_object(action, scene)
    return (*stored_object(action, scene), Need("s3:ListBucket", found.arn, {}, found.account_id))


def written_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object that is written; tags and an ACL need permissions of their own."""
    name = scene.text("Bucket")
    arn, owner = f"arn:aws:s3:::{name}/{scene.text('Key')}", owner_of_bucket(scene, name)
    tags = dict(parse_qsl(scene.text("Tagging"), keep_blank_values=True))
    context = {**_given(scene, WRITING_KEYS), **_tags_asked(tags)}
    needs = [Need(action, arn, context, owner)]
    if tags:
        needs.append(Need("s3:PutObjectTagging", arn, context, owner))
    if scene.text("ACL"):
        needs.append(Need("s3:PutObjectAcl", arn, context, owner))
    return tuple(needs)


def copied_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object that is written, and the one it is copied from."""
    source, _, key = unquote(scene.text("CopySource")).removeprefix("/").partition("/")
    return (*written_object(action, scene), object_need("s3:GetObject", scene, source, key.partition("?")[0]))


def copied_part(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object that a part is for, and the one it is copied from."""
    source, _, key = unquote(scene.text("CopySource")).removeprefix("/").partition("/")
    return (*stored_object(action, scene), object_need("s3:GetObject", scene, source, key.partition("?")[0]))


def tagged_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object whose tags are set."""
    asked = scene.parameters.get("Tagging")
    rows = asked.get("TagSet") if isinstance(asked, Mapping) else None
    tags = {str(row["Key"]): str(row["Value"]) for row in rows} if isinstance(rows, list) else {}
    return tuple(need.with_context(_tags_asked(tags)) for need in stored_object(action, scene))


def deleted_objects(action: str, scene: Scene) -> tuple[Need, ...]:
    """Each of the objects named."""
    asked = scene.parameters.get("Delete")
    rows = asked.get("Objects") if isinstance(asked, Mapping) else None
    keys = [str(row["Key"]) for row in rows] if isinstance(rows, list) else []
    needs = tuple(object_need(action, scene, scene.text("Bucket"), key) for key in keys)
    return needs or bucket("s3:DeleteObject", scene)


def owner_of_bucket(scene: Scene, name: str) -> str:
    """The account that a bucket belongs to; of one that is not there, the caller's."""
    found = scene.world.bucket(name)
    return found.account_id if found else scene.account.account_id


def object_need(action: str, scene: Scene, name: str, key: str) -> Need:
    """A permission on an object, with the tags that it has."""
    found = scene.world.bucket(name)
    stored = found.objects.get(key) if found else None
    tags: Mapping[str, str] = getattr(stored, "tags", {})
    context: dict[str, ContextSource] = {f"s3:ExistingObjectTag/{tag}": text for tag, text in tags.items()}
    return Need(action, f"arn:aws:s3:::{name}/{key}", context, owner_of_bucket(scene, name))


def _given(scene: Scene, keys: Mapping[str, str]) -> dict[str, ContextSource]:
    return {
        key: str(scene.parameters[parameter])
        for parameter, key in keys.items()
        if scene.parameters.get(parameter) is not None
    }


def _tags_asked(tags: Mapping[str, str]) -> dict[str, ContextSource]:
    if not tags:
        return {}
    asked: dict[str, ContextSource] = {f"s3:RequestObjectTag/{key}": text for key, text in tags.items()}
    return asked | {"s3:RequestObjectTagKeys": tuple(tags)}


S3_ACTIONS: Final[Mapping[str, tuple[str, Column]]] = {
    "ListBuckets": ("s3:ListAllMyBuckets", everything),
    "CreateBucket": ("s3:CreateBucket", new_bucket),
    "DeleteBucket": ("s3:DeleteBucket", bucket),
    "HeadBucket": ("s3:ListBucket", bucket),
    "ListObjects": ("s3:ListBucket", listed_bucket),
    "ListObjectsV2": ("s3:ListBucket", listed_bucket),
    "ListObjectVersions": ("s3:ListBucketVersions", listed_bucket),
    "GetBucketLocation": ("s3:GetBucketLocation", bucket),
    "GetBucketPolicy": ("s3:GetBucketPolicy", bucket),
    "PutBucketPolicy": ("s3:PutBucketPolicy", bucket),
    "DeleteBucketPolicy": ("s3:DeleteBucketPolicy", bucket),
    "GetBucketPolicyStatus": ("s3:GetBucketPolicyStatus", bucket),
    "GetPublicAccessBlock": ("s3:GetBucketPublicAccessBlock", bucket),
    "PutPublicAccessBlock": ("s3:PutBucketPublicAccessBlock", bucket),
    "DeletePublicAccessBlock": ("s3:PutBucketPublicAccessBlock", bucket),
    "GetBucketTagging": ("s3:GetBucketTagging", bucket),
    "PutBucketTagging": ("s3:PutBucketTagging", bucket),
    "DeleteBucketTagging": ("s3:PutBucketTagging", bucket),
    "GetBucketVersioning": ("s3:GetBucketVersioning", bucket),
    "GetBucketAcl": ("s3:GetBucketAcl", bucket),
    "GetBucketOwnershipControls": ("s3:GetBucketOwnershipControls", bucket),
    "GetBucketEncryption": ("s3:GetEncryptionConfiguration", bucket),
    "GetBucketLogging": ("s3:GetBucketLogging", bucket),
    "GetBucketAccelerateConfiguration": ("s3:GetAccelerateConfiguration", bucket),
    "GetBucketRequestPayment": ("s3:GetBucketRequestPayment", bucket),
    "GetBucketNotificationConfiguration": ("s3:GetBucketNotification", bucket),
    "GetBucketCors": ("s3:GetBucketCORS", bucket),
    "GetBucketWebsite": ("s3:GetBucketWebsite", bucket),
    "GetBucketLifecycleConfiguration": ("s3:GetLifecycleConfiguration", bucket),
    "GetBucketReplication": ("s3:GetReplicationConfiguration", bucket),
    "GetObjectLockConfiguration": ("s3:GetBucketObjectLockConfiguration", bucket),
    "UploadPartCopy": ("s3:PutObject", copied_part),
    "GetObject": ("s3:GetObject", read_object),
    "HeadObject": ("s3:GetObject", read_object),
    "GetObjectAttributes": ("s3:GetObjectAttributes", read_object),
    "GetObjectAcl": ("s3:GetObjectAcl", stored_object),
    "PutObject": ("s3:PutObject", written_object),
    "DeleteObject": ("s3:DeleteObject", stored_object),
    "DeleteObjects": ("s3:DeleteObject", deleted_objects),
    "CopyObject": ("s3:PutObject", copied_object),
    "GetObjectTagging": ("s3:GetObjectTagging", stored_object),
    "PutObjectTagging": ("s3:PutObjectTagging", tagged_object),
    "DeleteObjectTagging": ("s3:DeleteObjectTagging", stored_object),
    "CreateMultipartUpload": ("s3:PutObject", written_object),
    "UploadPart": ("s3:PutObject", stored_object),
    "CompleteMultipartUpload": ("s3:PutObject", stored_object),
    "AbortMultipartUpload": ("s3:AbortMultipartUpload", stored_object),
    "ListParts": ("s3:ListMultipartUploadParts", stored_object),
    "ListMultipartUploads": ("s3:ListBucketMultipartUploads", bucket),
}
"""By operation: the action, and the column that finds the resources."""
