"""The account as a whole: alias, summary, the version of STS's tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks
from tutor.account.operations.paging import page, rows_of
from tutor.account.service_error import exists, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_account_alias",
    "delete_account_alias",
    "get_account_summary",
    "list_account_aliases",
    "set_security_token_service_preferences",
]

_ALIAS: Final = re.compile(r"(?!\d{12}$)[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]")
_ALIAS_SHOWN: Final = r"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"
_TOKENS: Final = {"v1Token": 1, "v2Token": 2}


def _alias(call: Call) -> str:
    checks = Checks(call)
    alias = checks.length("AccountAlias", 3, 63)
    checks.pattern("AccountAlias", alias, _ALIAS, _ALIAS_SHOWN)
    checks.finish()
    return alias


def create_account_alias(world: World, account: Account, call: Call) -> Result:
    """Names the account; a second alias replaces the first, and each is there once in all of AWS."""
    alias = _alias(call)
    if any(other.alias == alias for other in world.accounts.values()):
        raise exists(f"The account alias {alias} already exists.")
    account.alias = alias
    return {}


def delete_account_alias(_world: World, account: Account, call: Call) -> Result:
    """Takes the alias away."""
    alias = _alias(call)
    if account.alias != alias:
        raise no_such_entity(f"The account alias {alias} cannot be found.")
    account.alias = None
    return {}


def list_account_aliases(_world: World, account: Account, call: Call) -> Result:
    """The alias, if there is one."""
    aliases, more = page(call, Checks(call), rows_of([account.alias] if account.alias else [], str))
    return {"AccountAliases": aliases, **more}


def get_account_summary(_world: World, account: Account, _call: Call) -> Result:
    """What there is, and how much there may be (spec 1.4)."""
    certificates = {"SigningCertificatesPerUserQuota": 2, "AccountSigningCertificatesPresent": 0}
    return {
        "SummaryMap": {
            "Users": len(account.users),
            "UsersQuota": 5000,
            "Groups": len(account.groups),
            "GroupsQuota": 300,
            "Roles": len(account.roles),
            "RolesQuota": 1000,
            "Policies": len(account.policies),
            "PoliciesQuota": 1500,
            "InstanceProfiles": len(account.instance_profiles),
            "InstanceProfilesQuota": 1000,
            "ServerCertificates": len(account.server_certificates),
            "ServerCertificatesQuota": 20,
            "PolicyVersionsInUse": sum(len(policy.versions) for policy in account.policies.values()),
            "PolicyVersionsInUseQuota": 10000,
            "VersionsPerPolicyQuota": 5,
            "PolicySizeQuota": 6144,
            "UserPolicySizeQuota": 2048,
            "GroupPolicySizeQuota": 5120,
            "RolePolicySizeQuota": 10240,
            "AssumeRolePolicySizeQuota": 2048,
            "GroupsPerUserQuota": 10,
            "AccessKeysPerUserQuota": 2,
            "AttachedPoliciesPerUserQuota": 10,
            "AttachedPoliciesPerGroupQuota": 10,
            "AttachedPoliciesPerRoleQuota": 20,
            "MFADevices": len(account.mfa_devices),
            "MFADevicesInUse": sum(device.owner is not None for device in account.mfa_devices.values()),
            "AccountMFAEnabled": int(bool(account.root.devices)),
            "AccountAccessKeysPresent": int(bool(account.root.keys)),
            "AccountPasswordPresent": 1,
            **certificates,
            "Providers": len(account.oidc_providers) + len(account.saml_providers),
            "GlobalEndpointTokenVersion": account.token_version,
        }
    }


def set_security_token_service_preferences(_world: World, account: Account, call: Call) -> Result:
    """Which tokens the global STS endpoint gives out: those of version 2 work in every region."""
    checks = Checks(call)
    version = checks.choice("GlobalEndpointTokenVersion", tuple(_TOKENS), "")
    checks.finish()
    account.token_version = _TOKENS[version]
    return {}
