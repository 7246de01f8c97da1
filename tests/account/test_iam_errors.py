"""Errors of the further IAM and STS operations (spec/iam-facts.md 6.2; ids are its rows)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, Person
from tests.account.test_iam_shapes import METADATA, PEM, PHONE, SSH, TRUST_ANYBODY, codes
from tutor.account import ServiceError, code_at, step_of

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

FACTS = {
    "N1-get-role": Fact([], ("iam:GetRole", {"RoleName": "r"}), "NoSuchEntity", no_role),
    "N1-delete-role": Fact([], ("iam:DeleteRole", {"RoleName": "r"}), "NoSuchEntity", no_role),
    "N1-update-role": Fact([], ("iam:UpdateRole", {"RoleName": "r"}), "NoSuchEntity", no_role),
    "N1-tag-role": Fact([], ("iam:TagRole", {"RoleName": "r", "Tags": []}), "NoSuchEntity", no_role),
    "N1-trust": Fact(
        [],
        ("iam:UpdateAssumeRolePolicy", {"RoleName": "r", "PolicyDocument": TRUST_ANYBODY}),
        "NoSuchEntity",
        no_role,
    ),
    "N1-update-user": Fact(
        [],
        ("iam:UpdateUser", {"UserName": "zoe"}),
        "NoSuchEntity",
        "The user with name zoe cannot be found.",
    ),
    "N1-update-group": Fact(
        [],
        ("iam:UpdateGroup", {"GroupName": "zoo"}),
        "NoSuchEntity",
        "The group with name zoo cannot be found.",
    ),
    "N2-role": Fact(
        [role()],
        ("iam:GetRolePolicy", {"RoleName": "r", "PolicyName": "i"}),
        "NoSuchEntity",
        "The role policy with name i cannot be found.",
    ),
    "N3-role": Fact(
        [role()],
        ("iam:AttachRolePolicy", {"RoleName": "r", "PolicyArn": GONE}),
        "NoSuchEntity",
        f"Policy {GONE} does not exist or is not attachable.",
    ),
    "N4-tag": Fact(
        [],
        ("iam:TagPolicy", {"PolicyArn": GONE, "Tags": []}),
        "NoSuchEntity",
        f"Policy {GONE} was not found.",
    ),
    "N4-version": Fact(
        [],
        ("iam:CreatePolicyVersion", {"PolicyArn": GONE, "PolicyDocument": ALLOW_ALL}),
        "NoSuchEntity",
        f"Policy {GONE} was not found.",
    ),
    "N5-default": Fact(
        [policy],
        ("iam:SetDefaultPolicyVersion", {"PolicyArn": OWN, "VersionId": "v2"}),
        "NoSuchEntity",
        f"Policy {OWN} version v2 does not exist or is not attachable.",
    ),
    "N6-user": Fact(
        [yuna],
        ("iam:PutUserPermissionsBoundary", {"UserName": "yuna", "PermissionsBoundary": GONE}),
        "NoSuchEntity",
        f"Scope ARN: {GONE} does not exist or is not attachable.",
    ),
    "N6-role": Fact(
        [],
        role(PermissionsBoundary=GONE),
        "NoSuchEntity",
        f"Scope ARN: {GONE} does not exist or is not attachable.",
    ),
    "N7": Fact(
        [yuna],
        ("iam:GetLoginProfile", {"UserName": "yuna"}),
        "NoSuchEntity",
        "Login Profile for User yuna cannot be found.",
    ),
    "N9-enable": Fact(
        [yuna],
        ("iam:EnableMFADevice", {"UserName": "yuna", "SerialNumber": PHONE, **two_codes}),
        "NoSuchEntity",
        f"MFA Device with serial number {PHONE} does not exist.",
    ),
    "N9-get": Fact(
        [],
        ("iam:GetMFADevice", {"SerialNumber": PHONE}),
        "NoSuchEntity",
        f"MFA Device with serial number {PHONE} does not exist.",
    ),
    "N9-deactivate-what-is-nobodys": Fact(
        [yuna, phone],
        ("iam:DeactivateMFADevice", {"UserName": "yuna", "SerialNumber": PHONE}),
        "NoSuchEntity",
        f"MFA Device with serial number {PHONE} does not exist.",
    ),
    "N10": Fact(
        [],
        ("iam:GetInstanceProfile", {"InstanceProfileName": "ip"}),
        "NoSuchEntity",
        "Instance Profile ip cannot be found.",
    ),
    "N11-get": Fact(
        [],
        ("iam:GetAccountPasswordPolicy", {}),
        "NoSuchEntity",
        "The Password Policy with domain name 111111111111 cannot be found.",
    ),
    "N11-delete": Fact(
        [],
        ("iam:DeleteAccountPasswordPolicy", {}),
        "NoSuchEntity",
        "The account policy with name PasswordPolicy cannot be found.",
    ),
    "E1-role": Fact([role()], role("R"), "EntityAlreadyExists", "Role with name R already exists."),
    "E1-rename": Fact(
        [yuna, bora],
        ("iam:UpdateUser", {"UserName": "bora", "NewUserName": "YUNA"}),
        "EntityAlreadyExists",
        "User with name YUNA already exists.",
    ),
    "E3": Fact([profile], profile, "EntityAlreadyExists", "Instance Profile ip already exists."),
    "E4": Fact([yuna, login], login, "EntityAlreadyExists", "Login Profile for user yuna already exists."),
    "E5-create": Fact([phone], phone, "EntityAlreadyExists", "MFA device already exists."),
    "E6": Fact(
        [("iam:CreateAccountAlias", {"AccountAlias": "moon"})],
        ("iam:CreateAccountAlias", {"AccountAlias": "moon"}),
        "EntityAlreadyExists",
        "The account alias moon already exists.",
    ),
    "D1-role": Fact(
        [role(), ("iam:AttachRolePolicy", {"RoleName": "r", "PolicyArn": READ_S3})],
        ("iam:DeleteRole", {"RoleName": "r"}),
        "DeleteConflict",
        "Cannot delete entity, must detach all policies first.",
    ),
    "D2-role": Fact(
        [role(), ("iam:PutRolePolicy", {"RoleName": "r", "PolicyName": "i", "PolicyDocument": ALLOW_ALL})],
        ("iam:DeleteRole", {"RoleName": "r"}),
        "DeleteConflict",
        "Cannot delete entity, must delete policies first.",
    ),
    "D4": Fact(
        [yuna, login],
        ("iam:DeleteUser", {"UserName": "yuna"}),
        "DeleteConflict",
        "Cannot delete entity, must delete login profile first.",
    ),
    "D7": Fact(
        [yuna, ("iam:UploadSSHPublicKey", {"UserName": "yuna", "SSHPublicKeyBody": SSH})],
        ("iam:DeleteUser", {"UserName": "yuna"}),
        "DeleteConflict",
        "Cannot delete entity, must remove referenced objects first.",
    ),
    "D8-role": Fact(
        [role(), profile, held],
        ("iam:DeleteRole", {"RoleName": "r"}),
        "DeleteConflict",
        "Cannot delete entity, must remove roles from instance profile first.",
    ),
    "D8-profile": Fact(
        [role(), profile, held],
        ("iam:DeleteInstanceProfile", {"InstanceProfileName": "ip"}),
        "DeleteConflict",
        "Cannot delete entity, must remove roles from instance profile first.",
    ),
    "D9": Fact(
        [policy],
        ("iam:DeletePolicyVersion", {"PolicyArn": OWN, "VersionId": "v1"}),
        "DeleteConflict",
        "Cannot delete the default version of a policy.",
    ),
    "D10-boundary-use-blocks-too": Fact(
        [policy, role(PermissionsBoundary=OWN)],
        ("iam:DeletePolicy", {"PolicyArn": OWN}),
        "DeleteConflict",
        "Cannot delete a policy attached to entities.",
    ),
    "D11": Fact(
        [policy, version],
        ("iam:DeletePolicy", {"PolicyArn": OWN}),
        "DeleteConflict",
        "This policy has more than one version. Before you delete a policy, you must delete the "
        "policy's versions. The default version is deleted with the policy.",
    ),
    "L2-role": Fact(
        [
            role(),
            *many_policies(20),
        ],
        ("iam:AttachRolePolicy", {"RoleName": "r", "PolicyArn": READ_S3}),
        "LimitExceeded",
        "Cannot exceed quota for PoliciesPerRole: 20",
    ),
    "L4": Fact(
        [role(), role("s"), profile, held],
        ("iam:AddRoleToInstanceProfile", {"InstanceProfileName": "ip", "RoleName": "s"}),
        "LimitExceeded",
        "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1",
    ),
    "L5": Fact(
        [policy, *[version] * 4],
        version,
        "LimitExceeded",
        "A managed policy can have up to 5 versions. Before you create a new version, "
        "you must delete an existing version.",
    ),
    "L6-role": Fact(
        [role()],
        ("iam:PutRolePolicy", {"RoleName": "r", "PolicyName": "i", "PolicyDocument": padded(10241)}),
        "LimitExceeded",
        "Maximum policy size of 10240 bytes exceeded for role r",
    ),
    "L7-version": Fact(
        [policy],
        ("iam:CreatePolicyVersion", {"PolicyArn": OWN, "PolicyDocument": padded(6145)}),
        "LimitExceeded",
        "Cannot exceed quota for PolicySize: 6144",
    ),
    "L7-trust": Fact(
        [],
        by_trust(trust('{"Service":"ec2.amazonaws.com"}', Sid=f'"{"x" * 2048}"')),
        "LimitExceeded",
        "Cannot exceed quota for ACLSizePerRole: 2048",
    ),
    "V2": Fact(
        [role()],
        (
            "iam:PutRolePermissionsBoundary",
            {"RoleName": "r", "PermissionsBoundary": f"{ACCOUNT}:role/some-role"},
        ),
        "InvalidInput",
        f"ARN {ACCOUNT}:role/some-role is not valid.",
    ),
    "V3": Fact(
        [],
        ("iam:CreateVirtualMFADevice", {"VirtualMFADeviceName": "x", "Path": "no"}),
        "ValidationError",
        "The specified value for path is invalid. It must begin and end with / "
        "and contain only alphanumeric characters and/or / characters.",
    ),
    "V5-role": Fact(
        [role()],
        ("iam:TagRole", {"RoleName": "r", "Tags": two_keys}),
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    ),
    "V5-policy": Fact(
        [policy],
        ("iam:TagPolicy", {"PolicyArn": OWN, "Tags": [two_keys[0]] * 2}),
        "InvalidInput",
        "Duplicate tag keys found.",
    ),
    "V5-reserved": Fact(
        [role()],
        ("iam:TagRole", {"RoleName": "r", "Tags": [{"Key": "AWS:team", "Value": "x"}]}),
        "InvalidInput",
        "aws: prefixed tag key names are not allowed for external use.",
    ),
    "P1-builtin": Fact(
        [yuna],
        ("iam:CreateLoginProfile", {"UserName": "yuna", "Password": "abcdefgh"}),
        "PasswordPolicyViolation",
        "Password does not conform to the account password policy.",
    ),
    "P1-own-policy": Fact(
        [yuna, ("iam:UpdateAccountPasswordPolicy", {"MinimumPasswordLength": 14})],
        login,
        "PasswordPolicyViolation",
        "Password does not conform to the account password policy.",
    ),
    "M1": Fact(
        [yuna, phone],
        ("iam:EnableMFADevice", {"UserName": "yuna", "SerialNumber": PHONE, **two_codes}),
        "InvalidAuthenticationCode",
        "Authentication code for device is not valid.",
    ),
    "U1-update": Fact([linked], ("iam:UpdateRole", {"RoleName": LINKED}), "UnmodifiableEntity", protected),
    "U1-attach": Fact(
        [linked],
        ("iam:AttachRolePolicy", {"RoleName": LINKED, "PolicyArn": READ_S3}),
        "UnmodifiableEntity",
        protected,
    ),
    "U1-delete": Fact([linked], ("iam:DeleteRole", {"RoleName": LINKED}), "UnmodifiableEntity", protected),
    "6.3-suffix-taken": Fact(
        [linked],
        linked,
        "InvalidInput",
        f"Service role name {LINKED} has been taken in this account, please try a different suffix.",
    ),
    "6.3-suffix-refused": Fact(
        [],
        ("iam:CreateServiceLinkedRole", {"AWSServiceName": "ecs.amazonaws.com", "CustomSuffix": "x"}),
        "InvalidInput",
        "Custom suffix is not allowed for ecs.amazonaws.com",
    ),
    "6.3-duration": Fact(
        [],
        role(MaxSessionDuration=43201),
        "ValidationError",
        "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: "
        "Member must have value less than or equal to 43200",
    ),
    "6.3-no-report": Fact(
        [], ("iam:GetCredentialReport", {}), "ReportNotPresent", "No report exists. Generate one first."
    ),
    "6.3-no-job": Fact(
        [],
        ("iam:GetServiceLastAccessedDetails", {"JobId": JOB}),
        "NoSuchEntity",
        f"Job {JOB} cannot be found.",
    ),
    "6.3-alias": Fact(
        [],
        ("iam:CreateAccountAlias", {"AccountAlias": "No_Alias"}),
        "ValidationError",
        "1 validation error detected: Value at 'accountAlias' failed to satisfy constraint: Member must "
        "satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$",
    ),
    "6.3-change-password-by-root": Fact(
        [],
        ("iam:ChangePassword", {"OldPassword": "a", "NewPassword": "b"}),
        "InvalidUserType",
        "Only IAM Users can change their own password",
    ),
    "6.3-aws-managed": Fact(
        [],
        ("iam:TagPolicy", {"PolicyArn": READ_S3, "Tags": [two_keys[0]]}),
        "AccessDenied",
        f"User: {ACCOUNT}:root is not authorized to perform: iam:TagPolicy on resource: policy {READ_S3}",
    ),
    "6.3-certificate-twice": Fact(
        [yuna, ("iam:UploadSigningCertificate", {"UserName": "yuna", "CertificateBody": PEM})],
        ("iam:UploadSigningCertificate", {"UserName": "yuna", "CertificateBody": PEM}),
        "DuplicateCertificate",
        "Certificate already exists.",
    ),
    "6.3-saml": Fact(
        [("iam:CreateSAMLProvider", {"Name": "s", "SAMLMetadataDocument": METADATA})],
        ("iam:CreateSAMLProvider", {"Name": "s", "SAMLMetadataDocument": METADATA}),
        "EntityAlreadyExists",
        "Provider with name s already exists.",
    ),
    "2.4-json": Fact([], by_trust("{"), "MalformedPolicyDocument", "This policy contains invalid Json"),
    "2.4-family": Fact(
        [],
        by_trust(trust('{"AWS":"111111111111"}').replace("sts:AssumeRole", "s3:GetObject")),
        "MalformedPolicyDocument",
        "AssumeRole policy may only specify STS AssumeRole actions.",
    ),
    "2.4-resource": Fact(
        [],
        by_trust(trust('{"AWS":"111111111111"}', Resource='"*"')),
        "MalformedPolicyDocument",
        "Has prohibited field Resource",
    ),
    "2.4-principal": Fact(
        [],
        by_trust(trust(f'{{"AWS":"{ACCOUNT}:user/zoe"}}')),
        "MalformedPolicyDocument",
        f'Invalid principal in policy: "AWS":"{ACCOUNT}:user/zoe"',
    ),
    "2.4-principal-update": Fact(
        [role()],
        (
            "iam:UpdateAssumeRolePolicy",
            {
                "RoleName": "r",
                "PolicyDocument": trust(f'{{"AWS":["{ACCOUNT}:role/r","AIDAGONE00000000000AA"]}}'),
            },
        ),
        "MalformedPolicyDocument",
        'Invalid principal in policy: "AWS":"AIDAGONE00000000000AA"',
    ),
    "2.4-service": Fact(
        [],
        by_trust(trust('{"Service":"ec2"}')),
        "MalformedPolicyDocument",
        'Invalid principal in policy: "SERVICE":"ec2"',
    ),
}


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS.keys())
def test_a_refusal_says_what_aws_says(root: Person, fact: Fact) -> None:
    for action, parameters in fact.before:
        root.ask(action, **parameters)
    action, parameters = fact.asked
    with pytest.raises(ServiceError) as refusal:
        root.ask(action, **parameters)
    assert (refusal.value.code, refusal.value.message) == (fact.code, fact.message)
    assert refusal.value.status == STATUS.get(fact.code, 400)


@pytest.fixture
def enrolled(root: Person) -> tuple[Person, str]:
    """yuna with a key and a phone; the phone's seed."""
    for action, parameters in (yuna, ("iam:CreateAccessKey", {"UserName": "yuna"}), role()):
        root.ask(action, **parameters)
    device = root.ask("iam:CreateVirtualMFADevice", VirtualMFADeviceName="phone")["VirtualMFADevice"]
    seed: bytes = device["Base32StringSeed"]
    root.ask("iam:EnableMFADevice", UserName="yuna", SerialNumber=PHONE, **codes(root, seed))
    return Person(root.save, "yuna"), seed.decode()


