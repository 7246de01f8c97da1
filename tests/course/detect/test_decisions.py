"""Misconceptions that a decision shows: where each is seen, and the near misses where it must not be."""

from typing import Final

import pytest

from tutor.course.detect import DETECTORS, detect

from .situations import (
    ACCOUNT,
    MFA,
    OTHER,
    PHOTOS,
    PICKUP,
    YUNA,
    Situation,
    allow,
    asked,
    deny,
    request,
    trusts,
)

THEO: Final = f"arn:aws:iam::{OTHER}:user/theo"
SESSION: Final = f"arn:aws:sts::{ACCOUNT}:assumed-role/album-pickup/theo"
ROOT: Final = f"arn:aws:iam::{ACCOUNT}:root"
CAT: Final = f"{PHOTOS}/cat.jpg"
ASSUME: Final = ("sts:AssumeRole", PICKUP)
PASS: Final = ("iam:PassRole", PICKUP)
LIST: Final = ("s3:ListBucket", PHOTOS)
READ: Final = ("s3:GetObject", CAT)
GIVEN: Final = (request("AttachUserPolicy", UserName="yuna"),)
EVERYONE: Final = {"AWS": "*"}


def condition(operator: str, key: str, value: object) -> dict[str, object]:
    """One condition."""
    return {"Condition": {operator: {key: value}}}


