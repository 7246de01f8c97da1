"""IAM's operations on what is neither user, group nor role: policies, profiles, devices, providers."""

from collections.abc import Mapping
from typing import Final

from tutor.gateway.scene import Column, Need, Scene, each, everything, request_tags, resource_tags
from tutor.policy.context import ContextSource

EC2: Final = "ec2.amazonaws.com"


def named_by(parameter: str) -> Column:
    """What an ARN in a parameter names, with its tags."""

    def named(action: str, scene: Scene) -> tuple[Need, ...]:
        arn = scene.text(parameter)
        return scene.need(action, arn, {**tags_of(scene, arn), **_tags_asked(scene)})

    return named


def tags_of(scene: Scene, arn: str) -> dict[str, ContextSource]:
    """The tags of anything in IAM that this account has under an ARN."""
    account = scene.account
    kind, _, rest = arn.rpartition(":")[2].partition("/")
    name = rest.rpartition("/")[2]
    tables: Mapping[str, tuple[Mapping[str, object], str]] = {
        "user": (account.users, name),
        "role": (account.roles, name),
        "policy": (account.policies, arn),
        "instance-profile": (account.instance_profiles, name),
        "mfa": (account.mfa_devices, arn),
        "oidc-provider": (account.oidc_providers, arn),
        "saml-provider": (account.saml_providers, arn),
        "server-certificate": (account.server_certificates, name),
    }
    table, key = tables.get(kind, ({}, ""))
    found = table.get(key)
    if found is None or getattr(found, "arn", arn) != arn:
        return {}
    return resource_tags(getattr(found, "tags", {}))


def new(kind: str, parameter: str) -> Column:
    """Something that is still to be made, by the path and tags asked for."""

    def created(action: str, scene: Scene) -> tuple[Need, ...]:
        arn = scene.iam_arn(kind, scene.text("Path"), scene.text(parameter))
        return scene.need(action, arn, request_tags(scene))

    return created


def new_oidc_provider(action: str, scene: Scene) -> tuple[Need, ...]:
    """An OpenID Connect provider, whose ARN ends in the host and path of its address."""
    place = scene.text("Url").partition("://")[2] or scene.text("Url")
    return scene.need(action, scene.iam_arn("oidc-provider", "/", place.rstrip("/")), request_tags(scene))


def instance_profile(action: str, scene: Scene) -> tuple[Need, ...]:
    """The instance profile named, by its path if it exists."""
    name = scene.text("InstanceProfileName")
    found = scene.account.instance_profiles.get(name)
    arn = found.arn if found else scene.iam_arn("instance-profile", "/", name)
    return scene.need(action, arn, {**tags_of(scene, arn), **_tags_asked(scene)})


def filling_profile(action: str, scene: Scene) -> tuple[Need, ...]:
    """The instance profile, and the role that is handed to EC2 with it."""
    return (*instance_profile(action, scene), pass_role(scene, scene.text("RoleName"), EC2))


def pass_role(scene: Scene, role_name: str, service: str, target: str | None = None) -> Need:
    """iam:PassRole for a role that is handed to a service; `target` is the resource that gets it."""
    found = scene.account.roles.get(role_name)
    arn = found.arn if found else scene.iam_arn("role", "/", role_name)
    context: dict[str, ContextSource] = {**tags_of(scene, arn), "iam:PassedToService": service}
    if target is not None:
        context["iam:AssociatedResourceArn"] = target
    return Need("iam:PassRole", arn, context, scene.account.account_id)


def certificate(action: str, scene: Scene) -> tuple[Need, ...]:
    """The server certificate named, by its path if it exists."""
    name = scene.text("ServerCertificateName")
    found = scene.account.server_certificates.get(name)
    arn = found.arn if found else scene.iam_arn("server-certificate", scene.text("Path"), name)
    return scene.need(action, arn, {**tags_of(scene, arn), **_tags_asked(scene)})


def organization_report(action: str, scene: Scene) -> tuple[Need, ...]:
    """A report on a part of the organization, or on what one of its policies reaches."""
    policy_id = scene.text("OrganizationsPolicyId")
    return scene.need(action, "*", {"iam:OrganizationsPolicyId": policy_id} if policy_id else {})


def linked_role(action: str, scene: Scene) -> tuple[Need, ...]:
    """The service-linked role that a service would get."""
    from tutor.account.operations.service_linked_roles import name_of_role

    service = scene.text("AWSServiceName")
    name = name_of_role(service, scene.text("CustomSuffix") or None)
    arn = scene.iam_arn("role", f"/aws-service-role/{service}/", name)
    return scene.need(action, arn, {"iam:AWSServiceName": service})


def deleted_role(action: str, scene: Scene) -> tuple[Need, ...]:
    """The service-linked role that a deletion task is about."""
    place = scene.text("DeletionTaskId").removeprefix("task/").rpartition("/")[0]
    return scene.need(action, scene.iam_arn("role", "/", place) if place else "*")