def refusal_of(person: Person, action: str, **parameters: object) -> tuple[str, str]:
    with pytest.raises(ServiceError) as refusal:
        person.ask(action, **parameters)
    return refusal.value.code, refusal.value.message


def code_now(person: Person, seed: str, ahead: int = 1) -> str:
    return code_at(seed, step_of(person.save.world.now) + ahead)


def test_m2_a_wrong_code_and_a_code_that_was_used(enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    invalid = ("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.")
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE, TokenCode="000000") == invalid
    person.save.advance_clock(90)
    code = code_now(person, seed)
    person.ask("sts:GetSessionToken", SerialNumber=PHONE, TokenCode=code)
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE, TokenCode=code) == invalid


def test_m2_the_codes_of_enrolment_are_used_too(enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    used = person.account.mfa_devices[PHONE].used_steps
    code = code_at(seed, used[-1])
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE, TokenCode=code)[0] == "AccessDenied"


def test_m3_a_serial_number_that_is_not_the_callers(enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    unable = (
        "AccessDenied",
        "MultiFactorAuthentication failed, unable to validate MFA code.  "
        "Please verify your MFA serial number is valid and associated with this user.",
    )
    wrong = PHONE.replace("mfa/", "user/")
    code = code_now(person, seed)
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=wrong, TokenCode=code) == unable


