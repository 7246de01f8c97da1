"""Decisions that show a misconception."""

from typing import Final

from .circumstances import ASSUME, CAT, GIVEN, LIST, PASS, READ, ROOT, SESSION, THEO, condition
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
