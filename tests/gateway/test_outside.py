"""What the sandbox does not have is refused with a sentence that names the nearest that works."""

import re

import pytest

from tests.gateway.conftest import WALL_CLOCK, Lines
from tests.gateway.signing import FORM, IAM, query, signed
from tests.gateway.test_door import error
from tutor.gateway import HttpRequest, Sandbox, sandbox_cli
from tutor.wording import say

CASES = [
    # services that are not there at all
    ("lambda list-functions", "aws ec2 describe-instances"),
    ("lambda create-function --function-name f", "aws ec2 run-instances"),
    ("dynamodb get-item --table-name t --key k", "aws s3api get-object"),
    ("dynamodb put-item --table-name t --item i", "aws s3api put-object"),
    ("rds describe-db-instances", "aws s3api list-buckets"),
    ("kms create-key", "aws s3api create-bucket"),
    ("secretsmanager get-secret-value --secret-id s", "aws s3api get-object"),
    ("cloudtrail lookup-events", "history"),
    ("logs filter-log-events --log-group-name g", "history"),
    ("accessanalyzer list-findings --analyzer-arn a", "aws iam simulate-principal-policy"),
    ("sso login", "aws iam create-user"),
    ("identitystore list-users --identity-store-id d", "aws iam list-users"),
    ("eks update-kubeconfig --name c", "aws ec2 run-instances"),
    ("cognito-identity get-id --identity-pool-id p", "aws sts assume-role-with-web-identity"),
    ("service-quotas list-services", "aws iam get-account-summary"),
    ("polly describe-voices", "aws sts get-caller-identity"),
    # operations of services that are there
    ("ec2 reboot-instances --instance-ids i-1", "aws ec2 start-instances"),
    ("ec2 describe-instance-status", "aws ec2 describe-instances"),
    ("ec2 create-image --instance-id i-1 --name n", "aws ec2 describe-images"),
    ("ec2 describe-snapshots", "aws ec2 describe-instances"),
    (
        "s3api put-bucket-versioning --bucket b --versioning-configuration x",
        "aws s3api get-bucket-versioning",
    ),
    ("s3api get-object-retention --bucket b --key k", "aws s3api get-object"),
    ("s3api put-bucket-encryption --bucket b", "aws s3api get-bucket-encryption"),
    ("s3 website s3://b", "aws s3 presign"),
    ("iam list-delegation-requests", "aws iam list-roles"),
    ("iam get-human-readable-summary --entity-arn x", "aws iam get-policy"),
    ("iam get-outbound-web-identity-federation-info", "aws iam get-open-id-connect-provider"),
    ("sts get-web-identity-token", "aws sts assume-role-with-web-identity"),
    ("organizations describe-effective-policy", "aws organizations describe-policy"),
    ("organizations tag-resource --resource-id r --tags x", "aws organizations attach-policy"),
]


@pytest.mark.parametrize(("command", "nearest"), CASES, ids=[command for command, _ in CASES])
def test_the_nearest_that_works_is_named(aws: Lines, command: str, nearest: str) -> None:
    result = aws.console.run(f"aws {command}")
    assert result.rc == 255, result
    assert result.events == ()
    assert result.notice is not None
    assert f"`{nearest}`" in result.stderr
    for language in ("ko", "en"):
        sentence = say(language, result.notice.message, **result.notice.values)
        assert f"`{nearest}`" in sentence


def test_what_is_named_is_there(aws: Lines) -> None:
    commands = sandbox_cli().commands
    for _, nearest in CASES:
        _, service, command = [*nearest.split(), "", ""][:3]
        assert nearest == "history" or command in commands.commands_of(service)


def test_a_client_of_the_api_is_told_too(aws: Lines, sandbox: Sandbox) -> None:
    key = sandbox.credentials_of(None)
    assert key is not None
    http = query("Action=ListDelegationRequests&Version=2010-05-08")
    status, code, message = error(sandbox.send(signed(http, key, WALL_CLOCK, scope=IAM)))
    assert (status, code) == (400, "NotImplemented")
    assert re.search(r"The nearest that works here is List\w+\.", message)


def test_a_client_of_another_service_is_told_too(sandbox: Sandbox) -> None:
    key = sandbox.credentials_of(None)
    assert key is not None
    plain = HttpRequest.of("POST", "https://kms.us-east-1.amazonaws.com/", [("Content-Type", FORM)], b"")
    answer = sandbox.send(signed(plain, key, WALL_CLOCK, scope=("kms", "us-east-1")))
    assert "`aws" not in answer.body.decode()
    assert "aws s3api" in answer.body.decode()
