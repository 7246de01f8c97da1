"""Every result of EC2 fits the output shape that the CLI's own service model has for the operation."""

from __future__ import annotations

from typing import Any

from tests.account.people import Person
from tests.account.shapes import Script, operations_of, play

TRUST = (
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},'
    '"Action":"sts:AssumeRole"}}'
)


def with_profiles(root: Person) -> None:
    for name in ("web", "batch"):
        root.ask("iam:CreateRole", RoleName=name, AssumeRolePolicyDocument=TRUST)
        root.ask("iam:CreateInstanceProfile", InstanceProfileName=name)
        root.ask("iam:AddRoleToInstanceProfile", InstanceProfileName=name, RoleName=name)


def image_id(last: dict[str, Any]) -> Any:
    return last["ec2:DescribeImages"]["Images"][0]["ImageId"]


def instance_id(last: dict[str, Any]) -> Any:
    return last["ec2:RunInstances"]["Instances"][0]["InstanceId"]


def instance_ids(last: dict[str, Any]) -> Any:
    return [instance["InstanceId"] for instance in last["ec2:RunInstances"]["Instances"]]


def association_id(last: dict[str, Any]) -> Any:
    return last["ec2:DescribeIamInstanceProfileAssociations"]["IamInstanceProfileAssociations"][0][
        "AssociationId"
    ]


TAG = [{"Key": "team", "Value": "moon"}]
LAUNCH: dict[str, object] = {"ImageId": image_id, "MinCount": 1, "MaxCount": 2, "InstanceType": "t3.micro"}
SCRIPT: Script = [
    ("ec2:DescribeRegions", {"AllRegions": True}),
    ("ec2:DescribeImages", {"Owners": ["amazon"], "MaxResults": 1}),
    (
        "ec2:RunInstances",
        {
            **LAUNCH,
            "IamInstanceProfile": {"Name": "web"},
            "TagSpecifications": [{"ResourceType": "instance", "Tags": TAG}],
        },
    ),
    ("ec2:DescribeInstances", {"Filters": [{"Name": "tag:team", "Values": ["mo*"]}]}),
    ("ec2:DescribeIamInstanceProfileAssociations", {}),
    (
        "ec2:ReplaceIamInstanceProfileAssociation",
        {"AssociationId": association_id, "IamInstanceProfile": {"Name": "batch"}},
    ),
    ("ec2:DescribeIamInstanceProfileAssociations", {}),
    ("ec2:DisassociateIamInstanceProfile", {"AssociationId": association_id}),
    (
        "ec2:AssociateIamInstanceProfile",
        {"InstanceId": instance_id, "IamInstanceProfile": {"Name": "web"}},
    ),
    ("ec2:CreateTags", {"Resources": instance_ids, "Tags": TAG}),
    ("ec2:DescribeTags", {}),
    ("ec2:DeleteTags", {"Resources": instance_ids, "Tags": [{"Key": "team"}]}),
    ("ec2:StopInstances", {"InstanceIds": instance_ids}),
    ("ec2:DescribeInstances", {"InstanceIds": instance_ids}),
    ("ec2:StartInstances", {"InstanceIds": instance_ids}),
    ("ec2:TerminateInstances", {"InstanceIds": instance_ids}),
    ("ec2:DescribeInstances", {"MaxResults": 5}),
]


def test_results_have_the_shape_that_the_cli_reads(root: Person) -> None:
    with_profiles(root)
    play(root, SCRIPT)


def test_the_script_asks_for_every_operation() -> None:
    assert {action for action, _parameters in SCRIPT} == operations_of("ec2")
