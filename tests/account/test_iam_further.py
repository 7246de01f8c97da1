"""What the further IAM operations do when they are performed (spec/iam-facts.md 6.3, 7)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, Person
from tests.account.test_iam_shapes import NEEDS_TAG, TRUST_ANYBODY
from tutor.account import ServiceError

OWN = "arn:aws:iam::111111111111:policy/p"
YUNA = "arn:aws:iam::111111111111:user/yuna"


@pytest.fixture
def yuna(root: Person) -> Person:
    root.ask("iam:CreateUser", UserName="yuna")
    root.ask("iam:CreateAccessKey", UserName="yuna")
    return Person(root.save, "yuna")


def test_a_renamed_user_keeps_id_keys_groups_and_policies(root: Person, yuna: Person) -> None:
    root.ask("iam:CreateGroup", GroupName="g")
    root.ask("iam:AddUserToGroup", GroupName="g", UserName="yuna")
    root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    before = root.account.users["yuna"]
    user_id, key_id = before.user_id, next(iter(before.keys))
    root.ask("iam:UpdateUser", UserName="yuna", NewUserName="sora", NewPath="/team/")
    user = root.ask("iam:GetUser", UserName="sora")["User"]
    assert (user["UserId"], user["Arn"]) == (user_id, "arn:aws:iam::111111111111:user/team/sora")
    assert [row["UserName"] for row in root.ask("iam:GetGroup", GroupName="g")["Users"]] == ["sora"]
    found = root.save.world.find_key(key_id)
    assert found is not None
    assert found[1] is root.account.users["sora"]
    entities = root.ask("iam:ListEntitiesForPolicy", PolicyArn=READ_S3)
    assert [row["UserName"] for row in entities["PolicyUsers"]] == ["sora"]


def test_a_name_may_change_its_case_alone(root: Person, yuna: Person) -> None:
    root.ask("iam:UpdateUser", UserName=yuna.name, NewUserName="Yuna")
    assert list(root.account.users) == ["Yuna"]


def test_version_numbers_are_never_used_again(root: Person) -> None:
    """After v2 is deleted at v5 the next is v6 (spec 1.3); lists are newest first."""
    root.ask("iam:CreatePolicy", PolicyName="p", PolicyDocument=ALLOW_ALL)
    for _number in range(4):
        root.ask("iam:CreatePolicyVersion", PolicyArn=OWN, PolicyDocument=NEEDS_TAG)
    root.ask("iam:DeletePolicyVersion", PolicyArn=OWN, VersionId="v2")
    made = root.ask("iam:CreatePolicyVersion", PolicyArn=OWN, PolicyDocument=ALLOW_ALL, SetAsDefault=True)
    assert made["PolicyVersion"]["VersionId"] == "v6"
    listed = root.ask("iam:ListPolicyVersions", PolicyArn=OWN)["Versions"]
    assert [row["VersionId"] for row in listed] == ["v6", "v5", "v4", "v3", "v1"]
    assert [row["IsDefaultVersion"] for row in listed] == [True, False, False, False, False]


def test_a_new_version_takes_effect_when_it_is_made_the_default(root: Person) -> None:
    root.ask("iam:CreatePolicy", PolicyName="p", PolicyDocument=ALLOW_ALL)
    root.ask("iam:CreatePolicyVersion", PolicyArn=OWN, PolicyDocument=NEEDS_TAG)
    policy = root.account.policies[OWN]
    assert policy.document.text == ALLOW_ALL
    root.ask("iam:SetDefaultPolicyVersion", PolicyArn=OWN, VersionId="v2")
    assert policy.document.text == NEEDS_TAG


def tags_of(root: Person, action: str, **name: object) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in root.ask(action, **name)["Tags"]}


def test_tag_keys_of_users_ignore_case_and_those_of_policies_do_not(root: Person, yuna: Person) -> None:
    root.ask("iam:CreatePolicy", PolicyName="p", PolicyDocument=ALLOW_ALL)
    for key, value in (("Team", "1"), ("team", "2")):
        root.ask("iam:TagUser", UserName=yuna.name, Tags=[{"Key": key, "Value": value}])
        root.ask("iam:TagPolicy", PolicyArn=OWN, Tags=[{"Key": key, "Value": value}])
    assert tags_of(root, "iam:ListUserTags", UserName="yuna") == {"team": "2"}
    assert tags_of(root, "iam:ListPolicyTags", PolicyArn=OWN) == {"Team": "1", "team": "2"}
    root.ask("iam:UntagUser", UserName="yuna", TagKeys=["TEAM", "unknown"])
    root.ask("iam:UntagPolicy", PolicyArn=OWN, TagKeys=["TEAM", "team"])
    assert tags_of(root, "iam:ListUserTags", UserName="yuna") == {}
    assert tags_of(root, "iam:ListPolicyTags", PolicyArn=OWN) == {"Team": "1"}


def test_there_is_room_for_fifty_tags(root: Person, yuna: Person) -> None:
    for start in (0, 25):
        tags = [{"Key": f"k{number}", "Value": ""} for number in range(start, start + 25)]
        root.ask("iam:TagUser", UserName=yuna.name, Tags=tags)
    with pytest.raises(ServiceError, match="LimitExceeded"):
        root.ask("iam:TagUser", UserName="yuna", Tags=[{"Key": "one more", "Value": ""}])


def test_a_password_policy_is_set_whole(root: Person) -> None:
    root.ask("iam:UpdateAccountPasswordPolicy", RequireSymbols=True, MaxPasswordAge=90)
    root.ask("iam:UpdateAccountPasswordPolicy", MinimumPasswordLength=10)
    policy = root.ask("iam:GetAccountPasswordPolicy")["PasswordPolicy"]
    assert policy["MinimumPasswordLength"] == 10
    assert (policy["RequireSymbols"], policy["ExpirePasswords"]) == (False, False)
    assert "MaxPasswordAge" not in policy


def test_a_user_changes_the_own_password_knowing_the_old_one(root: Person, yuna: Person) -> None:
    root.ask("iam:UpdateAccountPasswordPolicy", MinimumPasswordLength=8, PasswordReusePrevention=2)
    root.ask("iam:CreateLoginProfile", UserName="yuna", Password="first-one", PasswordResetRequired=True)

    def change(old: str, new: str) -> str:
        recorded = yuna.record("iam:ChangePassword", OldPassword=old, NewPassword=new)
        return "" if recorded.error is None else recorded.error.message

    assert change("wrong-one", "second-one") == "The old password was incorrect."
    assert change("first-one", "second-one") == ""
    assert root.ask("iam:GetLoginProfile", UserName="yuna")["LoginProfile"]["PasswordResetRequired"] is False
    refused = "Password does not conform to the account password policy."
    assert change("second-one", "first-one") == refused
    assert change("second-one", "third-one") == ""
    assert change("third-one", "first-one") == ""


def test_a_password_gone_leaves_the_keys_working(root: Person, yuna: Person) -> None:
    root.ask("iam:CreateLoginProfile", UserName="yuna", Password="Abcdefg1!")
    root.ask("iam:DeleteLoginProfile", UserName="yuna")
    assert yuna.ask("sts:GetCallerIdentity")["Arn"] == YUNA


def test_a_bound_user_is_counted_and_a_boundary_is_replaced(root: Person, yuna: Person) -> None:
    root.ask("iam:CreatePolicy", PolicyName="p", PolicyDocument=ALLOW_ALL)
    for arn in (READ_S3, OWN):
        root.ask("iam:PutUserPermissionsBoundary", UserName=yuna.name, PermissionsBoundary=arn)
    assert root.ask("iam:GetPolicy", PolicyArn=OWN)["Policy"]["PermissionsBoundaryUsageCount"] == 1
    assert root.ask("iam:GetPolicy", PolicyArn=READ_S3)["Policy"]["PermissionsBoundaryUsageCount"] == 0
    root.ask("iam:DeleteUserPermissionsBoundary", UserName="yuna")
    assert root.account.policy_uses == {}


def report(root: Person) -> dict[str, dict[str, str]]:
    content = root.ask("iam:GetCredentialReport")["Content"].decode()
    return {row["user"]: row for row in csv.DictReader(StringIO(content))}


def test_the_credential_report_is_made_anew_after_four_hours(root: Person, yuna: Person) -> None:
    assert root.ask("iam:GenerateCredentialReport")["State"] == "STARTED"
    assert root.ask("iam:GenerateCredentialReport") == {"State": "COMPLETE"}
    rows = report(root)
    assert rows["<root_account>"]["password_enabled"] == "not_supported"
    assert rows["yuna"]["password_enabled"] == "false"
    assert rows["yuna"]["access_key_1_active"] == "true"
    assert rows["yuna"]["access_key_2_active"] == "false"
    assert rows["yuna"]["access_key_1_last_used_date"] == "N/A"
    yuna.ask("sts:GetCallerIdentity")
    root.save.advance_clock(int(timedelta(hours=4).total_seconds()))
    with pytest.raises(ServiceError, match="ReportExpired"):
        root.ask("iam:GetCredentialReport")
    root.ask("iam:GenerateCredentialReport")
    assert report(root)["yuna"]["access_key_1_last_used_service"] == "sts"


def pages(root: Person, size: int) -> Iterator[dict[str, Any]]:
    marker: dict[str, object] = {}
    while True:
        answer = root.ask("iam:GetAccountAuthorizationDetails", MaxItems=size, **marker)
        yield answer
        if not answer["IsTruncated"]:
            return
        marker = {"Marker": answer["Marker"]}


def test_authorization_details_come_in_pages_over_all_kinds(root: Person, yuna: Person) -> None:
    root.ask("iam:CreateUser", UserName="bora")
    root.ask("iam:CreateGroup", GroupName="g")
    root.ask("iam:CreateRole", RoleName="r", AssumeRolePolicyDocument=TRUST_ANYBODY)
    root.ask("iam:CreatePolicy", PolicyName="p", PolicyDocument=ALLOW_ALL)
    root.ask("iam:AttachRolePolicy", RoleName="r", PolicyArn=READ_S3)
    answers = list(pages(root, 2))
    assert len(answers) == 3
    lists = ("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")
    assert [sum(len(answer[name]) for answer in answers) for name in lists] == [2, 1, 1, 2]
    only = root.ask("iam:GetAccountAuthorizationDetails", Filter=["Role"])
    assert [len(only[name]) for name in lists] == [0, 0, 1, 0]
    assert only["RoleDetailList"][0]["AttachedManagedPolicies"][0]["PolicyArn"] == READ_S3


def accessed(root: Person, arn: str, level: str = "SERVICE_LEVEL") -> dict[str, dict[str, Any]]:
    job = root.ask("iam:GenerateServiceLastAccessedDetails", Arn=arn, Granularity=level)["JobId"]
    details = root.ask("iam:GetServiceLastAccessedDetails", JobId=job)
    return {row["ServiceNamespace"]: row for row in details["ServicesLastAccessed"]}


def test_last_accessed_counts_denied_attempts_too(root: Person, yuna: Person) -> None:
    root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    assert accessed(root, YUNA) == {
        "s3": {"ServiceName": "Amazon S3", "ServiceNamespace": "s3", "TotalAuthenticatedEntities": 0}
    }
    entry = yuna.refused("s3:ListBuckets")
    for arn in (YUNA, READ_S3):
        used = accessed(root, arn)["s3"]
        assert (used["LastAuthenticated"], used["LastAuthenticatedEntity"]) == (entry.at, YUNA)


def test_a_job_tells_what_was_known_when_it_was_started(root: Person, yuna: Person) -> None:
    root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    job = root.ask("iam:GenerateServiceLastAccessedDetails", Arn=YUNA)["JobId"]
    yuna.refused("s3:ListBuckets")
    details = root.ask("iam:GetServiceLastAccessedDetails", JobId=job)
    assert details["ServicesLastAccessed"][0]["TotalAuthenticatedEntities"] == 0


def test_policies_that_grant_access_to_a_service(root: Person, yuna: Person) -> None:
    root.ask("iam:CreateGroup", GroupName="g")
    root.ask("iam:AddUserToGroup", GroupName="g", UserName=yuna.name)
    root.ask("iam:PutGroupPolicy", GroupName="g", PolicyName="all", PolicyDocument=ALLOW_ALL)
    root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    found = root.ask("iam:ListPoliciesGrantingServiceAccess", Arn=YUNA, ServiceNamespaces=["s3", "iam"])
    by_group = {
        "PolicyName": "all",
        "PolicyType": "INLINE",
        "EntityType": "GROUP",
        "EntityName": "g",
    }
    managed = {"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyType": "MANAGED", "PolicyArn": READ_S3}
    assert found["PoliciesGrantingServiceAccess"] == [
        {"ServiceNamespace": "s3", "Policies": [managed, by_group]},
        {"ServiceNamespace": "iam", "Policies": [by_group]},
    ]


def test_a_simulation_names_policies_positions_and_missing_keys(root: Person, yuna: Person) -> None:
    root.ask("iam:PutUserPolicy", UserName=yuna.name, PolicyName="own", PolicyDocument=NEEDS_TAG)
    asked = {
        "PolicySourceArn": YUNA,
        "ActionNames": ["s3:GetObject"],
        "ResourceArns": ["arn:aws:s3:::box/yuna/a"],
    }
    unsure = root.ask("iam:SimulatePrincipalPolicy", **asked)["EvaluationResults"][0]
    assert (unsure["EvalDecision"], unsure["MatchedStatements"]) == ("implicitDeny", [])
    assert unsure["MissingContextValues"] == ["aws:PrincipalTag/team", "aws:username"]
    entries = [
        {
            "ContextKeyName": "aws:PrincipalTag/team",
            "ContextKeyValues": ["photo"],
            "ContextKeyType": "string",
        },
        {"ContextKeyName": "aws:username", "ContextKeyValues": ["yuna"], "ContextKeyType": "string"},
    ]
    sure = root.ask("iam:SimulatePrincipalPolicy", **asked, ContextEntries=entries)["EvaluationResults"][0]
    assert (sure["EvalDecision"], sure["MissingContextValues"]) == ("allowed", [])
    statement = sure["MatchedStatements"][0]
    assert (statement["SourcePolicyId"], statement["SourcePolicyType"]) == ("user_yuna_own", "IAM Policy")
    assert statement["StartPosition"]["Line"] == 1


def test_a_simulation_has_one_result_a_pair_in_pages_and_an_answer_of_the_boundary(root: Person) -> None:
    asked = {
        "PolicyInputList": [ALLOW_ALL],
        "ActionNames": ["s3:GetObject", "s3:PutObject"],
        "ResourceArns": ["arn:aws:s3:::a/1", "arn:aws:s3:::a/2"],
        "PermissionsBoundaryPolicyInputList": [ALLOW_ALL.replace('"*"', '"s3:Get*"', 1)],
    }
    first = root.ask("iam:SimulateCustomPolicy", **asked, MaxItems=3)
    rest = root.ask("iam:SimulateCustomPolicy", **asked, Marker=first["Marker"])
    results = first["EvaluationResults"] + rest["EvaluationResults"]
    assert [row["EvalDecision"] for row in results] == ["allowed"] * 2 + ["implicitDeny"] * 2
    bounded = [row["PermissionsBoundaryDecisionDetail"]["AllowedByPermissionsBoundary"] for row in results]
    assert bounded == [True, True, False, False]


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("iam:SimulateCustomPolicy", {"PolicyInputList": ["{"], "ActionNames": ["s3:GetObject"]}),
        ("iam:SimulateCustomPolicy", {"PolicyInputList": [ALLOW_ALL], "ActionNames": ["no action"]}),
        ("iam:SimulatePrincipalPolicy", {"PolicySourceArn": READ_S3, "ActionNames": ["s3:GetObject"]}),
        ("iam:GetContextKeysForCustomPolicy", {"PolicyInputList": ["{}"]}),
    ],
)
def test_what_cannot_be_simulated_is_invalid_input(root: Person, action: str, asked: dict[str, Any]) -> None:
    with pytest.raises(ServiceError) as refused:
        root.ask(action, **asked)
    assert refused.value.code == "InvalidInput"


def test_a_seed_is_shown_once_with_its_picture(root: Person) -> None:
    made = root.ask("iam:CreateVirtualMFADevice", VirtualMFADeviceName="phone")["VirtualMFADevice"]
    assert len(made["Base32StringSeed"]) == 64
    assert made["QRCodePNG"].startswith(b"\x89PNG")
    listed = root.ask("iam:ListVirtualMFADevices", AssignmentStatus="Unassigned")["VirtualMFADevices"]
    assert listed == [{"SerialNumber": "arn:aws:iam::111111111111:mfa/phone"}]
    assert root.ask("iam:ListVirtualMFADevices", AssignmentStatus="Assigned")["VirtualMFADevices"] == []
