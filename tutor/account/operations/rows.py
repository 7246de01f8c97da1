"""The table of operations: where each is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tutor.account.operations import rows_ec2, rows_organizations, rows_s3

__all__ = ["CHANGES", "READS", "SIGN_INS"]


def _iam(module: str, **names: str) -> dict[str, str]:
    """`Operation=function` of one module."""
    return {f"iam:{operation}": f"{module}:{name}" for operation, name in names.items()}


READS: Final[Mapping[str, str]] = {
    **_iam("users", GetUser="get_user", ListUsers="list_users"),
    **_iam(
        "groups",
        GetGroup="get_group",
        ListGroups="list_groups",
        ListGroupsForUser="list_groups_for_user",
    ),
    **_iam(
        "managed_policies",
        GetPolicy="get_policy",
        GetPolicyVersion="get_policy_version",
        ListPolicies="list_policies",
        ListEntitiesForPolicy="list_entities_for_policy",
    ),
    **_iam("policy_versions", ListPolicyVersions="list_policy_versions"),
    **_iam("roles", GetRole="get_role", ListRoles="list_roles"),
    **_iam(
        "instance_profiles",
        GetInstanceProfile="get_instance_profile",
        ListInstanceProfiles="list_instance_profiles",
        ListInstanceProfilesForRole="list_instance_profiles_for_role",
    ),
    **_iam(
        "tagging",
        ListUserTags="USER.list_tags",
        ListRoleTags="ROLE.list_tags",
        ListPolicyTags="POLICY.list_tags",
        ListInstanceProfileTags="PROFILE.list_tags",
        ListMFADeviceTags="DEVICE.list_tags",
        ListOpenIDConnectProviderTags="OIDC.list_tags",
        ListSAMLProviderTags="SAML.list_tags",
        ListServerCertificateTags="CERTIFICATE.list_tags",
    ),
    **_iam(
        "login_profiles",
        GetLoginProfile="get_login_profile",
        GetAccountPasswordPolicy="get_account_password_policy",
    ),
    **_iam(
        "mfa_devices",
        GetMFADevice="get_mfa_device",
        ListMFADevices="list_mfa_devices",
        ListVirtualMFADevices="list_virtual_mfa_devices",
    ),
    **_iam(
        "account_settings",
        ListAccountAliases="list_account_aliases",
        GetAccountSummary="get_account_summary",
    ),
    **_iam(
        "holder_policies",
        ListAttachedUserPolicies="USER.list_attached",
        ListAttachedGroupPolicies="GROUP.list_attached",
        ListAttachedRolePolicies="ROLE.list_attached",
        GetUserPolicy="USER.get",
        GetGroupPolicy="GROUP.get",
        GetRolePolicy="ROLE.get",
        ListUserPolicies="USER.list_inline",
        ListGroupPolicies="GROUP.list_inline",
        ListRolePolicies="ROLE.list_inline",
    ),
    **_iam(
        "access_keys",
        ListAccessKeys="list_access_keys",
        GetAccessKeyLastUsed="get_access_key_last_used",
    ),
    **_iam(
        "oidc_providers",
        GetOpenIDConnectProvider="get_open_id_connect_provider",
        ListOpenIDConnectProviders="list_open_id_connect_providers",
    ),
    **_iam(
        "saml_providers",
        GetSAMLProvider="get_saml_provider",
        ListSAMLProviders="list_saml_providers",
    ),
    **_iam(
        "user_keys",
        GetSSHPublicKey="get_ssh_public_key",
        ListSSHPublicKeys="list_ssh_public_keys",
        ListSigningCertificates="list_signing_certificates",
    ),
    **_iam("service_credentials", ListServiceSpecificCredentials="list_service_specific_credentials"),
    **_iam(
        "server_certificates",
        GetServerCertificate="get_server_certificate",
        ListServerCertificates="list_server_certificates",
    ),
    **_iam(
        "service_linked_roles",
        GetServiceLinkedRoleDeletionStatus="get_service_linked_role_deletion_status",
    ),
    **_iam(
        "simulation",
        SimulateCustomPolicy="simulate_custom_policy",
        SimulatePrincipalPolicy="simulate_principal_policy",
    ),
    **_iam(
        "context_keys",
        GetContextKeysForCustomPolicy="get_context_keys_for_custom_policy",
        GetContextKeysForPrincipalPolicy="get_context_keys_for_principal_policy",
    ),
    **_iam("credential_report", GetCredentialReport="get_credential_report"),
    **_iam("organization_features", ListOrganizationsFeatures="list_organizations_features"),
    **_iam("organization_report", GetOrganizationsAccessReport="get_organizations_access_report"),
    **_iam("authorization_details", GetAccountAuthorizationDetails="get_account_authorization_details"),
    **_iam(
        "last_accessed",
        GetServiceLastAccessedDetails="get_service_last_accessed_details",
        GetServiceLastAccessedDetailsWithEntities="get_service_last_accessed_details_with_entities",
    ),
    **_iam("granting", ListPoliciesGrantingServiceAccess="list_policies_granting_service_access"),
    "sts:GetCallerIdentity": "identity:get_caller_identity",
    "sts:GetAccessKeyInfo": "identity:get_access_key_info",
    "sts:DecodeAuthorizationMessage": "identity:decode_authorization_message",
    **rows_ec2.READS,
    **rows_organizations.READS,
    **rows_s3.READS,
}
"""Operations that leave the account as it is."""

CHANGES: Final[Mapping[str, str]] = {
    **_iam("users", CreateUser="create_user", DeleteUser="delete_user"),
    **_iam(
        "groups",
        CreateGroup="create_group",
        DeleteGroup="delete_group",
        AddUserToGroup="add_user_to_group",
        RemoveUserFromGroup="remove_user_from_group",
    ),
    **_iam("managed_policies", CreatePolicy="create_policy", DeletePolicy="delete_policy"),
    **_iam("renaming", UpdateUser="update_user", UpdateGroup="update_group"),
    **_iam(
        "policy_versions",
        CreatePolicyVersion="create_policy_version",
        SetDefaultPolicyVersion="set_default_policy_version",
        DeletePolicyVersion="delete_policy_version",
    ),
    **_iam(
        "boundaries",
        PutUserPermissionsBoundary="USER.put",
        PutRolePermissionsBoundary="ROLE.put",
        DeleteUserPermissionsBoundary="USER.delete",
        DeleteRolePermissionsBoundary="ROLE.delete",
    ),
    **_iam(
        "tagging",
        TagUser="USER.tag",
        TagRole="ROLE.tag",
        TagPolicy="POLICY.tag",
        TagInstanceProfile="PROFILE.tag",
        TagMFADevice="DEVICE.tag",
        TagOpenIDConnectProvider="OIDC.tag",
        TagSAMLProvider="SAML.tag",
        TagServerCertificate="CERTIFICATE.tag",
        UntagUser="USER.untag",
        UntagRole="ROLE.untag",
        UntagPolicy="POLICY.untag",
        UntagInstanceProfile="PROFILE.untag",
        UntagMFADevice="DEVICE.untag",
        UntagOpenIDConnectProvider="OIDC.untag",
        UntagSAMLProvider="SAML.untag",
        UntagServerCertificate="CERTIFICATE.untag",
    ),
    **_iam(
        "instance_profiles",
        CreateInstanceProfile="create_instance_profile",
        DeleteInstanceProfile="delete_instance_profile",
        AddRoleToInstanceProfile="add_role_to_instance_profile",
        RemoveRoleFromInstanceProfile="remove_role_from_instance_profile",
    ),
    **_iam(
        "login_profiles",
        CreateLoginProfile="create_login_profile",
        UpdateLoginProfile="update_login_profile",
        DeleteLoginProfile="delete_login_profile",
        ChangePassword="change_password",
        UpdateAccountPasswordPolicy="update_account_password_policy",
        DeleteAccountPasswordPolicy="delete_account_password_policy",
    ),
    **_iam(
        "mfa_devices",
        CreateVirtualMFADevice="create_virtual_mfa_device",
        EnableMFADevice="enable_mfa_device",
        ResyncMFADevice="resync_mfa_device",
        DeactivateMFADevice="deactivate_mfa_device",
        DeleteVirtualMFADevice="delete_virtual_mfa_device",
    ),
    **_iam(
        "account_settings",
        CreateAccountAlias="create_account_alias",
        DeleteAccountAlias="delete_account_alias",
        SetSecurityTokenServicePreferences="set_security_token_service_preferences",
    ),
    **_iam(
        "roles",
        CreateRole="create_role",
        UpdateRole="update_role",
        UpdateRoleDescription="update_role_description",
        UpdateAssumeRolePolicy="update_assume_role_policy",
        DeleteRole="delete_role",
    ),
    **_iam(
        "holder_policies",
        AttachUserPolicy="USER.attach",
        AttachGroupPolicy="GROUP.attach",
        AttachRolePolicy="ROLE.attach",
        DetachUserPolicy="USER.detach",
        DetachGroupPolicy="GROUP.detach",
        DetachRolePolicy="ROLE.detach",
        PutUserPolicy="USER.put",
        PutGroupPolicy="GROUP.put",
        PutRolePolicy="ROLE.put",
        DeleteUserPolicy="USER.delete",
        DeleteGroupPolicy="GROUP.delete",
        DeleteRolePolicy="ROLE.delete",
    ),
    **_iam(
        "access_keys",
        CreateAccessKey="create_access_key",
        UpdateAccessKey="update_access_key",
        DeleteAccessKey="delete_access_key",
    ),
    **_iam(
        "oidc_providers",
        CreateOpenIDConnectProvider="create_open_id_connect_provider",
        DeleteOpenIDConnectProvider="delete_open_id_connect_provider",
        AddClientIDToOpenIDConnectProvider="add_client_id_to_open_id_connect_provider",
        RemoveClientIDFromOpenIDConnectProvider="remove_client_id_from_open_id_connect_provider",
        UpdateOpenIDConnectProviderThumbprint="update_open_id_connect_provider_thumbprint",
    ),
    **_iam(
        "saml_providers",
        CreateSAMLProvider="create_saml_provider",
        UpdateSAMLProvider="update_saml_provider",
        DeleteSAMLProvider="delete_saml_provider",
    ),
    **_iam(
        "user_keys",
        UploadSSHPublicKey="upload_ssh_public_key",
        UpdateSSHPublicKey="update_ssh_public_key",
        DeleteSSHPublicKey="delete_ssh_public_key",
        UploadSigningCertificate="upload_signing_certificate",
        UpdateSigningCertificate="update_signing_certificate",
        DeleteSigningCertificate="delete_signing_certificate",
    ),
    **_iam(
        "service_credentials",
        CreateServiceSpecificCredential="create_service_specific_credential",
        UpdateServiceSpecificCredential="update_service_specific_credential",
        ResetServiceSpecificCredential="reset_service_specific_credential",
        DeleteServiceSpecificCredential="delete_service_specific_credential",
    ),
    **_iam(
        "server_certificates",
        UploadServerCertificate="upload_server_certificate",
        UpdateServerCertificate="update_server_certificate",
        DeleteServerCertificate="delete_server_certificate",
    ),
    **_iam(
        "service_linked_roles",
        CreateServiceLinkedRole="create_service_linked_role",
        DeleteServiceLinkedRole="delete_service_linked_role",
    ),
    **_iam("credential_report", GenerateCredentialReport="generate_credential_report"),
    **_iam(
        "organization_features",
        EnableOrganizationsRootCredentialsManagement="CREDENTIALS.enable",
        DisableOrganizationsRootCredentialsManagement="CREDENTIALS.disable",
        EnableOrganizationsRootSessions="SESSIONS.enable",
        DisableOrganizationsRootSessions="SESSIONS.disable",
    ),
    **_iam("last_accessed", GenerateServiceLastAccessedDetails="generate_service_last_accessed_details"),
    **_iam(
        "organization_report",
        GenerateOrganizationsAccessReport="generate_organizations_access_report",
    ),
    "sts:AssumeRole": "sessions:assume_role",
    "sts:AssumeRoleWithWebIdentity": "federated_sessions:assume_role_with_web_identity",
    "sts:AssumeRoleWithSAML": "federated_sessions:assume_role_with_saml",
    "sts:AssumeRoot": "root_sessions:assume_root",
    "sts:GetSessionToken": "sessions:get_session_token",
    "sts:GetFederationToken": "sessions:get_federation_token",
    **rows_ec2.CHANGES,
    **rows_organizations.CHANGES,
    **rows_s3.CHANGES,
}
"""Operations that undo has something to take back from, and which issue ids."""

SIGN_INS: Final[Mapping[str, str]] = {
    "signin:ConsoleLogin": "sign_in:console_login",
    "signin:SetRootPassword": "sign_in:set_root_password",
    "signin:EnableMFADevice": "mfa_devices:enable_root_device",
    "signin:ResyncMFADevice": "mfa_devices:resync_root_device",
    "directory:AddPerson": "directory:add_person",
    "directory:RemovePerson": "directory:remove_person",
}
"""What the console's door and the staff directory do; no API has it."""
