"""A policy that names somebody who does not exist is refused with the place of the name."""

from __future__ import annotations

import json

import pytest

from tests.account.people import Person, fresh_save
from tutor.account import ServiceError

NOBODY = "arn:aws:iam::111111111111:user/nobody"


def written(principal: object) -> str:
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]}, indent=2)


def refusal(text: str) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        Person(fresh_save()).ask("iam:CreateRole", RoleName="r", AssumeRolePolicyDocument=text)
    return raised.value


@pytest.mark.parametrize(
    ("principal", "value"),
    [
        ({"AWS": NOBODY}, NOBODY),
        ({"AWS": ["arn:aws:iam::111111111111:root", NOBODY]}, NOBODY),
        ({"AWS": "555555555555x"}, "555555555555x"),
        ({"Service": "ec2"}, "ec2"),
        ({"Federated": "staff"}, "staff"),
        ({"AWS": "111111111111", "Federated": "staff"}, "staff"),
    ],
)
def test_the_caret_stands_under_the_name(principal: object, value: str) -> None:
    text = written(principal)
    error = refusal(text)
    assert error.code == "MalformedPolicyDocument"
    assert error.message.startswith('Invalid principal in policy: "')
    assert error.fault is not None
    assert error.fault.found == f'"{value}"'
    line, caret = error.fault.caret().split("\n")
    assert line == text.splitlines()[error.fault.position.line - 1]
    assert line[len(caret) - 1 :].startswith(f'"{value}"')


def test_in_a_bucket_policy_too() -> None:
    root = Person(fresh_save())
    root.ask("s3:CreateBucket", Bucket="moon-box")
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": NOBODY},
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::moon-box/*",
    }
    text = json.dumps({"Version": "2012-10-17", "Statement": statement})
    with pytest.raises(ServiceError) as raised:
        root.ask("s3:PutBucketPolicy", Bucket="moon-box", Policy=text)
    assert raised.value.code == "MalformedPolicy"
    assert raised.value.fault is not None
    assert raised.value.fault.found == f'"{NOBODY}"'
