"""EC2 in the sandbox: instances, their states, their profiles, and EC2's words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from tests.account.people import Person
from tests.account.shapes import check_held
from tests.account.test_ec2_shapes import with_profiles
from tutor.account import RequestRecord, ServiceError
from tutor.account.machines import IMAGES

AMI = IMAGES[0].id_in("us-east-1")
ARM = IMAGES[1].id_in("us-east-1")
LAUNCH: dict[str, Any] = {"ImageId": AMI, "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}
WEB = "arn:aws:iam::111111111111:instance-profile/web"
GONE = "i-00000000000000000"


@pytest.fixture
def root(root: Person) -> Person:
    with_profiles(root)
    root.ask("iam:CreateInstanceProfile", InstanceProfileName="empty")
    return root


def launched(person: Person, **changes: Any) -> list[str]:
    answer = person.ask("ec2:RunInstances", **{**LAUNCH, **changes})
    assert {instance["State"]["Name"] for instance in answer["Instances"]} == {"pending"}
    return [instance["InstanceId"] for instance in answer["Instances"]]


def shown(person: Person, **parameters: object) -> list[Any]:
    answer = person.ask("ec2:DescribeInstances", **parameters)
    return [instance for reservation in answer["Reservations"] for instance in reservation["Instances"]]


def states(person: Person) -> list[str]:
    return [instance["State"]["Name"] for instance in shown(person)]


def refusal(person: Person, action: str, **parameters: object) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        person.ask(f"ec2:{action}", **parameters)
    return raised.value


def test_instances_run_stop_start_and_end(root: Person) -> None:
    ids = launched(root, MaxCount=2)
    assert states(root) == ["running", "running"]
    answer = root.ask("ec2:StopInstances", InstanceIds=ids[:1])["StoppingInstances"]
    assert (answer[0]["CurrentState"], answer[0]["PreviousState"]) == (
        {"Code": 64, "Name": "stopping"},
        {"Code": 16, "Name": "running"},
    )
    assert states(root) == ["stopped", "running"]
    check_held(root)
    answer = root.ask("ec2:StopInstances", InstanceIds=ids[:1])["StoppingInstances"]
    assert answer[0]["CurrentState"]["Name"] == "stopped"
    root.ask("ec2:StartInstances", InstanceIds=ids[:1])
    assert states(root) == ["running", "running"]
    root.ask("ec2:TerminateInstances", InstanceIds=ids)
    assert states(root) == ["terminated", "terminated"]
    assert refusal(root, "StartInstances", InstanceIds=ids).code == "IncorrectInstanceState"
    root.save.advance_clock(3600)
    assert states(root) == []
    assert refusal(root, "DescribeInstances", InstanceIds=ids).code == "InvalidInstanceID.NotFound"
    launched(root)
    assert len(root.account.compute.instances) == 1
    check_held(root)


def test_regions_do_not_see_each_other(root: Person) -> None:
    launched(root)
    request = root.request("ec2:DescribeInstances")
    fields = {name: getattr(request, name) for name in RequestRecord.__slots__ if name != "region"}
    answer = root.save.append(RequestRecord(**fields, region="ap-northeast-2")).result
    assert answer["Reservations"] == []


def test_a_client_token_launches_once(root: Person) -> None:
    assert launched(root, ClientToken="t") == launched(root, ClientToken="t")
    assert len(shown(root)) == 1
    check_held(root)


def test_a_dry_run_changes_nothing(root: Person) -> None:
    (instance,) = launched(root)
    for action, parameters in (
        ("RunInstances", LAUNCH),
        ("StopInstances", {"InstanceIds": [instance]}),
        ("TerminateInstances", {"InstanceIds": [instance]}),
        ("CreateTags", {"Resources": [instance], "Tags": [{"Key": "a", "Value": "b"}]}),
        ("DescribeRegions", {}),
    ):
        error = refusal(root, action, **parameters, DryRun=True)
        assert (error.code, error.message, error.status) == (
            "DryRunOperation",
            "Request would have succeeded, but DryRun flag is set.",
            412,
        )
    assert states(root) == ["running"]


def test_a_protected_instance_is_not_terminated(root: Person) -> None:
    ids = launched(root, DisableApiTermination=True)
    assert refusal(root, "TerminateInstances", InstanceIds=ids).code == "OperationNotPermitted"


REFUSED = [
    ({"ImageId": "ami-00000000"}, "InvalidAMIID.NotFound", "The image id '[ami-00000000]' does not exist"),
    ({"ImageId": "ubuntu"}, "InvalidAMIID.Malformed", 'Invalid id: "ubuntu"'),
    ({"ImageId": None}, "MissingParameter", "The request must contain the parameter ImageId"),
    ({"InstanceType": "t9.huge"}, "InvalidParameterValue", "Invalid value 't9.huge' for InstanceType."),
    ({"ImageId": ARM}, "InvalidParameterValue", None),
    ({"KeyName": "mine"}, "InvalidKeyPair.NotFound", "The key pair 'mine' does not exist"),
    ({"SubnetId": "subnet-1"}, "InvalidSubnetID.NotFound", "The subnet ID 'subnet-1' does not exist"),
    ({"SecurityGroupIds": ["sg-1"]}, "InvalidGroup.NotFound", "The security group 'sg-1' does not exist"),
    ({"MinCount": 2}, "InvalidParameterValue", None),
    ({"MinCount": 17, "MaxCount": 17}, "VcpuLimitExceeded", None),
    ({"LaunchTemplate": {"LaunchTemplateName": "t"}}, "UnsupportedOperation", None),
    (
        {"IamInstanceProfile": {"Name": "none"}},
        "InvalidParameterValue",
        "Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
    ),
    (
        {"IamInstanceProfile": {"Arn": f"{WEB}s"}},
        "InvalidParameterValue",
        f"Value ({WEB}s) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN",
    ),
    ({"IamInstanceProfile": {"Name": "web", "Arn": WEB}}, "InvalidParameterCombination", None),
    (
        {"IamInstanceProfile": {"Name": "empty"}},
        "InvalidParameterValue",
        'IAM Instance Profile "arn:aws:iam::111111111111:instance-profile/empty" has no associated IAM Roles',
    ),
    (
        {"TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "aws:x", "Value": ""}]}]},
        "InvalidParameterValue",
        "Tag keys starting with 'aws:' are reserved for internal use",
    ),
]


@pytest.mark.parametrize(("changes", "code", "message"), REFUSED)
def test_launches_that_ec2_refuses(
    root: Person, changes: dict[str, Any], code: str, message: str | None
) -> None:
    parameters = {name: value for name, value in {**LAUNCH, **changes}.items() if value is not None}
    error = refusal(root, "RunInstances", **parameters)
    assert error.code == code
    assert message in (None, error.message)
    assert states(root) == []


def test_the_image_behind_a_public_parameter(root: Person) -> None:
    launched(root, ImageId=f"resolve:ssm:{IMAGES[0].parameter}")
    assert shown(root)[0]["ImageId"] == AMI


def test_unknown_instances_are_named(root: Person) -> None:
    error = refusal(root, "StopInstances", InstanceIds=[GONE])
    assert (error.code, error.message) == (
        "InvalidInstanceID.NotFound",
        f"The instance ID '{GONE}' does not exist",
    )
    other = GONE[:-1] + "1"
    error = refusal(root, "StopInstances", InstanceIds=[GONE, other])
    assert error.message == f"The instance IDs '{GONE}, {other}' do not exist"
    assert refusal(root, "StopInstances", InstanceIds=["mine"]).message == 'Invalid id: "mine"'


FILTERS: list[tuple[Sequence[tuple[str, list[str]]], list[str]]] = [
    ([("tag:name", ["web"])], ["web"]),
    ([("tag:name", ["w*", "d?"])], ["web", "db"]),
    ([("tag-key", ["name"])], ["web", "db"]),
    ([("instance-state-name", ["stopped"])], ["db"]),
    ([("instance-state-name", ["running"]), ("tag:name", ["db"])], []),
    ([("iam-instance-profile.arn", [WEB])], ["web"]),
    ([("instance-type", ["t3.*"])], ["web", "db"]),
    ([("image-id", [ARM])], []),
]


@pytest.mark.parametrize(("filters", "found"), FILTERS)
def test_filters(root: Person, filters: Sequence[tuple[str, list[str]]], found: list[str]) -> None:
    for name in ("web", "db"):
        tags = [{"ResourceType": "instance", "Tags": [{"Key": "name", "Value": name}]}]
        profile = {"IamInstanceProfile": {"Arn": WEB}} if name == "web" else {}
        ids = launched(root, TagSpecifications=tags, **profile)
    root.ask("ec2:StopInstances", InstanceIds=ids)
    asked = [{"Name": name, "Values": values} for name, values in filters]
    assert [row["Tags"][0]["Value"] for row in shown(root, Filters=asked)] == found


def test_an_unknown_filter_is_refused(root: Person) -> None:
    error = refusal(root, "DescribeInstances", Filters=[{"Name": "colour", "Values": ["red"]}])
    assert (error.code, error.message) == ("InvalidParameterValue", "The filter 'colour' is invalid")


def test_instances_have_pages(root: Person) -> None:
    ids = launched(root, MaxCount=7)
    first = root.ask("ec2:DescribeInstances", MaxResults=5)
    rest = root.ask("ec2:DescribeInstances", MaxResults=5, NextToken=first["NextToken"])
    found = [
        instance["InstanceId"]
        for page in (first, rest)
        for reservation in page["Reservations"]
        for instance in reservation["Instances"]
    ]
    assert found == ids
    assert "NextToken" not in rest
    assert refusal(root, "DescribeInstances", MaxResults=4).code == "InvalidParameterValue"
    assert refusal(root, "DescribeInstances", NextToken="x").code == "InvalidNextToken"
    error = refusal(root, "DescribeInstances", MaxResults=5, InstanceIds=ids)
    assert error.code == "InvalidParameterCombination"


def associations(person: Person, **parameters: object) -> list[Any]:
    answer = person.ask("ec2:DescribeIamInstanceProfileAssociations", **parameters)
    return list(answer["IamInstanceProfileAssociations"])


def test_a_profile_is_put_on_replaced_and_taken_off(root: Person) -> None:
    (instance,) = launched(root)
    target: dict[str, Any] = {"InstanceId": instance, "IamInstanceProfile": {"Name": "web"}}
    made = root.ask("ec2:AssociateIamInstanceProfile", **target)["IamInstanceProfileAssociation"]
    assert made["State"] == "associating"
    assert [row["State"] for row in associations(root)] == ["associated"]
    error = refusal(root, "AssociateIamInstanceProfile", **target)
    assert (error.code, error.message) == (
        "IncorrectState",
        f"There is an existing association for instance {instance}",
    )
    replaced = root.ask(
        "ec2:ReplaceIamInstanceProfileAssociation",
        AssociationId=made["AssociationId"],
        IamInstanceProfile={"Name": "batch"},
    )["IamInstanceProfileAssociation"]
    assert replaced["AssociationId"] != made["AssociationId"]
    assert shown(root)[0]["IamInstanceProfile"]["Arn"].endswith("/batch")
    check_held(root)
    error = refusal(root, "DisassociateIamInstanceProfile", AssociationId=made["AssociationId"])
    assert (error.code, error.message) == (
        "InvalidAssociationID.NotFound",
        f"An invalid association-id of '{made['AssociationId']}' was given",
    )
    root.ask("ec2:DisassociateIamInstanceProfile", AssociationId=replaced["AssociationId"])
    assert associations(root) == []
    assert "IamInstanceProfile" not in shown(root)[0]


def test_the_end_of_an_instance_is_the_end_of_its_association(root: Person) -> None:
    ids = launched(root, IamInstanceProfile={"Name": "web"})
    (row,) = associations(root, Filters=[{"Name": "instance-id", "Values": ids}])
    assert row["IamInstanceProfile"]["Arn"] == WEB
    root.ask("ec2:TerminateInstances", InstanceIds=ids)
    assert associations(root) == []


def test_tags_come_and_go(root: Person) -> None:
    ids = launched(root)
    root.ask("ec2:CreateTags", Resources=ids, Tags=[{"Key": key, "Value": "1"} for key in "abc"])
    root.ask("ec2:CreateTags", Resources=ids, Tags=[{"Key": "a", "Value": "2"}])
    root.ask("ec2:DeleteTags", Resources=ids, Tags=[{"Key": "b"}, {"Key": "c", "Value": "other"}])
    rows = root.ask("ec2:DescribeTags", Filters=[{"Name": "resource-id", "Values": ids}])["Tags"]
    assert [(row["Key"], row["Value"]) for row in rows] == [("a", "2"), ("c", "1")]
    root.ask("ec2:DeleteTags", Resources=ids)
    assert root.ask("ec2:DescribeTags")["Tags"] == []
    many = [{"Key": str(number), "Value": ""} for number in range(51)]
    assert refusal(root, "CreateTags", Resources=ids, Tags=many).code == "TagLimitExceeded"
    assert refusal(root, "CreateTags", Resources=["vol-1"], Tags=many).code == "InvalidID"


def test_regions_and_images(root: Person) -> None:
    open_regions = [row["RegionName"] for row in root.ask("ec2:DescribeRegions")["Regions"]]
    every_region = root.ask("ec2:DescribeRegions", AllRegions=True)["Regions"]
    assert len(open_regions) == 17
    assert {row["OptInStatus"] for row in every_region} == {"opt-in-not-required", "not-opted-in"}
    assert refusal(root, "DescribeRegions", RegionNames=["moon-1"]).message == (
        "Invalid region names provided: [moon-1]"
    )
    filters = [{"Name": "name", "Values": ["al2023*"]}, {"Name": "architecture", "Values": ["arm64"]}]
    images = root.ask("ec2:DescribeImages", Owners=["amazon"], Filters=filters)["Images"]
    assert [image["ImageId"] for image in images] == [ARM]
    assert refusal(root, "DescribeImages", ImageIds=["ami-00000000"]).code == "InvalidAMIID.NotFound"


def test_a_launch_takes_time_from_the_sandbox_clock(root: Person) -> None:
    launched(root)
    (instance,) = shown(root)
    assert instance["LaunchTime"] == root.save.world.now - timedelta(seconds=20)
