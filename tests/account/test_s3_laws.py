"""Laws of the journal, for whatever is asked of S3, EC2 and Organizations."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.account.people import Person, contents, fresh_save
from tests.account.shapes import check_held
from tests.account.test_ec2_shapes import with_profiles
from tutor.account import Recorded
from tutor.account.machines import IMAGES

BUCKETS = st.sampled_from(["box", "crate"])
KEYS = st.sampled_from(["a", "a/b", "ㄱ"])
YUNA = "arn:aws:iam::111111111111:user/yuna"
POLICIES = st.sampled_from(
    [
        json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": effect,
                    "Principal": principal,
                    "Action": "s3:GetObject",
                    "Resource": "arn:aws:s3:::box/*",
                },
            }
        )
        for effect in ("Allow", "Deny")
        for principal in ("*", {"AWS": YUNA})
    ]
)
CONTENTS = st.sampled_from(
    ['{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}', "{}"]
)
SCP = st.just("SERVICE_CONTROL_POLICY")

Step = Callable[[Person], object]
Filled = Callable[[Person], Any]
"""A parameter that hangs on what there is."""


def asked(action: str, **parameters: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    def step(given_parameters: dict[str, Any]) -> Step:
        def ask(person: Person) -> object:
            filled = {
                name: value(person) if callable(value) else value for name, value in given_parameters.items()
            }
            return person.record(action, **filled)

        return ask

    return st.fixed_dictionaries(dict(parameters)).map(step)


def place(person: Person) -> str:
    organization = person.save.world.organization
    if organization is None:
        return "r-0000"
    return next(iter(organization.units), organization.root_id)


def root_id(person: Person) -> str:
    organization = person.save.world.organization
    return "r-0000" if organization is None else organization.root_id


def policy_id(person: Person) -> str:
    organization = person.save.world.organization
    return next(iter(organization.policies), "p-FullAWSAccess") if organization else "p-00000000"


def instances(person: Person) -> list[str]:
    return list(person.account.compute.instances)[:1]


def association(person: Person) -> str:
    return next(iter(person.account.compute.associations), "iip-assoc-0")


def upload_id(person: Person) -> str:
    bucket = person.save.world.bucket("box")
    return next(iter(bucket.uploads), "none") if bucket else "none"


def fixed(value: Filled) -> st.SearchStrategy[Any]:
    return st.just(value)


REQUESTS = st.one_of(
    asked("s3:CreateBucket", Bucket=BUCKETS),
    asked("s3:PutObject", Bucket=BUCKETS, Key=KEYS, Tagging=st.sampled_from(["", "a=b", "a=%"])),
    asked("s3:CopyObject", Bucket=BUCKETS, Key=KEYS, CopySource=st.sampled_from(["box/a", "crate/a/b"])),
    asked("s3:PutBucketPolicy", Bucket=BUCKETS, Policy=POLICIES),
    asked("s3:DeletePublicAccessBlock", Bucket=BUCKETS),
    asked("s3:DeleteBucketPolicy", Bucket=BUCKETS),
    asked("s3:CreateMultipartUpload", Bucket=st.just("box"), Key=st.just("a")),
    asked(
        "s3:UploadPart",
        Bucket=st.just("box"),
        Key=st.just("a"),
        UploadId=fixed(upload_id),
        PartNumber=st.integers(0, 2),
        Body=st.just(b"\x00\xff"),
    ),
    asked("iam:CreateUser", UserName=st.just("yuna")),
    asked("iam:DeleteUser", UserName=st.just("yuna")),
    asked(
        "ec2:RunInstances",
        ImageId=st.just(IMAGES[0].id_in("us-east-1")),
        InstanceType=st.sampled_from(["t3.micro", "nonsense"]),
        MinCount=st.just(1),
        MaxCount=st.integers(1, 3),
        ClientToken=st.sampled_from(["one", "two"]),
        IamInstanceProfile=st.sampled_from([{"Name": "web"}, {"Name": "none"}]),
    ),
    asked("ec2:StopInstances", InstanceIds=fixed(instances)),
    asked("ec2:TerminateInstances", InstanceIds=fixed(instances)),
    asked("ec2:DisassociateIamInstanceProfile", AssociationId=fixed(association)),
    asked("ec2:CreateTags", Resources=fixed(instances), Tags=st.just([{"Key": "a", "Value": "b"}])),
    asked("organizations:CreateOrganization"),
    asked("organizations:EnablePolicyType", RootId=fixed(root_id), PolicyType=SCP),
    asked("organizations:DisablePolicyType", RootId=fixed(root_id), PolicyType=SCP),
    asked("organizations:CreateOrganizationalUnit", ParentId=fixed(place), Name=st.sampled_from("ab")),
    asked("organizations:CreateAccount", AccountName=st.just("lab"), Email=st.sampled_from(["a@b.co", "a"])),
    asked(
        "organizations:CreatePolicy", Name=st.just("p"), Description=st.just(""), Type=SCP, Content=CONTENTS
    ),
    asked("organizations:AttachPolicy", PolicyId=fixed(policy_id), TargetId=fixed(place)),
    asked("organizations:DetachPolicy", PolicyId=fixed(policy_id), TargetId=fixed(place)),
    asked("organizations:DeletePolicy", PolicyId=fixed(policy_id)),
)
MOVES: st.SearchStrategy[Step] = st.sampled_from(
    [
        lambda person: person.save.undo(),
        lambda person: person.save.redo(),
        lambda person: person.save.advance_clock(3600),
    ]
)
STEPS = st.lists(st.one_of(REQUESTS, REQUESTS, MOVES), max_size=30)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(STEPS)
def test_replay_checkpoint_and_copy_hold_all_there_is(steps: list[Step]) -> None:
    root = Person(fresh_save())
    with_profiles(root)
    for step in steps:
        step(root)
    check_held(root)


@few
@given(STEPS)
def test_a_refused_operation_changes_nothing(steps: list[Step]) -> None:
    root = Person(fresh_save())
    with_profiles(root)

    def plain() -> dict[str, Any]:
        tables = contents(root.save.world)
        del tables["state"]
        return tables

    for step in steps:
        before = plain()
        recorded = step(root)
        if isinstance(recorded, Recorded) and recorded.error is not None:
            assert plain() == before


@few
@given(STEPS)
def test_a_copy_of_the_world_is_independent(steps: list[Step]) -> None:
    root = Person(fresh_save())
    with_profiles(root)
    half = len(steps) // 2
    for step in steps[:half]:
        step(root)
    copy, before = root.save.world.copy(), contents(root.save.world)
    for step in steps[half:]:
        step(root)
    assert contents(copy) == before