def _tags_asked(scene: Scene) -> dict[str, ContextSource]:
    """The tags that a request puts on, or the keys of those that it takes off."""
    asked = request_tags(scene)
    taken = scene.texts("TagKeys")
    return asked or ({"aws:TagKeys": taken} if taken else {})


def mfa_listing(action: str, scene: Scene) -> tuple[Need, ...]:
    """All virtual MFA devices."""
    return scene.need(action, scene.iam_arn("mfa", "/", ""))


OTHER_COLUMNS: Final[Mapping[str, Column]] = {
    **each(named_by("PolicyArn"), "GetPolicy DeletePolicy GetPolicyVersion ListPolicyVersions"),
    **each(named_by("PolicyArn"), "CreatePolicyVersion DeletePolicyVersion SetDefaultPolicyVersion"),
    **each(named_by("PolicyArn"), "ListEntitiesForPolicy ListPolicyTags TagPolicy UntagPolicy"),
    **each(instance_profile, "GetInstanceProfile DeleteInstanceProfile ListInstanceProfileTags"),
    **each(instance_profile, "RemoveRoleFromInstanceProfile TagInstanceProfile UntagInstanceProfile"),
    **each(named_by("SerialNumber"), "DeleteVirtualMFADevice ListMFADeviceTags"),
    **each(named_by("SerialNumber"), "TagMFADevice UntagMFADevice"),
    **each(named_by("OpenIDConnectProviderArn"), "GetOpenIDConnectProvider"),
    **each(named_by("OpenIDConnectProviderArn"), "DeleteOpenIDConnectProvider"),
    **each(named_by("OpenIDConnectProviderArn"), "UpdateOpenIDConnectProviderThumbprint"),
    **each(named_by("OpenIDConnectProviderArn"), "AddClientIDToOpenIDConnectProvider"),
    **each(named_by("OpenIDConnectProviderArn"), "RemoveClientIDFromOpenIDConnectProvider"),
    **each(named_by("OpenIDConnectProviderArn"), "ListOpenIDConnectProviderTags"),
    **each(named_by("OpenIDConnectProviderArn"), "TagOpenIDConnectProvider UntagOpenIDConnectProvider"),
    **each(named_by("SAMLProviderArn"), "GetSAMLProvider UpdateSAMLProvider DeleteSAMLProvider"),
    **each(named_by("SAMLProviderArn"), "ListSAMLProviderTags TagSAMLProvider UntagSAMLProvider"),
    **each(certificate, "UploadServerCertificate GetServerCertificate UpdateServerCertificate"),
    **each(certificate, "DeleteServerCertificate ListServerCertificateTags"),
    **each(certificate, "TagServerCertificate UntagServerCertificate"),
    **each(named_by("PolicySourceArn"), "SimulatePrincipalPolicy GetContextKeysForPrincipalPolicy"),
    **each(named_by("Arn"), "GenerateServiceLastAccessedDetails ListPoliciesGrantingServiceAccess"),
    **each(everything, "CreateAccountAlias DeleteAccountAlias ListAccountAliases GetAccountSummary"),
    **each(everything, "GetAccountPasswordPolicy UpdateAccountPasswordPolicy"),
    **each(everything, "DeleteAccountPasswordPolicy GetAccountAuthorizationDetails"),
    **each(everything, "GenerateCredentialReport GetCredentialReport"),
    **each(everything, "GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities"),
    **each(everything, "SimulateCustomPolicy GetContextKeysForCustomPolicy"),
    **each(everything, "ListOpenIDConnectProviders ListSAMLProviders ListServerCertificates"),
    **each(everything, "SetSecurityTokenServicePreferences ListOrganizationsFeatures"),
    **each(everything, "EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions"),
    **each(everything, "DisableOrganizationsRootCredentialsManagement"),
    **each(everything, "DisableOrganizationsRootSessions GetOrganizationsAccessReport"),
    **each(everything, "ListDelegationRequests"),
    **each(everything, "EnableOutboundWebIdentityFederation DisableOutboundWebIdentityFederation"),
    **each(everything, "GetOutboundWebIdentityFederationInfo"),
    "GenerateOrganizationsAccessReport": organization_report,
    "CreatePolicy": new("policy", "PolicyName"),
    "CreateInstanceProfile": new("instance-profile", "InstanceProfileName"),
    "ListInstanceProfiles": lambda action, scene: scene.need(
        action, scene.iam_arn("instance-profile", scene.text("PathPrefix"), "")
    ),
    "AddRoleToInstanceProfile": filling_profile,
    "CreateVirtualMFADevice": new("mfa", "VirtualMFADeviceName"),
    "ListVirtualMFADevices": mfa_listing,
    "CreateOpenIDConnectProvider": new_oidc_provider,
    "CreateSAMLProvider": new("saml-provider", "Name"),
    "CreateServiceLinkedRole": linked_role,
    "GetServiceLinkedRoleDeletionStatus": deleted_role,
}
"""By operation, which is also the name of the action."""
