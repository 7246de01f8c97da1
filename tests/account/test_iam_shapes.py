"""Every result of the further IAM and STS operations fits the CLI's service model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.account.people import ALLOW_ALL, READ_S3, Person
from tests.account.shapes import Script, play
from tutor.account import code_at, saml_assertion, step_of, web_identity_token
from tutor.account.authorization_message import encode

ACCOUNT = "arn:aws:iam::111111111111"
OIDC = f"{ACCOUNT}:oidc-provider/idp.example.com"
SAML = f"{ACCOUNT}:saml-provider/office"
PHONE = f"{ACCOUNT}:mfa/phone"
OWN = f"{ACCOUNT}:policy/p"
TRUST_ANYBODY = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},'
    '"Action":"sts:AssumeRole"}]}'
)
METADATA = (
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">' + "x" * 1000 + "</EntityDescriptor>"
)
PEM = "-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----"
SSH = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ== yuna"
TAGS = [{"Key": "team", "Value": "photo"}]
NEEDS_TAG = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",'
    '"Resource":"arn:aws:s3:::box/${aws:username}/*",'
    '"Condition":{"StringEquals":{"aws:PrincipalTag/team":"photo"}}}]}'
)


def tagged(kind: str, **name: str) -> Script:
    return [
        (f"iam:Tag{kind}", {**name, "Tags": TAGS}),
        (f"iam:List{kind}Tags", {**name}),
        (f"iam:Untag{kind}", {**name, "TagKeys": ["TEAM", "team"]}),
    ]


USERS: Script = [
    ("iam:CreateUser", {"UserName": "yuna", "Path": "/a/"}),
    ("iam:UpdateUser", {"UserName": "yuna", "NewUserName": "bora", "NewPath": "/b/"}),
    ("iam:CreateGroup", {"GroupName": "g"}),
    ("iam:UpdateGroup", {"GroupName": "g", "NewGroupName": "h"}),
    ("iam:AddUserToGroup", {"GroupName": "h", "UserName": "bora"}),
    ("iam:PutGroupPolicy", {"GroupName": "h", "PolicyName": "i", "PolicyDocument": ALLOW_ALL}),
    ("iam:PutUserPolicy", {"UserName": "bora", "PolicyName": "i", "PolicyDocument": NEEDS_TAG}),
    ("iam:AttachUserPolicy", {"UserName": "bora", "PolicyArn": READ_S3}),
    ("iam:PutUserPermissionsBoundary", {"UserName": "bora", "PermissionsBoundary": READ_S3}),
    *tagged("User", UserName="bora"),
    ("iam:CreateLoginProfile", {"UserName": "bora", "Password": "Abcdefg1!", "PasswordResetRequired": True}),
    ("iam:UpdateLoginProfile", {"UserName": "bora", "PasswordResetRequired": False}),
    ("iam:GetLoginProfile", {"UserName": "bora"}),
    ("iam:UpdateAccountPasswordPolicy", {"MaxPasswordAge": 90, "PasswordReusePrevention": 3}),
    ("iam:GetAccountPasswordPolicy", {}),
    ("iam:UploadSSHPublicKey", {"UserName": "bora", "SSHPublicKeyBody": SSH}),
    ("iam:ListSSHPublicKeys", {"UserName": "bora"}),
    ("iam:UploadSigningCertificate", {"UserName": "bora", "CertificateBody": PEM}),
    ("iam:ListSigningCertificates", {"UserName": "bora"}),
    (
        "iam:CreateServiceSpecificCredential",
        {"UserName": "bora", "ServiceName": "codecommit.amazonaws.com", "CredentialAgeDays": 30},
    ),
    ("iam:ListServiceSpecificCredentials", {"UserName": "bora"}),
    ("iam:ListServiceSpecificCredentials", {"AllUsers": True}),
]
KEYS: Script = [
    (f"iam:{verb}SSHPublicKey", {"UserName": "bora", "SSHPublicKeyId": "SSH", **more})
    for verb, more in (("Get", {"Encoding": "SSH"}), ("Update", {"Status": "Inactive"}), ("Delete", {}))
]
ROLES: Script = [
    ("iam:CreatePolicy", {"PolicyName": "p", "PolicyDocument": ALLOW_ALL}),
    ("iam:CreatePolicyVersion", {"PolicyArn": OWN, "PolicyDocument": NEEDS_TAG}),
    ("iam:SetDefaultPolicyVersion", {"PolicyArn": OWN, "VersionId": "v2"}),
    ("iam:ListPolicyVersions", {"PolicyArn": OWN}),
    *tagged("Policy", PolicyArn=OWN),
    (
        "iam:CreateRole",
        {"RoleName": "r", "AssumeRolePolicyDocument": TRUST_ANYBODY, "Tags": TAGS, "Description": "d"},
    ),
    ("iam:AttachRolePolicy", {"RoleName": "r", "PolicyArn": OWN}),
    ("iam:PutRolePermissionsBoundary", {"RoleName": "r", "PermissionsBoundary": OWN}),
    ("iam:PutRolePolicy", {"RoleName": "r", "PolicyName": "i", "PolicyDocument": ALLOW_ALL}),
    ("iam:GetRole", {"RoleName": "r"}),
    ("iam:ListRoles", {}),
    ("iam:UpdateRole", {"RoleName": "r", "MaxSessionDuration": 7200}),
    ("iam:UpdateRoleDescription", {"RoleName": "r", "Description": "e"}),
    ("iam:UpdateAssumeRolePolicy", {"RoleName": "r", "PolicyDocument": TRUST_ANYBODY}),
    ("iam:ListAttachedRolePolicies", {"RoleName": "r"}),
    ("iam:ListRolePolicies", {"RoleName": "r"}),
    ("iam:GetRolePolicy", {"RoleName": "r", "PolicyName": "i"}),
    *tagged("Role", RoleName="r"),
    ("iam:ListEntitiesForPolicy", {"PolicyArn": OWN}),
    ("iam:CreateInstanceProfile", {"InstanceProfileName": "ip", "Tags": TAGS}),
    ("iam:AddRoleToInstanceProfile", {"InstanceProfileName": "ip", "RoleName": "r"}),
    ("iam:GetInstanceProfile", {"InstanceProfileName": "ip"}),
    ("iam:ListInstanceProfiles", {}),
    ("iam:ListInstanceProfilesForRole", {"RoleName": "r"}),
    *tagged("InstanceProfile", InstanceProfileName="ip"),
    ("iam:CreateServiceLinkedRole", {"AWSServiceName": "lex.amazonaws.com", "CustomSuffix": "x"}),
    ("iam:DeleteServiceLinkedRole", {"RoleName": "AWSServiceRoleForLexBots_x"}),
    (
        "iam:GetServiceLinkedRoleDeletionStatus",
        {"DeletionTaskId": lambda last: last["iam:DeleteServiceLinkedRole"]["DeletionTaskId"]},
    ),
]
PROVIDERS: Script = [
    (
        "iam:CreateOpenIDConnectProvider",
        {
            "Url": "https://idp.example.com",
            "ClientIDList": ["app"],
            "ThumbprintList": ["a" * 40],
            "Tags": TAGS,
        },
    ),
    ("iam:AddClientIDToOpenIDConnectProvider", {"OpenIDConnectProviderArn": OIDC, "ClientID": "b"}),
    ("iam:RemoveClientIDFromOpenIDConnectProvider", {"OpenIDConnectProviderArn": OIDC, "ClientID": "b"}),
    (
        "iam:UpdateOpenIDConnectProviderThumbprint",
        {"OpenIDConnectProviderArn": OIDC, "ThumbprintList": ["b" * 40]},
    ),
    ("iam:GetOpenIDConnectProvider", {"OpenIDConnectProviderArn": OIDC}),
    ("iam:ListOpenIDConnectProviders", {}),
    *tagged("OpenIDConnectProvider", OpenIDConnectProviderArn=OIDC),
    ("iam:CreateSAMLProvider", {"Name": "office", "SAMLMetadataDocument": METADATA, "Tags": TAGS}),
    ("iam:UpdateSAMLProvider", {"SAMLProviderArn": SAML, "SAMLMetadataDocument": METADATA}),
    ("iam:GetSAMLProvider", {"SAMLProviderArn": SAML}),
    ("iam:ListSAMLProviders", {}),
    *tagged("SAMLProvider", SAMLProviderArn=SAML),
    (
        "iam:UploadServerCertificate",
        {"ServerCertificateName": "c", "CertificateBody": PEM, "PrivateKey": PEM, "Tags": TAGS},
    ),
    ("iam:UpdateServerCertificate", {"ServerCertificateName": "c", "NewServerCertificateName": "d"}),
    ("iam:GetServerCertificate", {"ServerCertificateName": "d"}),
    ("iam:ListServerCertificates", {}),
    *tagged("ServerCertificate", ServerCertificateName="d"),
]
ACCOUNT_WIDE: Script = [
    ("iam:CreateAccountAlias", {"AccountAlias": "moon-rabbit"}),
    ("iam:ListAccountAliases", {}),
    ("iam:SetSecurityTokenServicePreferences", {"GlobalEndpointTokenVersion": "v2Token"}),
    ("iam:GetAccountSummary", {}),
    ("iam:GetAccountAuthorizationDetails", {}),
    ("iam:GenerateCredentialReport", {}),
    ("iam:GenerateCredentialReport", {}),
    ("iam:GetCredentialReport", {}),
    (
        "iam:GenerateServiceLastAccessedDetails",
        {"Arn": f"{ACCOUNT}:user/b/bora", "Granularity": "ACTION_LEVEL"},
    ),
    (
        "iam:GetServiceLastAccessedDetails",
        {"JobId": lambda last: last["iam:GenerateServiceLastAccessedDetails"]["JobId"]},
    ),
    (
        "iam:GetServiceLastAccessedDetailsWithEntities",
        {
            "JobId": lambda last: last["iam:GenerateServiceLastAccessedDetails"]["JobId"],
            "ServiceNamespace": "iam",
        },
    ),
    (
        "iam:ListPoliciesGrantingServiceAccess",
        {"Arn": f"{ACCOUNT}:user/b/bora", "ServiceNamespaces": ["s3", "iam"]},
    ),
    (
        "iam:SimulateCustomPolicy",
        {
            "PolicyInputList": [NEEDS_TAG],
            "ActionNames": ["s3:GetObject", "s3:PutObject"],
            "PermissionsBoundaryPolicyInputList": [ALLOW_ALL],
            "MaxItems": 1,
        },
    ),
    (
        "iam:SimulatePrincipalPolicy",
        {"PolicySourceArn": f"{ACCOUNT}:user/b/bora", "ActionNames": ["s3:GetObject"]},
    ),
    ("iam:GetContextKeysForCustomPolicy", {"PolicyInputList": [NEEDS_TAG]}),
    ("iam:GetContextKeysForPrincipalPolicy", {"PolicySourceArn": f"{ACCOUNT}:user/b/bora"}),
    ("sts:DecodeAuthorizationMessage", {"EncodedMessage": encode({"allowed": False})}),
]
ORGANIZATION: Script = [
    ("organizations:CreateOrganization", {}),
    ("iam:EnableOrganizationsRootCredentialsManagement", {}),
    ("iam:EnableOrganizationsRootSessions", {}),
    ("iam:ListOrganizationsFeatures", {}),
    ("iam:DisableOrganizationsRootSessions", {}),
    ("iam:DisableOrganizationsRootCredentialsManagement", {}),
]
TAKEN_AWAY: Script = [
    ("iam:DeleteAccountAlias", {"AccountAlias": "moon-rabbit"}),
    ("iam:DeleteAccountPasswordPolicy", {}),
    ("iam:RemoveRoleFromInstanceProfile", {"InstanceProfileName": "ip", "RoleName": "r"}),
    ("iam:DeleteInstanceProfile", {"InstanceProfileName": "ip"}),
    ("iam:DeleteRolePolicy", {"RoleName": "r", "PolicyName": "i"}),
    ("iam:DetachRolePolicy", {"RoleName": "r", "PolicyArn": OWN}),
    ("iam:DeleteRolePermissionsBoundary", {"RoleName": "r"}),
    ("iam:DeleteRole", {"RoleName": "r"}),
    ("iam:DeletePolicyVersion", {"PolicyArn": OWN, "VersionId": "v1"}),
    ("iam:DeleteOpenIDConnectProvider", {"OpenIDConnectProviderArn": OIDC}),
    ("iam:DeleteSAMLProvider", {"SAMLProviderArn": SAML}),
    ("iam:DeleteServerCertificate", {"ServerCertificateName": "d"}),
    ("iam:DeleteUserPermissionsBoundary", {"UserName": "bora"}),
    ("iam:DeleteLoginProfile", {"UserName": "bora"}),
    ("iam:DeactivateMFADevice", {"UserName": "bora", "SerialNumber": PHONE}),
    ("iam:DeleteVirtualMFADevice", {"SerialNumber": PHONE}),
]
CREDENTIAL_VERBS: Mapping[str, dict[str, object]] = {
    "Update": {"Status": "Inactive"},
    "Reset": {},
    "Delete": {},
}
SCRIPTS: tuple[Script, ...] = (USERS, ROLES, PROVIDERS, ACCOUNT_WIDE, ORGANIZATION, TAKEN_AWAY)
BY_HAND = {
    "iam:CreateVirtualMFADevice",
    "iam:EnableMFADevice",
    "iam:ResyncMFADevice",
    "iam:GetMFADevice",
    "iam:ListMFADevices",
    "iam:ListVirtualMFADevices",
    "iam:ListMFADeviceTags",
    "iam:TagMFADevice",
    "iam:UntagMFADevice",
    "iam:GetSSHPublicKey",
    "iam:UpdateSSHPublicKey",
    "iam:DeleteSSHPublicKey",
    "iam:UpdateSigningCertificate",
    "iam:DeleteSigningCertificate",
    "iam:UpdateServiceSpecificCredential",
    "iam:ResetServiceSpecificCredential",
    "iam:DeleteServiceSpecificCredential",
    "iam:ChangePassword",
    "sts:GetSessionToken",
    "sts:GetFederationToken",
    "sts:AssumeRole",
    "sts:AssumeRoleWithWebIdentity",
    "sts:AssumeRoleWithSAML",
    "sts:GetAccessKeyInfo",
}
"""Operations whose parameters hang on what came before; `play_by_hand` asks for them."""


def covered() -> set[str]:
    """The operations that this file asks for."""
    asked = {action for script in SCRIPTS for action, _parameters in script} | BY_HAND
    return {action for action in asked if not action.startswith("organizations:")}


def codes(root: Person, seed: bytes, ahead: int = 0) -> dict[str, str]:
    """Two consecutive codes around the next request."""
    step = step_of(root.save.world.clock.next(root.save.world.now)) + ahead
    return {
        "AuthenticationCode1": code_at(seed.decode(), step),
        "AuthenticationCode2": code_at(seed.decode(), step + 1),
    }


def play_by_hand(root: Person) -> None:
    """Devices, keys and certificates of the user bora, and sessions of all kinds."""
    made: dict[str, Any] = root.ask("iam:CreateVirtualMFADevice", VirtualMFADeviceName="phone", Tags=TAGS)
    seed: bytes = made["VirtualMFADevice"]["Base32StringSeed"]
    owner = {"UserName": "bora", "SerialNumber": PHONE}
    play(root, [("iam:EnableMFADevice", {**owner, **codes(root, seed)})])
    play(
        root,
        [
            ("iam:ListVirtualMFADevices", {"AssignmentStatus": "Assigned"}),
            ("iam:ListMFADevices", {"UserName": "bora"}),
            ("iam:GetMFADevice", {"SerialNumber": PHONE}),
            *tagged("MFADevice", SerialNumber=PHONE),
        ],
    )
    play(root, [("iam:ResyncMFADevice", {**owner, **codes(root, seed, ahead=20)})])
    play_keys(root)
    play_sessions(root, seed)


def play_keys(root: Person) -> None:
    user = root.account.users["bora"]
    ssh, certificate = next(iter(user.ssh_keys)), next(iter(user.certificates))
    credential = next(iter(user.service_credentials))
    play(
        root,
        [
            *((action, {**given, "SSHPublicKeyId": ssh}) for action, given in KEYS),
            (
                "iam:UpdateSigningCertificate",
                {"UserName": "bora", "CertificateId": certificate, "Status": "Inactive"},
            ),
            ("iam:DeleteSigningCertificate", {"UserName": "bora", "CertificateId": certificate}),
            *(
                (
                    f"iam:{verb}ServiceSpecificCredential",
                    {"UserName": "bora", "ServiceSpecificCredentialId": credential, **more},
                )
                for verb, more in CREDENTIAL_VERBS.items()
            ),
        ],
    )


def play_sessions(root: Person, seed: bytes) -> None:
    root.ask("iam:CreateAccessKey", UserName="bora")
    bora = Person(root.save, "bora")
    key_id = bora.caller().access_key_id
    role = {"RoleArn": f"{ACCOUNT}:role/r", "RoleSessionName": "session"}
    code = code_at(seed.decode(), step_of(root.save.world.now) + 1)
    play(
        bora,
        [
            ("iam:ChangePassword", {"OldPassword": "Abcdefg1!", "NewPassword": "Bcdefgh2?!"}),
            ("sts:GetSessionToken", {"SerialNumber": PHONE, "TokenCode": code}),
            ("sts:GetFederationToken", {"Name": "guest", "Policy": ALLOW_ALL, "Tags": TAGS}),
            ("sts:AssumeRole", {**role, "Tags": TAGS, "SourceIdentity": "bora"}),
            ("sts:GetAccessKeyInfo", {"AccessKeyId": key_id}),
        ],
    )
    oidc, saml = root.account.oidc_providers[OIDC], root.account.saml_providers[SAML]
    token = web_identity_token(oidc, {"sub": "zoe", "aud": "app"}, root.save.world.now)
    assertion = saml_assertion(saml, "zoe", {"Role": [f"{ACCOUNT}:role/r"]}, root.save.world.now)
    play(
        root,
        [
            ("sts:AssumeRoleWithWebIdentity", {**role, "WebIdentityToken": token}),
            (
                "sts:AssumeRoleWithSAML",
                {"RoleArn": role["RoleArn"], "PrincipalArn": SAML, "SAMLAssertion": assertion},
            ),
        ],
    )


def played() -> Person:
    """An account in which everything here has been asked for, up to what takes it away."""
    from tests.account.people import fresh_save

    root = Person(fresh_save())
    for script in (USERS, ROLES, PROVIDERS):
        play(root, script)
    play_by_hand(root)
    play(root, ACCOUNT_WIDE)
    return root


def test_results_have_the_shape_that_the_cli_reads() -> None:
    root = played()
    play(root, ORGANIZATION)
    play(root, TAKEN_AWAY)
    assert not root.account.roles
    assert not root.account.mfa_devices
