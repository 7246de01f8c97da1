"""Instance profiles: what hands a role to EC2 instances."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, tags
from tutor.account.operations.find import profile_named, role_named
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import profile_shape
from tutor.account.roles import InstanceProfile
from tutor.account.service_error import conflict, exists, limit, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "add_role_to_instance_profile",
    "create_instance_profile",
    "delete_instance_profile",
    "get_instance_profile",
    "list_instance_profiles",
    "list_instance_profiles_for_role",
    "remove_role_from_instance_profile",
]

_PROFILES: Final = 1000


def create_instance_profile(world: World, account: Account, call: Call) -> Result:
    """A new profile holds no role."""
    checks = Checks(call)
    name, path = checks.name("InstanceProfileName"), checks.path()
    given_tags = tags(call, checks, fold=False)
    if account.instance_profiles.labelled(name.lower()) is not None:
        raise exists(f"Instance Profile {name} already exists.")
    if len(account.instance_profiles) >= _PROFILES:
        raise limit(f"Cannot exceed quota for InstanceProfilesPerAccount: {_PROFILES}")
    profile = InstanceProfile(
        name,
        path,
        call.mint.entity_id("AIPA"),
        f"arn:aws:iam::{account.account_id}:instance-profile{path}{name}",
        call.moment(world),
        tags=given_tags,
    )
    account.instance_profiles[name] = profile
    return {"InstanceProfile": profile_shape(world, account, profile, full=True)}


def get_instance_profile(world: World, account: Account, call: Call) -> Result:
    """A profile with its role."""
    return {"InstanceProfile": profile_shape(world, account, _profile(account, call), full=True)}


def _profile(account: Account, call: Call) -> InstanceProfile:
    checks = Checks(call)
    name = checks.name("InstanceProfileName")
    checks.finish()
    return profile_named(account, name)


def list_instance_profiles(world: World, account: Account, call: Call) -> Result:
    """Profiles in name order."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    rows = account.instance_profiles.after
    profiles, more = page(call, checks, rows, keep=lambda profile: profile.path.startswith(prefix))
    return {"InstanceProfiles": [profile_shape(world, account, profile) for profile in profiles], **more}


def list_instance_profiles_for_role(world: World, account: Account, call: Call) -> Result:
    """The profiles that hold a role, in name order."""
    checks = Checks(call)
    name = checks.name("RoleName", 64)
    checks.page_size()
    checks.finish()
    held = [account.instance_profiles[profile] for profile in role_named(account, name).profiles]
    profiles, more = page(call, checks, rows_of(held, lambda profile: profile.name.lower()))
    return {"InstanceProfiles": [profile_shape(world, account, profile) for profile in profiles], **more}


def delete_instance_profile(_world: World, account: Account, call: Call) -> Result:
    """Refuses while the profile holds a role."""
    profile = _profile(account, call)
    if profile.role is not None:
        raise conflict("entity, must remove roles from instance profile first.")
    del account.instance_profiles[profile.name]
    return {}


def add_role_to_instance_profile(_world: World, account: Account, call: Call) -> Result:
    """Puts a role in; there is room for one."""
    checks = Checks(call)
    name, role_name = checks.name("InstanceProfileName"), checks.name("RoleName", 64)
    checks.finish()
    profile, role = profile_named(account, name), role_named(account, role_name)
    if profile.role is not None:
        raise limit("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1")
    account.instance_profiles[name] = replace(profile, role=role.name)
    role.profiles.append(name)
    return {}


def remove_role_from_instance_profile(_world: World, account: Account, call: Call) -> Result:
    """Takes the role out; instances that have its credentials keep them until they run out."""
    checks = Checks(call)
    name, role_name = checks.name("InstanceProfileName"), checks.name("RoleName", 64)
    checks.finish()
    profile, role = profile_named(account, name), role_named(account, role_name)
    if profile.role != role.name:
        raise no_such_entity(f"Role {role_name} in instance profile {name} cannot be found.")
    account.instance_profiles[name] = replace(profile, role=None)
    role.profiles.remove(name)
    return {}
