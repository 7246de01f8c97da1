"""Errors of the further IAM and STS operations (spec/iam-facts.md 6.2; ids are its rows)."""

from __future__ import annotations

import pytest

from tests.account.asked import (
    ACCOUNT,
    GONE,
    JOB,
    LINKED,
    OWN,
    STATUS,
    Fact,
    bora,
    by_trust,
    held,
    linked,
    login,
    many_policies,
    no_role,
    padded,
    phone,
    policy,
    profile,
    protected,
    role,
    trust,
    two_codes,
    two_keys,
    version,
    yuna,
)
from tests.account.people import ALLOW_ALL, READ_S3, Person
from tests.account.test_iam_shapes import METADATA, PEM, PHONE, SSH, TRUST_ANYBODY
from tutor.account import ServiceError

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
