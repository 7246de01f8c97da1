"""Bucket policies: what S3 accepts, whom they may name, and when they are public."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.account.people import START, Person, still
from tests.account.shapes import check_held
from tutor.account import LEARNER, ClockMode, Save, ServiceError
from tutor.account.bucket_policies import bucket_policy_of
from tutor.account.public_access import is_public
from tutor.policy import PolicyKind, parse_policy

PARTNER = "222222222222"
YUNA = f"arn:aws:iam::{LEARNER}:user/yuna"
NOT_JSON = "Policies must be valid JSON and the first byte must be '{'"


@pytest.fixture
def root() -> Person:
    save = Save.in_memory(seed=b"s", clock=still)
    save.begin(accounts=(LEARNER, PARTNER), mode=ClockMode.LESSON, start=START)
    root = Person(save)
    root.ask("s3:CreateBucket", Bucket="box")
    root.ask("iam:CreateUser", UserName="yuna")
    return root


def policy(**changes: Any) -> str:
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": PARTNER},
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::box/*",
    }
    statement |= changes
    kept = {name: value for name, value in statement.items() if value}
    return json.dumps({"Version": "2012-10-17", "Statement": [kept]})


def refusal(person: Person, action: str, **parameters: object) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        person.ask(action, **parameters)
    return raised.value


MALFORMED = [
    ("", NOT_JSON),
    ('["a"]', NOT_JSON),
    (" " + policy(), NOT_JSON),
    ('{"Version":"2012-10-17",}', NOT_JSON),
    ('{"Version":"2012-10-17"}', "Missing required field Statement"),
    ('{"Version":"2012-10-17","Statement":[]}', "Could not parse the policy: Statement is empty!"),
    (policy().replace("2012-10-17", "2012-10-18"), "The policy must contain a valid version string"),
    (policy(Effect="Perhaps"), "Invalid effect: Perhaps"),
    (policy(Effect="allow"), "Invalid effect: allow"),
    (policy(Effect=None), "Missing required field Effect"),
    (policy(Principal=None), "Missing required field Principal"),
    (policy(Action=None), "Missing required field Action"),
    (policy(Resource=None), "Missing required field Resource"),
    (policy(Actions="s3:*"), "Unknown field Actions"),
    (policy(Principal="yuna"), "Invalid principal in policy"),
    (policy(Principal={"AWS": "yuna"}), "Invalid principal in policy"),
    (policy(Principal={"AWS": f"arn:aws:iam::{LEARNER}:user/bora"}), "Invalid principal in policy"),
    (policy(Principal={"AWS": f"arn:aws:iam::{LEARNER}:user/*"}), "Invalid principal in policy"),
    (policy(Principal={"AWS": f"arn:aws:iam::{LEARNER}:group/admins"}), "Invalid principal in policy"),
    (policy(Principal={"AWS": "AIDAAAAAAAAAAAAAAAAAA"}), "Invalid principal in policy"),
    (policy(Principal={"Service": "nonsense"}), "Invalid principal in policy"),
    (policy(Principal={"CanonicalUser": "0" * 64}), "Invalid principal in policy"),
    (policy(Principal=None, NotPrincipal={"AWS": PARTNER}), "Allow with NotPrincipal is not allowed."),
    (policy(Action="GetObject"), "Policy has invalid action"),
    (policy(Action="s3:GetObjekt"), "Policy has invalid action"),
    (policy(Action="iam:GetUser"), "Policy has invalid action"),
    (policy(Resource="box/*"), "Policy has invalid resource"),
    (policy(Resource="arn:aws:s3:::crate/*"), "Policy has invalid resource"),
    (policy(Resource="arn:aws:s3:::*"), "Policy has invalid resource"),
    (policy(Resource="arn:aws:s3:::boxes/*"), "Policy has invalid resource"),
    (policy(Action="s3:ListBucket"), "Action does not apply to any resource(s) in statement"),
    (policy(Action="s3:ListAllMyBuckets"), "Action does not apply to any resource(s) in statement"),
    (policy(Resource="arn:aws:s3:::box"), "Action does not apply to any resource(s) in statement"),
    (policy(Condition={"StringEqual": {"a": "b"}}), "Invalid policy syntax."),
    (policy(Sid="x" * 20_480), "Policy exceeds the maximum allowed document size."),
]


@pytest.mark.parametrize(("text", "message"), MALFORMED)
def test_what_s3_does_not_accept_as_a_policy(root: Person, text: str, message: str) -> None:
    error = refusal(root, "s3:PutBucketPolicy", Bucket="box", Policy=text)
    assert (error.code, error.message, error.status) == ("MalformedPolicy", message, 400)
    assert refusal(root, "s3:GetBucketPolicy", Bucket="box").code == "NoSuchBucketPolicy"


ACCEPTED = [
    policy(),
    policy(Principal={"AWS": [YUNA, f"arn:aws:iam::{PARTNER}:root"]}),
    policy(Principal={"Service": "cloudtrail.amazonaws.com"}),
    policy(Action="s3:*", Resource=["arn:aws:s3:::box", "arn:aws:s3:::box/*"]),
    policy(Action="*", Resource="arn:aws:s3:::box*"),
    policy(Action="s3:ListBucket", Resource="arn:aws:s3:::box"),
    policy(Effect="Deny", Principal="*", Condition={"Bool": {"aws:SecureTransport": "false"}}),
    policy(Effect="Deny", Principal=None, NotPrincipal={"AWS": [YUNA]}),
    policy(Action=None, NotAction="s3:DeleteObject"),
    policy(Resource="arn:aws:s3:::box/home/${aws:username}/*"),
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_a_policy_comes_back_as_it_was_put(root: Person, text: str) -> None:
    root.ask("s3:PutBucketPolicy", Bucket="box", Policy=text)
    assert root.ask("s3:GetBucketPolicy", Bucket="box") == {"Policy": text}
    check_held(root)


def test_an_error_names_the_principal_that_is_not_there(root: Person) -> None:
    text = policy(Principal={"AWS": f"arn:aws:iam::{LEARNER}:role/gone"})
    error = refusal(root, "s3:PutBucketPolicy", Bucket="box", Policy=text)
    assert error.fields == {"Detail": f'"AWS" : "arn:aws:iam::{LEARNER}:role/gone"'}


def test_a_policy_does_not_let_in_a_namesake_of_whom_it_named(root: Person) -> None:
    first = root.account.users["yuna"].user_id
    root.ask("s3:PutBucketPolicy", Bucket="box", Policy=policy(Principal={"AWS": YUNA}))
    root.ask("iam:DeleteUser", UserName="yuna")
    root.ask("iam:CreateUser", UserName="yuna")
    shown = json.loads(root.ask("s3:GetBucketPolicy", Bucket="box")["Policy"])
    assert shown["Statement"][0]["Principal"] == {"AWS": first}
    bucket = root.save.world.bucket("box")
    assert bucket is not None
    counts = bucket_policy_of(root.save.world, bucket)
    assert counts is not None
    assert YUNA not in counts.text
    check_held(root)


PUBLIC = [
    (policy(Principal="*"), True),
    (policy(Principal={"AWS": "*"}), True),
    (policy(Principal={"AWS": PARTNER}), False),
    (policy(Principal="*", Effect="Deny"), False),
    (policy(Principal="*", Condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}), False),
    (policy(Principal="*", Condition={"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}}), True),
    (policy(Principal="*", Condition={"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}), False),
    (policy(Principal="*", Condition={"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}), True),
    (policy(Principal="*", Condition={"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}), False),
    (policy(Principal="*", Condition={"StringLike": {"aws:PrincipalOrgID": "o-*"}}), True),
    (policy(Principal="*", Condition={"StringEquals": {"aws:SourceVpc": "vpc-1"}}), False),
    (policy(Principal="*", Condition={"StringNotEquals": {"aws:SourceVpc": "vpc-1"}}), True),
    (policy(Principal="*", Condition={"Bool": {"aws:SecureTransport": "true"}}), True),
]


@pytest.mark.parametrize(("text", "public"), PUBLIC)
def test_which_policies_are_public(root: Person, text: str, public: bool) -> None:
    assert is_public(parse_policy(text, PolicyKind.RESOURCE)) is public
    if public:
        error = refusal(root, "s3:PutBucketPolicy", Bucket="box", Policy=text)
        assert (error.code, error.status) == ("AccessDenied", 403)
        assert error.message == (
            f"User: arn:aws:iam::{LEARNER}:root is not authorized to perform: s3:PutBucketPolicy on "
            'resource: "arn:aws:s3:::box" because public policies are blocked by the BlockPublicPolicy '
            "block public access setting."
        )
    root.ask("s3:DeletePublicAccessBlock", Bucket="box")
    root.ask("s3:PutBucketPolicy", Bucket="box", Policy=text)
    status = root.ask("s3:GetBucketPolicyStatus", Bucket="box")
    assert status == {"PolicyStatus": {"IsPublic": public}}


def test_a_new_bucket_blocks_public_access_and_a_setting_left_out_is_off(root: Person) -> None:
    settings = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    shown = root.ask("s3:GetPublicAccessBlock", Bucket="box")["PublicAccessBlockConfiguration"]
    assert shown == dict.fromkeys(settings, True)
    root.ask(
        "s3:PutPublicAccessBlock", Bucket="box", PublicAccessBlockConfiguration={"BlockPublicAcls": True}
    )
    shown = root.ask("s3:GetPublicAccessBlock", Bucket="box")["PublicAccessBlockConfiguration"]
    assert shown == dict.fromkeys(settings, False) | {"BlockPublicAcls": True}
    check_held(root)


def test_a_policy_goes_and_going_again_is_no_error(root: Person) -> None:
    root.ask("s3:PutBucketPolicy", Bucket="box", Policy=policy())
    assert root.ask("s3:DeleteBucketPolicy", Bucket="box") == {}
    assert root.ask("s3:DeleteBucketPolicy", Bucket="box") == {}
    assert (
        refusal(root, "s3:GetBucketPolicyStatus", Bucket="box").message == "The bucket policy does not exist"
    )
