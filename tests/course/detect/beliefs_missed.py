"""Decisions that are alike, and must not be taken for a misconception."""

from typing import Final

from .circumstances import ASSUME, CAT, GIVEN, LIST, PASS, READ, ROOT, SESSION, THEO, condition
from .situations import MFA, OTHER, PHOTOS, PICKUP, YUNA, Situation, allow, asked, deny, request, trusts

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
        asked("refused", *READ, allow(["s3:*", "s3-object-lambda:*"], "*")),
        asked("refused", *READ, allow("s3:GetObject", f"{PHOTOS}/*")),
        asked("refused", "s3:ListAllMyBuckets", "*", allow("s3:ListAllMyBuckets", "*")),
    ),
    "deny-elsewhere": (
        asked("allowed", *READ, allow("s3:*"), deny("s3:GetObject")),
        asked("allowed", *READ, group=(allow("s3:ListBucket"),)),
    ),
}
"""Near misses: alike, and something else is the matter."""
