"""What the rows of test_iam_errors ask for, and what comes before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.account.people import ALLOW_ALL
from tests.account.test_iam_shapes import TRUST_ANYBODY

Asked = tuple[str, dict[str, object]]
ACCOUNT = "arn:aws:iam::111111111111"
OWN = f"{ACCOUNT}:policy/p"
GONE = f"{ACCOUNT}:policy/gone"
JOB = "0" * 36
STATUS = {
    "NoSuchEntity": 404,
    "EntityAlreadyExists": 409,
    "DeleteConflict": 409,
    "LimitExceeded": 409,
    "InvalidAuthenticationCode": 403,
    "AccessDenied": 403,
    "ReportNotPresent": 410,
    "NotSupportedService": 404,
    "DuplicateCertificate": 409,
}


@dataclass(frozen=True)
class Fact:
    """After `before`, `asked` is refused like this."""

    before: Sequence[Asked]
    asked: Asked
    code: str
    message: str


def role(name: str = "r", **more: object) -> Asked:
    return ("iam:CreateRole", {"RoleName": name, "AssumeRolePolicyDocument": TRUST_ANYBODY, **more})


def trust(principal: str, **more: str) -> str:
    extra = "".join(f',"{name}":{value}' for name, value in more.items())
    allow = f'"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole"{extra}'
    return f'{{"Version":"2012-10-17","Statement":[{{{allow}}}]}}'


def many_policies(count: int) -> list[Asked]:
    """New policies, attached to the role r."""
    asked: list[Asked] = []
    for number in range(count):
        name = f"q{number}"
        asked.append(("iam:CreatePolicy", {"PolicyName": name, "PolicyDocument": ALLOW_ALL}))
        asked.append(("iam:AttachRolePolicy", {"RoleName": "r", "PolicyArn": f"{ACCOUNT}:policy/{name}"}))
    return asked


def by_trust(document: str) -> Asked:
    return ("iam:CreateRole", {"RoleName": "r", "AssumeRolePolicyDocument": document})


def padded(size: int) -> str:
    head = ALLOW_ALL.replace('"Action":"*"', '"Action":"s3:Get').removesuffix(',"Resource":"*"}}')
    tail = '","Resource":"*"}}'
    return head + "x" * (size - len(head) - len(tail)) + tail


yuna: Asked = ("iam:CreateUser", {"UserName": "yuna"})
bora: Asked = ("iam:CreateUser", {"UserName": "bora"})
policy: Asked = ("iam:CreatePolicy", {"PolicyName": "p", "PolicyDocument": ALLOW_ALL})
version: Asked = ("iam:CreatePolicyVersion", {"PolicyArn": OWN, "PolicyDocument": ALLOW_ALL})
profile: Asked = ("iam:CreateInstanceProfile", {"InstanceProfileName": "ip"})
held: Asked = ("iam:AddRoleToInstanceProfile", {"InstanceProfileName": "ip", "RoleName": "r"})
login: Asked = ("iam:CreateLoginProfile", {"UserName": "yuna", "Password": "Abcdefg1!"})
phone: Asked = ("iam:CreateVirtualMFADevice", {"VirtualMFADeviceName": "phone"})
linked: Asked = ("iam:CreateServiceLinkedRole", {"AWSServiceName": "lex.amazonaws.com"})
LINKED = "AWSServiceRoleForLexBots"
protected = (
    f"Cannot perform the operation on the protected role '{LINKED}' - this role is only modifiable by AWS"
)
two_codes = {"AuthenticationCode1": "000000", "AuthenticationCode2": "000000"}
no_role = "The role with name r cannot be found."
two_keys = [{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}]
