"""CreateRole, GetRole, ListRoles, UpdateRole, UpdateAssumeRolePolicy, DeleteRole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, check_document, policy_arn, policy_text, tags
from tutor.account.operations.find import own_role, role_named
from tutor.account.operations.paging import page
from tutor.account.operations.shapes import role_shape
from tutor.account.policy_text import TRUST, PolicyText
from tutor.account.roles import HOUR, Role
from tutor.account.service_error import conflict, exists, limit, no_such_entity
from tutor.account.trust import named_ids

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_role",
    "delete_role",
    "get_role",
    "list_roles",
    "update_assume_role_policy",
    "update_role",
    "update_role_description",
]

_ROLES: Final = 1000
_TRUST_SIZE: Final = 2048
_LONGEST_SESSION: Final = 43200


def create_role(world: World, account: Account, call: Call) -> Result:
    """A new role has no permissions; its trust policy says who may assume it."""
    checks = Checks(call)
    name, path = checks.name("RoleName", 64), checks.path()
    check_document(checks, "AssumeRolePolicyDocument")
    description = checks.description()
    longest = checks.number("MaxSessionDuration", HOUR, _LONGEST_SESSION, HOUR)
    given_tags = tags(call, checks, fold=True)
    boundary = None
    if call.text("PermissionsBoundary") is not None:
        boundary = policy_arn(checks, "PermissionsBoundary")
    trust, trusted_ids = _trust(world, call, "AssumeRolePolicyDocument")
    if account.roles.labelled(name.lower()) is not None:
        raise exists(f"Role with name {name} already exists.")
    if boundary is not None and account.policy(boundary) is None:
        raise no_such_entity(f"Scope ARN: {boundary} does not exist or is not attachable.")
    if len(account.roles) >= _ROLES:
        raise limit(f"Cannot exceed quota for RolesPerAccount: {_ROLES}")
    arn = f"arn:aws:iam::{account.account_id}:role{path}{name}"
    role = Role(
        name,
        path,
        call.mint.entity_id("AROA"),
        arn,
        call.moment(world),
        trust,
        trusted_ids,
        description,
        longest,
        boundary,
        given_tags,
    )
    account.add(role)
    return {"Role": role_shape(world, role, new=True)}


def _trust(world: World, call: Call, parameter: str) -> tuple[PolicyText, dict[str, str]]:
    trust = policy_text(call, parameter, TRUST)
    if trust.size > _TRUST_SIZE:
        raise limit(f"Cannot exceed quota for ACLSizePerRole: {_TRUST_SIZE}")
    return trust, named_ids(world, trust)


def get_role(world: World, account: Account, call: Call) -> Result:
    """A role with everything but its policies."""
    return {"Role": role_shape(world, _role(account, call), full=True)}


def _role(account: Account, call: Call) -> Role:
    checks = Checks(call)
    name = checks.name("RoleName", 64)
    checks.finish()
    return role_named(account, name)


def list_roles(world: World, account: Account, call: Call) -> Result:
    """Roles in name order."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    roles, more = page(call, checks, account.roles.after, keep=lambda role: role.path.startswith(prefix))
    return {"Roles": [role_shape(world, role) for role in roles], **more}


def update_role(_world: World, account: Account, call: Call) -> Result:
    """Changes description and longest session; what is not given stays.

    Of a service-linked role the description is the one thing that its account may change.
    """
    checks = Checks(call)
    name, description = checks.name("RoleName", 64), checks.description()
    longest = checks.number("MaxSessionDuration", HOUR, _LONGEST_SESSION, 0)
    checks.finish()
    description_only = description is not None and not longest
    role = role_named(account, name) if description_only else own_role(account, name)
    role.description = role.description if description is None else description
    role.max_session = longest or role.max_session
    return {}


def update_role_description(world: World, account: Account, call: Call) -> Result:
    """Changes the description; UpdateRole does it too."""
    checks = Checks(call)
    name, description = checks.name("RoleName", 64), checks.description()
    checks.finish()
    role = role_named(account, name)
    role.description = description
    return {"Role": role_shape(world, role)}


def update_assume_role_policy(world: World, account: Account, call: Call) -> Result:
    """Replaces the trust policy; live sessions go on."""
    checks = Checks(call)
    name = checks.name("RoleName", 64)
    check_document(checks)
    checks.finish()
    role = own_role(account, name)
    role.trust, role.trusted_ids = _trust(world, call, "PolicyDocument")
    return {}


def delete_role(_world: World, account: Account, call: Call) -> Result:
    """Refuses while anything hangs on the role; its sessions end with it."""
    checks = Checks(call)
    name = checks.name("RoleName", 64)
    checks.finish()
    role = own_role(account, name)
    if role.inline:
        raise conflict("entity, must delete policies first.")
    if role.attached:
        raise conflict("entity, must detach all policies first.")
    if role.profiles:
        raise conflict("entity, must remove roles from instance profile first.")
    account.forget(role)
    return {}
