"""Looking entities up, with the service's words for those that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.service_error import ServiceError, denied, no_such_entity, not_valid

if TYPE_CHECKING:
    from tutor.account.call import Call
    from tutor.account.credentials import MfaDevice, ServerCertificate
    from tutor.account.entities import Group, ManagedPolicy, PolicyVersion, RootUser, User
    from tutor.account.providers import OidcProvider, SamlProvider
    from tutor.account.roles import InstanceProfile, Role
    from tutor.account.world import Account

__all__ = [
    "attached_policy",
    "group_named",
    "key_owner",
    "managed_policy",
    "mfa_device",
    "oidc_provider",
    "own_policy",
    "own_role",
    "profile_named",
    "role_named",
    "saml_provider",
    "server_certificate",
    "user_named",
    "version_named",
]


def user_named(account: Account, name: str) -> User:
    """The user, or NoSuchEntity."""
    user = account.users.get(name)
    if user is None:
        raise no_such_entity(f"The user with name {name} cannot be found.")
    return user


def group_named(account: Account, name: str) -> Group:
    """The group, or NoSuchEntity."""
    group = account.groups.get(name)
    if group is None:
        raise no_such_entity(f"The group with name {name} cannot be found.")
    return group


def role_named(account: Account, name: str) -> Role:
    """The role, or NoSuchEntity."""
    role = account.roles.get(name)
    if role is None:
        raise no_such_entity(f"The role with name {name} cannot be found.")
    return role


def own_role(account: Account, name: str) -> Role:
    """A role to change: not a service-linked one, which only AWS changes."""
    role = role_named(account, name)
    if role.service is not None:
        raise ServiceError(
            "UnmodifiableEntity",
            f"Cannot perform the operation on the protected role '{name}' - "
            "this role is only modifiable by AWS",
            400,
        )
    return role


def managed_policy(account: Account, arn: str) -> ManagedPolicy:
    """The managed policy, or NoSuchEntity as get and delete word it."""
    policy = account.policy(arn)
    if policy is None:
        raise no_such_entity(f"Policy {arn} was not found.")
    return policy


def own_policy(account: Account, call: Call, arn: str, *, change: bool = True) -> ManagedPolicy:
    """A managed policy; to change it, it has to be the account's own."""
    policy = managed_policy(account, arn)
    if change and arn not in account.policies:
        raise denied(
            f"User: {call.caller.principal.arn} is not authorized to perform: {call.action} "
            f"on resource: policy {arn}"
        )
    return policy


def version_named(policy: ManagedPolicy, version_id: str) -> PolicyVersion:
    """A version of a managed policy, or NoSuchEntity."""
    version = policy.versions.get(version_id)
    if version is None:
        raise no_such_entity(f"Policy {policy.arn} version {version_id} does not exist or is not attachable.")
    return version


def profile_named(account: Account, name: str) -> InstanceProfile:
    """The instance profile, or NoSuchEntity."""
    profile = account.instance_profiles.get(name)
    if profile is None:
        raise no_such_entity(f"Instance Profile {name} cannot be found.")
    return profile


def mfa_device(account: Account, serial: str) -> MfaDevice:
    """The MFA device, or NoSuchEntity."""
    device = account.mfa_devices.get(serial)
    if device is None:
        raise no_such_entity(f"MFA Device with serial number {serial} does not exist.")
    return device


def oidc_provider(account: Account, arn: str) -> OidcProvider:
    """The OpenID Connect provider, or NoSuchEntity."""
    provider = account.oidc_providers.get(arn)
    if provider is None:
        raise no_such_entity(f"OpenIDConnect Provider not found for arn {arn}")
    return provider


def saml_provider(account: Account, arn: str) -> SamlProvider:
    """The SAML provider, or NoSuchEntity."""
    provider = account.saml_providers.get(arn)
    if provider is None:
        raise no_such_entity(f"Manifest not found for arn {arn}")
    return provider


def server_certificate(account: Account, name: str) -> ServerCertificate:
    """The server certificate, or NoSuchEntity."""
    certificate = account.server_certificates.get(name)
    if certificate is None:
        raise no_such_entity(f"The Server Certificate with name {name} cannot be found.")
    return certificate


def attached_policy(account: Account, arn: str) -> ManagedPolicy:
    """The managed policy, or NoSuchEntity as attach words it."""
    policy = account.policy(arn)
    if policy is None:
        raise no_such_entity(f"Policy {arn} does not exist or is not attachable.")
    return policy


def key_owner(account: Account, call: Call, name: str | None) -> User | RootUser:
    """Whose access keys a call is about: the named user's, else the caller's own."""
    if name is not None:
        return user_named(account, name)
    kind = call.caller.principal.kind.value
    if kind == "Root":
        return account.root
    if kind == "User" and call.caller.name is not None:
        return user_named(account, call.caller.name)
    raise not_valid("Must specify userName when calling with non-User credentials")
