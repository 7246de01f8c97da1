"""What the catalogue knows, and that looking something up reads no more than it must."""

import json
import subprocess
import sys

import pytest

from tutor.gateway.needs import NEEDS
from tutor.policy.catalogue import (
    CATALOGUE_FILE,
    GLOBAL_CONDITION_KEYS,
    AccessLevel,
    Catalogue,
    find_key,
)
from tutor.policy.catalogue.names import ACTIONS_OF_OPERATIONS

CATALOGUE = Catalogue.open()
LARGEST = 1_500_000
"""Bytes that the catalogue may add to the package."""


def test_an_action_tells_its_level_its_resource_types_and_its_keys() -> None:
    action = CATALOGUE.action("S3:listbucket")
    assert action is not None
    assert action.name == "ListBucket"
    assert action.access_level is AccessLevel.LIST
    assert [name for name, _ in action.resource_types] == ["accesspoint", "bucket"]
    assert {"s3:prefix", "s3:delimiter", "s3:max-keys"} <= set(action.condition_keys)


def test_a_resource_type_tells_its_arn() -> None:
    service = CATALOGUE.service("s3")
    assert service is not None
    assert service.name == "Amazon S3"
    assert service.resource_types["bucket"].arn == "arn:${Partition}:s3:::${BucketName}"
    assert service.resource_types["object"].arn == "arn:${Partition}:s3:::${BucketName}/${ObjectName}"


def test_an_action_tells_what_else_it_needs() -> None:
    action = CATALOGUE.action("ec2:RunInstances")
    assert action is not None
    assert "iam:PassRole" in action.dependents


def test_an_action_without_resource_types_acts_on_everything_alone() -> None:
    action = CATALOGUE.action("s3:ListAllMyBuckets")
    assert action is not None
    assert action.resource_types == ()


def test_listing_users_is_about_a_path_of_users() -> None:
    action = CATALOGUE.action("iam:ListUsers")
    assert action is not None
    assert [name for name, _ in action.resource_types] == ["user"]


def test_an_unknown_service_is_none() -> None:
    assert CATALOGUE.service("s4") is None
    assert CATALOGUE.action("s4:GetObject") is None
    assert CATALOGUE.action("s3") is None


NEAREST = [
    ("s3:GetObjet", "s3:GetObject"),
    ("s3:getobjcet", "s3:GetObject"),
    ("iam:PasRole", "iam:PassRole"),
    ("ec2:RunInstance", "ec2:RunInstances"),
    ("lamda:InvokeFunction", "lambda:InvokeFunction"),
    ("s4:GetObject", "s3:GetObject"),
    ("s3:ListObjectsV2", "s3:ListBucket"),
    ("s3:HeadObject", "s3:GetObject"),
    ("s3:ListBuckets", "s3:ListAllMyBuckets"),
    ("s3:ls", "s3:ListBucket"),
    ("lambda:Invoke", "lambda:InvokeFunction"),
    ("foo:Bar", None),
    ("s3:", None),
    ("", None),
    ("s3:" + "GetObject" * 100, None),
]


@pytest.mark.parametrize(("written", "meant"), NEAREST, ids=[each[0][:24] or "nothing" for each in NEAREST])
def test_the_nearest_action(written: str, meant: str | None) -> None:
    assert CATALOGUE.nearest_action(written) == meant


@pytest.mark.parametrize("operation", ACTIONS_OF_OPERATIONS)
def test_an_operation_with_another_action_is_no_action_itself(operation: str) -> None:
    assert CATALOGUE.action(operation) is None
    assert all(CATALOGUE.action(action) for action in ACTIONS_OF_OPERATIONS[operation])


PATTERNS = [
    (
        "iam:*AccessKey",
        ("iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:UpdateAccessKey"),
    ),
    ("S3:GETOBJECT", ("s3:GetObject",)),
    ("s3:GetObjec?", ("s3:GetObject",)),
    ("s3:Fetch*", ()),
    ("s4:*", ()),
    ("s3", ()),
]


@pytest.mark.parametrize(("pattern", "actions"), PATTERNS, ids=[each[0] for each in PATTERNS])
def test_actions_that_a_pattern_covers(pattern: str, actions: tuple[str, ...]) -> None:
    assert CATALOGUE.actions_matching(pattern) == actions


def test_a_star_covers_every_action_of_every_service() -> None:
    every = CATALOGUE.actions_matching("*")
    assert CATALOGUE.actions_matching("*:*") == every
    assert {name.partition(":")[0] for name in every} == set(CATALOGUE.prefixes)


KEYS = [
    ("aws:username", "aws:username"),
    ("AWS:UserName", "aws:username"),
    ("aws:PrincipalTag/team", "aws:PrincipalTag/${TagKey}"),
    ("aws:principaltag/Team", "aws:PrincipalTag/${TagKey}"),
    ("aws:PrincipalTag", None),
    ("aws:PrincipalTag/", None),
    ("aws:PrincipalTag/${TagKey}", None),
    ("aws:user", None),
]


@pytest.mark.parametrize(("written", "name"), KEYS, ids=[each[0] for each in KEYS])
def test_finding_a_global_condition_key(written: str, name: str | None) -> None:
    key = find_key(CATALOGUE.global_condition_keys, written)
    assert (key and key.name) == name


def test_sets_are_told_from_single_values() -> None:
    assert {key.name for key in GLOBAL_CONDITION_KEYS.values() if key.multivalued} == {
        "aws:CalledVia",
        "aws:CalledViaAWSMCP",
        "aws:PrincipalOrgPaths",
        "aws:PrincipalServiceNamesList",
        "aws:ResourceOrgPaths",
        "aws:SourceOrgPaths",
        "aws:TagKeys",
        "aws:VpceOrgPaths",
    }


def test_every_service_can_be_read_and_hangs_together() -> None:
    for prefix in CATALOGUE.prefixes:
        service = CATALOGUE.service(prefix)
        assert service is not None
        assert service.prefix == prefix
        for name, action in service.actions.items():
            assert name == action.name.lower()
            assert all(kind in service.resource_types for kind, _ in action.resource_types)
            assert {key.lower() for key in action.condition_keys} <= service.keys_of(action).keys()
        for name, key in service.condition_keys.items():
            assert name == key.name.lower()
            assert key.type in {"String", "Bool", "ARN", "Numeric", "Date", "IPAddress"}


@pytest.mark.parametrize("action", sorted({action for action, _ in NEEDS.values()}))
def test_every_action_that_the_sandbox_asks_for_is_there(action: str) -> None:
    assert action in CATALOGUE.actions_matching(action)


def test_the_file_is_small_and_one_service_is_read_on_its_own() -> None:
    with CATALOGUE_FILE.open("rb") as stream:
        header = stream.readline()
        size = len(header) + len(stream.read())
    assert size < LARGEST
    places = json.loads(header)["services"]
    assert places["s3"][1] < size // 50


def loaded_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `statement`."""
    code = f"{statement}\nimport sys; print('\\n'.join(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(out.stdout.split())


def test_the_evaluator_does_not_load_the_catalogue() -> None:
    loaded = loaded_after("import tutor.policy")
    assert not [name for name in loaded if name.startswith(("tutor.policy.catalogue", "tutor.policy.lint"))]


def test_the_catalogue_needs_only_the_standard_library() -> None:
    loaded = loaded_after(
        "from tutor.policy.catalogue import Catalogue\nassert Catalogue.open().action('s3:GetObject')"
    )
    outside = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"tutor", "__main__"}
    own = {name for name in outside if not name.startswith(("_", "sitecustomize"))}
    assert own == set()
