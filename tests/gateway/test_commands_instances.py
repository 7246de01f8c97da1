"""The shell of an instance: its role signs, and no key lies there."""

import pytest

from tests.gateway.conftest import Lines
from tutor.gateway import Sandbox

TRUST = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"SERVICE"},'
    '"Action":"sts:AssumeRole"}]}'
)
PHOTOS = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"


def launch(aws: Lines, more: str = "") -> str:
    image = aws.run("aws ec2 describe-images --query Images[0].ImageId --output text").stdout.strip()
    made = aws.run(
        f"aws ec2 run-instances --image-id {image} --instance-type t3.micro {more} "
        "--query Instances[0].InstanceId --output text"
    )
    return made.stdout.strip()


@pytest.fixture
def instance(aws_with_yuna: Lines) -> str:
    aws = aws_with_yuna
    trust = TRUST.replace("SERVICE", "ec2.amazonaws.com")
    aws.run(f"aws iam create-role --role-name photo --assume-role-policy-document '{trust}'")
    aws.run(f"aws iam attach-role-policy --role-name photo --policy-arn {PHOTOS}")
    aws.run("aws iam create-instance-profile --instance-profile-name photo")
    aws.run("aws iam add-role-to-instance-profile --instance-profile-name photo --role-name photo")
    return launch(aws, "--iam-instance-profile Name=photo")


def caller(aws: Lines) -> str:
    return str(aws.json("aws sts get-caller-identity")["Arn"])


def test_the_role_signs_by_itself(aws: Lines, instance: str, sandbox: Sandbox) -> None:
    done = aws.run(f"ssh {instance}")
    assert done.notice is not None
    assert done.notice.values == {"instance": instance, "role": "photo"}
    assert caller(aws) == f"arn:aws:sts::111111111111:assumed-role/photo/{instance}"
    aws.run("aws s3 ls")
    assert sandbox.history()[-1].who == f"assumed-role/photo/{instance}"
    assert "AccessDenied" in aws.refused("aws iam list-users")
    aws.run("exit")
    assert caller(aws).endswith(":root")


def test_new_credentials_come_when_the_old_ones_end(aws: Lines, instance: str, sandbox: Sandbox) -> None:
    aws.run(f"접속 ec2-user@{instance}")
    aws.run("aws s3 ls")
    first = sandbox.history()[-1].access_key_id
    aws.run("aws s3 ls")
    assert sandbox.history()[-1].access_key_id == first
    aws.run("clock +2d")
    aws.run("aws s3 ls")
    assert sandbox.history()[-1].access_key_id not in {None, first}


def test_variables_stay_outside_and_keys_may_be_brought(aws: Lines, instance: str) -> None:
    aws.run("export AWS_PROFILE=yuna WHERE=outside")
    aws.run(f"ssh {instance}")
    assert "There is no variable WHERE" in aws.refused("echo $WHERE", 2)
    assert "assumed-role/photo" in caller(aws)
    assert "could not be found" in aws.refused("aws --profile yuna sts get-caller-identity")
    aws.run("나가기")
    assert aws.run("echo $WHERE").stdout == "outside\n"


def test_an_instance_without_a_profile_has_no_credentials(aws: Lines) -> None:
    alone = launch(aws)
    done = aws.run(f"ssh {alone}")
    assert done.notice is not None
    assert done.notice.kind == "on-instance-alone"
    assert "Unable to locate credentials" in aws.refused("aws s3 ls")


def test_a_role_that_does_not_trust_ec2_gives_none(aws: Lines, instance: str, sandbox: Sandbox) -> None:
    trust = TRUST.replace("SERVICE", "lambda.amazonaws.com")
    aws.run(f"aws iam update-assume-role-policy --role-name photo --policy-document '{trust}'")
    done = aws.run(f"ssh {instance}")
    assert done.notice is not None
    assert done.notice.kind == "on-instance-untrusted"
    assert "Unable to locate credentials" in aws.refused("aws s3 ls")
    assert sandbox.history()[-1].error == "AccessDenied"


def test_an_instance_that_stops_throws_out(aws: Lines, instance: str) -> None:
    aws.run(f"ssh {instance}")
    aws.run("undo")  # the credentials
    aws.run("undo")  # the instance
    assert f"{instance} is not running any more" in aws.refused("aws s3 ls", 2)
    assert caller(aws).endswith(":root")


@pytest.mark.parametrize(
    ("line", "rc", "kind"),
    [
        ("ssh", 2, "ssh-form"),
        ("ssh -i key.pem host", 2, "ssh-form"),
        ("ssh i-0123456789abcdef0", 255, "no-instance"),
        ("ssh example.com", 255, "no-instance"),
        ("exit", 1, "not-on-an-instance"),
    ],
)
def test_where_one_cannot_go(aws: Lines, line: str, rc: int, kind: str) -> None:
    result = aws.console.run(line)
    assert result.rc == rc
    assert result.notice is not None
    assert result.notice.kind == kind


@pytest.mark.parametrize("line", ["sign-in --user yuna", "sign-out", "ssh i-1", "aws configure"])
def test_what_belongs_outside(aws: Lines, instance: str, line: str) -> None:
    aws.run(f"ssh {instance}")
    result = aws.console.run(line)
    assert result.notice is not None
    assert result.notice.kind == "leave-first"