def test_m4_a_serial_number_without_a_code(enrolled: tuple[Person, str]) -> None:
    person, _seed = enrolled
    both = (
        "AccessDenied",
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
    )
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE) == both
    assert refusal_of(person, "sts:GetSessionToken", TokenCode="123456") == both


def test_e5_d6_d12_a_device_in_use(root: Person, enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    root.ask("iam:CreateUser", UserName="bora")
    again = {"SerialNumber": PHONE, **codes(root, seed.encode(), ahead=2)}
    assert refusal_of(root, "iam:EnableMFADevice", UserName="bora", **again) == (
        "EntityAlreadyExists",
        "MFA Device is already in use.",
    )
    assert refusal_of(root, "iam:DeleteVirtualMFADevice", SerialNumber=PHONE) == (
        "DeleteConflict",
        "MFA VirtualDevice in use. Must deactivate first.",
    )
    key_id = person.caller().access_key_id
    root.ask("iam:DeleteAccessKey", UserName="yuna", AccessKeyId=key_id)
    assert refusal_of(root, "iam:DeleteUser", UserName="yuna") == (
        "DeleteConflict",
        "Cannot delete entity, must delete MFA device first.",
    )


def test_m1_the_same_code_twice_and_swapped_codes(root: Person, enrolled: tuple[Person, str]) -> None:
    _person, seed = enrolled
    invalid = ("InvalidAuthenticationCode", "Authentication code for device is not valid.")
    pair = codes(root, seed.encode(), ahead=3)
    first, second = pair.values()
    for one, two in ((first, first), (second, first)):
        given = {"AuthenticationCode1": one, "AuthenticationCode2": two}
        refused = refusal_of(root, "iam:ResyncMFADevice", UserName="yuna", SerialNumber=PHONE, **given)
        assert refused == invalid
