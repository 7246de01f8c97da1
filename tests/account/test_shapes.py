"""Every result fits the output shape that the CLI's own service model has for the operation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, Person
from tests.account.shapes import check_result, model, operations_of
from tests.account.test_iam_shapes import covered
from tests.account.test_root_access_shapes import ACTIONS
from tutor.account import OPERATIONS

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
]


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
    asked = {action for action, _parameters in SCRIPT} | covered() | set(ACTIONS)
    assert asked == operations_of("iam", "sts")


def test_results_have_the_shape_that_the_cli_reads(played: list[tuple[str, dict[str, Any]]]) -> None:
    for action, result in played:
        check_result(action, result)


def test_every_operation_is_one_of_the_model() -> None:
    for action in OPERATIONS:
        service, operation = action.split(":")
        assert operation in model(service)["operations"], action
