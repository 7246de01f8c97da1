"""Every result of S3 fits the output shape that the CLI's own service model has for the operation."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.account.people import Person
from tests.account.shapes import Script, operations_of, play
from tutor.account import ServiceError

UNSET = [
    "GetBucketCors",
    "GetBucketWebsite",
    "GetBucketLifecycleConfiguration",
    "GetBucketReplication",
    "GetObjectLockConfiguration",
]
"""Reads of settings that no bucket has: there is no result."""
POLICY = {
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": "111111111111"},
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::box/*",
    },
}
TAGS = {"TagSet": [{"Key": "team", "Value": "moon"}]}


def upload(last: dict[str, Any]) -> object:
    return last["s3:CreateMultipartUpload"]["UploadId"]


def parts(last: dict[str, Any]) -> object:
    made = last["s3:UploadPart"]
    return {"Parts": [{"PartNumber": 1, "ETag": made["ETag"], "ChecksumCRC32": made["ChecksumCRC32"]}]}


PART: dict[str, object] = {"Bucket": "box", "Key": "whole", "UploadId": upload}
OBJECT: dict[str, object] = {"Bucket": "box", "Key": "b"}
BUCKET: dict[str, object] = {"Bucket": "box"}
SCRIPT: Script = [
    ("s3:CreateBucket", {"Bucket": "box", "CreateBucketConfiguration": {"Tags": TAGS["TagSet"]}}),
    ("s3:ListBuckets", {"Prefix": "b"}),
    ("s3:HeadBucket", BUCKET),
    ("s3:GetBucketLocation", BUCKET),
    ("s3:PutObject", {"Bucket": "box", "Key": "a/k", "Body": b"x", "ChecksumAlgorithm": "CRC32"}),
    ("s3:PutObject", {**OBJECT, "Body": b"x", "Metadata": {"m": "n"}, "Tagging": "a=b&c=d"}),
    ("s3:ListObjects", {"Bucket": "box", "Delimiter": "/", "MaxKeys": 1}),
    ("s3:ListObjects", {"Bucket": "box", "EncodingType": "url"}),
    ("s3:ListObjectsV2", {"Bucket": "box", "Delimiter": "/", "FetchOwner": True, "EncodingType": "url"}),
    ("s3:ListObjectsV2", {"Bucket": "box", "MaxKeys": 1}),
    ("s3:ListObjectVersions", {"Bucket": "box", "MaxKeys": 1}),
    ("s3:GetObject", {"Bucket": "box", "Key": "a/k", "ChecksumMode": "ENABLED"}),
    ("s3:HeadObject", {**OBJECT, "Range": "bytes=0-0"}),
    ("s3:GetObjectAttributes", {**OBJECT, "ObjectAttributes": ["ETag", "Checksum", "ObjectSize"]}),
    ("s3:GetObjectAcl", OBJECT),
    ("s3:GetObjectTagging", OBJECT),
    ("s3:PutObjectTagging", {**OBJECT, "Tagging": TAGS}),
    ("s3:CopyObject", {"Bucket": "box", "Key": "copy", "CopySource": "box/a/k"}),
    ("s3:CreateMultipartUpload", {"Bucket": "box", "Key": "whole", "ChecksumAlgorithm": "CRC32"}),
    ("s3:UploadPartCopy", {**PART, "PartNumber": 2, "CopySource": "box/b", "CopySourceRange": "bytes=0-0"}),
    ("s3:UploadPart", {**PART, "PartNumber": 1, "Body": b"moon"}),
    ("s3:ListParts", {**PART, "MaxParts": 1}),
    ("s3:ListMultipartUploads", BUCKET),
    ("s3:CompleteMultipartUpload", {**PART, "MultipartUpload": parts}),
    ("s3:GetObjectAttributes", {"Bucket": "box", "Key": "whole", "ObjectAttributes": ["ObjectParts"]}),
    ("s3:CreateMultipartUpload", {"Bucket": "box", "Key": "whole"}),
    ("s3:AbortMultipartUpload", PART),
    ("s3:PutBucketPolicy", {"Bucket": "box", "Policy": json.dumps(POLICY)}),
    ("s3:GetBucketPolicy", BUCKET),
    ("s3:GetBucketPolicyStatus", BUCKET),
    ("s3:DeleteBucketPolicy", BUCKET),
    ("s3:GetPublicAccessBlock", BUCKET),
    (
        "s3:PutPublicAccessBlock",
        {"Bucket": "box", "PublicAccessBlockConfiguration": {"BlockPublicAcls": True}},
    ),
    ("s3:DeletePublicAccessBlock", BUCKET),
    ("s3:PutBucketTagging", {"Bucket": "box", "Tagging": TAGS}),
    ("s3:GetBucketTagging", BUCKET),
    ("s3:DeleteBucketTagging", BUCKET),
    ("s3:GetBucketAcl", BUCKET),
    ("s3:GetBucketOwnershipControls", BUCKET),
    ("s3:GetBucketEncryption", BUCKET),
    ("s3:GetBucketVersioning", BUCKET),
    ("s3:GetBucketLogging", BUCKET),
    ("s3:GetBucketAccelerateConfiguration", BUCKET),
    ("s3:GetBucketRequestPayment", BUCKET),
    ("s3:GetBucketNotificationConfiguration", BUCKET),
    ("s3:DeleteObjectTagging", OBJECT),
    ("s3:DeleteObject", OBJECT),
    ("s3:DeleteObjects", {"Bucket": "box", "Delete": {"Objects": [{"Key": k} for k in ("a/k", "copy")]}}),
    ("s3:DeleteObjects", {"Bucket": "box", "Delete": {"Objects": [{"Key": "whole"}], "Quiet": True}}),
    ("s3:DeleteBucket", BUCKET),
]


def test_results_have_the_shape_that_the_cli_reads(root: Person) -> None:
    play(root, SCRIPT)


def test_the_script_asks_for_every_operation_that_has_a_result() -> None:
    asked = {action for action, _parameters in SCRIPT} | {f"s3:{name}" for name in UNSET}
    assert asked == operations_of("s3")


@pytest.mark.parametrize("operation", UNSET)
def test_a_setting_that_no_bucket_has_is_not_found(root: Person, operation: str) -> None:
    root.ask("s3:CreateBucket", Bucket="box")
    with pytest.raises(ServiceError) as raised:
        root.ask(f"s3:{operation}", Bucket="box")
    assert raised.value.status == 404
