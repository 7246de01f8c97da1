"""AWS managed policies that the sandbox knows (as published, state of February 2026)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from tutor.account.entities import ManagedPolicy, PolicyText, PolicyVersion

__all__ = ["AWS_MANAGED"]


def _allow(*actions: str, resource: str = "*", element: str = "Action") -> str:
    listed = ",\n                ".join(f'"{action}"' for action in actions)
    value = listed if actions == ("*",) else f"[\n                {listed}\n            ]"
    return f"""        {{
            "Effect": "Allow",
            "{element}": {value},
            "Resource": "{resource}"
        }}"""


def _document(*statements: str) -> str:
    body = ",\n".join(statements)
    return f'{{\n    "Version": "2012-10-17",\n    "Statement": [\n{body}\n    ]\n}}'


def _managed(name: str, policy_id: str, version: str, when: tuple[str, str], *texts: str) -> ManagedPolicy:
    created, updated = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in when)
    description, *statements = texts
    return ManagedPolicy(
        arn=f"arn:aws:iam::aws:policy/{name}",
        name=name,
        path="/",
        policy_id=policy_id,
        created=created,
        updated=updated,
        default_version=version,
        versions={version: PolicyVersion(version, updated, PolicyText(_document(*statements)))},
        description=description,
    )


_TABLE: Final = (
    _managed(
        "AdministratorAccess",
        "ANPAIWMBCKSKIEE64ZLYK",
        "v1",
        ("2015-02-06T18:39:46", "2015-02-06T18:39:46"),
        "Provides full access to AWS services and resources.",
        _allow("*"),
    ),
    _managed(
        "PowerUserAccess",
        "ANPAJYRXTHIB4FOVS3ZXS",
        "v12",
        ("2015-02-06T18:39:47", "2026-02-12T17:59:14"),
        "Provides full access to AWS services and resources, "
        "but does not allow management of Users and groups.",
        _allow("iam:*", "organizations:*", "account:*", element="NotAction"),
        _allow(
            "account:GetAccountInformation",
            "account:GetGovCloudAccountInformation",
            "account:GetPrimaryEmail",
            "account:ListRegions",
            "iam:CreateServiceLinkedRole",
            "iam:DeleteServiceLinkedRole",
            "iam:ListRoles",
            "organizations:DescribeEffectivePolicy",
            "organizations:DescribeOrganization",
        ),
    ),
    _managed(
        "IAMFullAccess",
        "ANPAI7XKCFMBPM3QQRRVQ",
        "v2",
        ("2015-02-06T18:40:38", "2019-06-21T19:40:00"),
        "Provides full access to IAM via the AWS Management Console.",
        _allow(
            "iam:*",
            "organizations:DescribeAccount",
            "organizations:DescribeOrganization",
            "organizations:DescribeOrganizationalUnit",
            "organizations:DescribePolicy",
            "organizations:ListChildren",
            "organizations:ListParents",
            "organizations:ListPoliciesForTarget",
            "organizations:ListRoots",
            "organizations:ListPolicies",
            "organizations:ListTargetsForPolicy",
        ),
    ),
    _managed(
        "IAMReadOnlyAccess",
        "ANPAJKSO7NDY4T57MWDSQ",
        "v4",
        ("2015-02-06T18:40:39", "2018-01-25T19:11:27"),
        "Provides read only access to IAM via the AWS Management Console.",
        _allow(
            "iam:GenerateCredentialReport",
            "iam:GenerateServiceLastAccessedDetails",
            "iam:Get*",
            "iam:List*",
            "iam:SimulateCustomPolicy",
            "iam:SimulatePrincipalPolicy",
        ),
    ),
    _managed(
        "AmazonS3FullAccess",
        "ANPAIFIR6V6BVTRAHWINE",
        "v2",
        ("2015-02-06T18:40:58", "2021-09-27T20:16:37"),
        "Provides full access to all buckets via the AWS Management Console.",
        _allow("s3:*", "s3-object-lambda:*"),
    ),
    _managed(
        "AmazonS3ReadOnlyAccess",
        "ANPAIZTJ4DXE7G6AGAE6M",
        "v3",
        ("2015-02-06T18:40:59", "2023-08-10T21:31:39"),
        "Provides read only access to all buckets via the AWS Management Console.",
        _allow("s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"),
    ),
    _managed(
        "IAMUserChangePassword",
        "ANPAJ4L4MM2A7QIEB56MS",
        "v2",
        ("2016-11-15T00:25:16", "2016-11-15T23:18:55"),
        "Provides the ability for an IAM user to change their own password.",
        _allow("iam:ChangePassword", resource="arn:aws:iam::*:user/${aws:username}"),
        _allow("iam:GetAccountPasswordPolicy"),
    ),
)

AWS_MANAGED: Final[Mapping[str, ManagedPolicy]] = MappingProxyType({policy.arn: policy for policy in _TABLE})
"""By ARN; these never change, so every world shares them."""
