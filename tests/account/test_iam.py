"""What IAM operations do when they are performed (spec/iam-facts.md 6.3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, START, Person
from tutor.account import AWS_MANAGED, ServiceError, policies_of


def test_a_new_user_has_an_id_an_arn_with_its_path_and_nothing_else(root: Person) -> None:
    user = root.ask("iam:CreateUser", UserName="Yuna", Path="/photo/", Tags=[{"Key": "팀", "Value": "사진"}])[
        "User"
    ]
    assert user["Arn"] == "arn:aws:iam::111111111111:user/photo/Yuna"
    assert user["UserId"].startswith("AIDA")
    assert len(user["UserId"]) == 21
    assert user["CreateDate"] == START
    assert user["Tags"] == [{"Key": "팀", "Value": "사진"}]
    assert root.ask("iam:ListAccessKeys", UserName="Yuna") == {"AccessKeyMetadata": [], "IsTruncated": False}


def test_lists_show_no_tags_and_no_boundary_and_get_does(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="a", Tags=[{"Key": "k", "Value": "v"}], PermissionsBoundary=READ_S3)
    assert root.ask("iam:ListUsers")["Users"][0].keys() == {"Path", "UserName", "UserId", "Arn", "CreateDate"}
    boundary = {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": READ_S3}
    assert root.ask("iam:GetUser", UserName="a")["User"]["PermissionsBoundary"] == boundary


def test_get_user_without_a_name_is_the_caller(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="yuna")
    assert Person(root.save, "yuna").ask("iam:GetUser")["User"]["UserName"] == "yuna"
    assert root.ask("iam:GetUser") == {
        "User": {"UserId": "111111111111", "Arn": "arn:aws:iam::111111111111:root", "CreateDate": START}
    }


def test_a_user_can_be_deleted_once_nothing_hangs_on_it_and_gets_a_new_id(root: Person) -> None:
    first = root.ask("iam:CreateUser", UserName="yuna", PermissionsBoundary=READ_S3)["User"]["UserId"]
    root.ask("iam:DeleteUser", UserName="yuna")
    assert root.account.policy_uses == {}
    assert root.ask("iam:CreateUser", UserName="yuna")["User"]["UserId"] != first


def test_path_prefixes_may_end_inside_a_part(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="a", Path="/division_abc/sub/")
    root.ask("iam:CreateUser", UserName="b", Path="/division_xyz/")
    found = root.ask("iam:ListUsers", PathPrefix="/division_a")["Users"]
    assert [user["UserName"] for user in found] == ["a"]


def test_joining_and_leaving_a_group_are_idempotent(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="yuna")
    root.ask("iam:CreateGroup", GroupName="admins")
    membership = {"GroupName": "admins", "UserName": "yuna"}
    for _twice in range(2):
        assert root.ask("iam:AddUserToGroup", **membership) == {}
    assert [user["UserName"] for user in root.ask("iam:GetGroup", GroupName="admins")["Users"]] == ["yuna"]
    assert [g["GroupName"] for g in root.ask("iam:ListGroupsForUser", UserName="yuna")["Groups"]] == [
        "admins"
    ]
    for _twice in range(2):
        assert root.ask("iam:RemoveUserFromGroup", **membership) == {}
    assert root.account.groups["admins"].members == root.account.users["yuna"].groups == []


def test_a_policy_starts_at_v1_attached_to_nothing(root: Person) -> None:
    made = root.ask(
        "iam:CreatePolicy", PolicyName="reports", Path="/team/", PolicyDocument=ALLOW_ALL, Description="why"
    )["Policy"]
    assert made["Arn"] == "arn:aws:iam::111111111111:policy/team/reports"
    assert (made["DefaultVersionId"], made["AttachmentCount"], made["IsAttachable"]) == ("v1", 0, True)
    assert "Description" not in made
    got = root.ask("iam:GetPolicy", PolicyArn=made["Arn"])["Policy"]
    assert (got["Description"], got["Tags"]) == ("why", [])
    version = root.ask("iam:GetPolicyVersion", PolicyArn=made["Arn"], VersionId="v1")["PolicyVersion"]
    assert version == {
        "Document": ALLOW_ALL,
        "VersionId": "v1",
        "IsDefaultVersion": True,
        "CreateDate": made["CreateDate"],
    }


def test_attaching_twice_is_once_and_counts(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="yuna")
    root.ask("iam:CreateGroup", GroupName="admins")
    for _twice in range(2):
        root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    root.ask("iam:AttachGroupPolicy", GroupName="admins", PolicyArn=READ_S3)
    assert root.ask("iam:GetPolicy", PolicyArn=READ_S3)["Policy"]["AttachmentCount"] == 2
    entities = root.ask("iam:ListEntitiesForPolicy", PolicyArn=READ_S3)
    assert [user["UserName"] for user in entities["PolicyUsers"]] == ["yuna"]
    assert [group["GroupName"] for group in entities["PolicyGroups"]] == ["admins"]
    only_users = root.ask("iam:ListEntitiesForPolicy", PolicyArn=READ_S3, EntityFilter="User")
    assert (len(only_users["PolicyUsers"]), only_users["PolicyGroups"]) == (1, [])
    assert root.ask("iam:ListAttachedUserPolicies", UserName="yuna")["AttachedPolicies"] == [
        {"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyArn": READ_S3}
    ]
    root.ask("iam:DetachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    root.ask("iam:DetachGroupPolicy", GroupName="admins", PolicyArn=READ_S3)
    assert root.account.policy_uses == {}


def test_policies_are_listed_by_scope_and_use(root: Person) -> None:
    root.ask("iam:CreatePolicy", PolicyName="mine", PolicyDocument=ALLOW_ALL)
    root.ask("iam:CreateUser", UserName="yuna", PermissionsBoundary="arn:aws:iam::111111111111:policy/mine")
    root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)

    def names(**parameters: object) -> list[str]:
        return [policy["PolicyName"] for policy in root.ask("iam:ListPolicies", **parameters)["Policies"]]

    assert names(Scope="Local") == ["mine"]
    assert names(Scope="AWS") == sorted((policy.name for policy in AWS_MANAGED.values()), key=str.lower)
    assert names() == names(Scope="Local") + names(Scope="AWS")
    assert names(OnlyAttached=True) == ["mine", "AmazonS3ReadOnlyAccess"]
    assert names(PolicyUsageFilter="PermissionsPolicy") == ["AmazonS3ReadOnlyAccess"]
    assert names(PolicyUsageFilter="PermissionsBoundary") == ["mine"]
    assert names(PathPrefix="/nowhere/") == []


def test_inline_policies_are_kept_as_typed_and_replaced_by_name(root: Person) -> None:
    root.ask("iam:CreateGroup", GroupName="admins")
    spaced = ALLOW_ALL.replace(",", " ,\n  ")
    for document in (ALLOW_ALL, spaced):
        root.ask("iam:PutGroupPolicy", GroupName="admins", PolicyName="p", PolicyDocument=document)
    assert root.ask("iam:GetGroupPolicy", GroupName="admins", PolicyName="p") == {
        "GroupName": "admins",
        "PolicyName": "p",
        "PolicyDocument": spaced,
    }
    assert root.ask("iam:ListGroupPolicies", GroupName="admins") == {
        "PolicyNames": ["p"],
        "IsTruncated": False,
    }
    root.ask("iam:DeleteGroupPolicy", GroupName="admins", PolicyName="p")
    assert root.account.groups["admins"].inline == {}


def test_keys_show_their_secret_once_and_go_from_active_to_inactive_to_gone(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="yuna")
    key = root.ask("iam:CreateAccessKey", UserName="yuna")["AccessKey"]
    assert (len(key["AccessKeyId"]), len(key["SecretAccessKey"]), key["Status"]) == (20, 40, "Active")
    yuna = Person(root.save, "yuna")
    yuna.ask("iam:UpdateAccessKey", AccessKeyId=key["AccessKeyId"], Status="Inactive")
    listed = yuna.ask("iam:ListAccessKeys")["AccessKeyMetadata"]
    assert listed == [
        {
            "UserName": "yuna",
            "AccessKeyId": key["AccessKeyId"],
            "Status": "Inactive",
            "CreateDate": key["CreateDate"],
        }
    ]
    found = root.save.world.find_key(key["AccessKeyId"])
    assert found is not None
    assert not found[2].active
    yuna.ask("iam:DeleteAccessKey", AccessKeyId=key["AccessKeyId"])
    assert root.save.world.find_key(key["AccessKeyId"]) is None


def test_root_has_keys_of_its_own_without_a_user_name(root: Person) -> None:
    key = root.ask("iam:CreateAccessKey")["AccessKey"]
    assert "UserName" not in key
    found = root.save.world.find_key(key["AccessKeyId"])
    assert found is not None
    assert found[1] is root.account.root
    root.ask("iam:DeleteAccessKey", AccessKeyId=key["AccessKeyId"])
    assert root.account.root.keys == {}


def test_a_key_remembers_its_last_request_refused_or_not(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="yuna")
    key_id = root.ask("iam:CreateAccessKey", UserName="yuna")["AccessKey"]["AccessKeyId"]
    unused = root.ask("iam:GetAccessKeyLastUsed", AccessKeyId=key_id)
    assert unused == {
        "UserName": "yuna",
        "AccessKeyLastUsed": {"Region": "N/A", "ServiceName": "N/A"},
    }
    refused = Person(root.save, "yuna").refused("s3:ListBuckets")
    used = root.ask("iam:GetAccessKeyLastUsed", AccessKeyId=key_id)["AccessKeyLastUsed"]
    assert used == {"LastUsedDate": refused.at, "Region": "us-east-1", "ServiceName": "s3"}


def test_everybody_may_ask_who_they_are(root: Person) -> None:
    user_id = root.ask("iam:CreateUser", UserName="yuna", Path="/photo/")["User"]["UserId"]
    assert Person(root.save, "yuna").ask("sts:GetCallerIdentity") == {
        "UserId": user_id,
        "Account": "111111111111",
        "Arn": "arn:aws:iam::111111111111:user/photo/yuna",
    }
    assert root.ask("sts:GetCallerIdentity")["UserId"] == "111111111111"


def test_the_policies_of_a_user_are_its_own_then_its_groups_and_its_boundary(root: Person) -> None:
    admin = "arn:aws:iam::aws:policy/AdministratorAccess"
    root.ask("iam:CreateUser", UserName="yuna", PermissionsBoundary=admin)
    root.ask("iam:CreateGroup", GroupName="admins", Path="/x/")
    root.ask("iam:AddUserToGroup", GroupName="admins", UserName="yuna")
    root.ask("iam:PutUserPolicy", UserName="yuna", PolicyName="own", PolicyDocument=ALLOW_ALL)
    root.ask("iam:AttachGroupPolicy", GroupName="admins", PolicyArn=READ_S3)
    found = policies_of(root.save.world, Person(root.save, "yuna").caller().principal)
    group = "arn:aws:iam::111111111111:group/x/admins"
    assert [(policy.source, policy.through) for policy in found.identity] == [
        ("inline:own", None),
        (READ_S3, group),
    ]
    assert found.boundary is not None
    assert found.boundary.source == admin
    nothing = policies_of(root.save.world, root.caller().principal)
    assert (nothing.identity, nothing.boundary) == ((), None)


@pytest.mark.parametrize("arn", AWS_MANAGED)
def test_an_aws_managed_policy_parses_and_cannot_be_deleted(root: Person, arn: str) -> None:
    assert AWS_MANAGED[arn].document.statements
    with pytest.raises(ServiceError) as refusal:
        root.ask("iam:DeletePolicy", PolicyArn=arn)
    assert refusal.value.code == "AccessDenied"


def test_the_clock_goes_on_with_each_request(root: Person) -> None:
    times = [root.record("sts:GetCallerIdentity").entry.at for _request in range(3)]
    assert times == [START, START + timedelta(seconds=20), START + timedelta(seconds=40)]