SHOWN: Final[dict[str, tuple[Situation, ...]]] = {
    "B6": (
        asked("allowed", *LIST, allow("s3:ListBucket", f"{PHOTOS}/*")),
        asked("allowed", *READ, allow(["s3:ListBucket", "s3:GetObject"], PHOTOS)),
        asked("allowed", *LIST, allow("s3:*", f"{PHOTOS}/wedding/*")),
    ),
    "B7": (
        asked("allowed", *LIST, allow("s3:ls", PHOTOS)),
        asked("allowed", *LIST, allow(["s3:ListObjectsV2", "s3:GetObject"], PHOTOS)),
        asked("allowed", *READ, allow("s3:cp", f"{PHOTOS}/*")),
    ),
    "B9": (
        asked("allowed", *READ, deny("s3:*", None, NotResource=[PHOTOS, f"{PHOTOS}/*"])),
        asked(
            "allowed",
            *READ,
            deny("s3:*", **condition("StringNotEquals", "s3:ResourceAccount", ACCOUNT)),
            context={"s3:ResourceAccount": ACCOUNT},
        ),
    ),
    "B10": (
        asked("allowed", *READ, deny("s3:*", f"{PHOTOS}/*"), allow("s3:GetObject", CAT)),
        asked("allowed", *READ, allow("s3:GetObject", CAT), group=(deny("s3:*", f"{PHOTOS}/*"),)),
    ),
    "B11": (
        asked("allowed", *ASSUME, allow("*"), on_resource=(trusts({"AWS": THEO}),)),
        asked("allowed", *ASSUME, allow("*"), on_resource=(trusts({"Service": "ec2.amazonaws.com"}),)),
    ),
    "trust-misses-caller": (
        asked("allowed", *ASSUME, allow("sts:AssumeRole", PICKUP), on_resource=(trusts({"AWS": THEO}),)),
        asked("allowed", *ASSUME, allow("sts:*", PICKUP), who=THEO, on_resource=(trusts({"AWS": YUNA}),)),
    ),
    "B12": (
        asked(
            "refused",
            *READ,
            allow("s3:GetObject", "*"),
            who=SESSION,
            done=(request("UpdateAssumeRolePolicy", RoleName="album-pickup"),),
        ),
        asked(
            "refused",
            *LIST,
            allow("s3:*"),
            who=SESSION,
            done=(request("DeleteOpenIDConnectProvider", OpenIDConnectProviderArn="arn"),),
        ),
    ),
    "B16": (
        asked("allowed", *READ, who=ROOT, scp=(allow("*"), deny("s3:*"))),
        asked("allowed", *READ, who=ROOT, on_resource=(deny("s3:*", f"{PHOTOS}/*", Principal="*"),)),
    ),
    "M1": (
        asked("allowed", *READ, boundary=(allow("s3:*"),)),
        asked("allowed", *READ, allow("s3:ListBucket"), boundary=(allow("*"),)),
    ),
    "M2": (
        asked(
            "refused",
            *READ,
            boundary=(allow("ec2:*"),),
            on_resource=(allow("s3:GetObject", f"{PHOTOS}/*", Principal={"AWS": YUNA}),),
        ),
        asked(
            "refused",
            *READ,
            allow("s3:*"),
            boundary=(allow("iam:Get*"),),
            on_resource=(allow("s3:*", f"{PHOTOS}/*", Principal={"AWS": [YUNA, THEO]}),),
        ),
    ),
    "M3": (
        asked("refused", *READ, allow(None, NotAction="s3:GetObject"), apart=(allow("s3:*"),)),
        asked("refused", *READ, allow(None, NotAction="s3:*"), group=(allow("s3:Get*"),)),
    ),
    "M4": (
        asked("refused", *ASSUME, allow("sts:AssumeRole"), on_resource=(trusts({"AWS": ROOT}),)),
        asked("refused", *ASSUME, allow("*"), on_resource=(trusts({"AWS": ACCOUNT}),)),
        asked(
            "refused",
            *ASSUME,
            allow("*"),
            who=THEO,
            on_resource=(trusts({"AWS": f"arn:aws:iam::{OTHER}:root"}),),
        ),
    ),
    "M6": (
        asked("allowed", *READ, allow("s3:*"), owner=OTHER),
        asked(
            "allowed",
            *READ,
            who=THEO,
            owner=ACCOUNT,
            on_resource=(allow("s3:GetObject", f"{PHOTOS}/*", Principal={"AWS": THEO}),),
        ),
        asked("allowed", *ASSUME, who=THEO, on_resource=(trusts({"AWS": THEO}),)),
    ),
    "M7": (
        asked("refused", *READ, on_resource=(allow("s3:GetObject", f"{PHOTOS}/*", Principal={"AWS": YUNA}),)),
        asked("refused", *READ, allow("iam:*"), on_resource=(allow("s3:*", f"{PHOTOS}/*", Principal="*"),)),
    ),
    "M8": (
        asked("allowed", *PASS, allow("ec2:*"), done=(request("PutRolePolicy", RoleName="album-pickup"),)),
        asked("allowed", *PASS, done=(request("UpdateAssumeRolePolicy", RoleName="album-pickup"),)),
    ),
    "M9": (
        asked("refused", *READ, allow("s3:*"), deny("*", **condition("Bool", MFA, "false"))),
        asked("refused", *LIST, allow("*"), group=(deny("s3:*", **condition("Bool", MFA, False)),)),
    ),
    "M10": (
        asked("refused", *READ, allow("s3:*", **condition("BoolIfExists", MFA, "true"))),
        asked("refused", *LIST, group=(allow("*", **condition("BoolIfExists", MFA, True)),)),
    ),
    "M11": (
        asked("allowed", *READ, scp=(allow("s3:GetObject"),)),
        asked("allowed", *LIST, allow("iam:*"), scp=(allow(["s3:*", "iam:*"]),)),
    ),
    "M12": (
        asked("refused", *READ, allow("s3:*"), managed=(deny("s3:*"),)),
        asked("refused", *LIST, allow("*"), managed=(allow("*"), deny("s3:List*"))),
    ),
    "M13": (
        asked(
            "allowed",
            *READ,
            allow("s3:*", Condition={"StringEquals": {"aws:username": "yuna"}, "Bool": {MFA: "true"}}),
            context={"aws:username": "yuna"},
        ),
        asked(
            "allowed",
            *READ,
            allow("s3:*", Condition={"StringEquals": {"aws:username": "yuna", "aws:PrincipalTag/team": "x"}}),
            context={"aws:username": "yuna", "aws:PrincipalTag/team": "photo"},
        ),
    ),
    "M14": (
        asked(
            "refused", *READ, allow("s3:*", **condition("ForAllValues:StringEquals", "aws:TagKeys", ["a"]))
        ),
        asked(
            "refused",
            *LIST,
            allow("s3:*", **condition("ForAllValues:StringLike", "aws:PrincipalOrgPaths", ["o-1/*"])),
        ),
    ),
    "M15": (
        asked(
            "allowed",
            *READ,
            allow("s3:*"),
            deny("s3:*", **condition("StringNotEquals", "aws:SourceVpc", "vpc-1")),
        ),
        asked(
            "refused", *READ, allow("s3:*", **condition("StringNotLike", "aws:PrincipalTag/job", "guest*"))
        ),
    ),
    "M16": (
        asked(
            "allowed",
            *READ,
            on_resource=(allow("s3:GetObject", f"{PHOTOS}/${{aws:username}}.jpg", Principal={"AWS": YUNA}),),
            version="2008-10-17",
            context={"aws:username": "cat"},
        ),
        asked(
            "allowed",
            *READ,
            allow("s3:GetObject", f"{PHOTOS}/${{aws:username}}*"),
            version="2008-10-17",
            context={"aws:username": "cat"},
        ),
    ),
    "M18": (
        asked(
            "allowed",
            *ASSUME,
            allow("*"),
            who=THEO,
            on_resource=(trusts({"AWS": THEO}, **condition("StringEquals", "sts:ExternalId", "our-secret")),),
            context={"sts:ExternalId": "MR-2026-0042"},
        ),
        asked(
            "allowed",
            *ASSUME,
            allow("sts:AssumeRole"),
            on_resource=(trusts({"AWS": ROOT}, **condition("StringEquals", "sts:ExternalId", ["a", "b"])),),
            context={"sts:ExternalId": "c"},
        ),
    ),
    "M19": (
        asked("allowed", *ASSUME, allow("sts:*"), on_resource=(trusts({"AWS": "AIDAEXAMPLEOLDUSER01"}),)),
        asked(
            "allowed", *ASSUME, allow("*"), who=THEO, on_resource=(trusts({"AWS": "AROAEXAMPLEOLDROLE01"}),)
        ),
    ),
    "M20": (
        asked("allowed", *READ, allow("s3:ListBucket"), who=SESSION, session=(allow("s3:*"),)),
        asked("allowed", *READ, who=SESSION, session=(allow("*"),)),
    ),
    "M21": (
        asked("allowed", *READ, deny("s3:*"), apart=(allow("s3:GetObject"),), done=GIVEN),
        asked("allowed", *READ, allow("s3:*"), scp=(allow("iam:*"),), done=GIVEN),
    ),
    "M22": (
        asked("refused", *READ, allow(["s3:GetObject", "s3:ListBucket"], "*")),
        asked("refused", "iam:PassRole", PICKUP, allow(["ec2:RunInstances", "iam:PassRole"], "*")),
    ),
    "deny-elsewhere": (
        asked("allowed", *READ, allow("s3:*"), group=(deny("s3:GetObject"),)),
        asked("allowed", *READ, allow("s3:*"), on_resource=(deny("s3:*", f"{PHOTOS}/*", Principal="*"),)),
        asked("allowed", *READ, allow("s3:*"), boundary=(allow("*"), deny("s3:GetObject"))),
    ),
}
"""Situations in which the belief shows."""

