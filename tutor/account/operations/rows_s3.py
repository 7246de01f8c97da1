"""The table of S3's operations: where each is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["CHANGES", "READS"]


def _s3(module: str, **names: str) -> dict[str, str]:
    """`Operation=function` of one module."""
    return {f"s3:{operation}": f"{module}:{name}" for operation, name in names.items()}


READS: Final[Mapping[str, str]] = {
    **_s3("s3_buckets", ListBuckets="list_buckets", HeadBucket="head_bucket"),
    **_s3(
        "s3_listing",
        ListObjects="list_objects",
        ListObjectsV2="list_objects_v2",
        ListObjectVersions="list_object_versions",
    ),
    **_s3(
        "s3_objects",
        GetObject="get_object",
        HeadObject="head_object",
        GetObjectAttributes="get_object_attributes",
    ),
    **_s3("s3_upload_lists", ListParts="list_parts", ListMultipartUploads="list_multipart_uploads"),
    **_s3(
        "s3_policies",
        GetBucketPolicy="get_bucket_policy",
        GetBucketPolicyStatus="get_bucket_policy_status",
        GetPublicAccessBlock="get_public_access_block",
    ),
    **_s3("s3_tags", GetBucketTagging="get_bucket_tagging", GetObjectTagging="get_object_tagging"),
    **_s3(
        "s3_settings",
        GetBucketLocation="get_bucket_location",
        GetBucketAcl="get_bucket_acl",
        GetObjectAcl="get_object_acl",
        GetBucketOwnershipControls="get_setting",
        GetBucketEncryption="get_setting",
        GetBucketVersioning="get_setting",
        GetBucketLogging="get_setting",
        GetBucketAccelerateConfiguration="get_setting",
        GetBucketRequestPayment="get_setting",
        GetBucketNotificationConfiguration="get_setting",
        GetBucketCors="get_setting",
        GetBucketWebsite="get_setting",
        GetBucketLifecycleConfiguration="get_setting",
        GetBucketReplication="get_setting",
        GetObjectLockConfiguration="get_setting",
    ),
}
"""Operations that leave S3 as it is."""

CHANGES: Final[Mapping[str, str]] = {
    **_s3("s3_buckets", CreateBucket="create_bucket", DeleteBucket="delete_bucket"),
    **_s3(
        "s3_objects",
        PutObject="put_object",
        DeleteObject="delete_object",
        DeleteObjects="delete_objects",
    ),
    **_s3("s3_copying", CopyObject="copy_object"),
    **_s3(
        "s3_multipart",
        CreateMultipartUpload="create_multipart_upload",
        UploadPart="upload_part",
        UploadPartCopy="upload_part_copy",
        CompleteMultipartUpload="complete_multipart_upload",
        AbortMultipartUpload="abort_multipart_upload",
    ),
    **_s3(
        "s3_policies",
        PutBucketPolicy="put_bucket_policy",
        DeleteBucketPolicy="delete_bucket_policy",
        PutPublicAccessBlock="put_public_access_block",
        DeletePublicAccessBlock="delete_public_access_block",
    ),
    **_s3(
        "s3_tags",
        PutBucketTagging="put_bucket_tagging",
        DeleteBucketTagging="delete_bucket_tagging",
        PutObjectTagging="put_object_tagging",
        DeleteObjectTagging="delete_object_tagging",
    ),
}
"""Operations that undo has something to take back from."""
