"""AWS managed policies: where they are, and what they decide for the services of the sandbox."""

from __future__ import annotations

import pytest

from tests.account.people import Person
from tutor.account import AWS_MANAGED
from tutor.policy import AttachedPolicy, PolicySet, Principal, PrincipalKind, Request, decide

AWS = "arn:aws:iam::aws:policy"
ADMIN, POWER, READ = f"{AWS}/AdministratorAccess", f"{AWS}/PowerUserAccess", f"{AWS}/ReadOnlyAccess"
VIEW, AUDIT = f"{AWS}/job-function/ViewOnlyAccess", f"{AWS}/SecurityAudit"
SYSTEM, NETWORK = f"{AWS}/job-function/SystemAdministrator", f"{AWS}/job-function/NetworkAdministrator"
DATABASE, SUPPORT = f"{AWS}/job-function/DatabaseAdministrator", f"{AWS}/job-function/SupportUser"

DECISIONS = [
    (ADMIN, "iam:CreateUser", True),
    (POWER, "s3:CreateBucket", True),
    (POWER, "iam:CreateUser", False),
    (POWER, "iam:ListRoles", True),
    (READ, "s3:GetObject", True),
    (READ, "s3:PutObject", False),
    (READ, "iam:ListUsers", True),
    (READ, "iam:CreateUser", False),
    (READ, "ec2:DescribeInstances", True),
    (READ, "ec2:RunInstances", False),
    (VIEW, "s3:ListAllMyBuckets", True),
    (VIEW, "s3:GetObject", False),
    (VIEW, "iam:ListUsers", True),
    (VIEW, "iam:GetPolicyVersion", False),
    (AUDIT, "iam:GetPolicyVersion", True),
    (AUDIT, "s3:GetBucketPolicy", True),
    (AUDIT, "s3:GetObject", False),
    (SYSTEM, "s3:PutObject", True),
    (SYSTEM, "ec2:RunInstances", True),
    (SYSTEM, "iam:CreateUser", False),
    (NETWORK, "ec2:CreateVpc", True),
    (NETWORK, "ec2:RunInstances", False),
    (DATABASE, "rds:CreateDBInstance", True),
    (DATABASE, "s3:PutObject", True),
    (DATABASE, "iam:CreateRole", False),
    (SUPPORT, "support:CreateCase", True),
    (SUPPORT, "s3:ListBucket", True),
    (SUPPORT, "s3:GetObject", False),
    (f"{AWS}/job-function/Billing", "ce:GetCostAndUsage", True),
    (f"{AWS}/job-function/Billing", "ec2:DescribeInstances", False),
    (f"{AWS}/AmazonEC2FullAccess", "ec2:RunInstances", True),
    (f"{AWS}/AmazonEC2FullAccess", "iam:PassRole", False),
    (f"{AWS}/AmazonEC2ReadOnlyAccess", "ec2:TerminateInstances", False),
    (f"{AWS}/AWSDenyAll", "sts:AssumeRole", False),
    (f"{AWS}/service-role/AWSLambdaBasicExecutionRole", "logs:PutLogEvents", True),
    (f"{AWS}/root-task/S3UnlockBucketPolicy", "s3:DeleteBucketPolicy", True),
    (f"{AWS}/root-task/S3UnlockBucketPolicy", "s3:DeleteBucket", False),
]


@pytest.mark.parametrize(("arn", "action", "allowed"), DECISIONS)
def test_what_a_policy_decides(arn: str, action: str, allowed: bool) -> None:
    principal = Principal(PrincipalKind.USER, "arn:aws:iam::111111111111:user/yuna", "111111111111")
    policies = PolicySet(identity=(AttachedPolicy(arn, AWS_MANAGED[arn].document),))
    resource = "arn:aws:s3:::box/key" if action.startswith("s3:") else "*"
    decision = decide(Request(principal, action, resource, "111111111111"), policies)
    assert decision.allowed is allowed


def test_there_are_as_many_as_learners_meet() -> None:
    assert len(AWS_MANAGED) >= 40
    names = {policy.name for policy in AWS_MANAGED.values()}
    assert len(names) == len(AWS_MANAGED)
    assert len({policy.policy_id for policy in AWS_MANAGED.values()}) == len(AWS_MANAGED)


@pytest.mark.parametrize("arn", AWS_MANAGED)
def test_a_policy_is_where_aws_has_it(root: Person, arn: str) -> None:
    policy = AWS_MANAGED[arn]
    assert arn == f"{AWS}{policy.path}{policy.name}"
    assert root.ask("iam:GetPolicy", PolicyArn=arn)["Policy"]["DefaultVersionId"] == policy.default_version
    assert policy.policy_id.startswith("ANPA")
    assert len(policy.policy_id) == 21
    assert policy.default.policy.size <= 6144