MISSED: Final[dict[str, tuple[Situation, ...]]] = {
    "B6": (
        asked("allowed", *LIST, allow("s3:ListBucket", "arn:aws:s3:::moonrabbit-web/*")),
        asked("allowed", *LIST, allow("s3:GetObject", f"{PHOTOS}/*")),
        asked("allowed", *READ, allow("s3:GetObject", f"{PHOTOS}/wedding/*")),
    ),
    "B7": (
        asked("allowed", *LIST, allow("s3:GetObject", PHOTOS)),
        asked("allowed", *LIST, allow(["s3:ls", "s3:ListBucket"], f"{PHOTOS}/*"), deny("s3:*")),
        asked("refused", *LIST, allow(["s3:ls", "s3:ListBucket"], PHOTOS)),
    ),
    "B9": (
        asked("allowed", *READ, deny("s3:*", None, NotResource=CAT), allow("s3:GetObject", PHOTOS)),
        asked("allowed", *READ, deny("iam:*", None, NotResource=CAT)),
        asked("allowed", *READ, deny("s3:GetObject", f"{PHOTOS}/wedding/*")),
    ),
    "B10": (
        asked("allowed", *READ, deny("s3:*"), allow("s3:ListBucket")),
        asked("allowed", *READ, allow("s3:*", "*"), group=(deny("s3:GetObject", CAT),)),
        asked("allowed", *READ, allow("s3:GetObject", PHOTOS)),
    ),
    "B11": (
        asked("allowed", *ASSUME, allow("sts:AssumeRole", PICKUP), on_resource=(trusts({"AWS": THEO}),)),
        asked("allowed", *ASSUME, deny("sts:*"), allow("*"), on_resource=(trusts({"AWS": THEO}),)),
        asked("allowed", *ASSUME, on_resource=(trusts({"AWS": THEO}),)),
    ),
    "trust-misses-caller": (
        asked(
            "allowed",
            *ASSUME,
            allow("*"),
            on_resource=(trusts({"AWS": YUNA}, **condition("Bool", MFA, "true")),),
        ),
        asked("allowed", *ASSUME, who=THEO, on_resource=(trusts({"AWS": THEO}),)),
        asked("allowed", *READ, on_resource=(allow("s3:*", f"{PHOTOS}/*", Principal={"AWS": THEO}),)),
    ),
    "B12": (
        asked("refused", *READ, allow("s3:*"), who=SESSION),
        asked(
            "refused",
            *READ,
            allow("s3:*"),
            who=SESSION,
            done=(request("UpdateAssumeRolePolicy", RoleName="deploy"),),
        ),
        asked(
            "refused",
            *READ,
            allow("s3:*"),
            done=(request("UpdateAssumeRolePolicy", RoleName="album-pickup"),),
        ),
    ),
    "B16": (
        asked("allowed", *READ, allow("s3:*"), scp=(allow("*"), deny("s3:*"))),
        asked("allowed", *ASSUME, who=ROOT, on_resource=(trusts({"AWS": THEO}),)),
    ),
    "M1": (
        asked("allowed", *READ, allow("s3:*"), boundary=(allow("iam:*"),)),
        asked("allowed", *READ, boundary=(allow("iam:*"),)),
    ),
    "M2": (
        asked("refused", *READ, allow("s3:*"), boundary=(allow("s3:*"),)),
        asked("refused", *READ, on_resource=(allow("s3:*", f"{PHOTOS}/*", Principal={"AWS": YUNA}),)),
    ),
    "M3": (
        asked("refused", *READ, allow(None, NotAction="s3:PutObject")),
        asked("refused", *READ, allow("s3:*")),
        asked("refused", *READ, deny(None, NotAction="s3:*"), allow("s3:*")),
    ),
    "M4": (
        asked("refused", *ASSUME, allow("*"), on_resource=(trusts({"AWS": YUNA}),)),
        asked("refused", *ASSUME, allow("*"), on_resource=(trusts({"AWS": "*"}),)),
        asked("allowed", *ASSUME, on_resource=(trusts({"AWS": ROOT}),)),
    ),
    "M6": (
        asked("allowed", *READ, owner=OTHER),
        asked("allowed", *LIST, allow("s3:GetObject")),
        asked("allowed", *ASSUME, on_resource=(trusts({"AWS": ROOT}),)),
    ),
    "M7": (
        asked(
            "refused",
            *READ,
            allow("s3:*"),
            on_resource=(allow("s3:*", f"{PHOTOS}/*", Principal={"AWS": YUNA}),),
        ),
        asked("refused", *READ, allow("s3:*")),
    ),
    "M8": (
        asked("allowed", *PASS, allow("ec2:*")),
        asked("allowed", *PASS, done=(request("PutRolePolicy", RoleName="deploy"),)),
        asked("allowed", *READ, done=(request("PutRolePolicy", RoleName="album-pickup"),)),
    ),
    "M9": (
        asked("refused", *READ, allow("s3:*"), deny("iam:*", **condition("Bool", MFA, "false"))),
        asked(
            "refused", *READ, allow("s3:*"), deny("*", **condition("Bool", MFA, "false")), context={MFA: True}
        ),
        asked("refused", *READ, allow("s3:*"), deny("*", **condition("Bool", MFA, "true"))),
    ),
    "M10": (
        asked("refused", *READ, allow("s3:*", **condition("BoolIfExists", MFA, "true")), context={MFA: True}),
        asked("refused", *READ, allow("s3:*", **condition("BoolIfExists", MFA, "false"))),
    ),
    "M11": (
        asked("allowed", *READ, scp=(allow("*"),)),
        asked("allowed", *READ, allow("s3:*"), scp=(allow("iam:*"),)),
    ),
    "M12": (
        asked("refused", *READ, allow("s3:*"), managed=(deny("ec2:*"),)),
        asked("refused", *READ, allow("s3:*"), managed=(allow("s3:*"),)),
        asked("refused", *READ, allow("s3:*")),
    ),
    "M13": (
        asked("allowed", *READ, allow("s3:*", **condition("Bool", MFA, "true"))),
        asked(
            "allowed",
            *READ,
            allow("s3:*", Condition={"Bool": {MFA: "true"}, "Null": {"aws:username": "false"}}),
        ),
    ),
    "M14": (
        asked(
            "refused",
            *READ,
            allow("s3:*", **condition("ForAllValues:StringEquals", "aws:TagKeys", ["a"])),
            context={"aws:TagKeys": ["a"]},
        ),
        asked("refused", *READ, allow("s3:*", **condition("StringEqualsIfExists", "aws:username", "noah"))),
    ),
    "M15": (
        asked(
            "allowed",
            *READ,
            allow("s3:*"),
            deny("s3:*", **condition("StringNotEquals", "aws:SourceVpc", "vpc-1")),
            context={"aws:SourceVpc": "vpc-2"},
        ),
        asked("allowed", *READ, allow("s3:*", **condition("StringEquals", "aws:SourceVpc", "vpc-1"))),
        asked("refused", *READ, allow("s3:*", **condition("StringNotEqualsIfExists", "aws:SourceVpc", "v"))),
    ),
    "M16": (
        asked(
            "allowed",
            *READ,
            allow("s3:GetObject", f"{PHOTOS}/${{aws:username}}*"),
            context={"aws:username": "x"},
        ),
        asked("allowed", *READ, allow("s3:GetObject", PHOTOS), version="2008-10-17"),
    ),
    "M18": (
        asked(
            "allowed",
            *ASSUME,
            allow("*"),
            on_resource=(trusts({"AWS": ROOT}, **condition("StringEquals", "sts:ExternalId", "x")),),
        ),
        asked(
            "allowed",
            *ASSUME,
            allow("*"),
            on_resource=(trusts({"AWS": THEO}, **condition("StringEquals", "sts:ExternalId", "x")),),
            context={"sts:ExternalId": "y"},
        ),
    ),
    "M19": (
        asked("allowed", *ASSUME, allow("*"), on_resource=(trusts({"AWS": THEO}),)),
        asked("allowed", *READ, allow("s3:GetObject", PHOTOS)),
    ),
    "M20": (
        asked("allowed", *READ, allow("s3:*"), who=SESSION, session=(allow("s3:ListBucket"),)),
        asked("allowed", *READ, allow("s3:ListBucket"), who=SESSION),
    ),
    "M21": (
        asked("allowed", *READ, deny("s3:*"), apart=(allow("s3:GetObject"),)),
        asked("allowed", *READ, allow("s3:GetObject", PHOTOS), done=GIVEN),
        asked("allowed", *READ, deny("s3:*"), apart=(allow("s3:ListBucket"),), done=GIVEN),
    ),
    "M22": (
        asked("refused", *READ, allow("*", "*")),
        asked("refused", *READ, allow("s3:GetObject", f"{PHOTOS}/*")),
        asked("refused", "s3:ListAllMyBuckets", "*", allow("s3:ListAllMyBuckets", "*")),
    ),
    "deny-elsewhere": (
        asked("allowed", *READ, allow("s3:*"), deny("s3:GetObject")),
        asked("allowed", *READ, group=(allow("s3:ListBucket"),)),
    ),
}
"""Near misses: alike, and something else is the matter."""


def _rows(table: dict[str, tuple[Situation, ...]]) -> list[tuple[str, Situation]]:
    return [(name, situation) for name, situations in table.items() for situation in situations]


def _ids(table: dict[str, tuple[Situation, ...]]) -> list[str]:
    return [f"{name}-{number}" for name, situations in table.items() for number in range(len(situations))]


@pytest.mark.parametrize(("name", "situation"), _rows(SHOWN), ids=_ids(SHOWN))
def test_the_belief_shows(name: str, situation: Situation) -> None:
    assert name in detect(situation())


@pytest.mark.parametrize(("name", "situation"), _rows(MISSED), ids=_ids(MISSED))
def test_a_near_miss_is_no_belief(name: str, situation: Situation) -> None:
    assert name not in detect(situation())


def test_each_is_seen_twice_and_missed_twice() -> None:
    assert set(SHOWN) == set(MISSED)
    assert set(SHOWN) <= {name for name, _ in DETECTORS}
    for table in (SHOWN, MISSED):
        assert all(len(situations) >= 2 for situations in table.values())
