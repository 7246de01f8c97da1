"""Every result fits the output shape that the CLI's own service model has for the operation."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, Person
from tutor.account import OPERATIONS

VERSIONS = {"iam": "2010-05-08", "sts": "2011-06-15", "s3": "2006-03-01"}
KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "timestamp": datetime,
    "blob": bytes,
    "map": dict,
}
SCRIPT: list[tuple[str, dict[str, object]]] = [
    ("iam:CreateUser", {"UserName": "yuna", "Tags": [{"Key": "a", "Value": "b"}]}),
    ("iam:CreateUser", {"UserName": "bora", "PermissionsBoundary": READ_S3}),
    ("iam:GetUser", {"UserName": "bora"}),
    ("iam:GetUser", {"UserName": "yuna"}),
    ("iam:ListUsers", {"MaxItems": 1}),
    ("iam:CreateGroup", {"GroupName": "admins"}),
    ("iam:AddUserToGroup", {"GroupName": "admins", "UserName": "yuna"}),
    ("iam:GetGroup", {"GroupName": "admins"}),
    ("iam:ListGroups", {}),
    ("iam:ListGroupsForUser", {"UserName": "yuna"}),
    ("iam:CreatePolicy", {"PolicyName": "p", "PolicyDocument": ALLOW_ALL}),
    ("iam:GetPolicy", {"PolicyArn": READ_S3}),
    ("iam:GetPolicyVersion", {"PolicyArn": READ_S3, "VersionId": "v3"}),
    ("iam:ListPolicies", {}),
    ("iam:AttachUserPolicy", {"UserName": "yuna", "PolicyArn": READ_S3}),
    ("iam:AttachGroupPolicy", {"GroupName": "admins", "PolicyArn": READ_S3}),
    ("iam:ListAttachedUserPolicies", {"UserName": "yuna"}),
    ("iam:ListAttachedGroupPolicies", {"GroupName": "admins"}),
    ("iam:ListEntitiesForPolicy", {"PolicyArn": READ_S3}),
    ("iam:PutUserPolicy", {"UserName": "yuna", "PolicyName": "i", "PolicyDocument": ALLOW_ALL}),
    ("iam:PutGroupPolicy", {"GroupName": "admins", "PolicyName": "i", "PolicyDocument": ALLOW_ALL}),
    ("iam:GetUserPolicy", {"UserName": "yuna", "PolicyName": "i"}),
    ("iam:GetGroupPolicy", {"GroupName": "admins", "PolicyName": "i"}),
    ("iam:ListUserPolicies", {"UserName": "yuna"}),
    ("iam:ListGroupPolicies", {"GroupName": "admins"}),
    ("iam:CreateAccessKey", {"UserName": "yuna"}),
    ("iam:ListAccessKeys", {"UserName": "yuna"}),
    ("iam:UpdateAccessKey", {"UserName": "yuna", "AccessKeyId": "KEY", "Status": "Inactive"}),
    ("iam:GetAccessKeyLastUsed", {"AccessKeyId": "KEY"}),
    ("iam:DeleteAccessKey", {"UserName": "yuna", "AccessKeyId": "KEY"}),
    ("iam:DeleteUserPolicy", {"UserName": "yuna", "PolicyName": "i"}),
    ("iam:DeleteGroupPolicy", {"GroupName": "admins", "PolicyName": "i"}),
    ("iam:DetachUserPolicy", {"UserName": "yuna", "PolicyArn": READ_S3}),
    ("iam:DetachGroupPolicy", {"GroupName": "admins", "PolicyArn": READ_S3}),
    ("iam:RemoveUserFromGroup", {"GroupName": "admins", "UserName": "yuna"}),
    ("iam:DeleteGroup", {"GroupName": "admins"}),
    ("iam:DeleteUser", {"UserName": "yuna"}),
    ("iam:DeletePolicy", {"PolicyArn": "arn:aws:iam::111111111111:policy/p"}),
    ("sts:GetCallerIdentity", {}),
    ("s3:CreateBucket", {"Bucket": "box"}),
    ("s3:ListBuckets", {"Prefix": "b"}),
    ("s3:HeadBucket", {"Bucket": "box"}),
    ("s3:PutObject", {"Bucket": "box", "Key": "a/k", "Body": b"x", "ChecksumAlgorithm": "CRC32"}),
    ("s3:PutObject", {"Bucket": "box", "Key": "b", "Body": b"x", "Metadata": {"m": "n"}}),
    ("s3:ListObjectsV2", {"Bucket": "box", "Delimiter": "/", "FetchOwner": True, "EncodingType": "url"}),
    ("s3:ListObjectsV2", {"Bucket": "box", "MaxKeys": 1}),
    ("s3:GetObject", {"Bucket": "box", "Key": "a/k", "ChecksumMode": "ENABLED"}),
    ("s3:HeadObject", {"Bucket": "box", "Key": "b", "Range": "bytes=0-0"}),
    ("s3:DeleteObject", {"Bucket": "box", "Key": "b"}),
    ("s3:DeleteObject", {"Bucket": "box", "Key": "a/k"}),
    ("s3:DeleteBucket", {"Bucket": "box"}),
]


@cache
def model(service: str) -> Any:
    name = f"awscli/botocore/data/{service}/{VERSIONS[service]}/service-2.json"
    return json.loads(Path(str(distribution("awscli").locate_file(name))).read_bytes())


def check(shapes: dict[str, Any], name: str, value: object, place: str) -> None:
    shape = shapes[name]
    if shape["type"] == "structure":
        assert isinstance(value, dict), place
        assert value.keys() <= shape["members"].keys(), place
        missing = set(shape.get("required", ())) - value.keys()
        assert not missing, f"{place} lacks {missing}"
        for member, part in value.items():
            check(shapes, shape["members"][member]["shape"], part, f"{place}.{member}")
    elif shape["type"] == "list":
        assert isinstance(value, list), place
        for part in value:
            check(shapes, shape["member"]["shape"], part, f"{place}[]")
    else:
        assert isinstance(value, KINDS[shape["type"]]), place
        if isinstance(value, datetime):
            assert value.utcoffset() is not None, place


@pytest.fixture
def played(root: Person) -> list[tuple[str, dict[str, Any]]]:
    results = []
    key = ""
    for action, parameters in SCRIPT:
        filled = {name: key if value == "KEY" else value for name, value in parameters.items()}
        result = root.ask(action, **filled)
        if action == "iam:CreateAccessKey":
            key = result["AccessKey"]["AccessKeyId"]
        results.append((action, result))
    return results


def test_the_script_asks_for_every_operation() -> None:
    assert {action for action, _parameters in SCRIPT} == set(OPERATIONS)


def test_results_have_the_shape_that_the_cli_reads(played: list[tuple[str, dict[str, Any]]]) -> None:
    for action, result in played:
        service, operation = action.split(":")
        output = model(service)["operations"][operation].get("output")
        if output is None:
            assert result == {}, action
        else:
            check(model(service)["shapes"], output["shape"], result, action)


def test_every_operation_is_one_of_the_model() -> None:
    for action in OPERATIONS:
        service, operation = action.split(":")
        assert operation in model(service)["operations"], action
