"""Condition keys of requests of rarer kinds (spec 5): of instances, services, organizations, nobody."""

import json

import pytest

from tests.gateway.conftest import Lines
from tests.gateway.stories import Cast, Json, document, statement, trust
from tests.gateway.test_commands_instances import launch
from tests.gateway.test_context_keys import equals, when
from tutor.gateway import HttpRequest, Sandbox

ROLE = "aws iam put-role-policy --role-name photo --policy-name p --policy-document"
SERVICE = {"Service": "ec2.amazonaws.com"}


@pytest.fixture
def cast(aws: Lines, sandbox: Sandbox) -> Cast:
    return Cast(aws, sandbox)


def instance(aws: Lines, **condition: object) -> str:
    text = trust(SERVICE, **condition)
    aws.run(f"aws iam create-role --role-name photo --assume-role-policy-document '{text}'")
    aws.run("aws iam create-instance-profile --instance-profile-name photo")
    aws.run("aws iam add-role-to-instance-profile --instance-profile-name photo --role-name photo")
    return launch(aws, "--iam-instance-profile Name=photo")


def described(aws: Lines, instance_id: str, what: str) -> str:
    line = f"aws ec2 describe-instances --instance-ids {instance_id} --output text"
    return aws.run(f"{line} --query Reservations[0].Instances[0].{what}").stdout.strip()


def test_credentials_of_an_instance_say_which_it_is_and_where_it_stands(aws: Lines) -> None:
    made = instance(aws)
    condition = {
        "StringEquals": {"aws:Ec2InstanceSourceVpc": described(aws, made, "VpcId")},
        "IpAddress": {"aws:Ec2InstanceSourcePrivateIPv4": described(aws, made, "PrivateIpAddress")},
        "ArnEquals": {"ec2:SourceInstanceARN": f"arn:aws:ec2:us-east-1:111111111111:instance/{made}"},
    }
    aws.run(f"{ROLE} '{document(statement(Condition=condition))}'")
    aws.run(f"ssh {made}")
    aws.run("aws iam list-users")


@pytest.mark.parametrize(
    ("condition", "signs"),
    [
        ({"Bool": {"aws:PrincipalIsAWSService": "true"}}, True),
        ({"StringEquals": {"aws:PrincipalServiceName": "ec2.amazonaws.com"}}, True),
        ({"ForAnyValue:StringEquals": {"aws:PrincipalServiceNamesList": "ec2.amazonaws.com"}}, True),
        ({"StringEquals": {"aws:PrincipalServiceName": "lambda.amazonaws.com"}}, False),
    ],
)
def test_a_service_that_assumes_a_role_says_who_it_is(aws: Lines, condition: Json, signs: bool) -> None:
    notice = aws.run(f"ssh {instance(aws, Condition=condition)}").notice
    assert notice is not None
    assert notice.kind == ("on-instance" if signs else "on-instance-untrusted")


NOT_FOR_USERS = [
    "aws:PrincipalServiceName",
    "aws:PrincipalServiceNamesList",
    "aws:AssumedRoot",
    "aws:Ec2InstanceSourceVpc",
    "aws:Ec2InstanceSourcePrivateIPv4",
    "ec2:SourceInstanceARN",
    "aws:VpcSourceIp",
    "aws:SourceVpce",
    "aws:SourceVpcArn",
    "aws:VpceAccount",
    "aws:VpceOrgID",
    "aws:VpceOrgPaths",
    "aws:CalledViaFirst",
    "aws:CalledViaLast",
    "aws:SourceArn",
    "aws:SourceAccount",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:PrincipalOrgPaths",
    "aws:RequestTag/team",
    "aws:TagKeys",
]


def test_a_direct_request_of_a_user_carries_no_such_key(cast: Cast) -> None:
    cast.user("lina", statement(Condition={"Null": dict.fromkeys(NOT_FOR_USERS, "true")}))
    assert cast.code("aws --profile lina iam list-users") is None


def test_the_policy_of_an_access_report(cast: Cast, sandbox: Sandbox) -> None:
    cast.aws.run("aws organizations create-organization")
    organization = sandbox.world.organization
    assert organization is not None
    cast.user("lina", equals("iam:OrganizationsPolicyId", "p-FullAWSAccess"))
    path = f"{organization.org_id}/{organization.root_id}"
    line = f"aws --profile lina iam generate-organizations-access-report --entity-path {path}"
    assert cast.code(f"{line} --organizations-policy-id p-FullAWSAccess") is None
    assert cast.code(line) == "AccessDenied"


def test_a_role_is_passed_for_the_instance_that_gets_it(cast: Cast) -> None:
    made = launch(cast.aws)
    text = trust(SERVICE)
    cast.aws.run(f"aws iam create-role --role-name photo --assume-role-policy-document '{text}'")
    cast.aws.run("aws iam create-instance-profile --instance-profile-name photo")
    cast.aws.run("aws iam add-role-to-instance-profile --instance-profile-name photo --role-name photo")
    arn = f"arn:aws:ec2:us-east-1:111111111111:instance/{made}"
    line = (
        "aws --profile lina ec2 associate-iam-instance-profile "
        f"--instance-id {made} --iam-instance-profile Name=photo"
    )
    cast.user("lina", statement(action="ec2:*"), when("ArnLike", "iam:AssociatedResourceArn", f"{arn}0"))
    assert cast.code(line) == "UnauthorizedOperation"
    cast.grant("user lina", statement(action="ec2:*"), when("ArnLike", "iam:AssociatedResourceArn", arn))
    assert cast.code(line) is None, json.dumps(arn)


def test_a_signed_header_is_not_an_address(cast: Cast) -> None:
    header = {"s3:authType": "REST-HEADER", "s3:signatureversion": "AWS4-HMAC-SHA256"}
    condition = {"StringEquals": header, "Null": {"s3:signatureAge": "true"}}
    cast.user("lina", statement(Condition=condition))
    assert cast.code("aws --profile lina s3 ls") is None


def test_who_does_not_sign_carries_nothing_of_a_signature(cast: Cast, sandbox: Sandbox) -> None:
    keys = ("s3:authType", "s3:signatureversion", "s3:signatureAge", "aws:PrincipalArn")
    opened = statement(action="s3:GetObject", resource="arn:aws:s3:::moon-data/*", Principal="*")
    cast.bucket("moon-data", {**opened, "Condition": {"Null": dict.fromkeys(keys, "true")}}, opened=True)
    assert sandbox.send(HttpRequest.of("GET", "https://s3.amazonaws.com/moon-data/a.txt")).status == 200
