"""Errors of IAM operations: code, status and AWS's words (spec/iam-facts.md 6.2; ids are its rows)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, Person
from tutor.account import ServiceError

Asked = tuple[str, dict[str, object]]
OWN = "arn:aws:iam::111111111111:policy/reports"


@dataclass(frozen=True)
class Fact:
    """After `before`, `asked` is refused like this."""

    before: Sequence[Asked]
    asked: Asked
    code: str
    message: str
    status: int = 0


STATUS = {
    "NoSuchEntity": 404,
    "EntityAlreadyExists": 409,
    "DeleteConflict": 409,
    "LimitExceeded": 409,
    "ValidationError": 400,
    "InvalidInput": 400,
    "MalformedPolicyDocument": 400,
    "AccessDenied": 403,
}

yuna: Asked = ("iam:CreateUser", {"UserName": "yuna"})
admins: Asked = ("iam:CreateGroup", {"GroupName": "admins"})
joined: Asked = ("iam:AddUserToGroup", {"GroupName": "admins", "UserName": "yuna"})
key: Asked = ("iam:CreateAccessKey", {"UserName": "yuna"})
reports: Asked = ("iam:CreatePolicy", {"PolicyName": "reports", "PolicyDocument": ALLOW_ALL})


def attach(holder: str, arn: str = READ_S3) -> Asked:
    kind, name = holder.split("/")
    return (f"iam:Attach{kind}Policy", {f"{kind}Name": name, "PolicyArn": arn})


def put(holder: str, document: str = ALLOW_ALL, name: str = "inline") -> Asked:
    kind, holder_name = holder.split("/")
    parameters: dict[str, object] = {
        f"{kind}Name": holder_name,
        "PolicyName": name,
        "PolicyDocument": document,
    }
    return (f"iam:Put{kind}Policy", parameters)


def each(action: str, parameter: str, names: Sequence[str], **more: object) -> list[Asked]:
    return [(action, {parameter: name, **more}) for name in names]


def padded(size: int) -> str:
    """A valid document of `size` characters that count, and some that do not."""
    head = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get'
    tail = '","Resource":"*"}]}'
    return head + "x" * (size - len(head) - len(tail)) + tail + " \n\t" * 50


TEN = [f"n{number}" for number in range(10)]
no_user = "The user with name zoe cannot be found."
no_group = "The group with name zoo cannot be found."
gone = "arn:aws:iam::111111111111:policy/gone"

FACTS = {
    "N1-get-user": Fact([], ("iam:GetUser", {"UserName": "zoe"}), "NoSuchEntity", no_user),
    "N1-delete-user": Fact([], ("iam:DeleteUser", {"UserName": "zoe"}), "NoSuchEntity", no_user),
    "N1-case-matters-in-lookups": Fact(
        [yuna],
        ("iam:GetUser", {"UserName": "YUNA"}),
        "NoSuchEntity",
        "The user with name YUNA cannot be found.",
    ),
    "N1-get-group": Fact([], ("iam:GetGroup", {"GroupName": "zoo"}), "NoSuchEntity", no_group),
    "N1-remove-names-the-user-first": Fact(
        [],
        ("iam:RemoveUserFromGroup", {"GroupName": "zoo", "UserName": "zoe"}),
        "NoSuchEntity",
        no_user,
    ),
    "N1-attach": Fact([], attach("User/zoe"), "NoSuchEntity", no_user),
    "N1-put": Fact([], put("Group/zoo"), "NoSuchEntity", no_group),
    "N1-list-groups": Fact([], ("iam:ListGroupsForUser", {"UserName": "zoe"}), "NoSuchEntity", no_user),
    "N2-user": Fact(
        [yuna],
        ("iam:GetUserPolicy", {"UserName": "yuna", "PolicyName": "p"}),
        "NoSuchEntity",
        "The user policy with name p cannot be found.",
    ),
    "N2-group": Fact(
        [admins],
        ("iam:DeleteGroupPolicy", {"GroupName": "admins", "PolicyName": "p"}),
        "NoSuchEntity",
        "The group policy with name p cannot be found.",
    ),
    "N3": Fact(
        [yuna],
        attach("User/yuna", gone),
        "NoSuchEntity",
        f"Policy {gone} does not exist or is not attachable.",
    ),
    "N4-get": Fact(
        [], ("iam:GetPolicy", {"PolicyArn": gone}), "NoSuchEntity", f"Policy {gone} was not found."
    ),
    "N4-delete": Fact(
        [], ("iam:DeletePolicy", {"PolicyArn": gone}), "NoSuchEntity", f"Policy {gone} was not found."
    ),
    "N4-detach": Fact(
        [yuna],
        ("iam:DetachUserPolicy", {"UserName": "yuna", "PolicyArn": READ_S3}),
        "NoSuchEntity",
        f"Policy {READ_S3} was not found.",
    ),
    "N5": Fact(
        [reports],
        ("iam:GetPolicyVersion", {"PolicyArn": OWN, "VersionId": "v2"}),
        "NoSuchEntity",
        f"Policy {OWN} version v2 does not exist or is not attachable.",
    ),
    "N6": Fact(
        [],
        ("iam:CreateUser", {"UserName": "yuna", "PermissionsBoundary": gone}),
        "NoSuchEntity",
        f"Scope ARN: {gone} does not exist or is not attachable.",
    ),
    "N8": Fact(
        [yuna],
        ("iam:DeleteAccessKey", {"UserName": "yuna", "AccessKeyId": "AKIAAAAAAAAAAAAAAAAA"}),
        "NoSuchEntity",
        "The Access Key with id AKIAAAAAAAAAAAAAAAAA cannot be found.",
    ),
    "E1-user": Fact([yuna], yuna, "EntityAlreadyExists", "User with name yuna already exists."),
    "E1-user-ignores-case": Fact(
        [yuna],
        ("iam:CreateUser", {"UserName": "YuNa", "Path": "/x/"}),
        "EntityAlreadyExists",
        "User with name YuNa already exists.",
    ),
    "E1-group": Fact([admins], admins, "EntityAlreadyExists", "Group with name admins already exists."),
    "E2": Fact(
        [reports],
        ("iam:CreatePolicy", {"PolicyName": "Reports", "Path": "/x/", "PolicyDocument": ALLOW_ALL}),
        "EntityAlreadyExists",
        "A policy called Reports already exists. Duplicate names are not allowed.",
    ),
    "D1-user": Fact(
        [yuna, attach("User/yuna")],
        ("iam:DeleteUser", {"UserName": "yuna"}),
        "DeleteConflict",
        "Cannot delete entity, must detach all policies first.",
    ),
    "D1-group": Fact(
        [admins, attach("Group/admins")],
        ("iam:DeleteGroup", {"GroupName": "admins"}),
        "DeleteConflict",
        "Cannot delete entity, must detach all policies first.",
    ),
    "D2-before-D1": Fact(
        [yuna, put("User/yuna"), attach("User/yuna")],
        ("iam:DeleteUser", {"UserName": "yuna"}),
        "DeleteConflict",
        "Cannot delete entity, must delete policies first.",
    ),
    "D3-user": Fact(
        [yuna, admins, joined],
        ("iam:DeleteUser", {"UserName": "yuna"}),
        "DeleteConflict",
        "Cannot delete entity, must remove users from group first.",
    ),
    "D3-group-before-D2": Fact(
        [yuna, admins, joined, put("Group/admins")],
        ("iam:DeleteGroup", {"GroupName": "admins"}),
        "DeleteConflict",
        "Cannot delete entity, must remove users from group first.",
    ),
    "D5-before-D2": Fact(
        [yuna, key, put("User/yuna")],
        ("iam:DeleteUser", {"UserName": "yuna"}),
        "DeleteConflict",
        "Cannot delete entity, must delete access keys first.",
    ),
    "D10": Fact(
        [yuna, reports, attach("User/yuna", OWN)],
        ("iam:DeletePolicy", {"PolicyArn": OWN}),
        "DeleteConflict",
        "Cannot delete a policy attached to entities.",
    ),
    "D10-as-boundary": Fact(
        [reports, ("iam:CreateUser", {"UserName": "yuna", "PermissionsBoundary": OWN})],
        ("iam:DeletePolicy", {"PolicyArn": OWN}),
        "DeleteConflict",
        "Cannot delete a policy attached to entities.",
    ),
    "L1": Fact([yuna, key, key], key, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2"),
    "L2": Fact(
        [
            yuna,
            *each("iam:CreatePolicy", "PolicyName", TEN, PolicyDocument=ALLOW_ALL),
            *each(
                "iam:AttachUserPolicy",
                "PolicyArn",
                [f"arn:aws:iam::111111111111:policy/{name}" for name in TEN],
                UserName="yuna",
            ),
        ],
        attach("User/yuna"),
        "LimitExceeded",
        "Cannot exceed quota for PoliciesPerUser: 10",
    ),
    "L3": Fact(
        [
            yuna,
            admins,
            *each("iam:CreateGroup", "GroupName", TEN),
            *each("iam:AddUserToGroup", "GroupName", TEN, UserName="yuna"),
        ],
        joined,
        "LimitExceeded",
        "Cannot exceed quota for GroupsPerUser: 10",
    ),
    "L6-user": Fact(
        [yuna, put("User/yuna", padded(2000))],
        put("User/yuna", padded(100), name="second"),
        "LimitExceeded",
        "Maximum policy size of 2048 bytes exceeded for user yuna",
    ),
    "L6-group": Fact(
        [admins],
        put("Group/admins", padded(5121)),
        "LimitExceeded",
        "Maximum policy size of 5120 bytes exceeded for group admins",
    ),
    "L7": Fact(
        [],
        ("iam:CreatePolicy", {"PolicyName": "big", "PolicyDocument": padded(6145)}),
        "LimitExceeded",
        "Cannot exceed quota for PolicySize: 6144",
    ),
    "V1": Fact(
        [yuna],
        attach("User/yuna", "AmazonS3ReadOnlyAccess"),
        "ValidationError",
        "ARN AmazonS3ReadOnlyAccess is not valid.",
    ),
    "V2": Fact(
        [],
        ("iam:CreateUser", {"UserName": "a", "PermissionsBoundary": "arn:aws:iam::111111111111:user/b"}),
        "InvalidInput",
        "ARN arn:aws:iam::111111111111:user/b is not valid.",
    ),
    "V3": Fact(
        [],
        ("iam:CreateUser", {"UserName": "a", "Path": "sales"}),
        "ValidationError",
        "The specified value for path is invalid. It must begin and end with / "
        "and contain only alphanumeric characters and/or / characters.",
    ),
    "V5": Fact(
        [],
        ("iam:CreateUser", {"UserName": "a", "Tags": [{"Key": "x", "Value": ""}, {"Key": "X", "Value": ""}]}),
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    ),
    "V5-policies": Fact(
        [],
        (
            "iam:CreatePolicy",
            {"PolicyName": "a", "PolicyDocument": ALLOW_ALL, "Tags": [{"Key": "x", "Value": ""}] * 2},
        ),
        "InvalidInput",
        "Duplicate tag keys found.",
    ),
    "name-with-a-space": Fact(
        [],
        ("iam:CreateUser", {"UserName": "yu na"}),
        "ValidationError",
        "The specified value for userName is invalid. "
        "It must contain only alphanumeric characters and/or the following: +=,.@_-",
    ),
    "name-in-hangul": Fact(
        [],
        ("iam:CreateGroup", {"GroupName": "사진가"}),
        "ValidationError",
        "The specified value for groupName is invalid. "
        "It must contain only alphanumeric characters and/or the following: +=,.@_-",
    ),
    "name-of-65": Fact(
        [],
        ("iam:CreateUser", {"UserName": "a" * 65}),
        "ValidationError",
        "1 validation error detected: Value at 'userName' failed to satisfy constraint: "
        "Member must have length less than or equal to 64",
    ),
    "several-at-once": Fact(
        [],
        ("iam:CreateUser", {"UserName": "a" * 65, "Path": "/" + "x" * 511 + "/"}),
        "ValidationError",
        "2 validation errors detected: Value at 'userName' failed to satisfy constraint: "
        "Member must have length less than or equal to 64; Value at 'path' failed to satisfy constraint: "
        "Member must have length less than or equal to 512",
    ),
    "page-of-1001": Fact(
        [],
        ("iam:ListUsers", {"MaxItems": 1001}),
        "ValidationError",
        "1 validation error detected: Value at 'maxItems' failed to satisfy constraint: "
        "Member must have value less than or equal to 1000",
    ),
    "bad-marker": Fact([], ("iam:ListUsers", {"Marker": "nonsense"}), "ValidationError", "Invalid Marker."),
    "bad-version": Fact(
        [reports],
        ("iam:GetPolicyVersion", {"PolicyArn": OWN, "VersionId": "2"}),
        "ValidationError",
        "1 validation error detected: Value at 'versionId' failed to satisfy constraint: "
        r"Member must satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?",
    ),
    "bad-status": Fact(
        [yuna],
        (
            "iam:UpdateAccessKey",
            {"UserName": "yuna", "AccessKeyId": "AKIAAAAAAAAAAAAAAAAA", "Status": "Off"},
        ),
        "ValidationError",
        "1 validation error detected: Value at 'status' failed to satisfy constraint: "
        "Member must satisfy enum value set: [Active, Inactive]",
    ),
    "last-used-of-an-unknown-key": Fact(
        [],
        ("iam:GetAccessKeyLastUsed", {"AccessKeyId": "AKIAAAAAAAAAAAAAAAAA"}),
        "AccessDenied",
        "User: arn:aws:iam::111111111111:root is not authorized to perform "
        "iam:GetAccessKeyLastUsed on resource: access key AKIAAAAAAAAAAAAAAAAA",
    ),
}


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS.keys())
def test_a_refusal_says_what_aws_says(root: Person, fact: Fact) -> None:
    for action, parameters in fact.before:
        root.ask(action, **parameters)
    action, parameters = fact.asked
    with pytest.raises(ServiceError) as refusal:
        root.ask(action, **parameters)
    assert (refusal.value.code, refusal.value.message) == (fact.code, fact.message)
    assert refusal.value.status == STATUS[fact.code]


@pytest.mark.parametrize("operation", ["iam:CreatePolicy", "iam:PutUserPolicy"])
def test_a_malformed_document_keeps_its_fault_for_the_caret(root: Person, operation: str) -> None:
    root.ask("iam:CreateUser", UserName="yuna")
    parameters = {"PolicyName": "p", "PolicyDocument": '{{"Version": "2012-10-17"}}'}
    if operation == "iam:PutUserPolicy":
        parameters["UserName"] = "yuna"
    with pytest.raises(ServiceError) as refusal:
        root.ask(operation, **parameters)
    error = refusal.value
    assert (error.code, error.message, error.status) == (
        "MalformedPolicyDocument",
        "Syntax errors in policy.",
        400,
    )
    assert error.fault is not None
    assert error.fault.position.line == 1


@pytest.mark.parametrize(
    ("create", "parameter", "quota", "message"),
    [
        ("iam:CreateGroup", "GroupName", 300, "Cannot exceed quota for GroupsPerAccount: 300"),
        ("iam:CreatePolicy", "PolicyName", 1500, "Cannot exceed quota for PoliciesPerAccount: 1500"),
    ],
)
def test_an_account_has_quotas(root: Person, create: str, parameter: str, quota: int, message: str) -> None:
    more: dict[str, object] = {"PolicyDocument": ALLOW_ALL} if create == "iam:CreatePolicy" else {}
    for number in range(quota):
        root.ask(create, **{parameter: f"n{number}"}, **more)
    with pytest.raises(ServiceError, match=message):
        root.ask(create, **{parameter: "one-too-many"}, **more)
