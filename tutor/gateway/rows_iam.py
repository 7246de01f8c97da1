"""IAM's operations, each of which is its own action: on what, and which condition keys it brings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.gateway.rows_iam_others import OTHER_COLUMNS
from tutor.gateway.scene import Column, Need, Scene, each, everything, request_tags, resource_tags
from tutor.policy import PrincipalKind
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import User

BOUNDARY: Final = "iam:PermissionsBoundary"
NAMELESS: Final = frozenset({PrincipalKind.ASSUMED_ROLE, PrincipalKind.FEDERATED_USER})
"""Callers who have no user name that an operation could fall back on."""


def user(action: str, scene: Scene) -> tuple[Need, ...]:
    """The user named, by its path if it exists; without a name the caller."""
    from tutor.account import ServiceError

    name = scene.text("UserName") or scene.caller.name
    if name is None and scene.caller.principal.kind in NAMELESS:
        message = "Must specify userName when calling with non-User credentials"
        raise ServiceError("ValidationError", message, 400)
    if name is None:
        return scene.need(action, scene.caller.principal.arn)
    found = scene.account.users.get(name)
    if found is None:
        return scene.need(action, scene.iam_arn("user", "/", name))
    return scene.need(action, found.arn, resource_tags(found.tags))


def new_user(action: str, scene: Scene) -> tuple[Need, ...]:
    """A user that is still to be made, by the path, tags and boundary asked for."""
    arn = scene.iam_arn("user", scene.text("Path"), scene.text("UserName"))
    return scene.need(action, arn, {**request_tags(scene), **_boundary_asked(scene)})


def role(action: str, scene: Scene) -> tuple[Need, ...]:
    """The role named, by its path if it exists."""
    found = scene.account.roles.get(scene.text("RoleName"))
    if found is None:
        return scene.need(action, scene.iam_arn("role", "/", scene.text("RoleName")))
    return scene.need(action, found.arn, resource_tags(found.tags))


def new_role(action: str, scene: Scene) -> tuple[Need, ...]:
    """A role that is still to be made, by the path, tags and boundary asked for."""
    arn = scene.iam_arn("role", scene.text("Path"), scene.text("RoleName"))
    return scene.need(action, arn, {**request_tags(scene), **_boundary_asked(scene)})


def group(action: str, scene: Scene) -> tuple[Need, ...]:
    """The group named, by its path if it exists."""
    found = scene.account.groups.get(scene.text("GroupName"))
    arn = found.arn if found else scene.iam_arn("group", "/", scene.text("GroupName"))
    return scene.need(action, arn)


def new_group(action: str, scene: Scene) -> tuple[Need, ...]:
    """A group that is still to be made, by the path asked for."""
    return scene.need(action, scene.iam_arn("group", scene.text("Path"), scene.text("GroupName")))


def below(kind: str) -> Column:
    """All of a kind below the path prefix asked for."""

    def listing(action: str, scene: Scene) -> tuple[Need, ...]:
        return scene.need(action, scene.iam_arn(kind, scene.text("PathPrefix"), ""))

    return listing


def attaching(column: Column) -> Column:
    """As `column`, with the policy that is attached or detached in the context."""

    def with_policy(action: str, scene: Scene) -> tuple[Need, ...]:
        context: dict[str, ContextSource] = {"iam:PolicyARN": scene.text("PolicyArn")}
        return tuple(need.with_context(context) for need in column(action, scene))

    return with_policy


def bounded(column: Column) -> Column:
    """As `column`, with the boundary that the user or role has."""

    def with_boundary(action: str, scene: Scene) -> tuple[Need, ...]:
        name = scene.text("RoleName")
        holder = scene.account.roles.get(name) if name else scene.account.users.get(scene.text("UserName"))
        boundary = holder.boundary if holder is not None else None
        context: dict[str, ContextSource] = {} if boundary is None else {BOUNDARY: boundary}
        return tuple(need.with_context(context) for need in column(action, scene))

    return with_boundary


def bounding(column: Column) -> Column:
    """As `column`, with the boundary that the request sets."""

    def with_boundary(action: str, scene: Scene) -> tuple[Need, ...]:
        return tuple(need.with_context(_boundary_asked(scene)) for need in column(action, scene))

    return with_boundary


def tagging(column: Column) -> Column:
    """As `column`, with the tags that are put on, or the keys of those that are taken off."""

    def with_tags(action: str, scene: Scene) -> tuple[Need, ...]:
        keys: dict[str, ContextSource] = request_tags(scene)
        if not keys and (taken := scene.texts("TagKeys")):
            keys = {"aws:TagKeys": taken}
        return tuple(need.with_context(keys) for need in column(action, scene))

    return with_tags


def key_owner(action: str, scene: Scene) -> tuple[Need, ...]:
    """The user whose access key is named by its id alone."""
    found = scene.world.find_key(scene.text("AccessKeyId"))
    owner: User | None = None
    if found is not None and found[0] is scene.account:
        owner = scene.account.users.get(getattr(found[1], "name", ""))
    if owner is not None:
        return scene.need(action, owner.arn, resource_tags(owner.tags))
    return scene.need(action, "*" if found is None or found[0] is not scene.account else found[1].arn)


def _boundary_asked(scene: Scene) -> dict[str, ContextSource]:
    boundary = scene.text("PermissionsBoundary")
    return {BOUNDARY: boundary} if boundary else {}


COLUMNS: Final[Mapping[str, Column]] = {
    **OTHER_COLUMNS,
    **each(user, "GetUser DeleteUser UpdateUser ListGroupsForUser ListAttachedUserPolicies"),
    **each(user, "GetUserPolicy ListUserPolicies ListUserTags"),
    **each(user, "ListAccessKeys CreateAccessKey UpdateAccessKey DeleteAccessKey ChangePassword"),
    **each(user, "CreateLoginProfile GetLoginProfile UpdateLoginProfile DeleteLoginProfile"),
    **each(user, "EnableMFADevice ResyncMFADevice DeactivateMFADevice GetMFADevice ListMFADevices"),
    **each(user, "UploadSSHPublicKey GetSSHPublicKey UpdateSSHPublicKey DeleteSSHPublicKey"),
    **each(user, "ListSSHPublicKeys ListSigningCertificates UploadSigningCertificate"),
    **each(user, "UpdateSigningCertificate DeleteSigningCertificate ListServiceSpecificCredentials"),
    **each(user, "CreateServiceSpecificCredential ResetServiceSpecificCredential"),
    **each(user, "UpdateServiceSpecificCredential DeleteServiceSpecificCredential"),
    **each(tagging(user), "TagUser UntagUser"),
    **each(bounded(user), "PutUserPolicy DeleteUserPolicy DeleteUserPermissionsBoundary"),
    **each(attaching(bounded(user)), "AttachUserPolicy DetachUserPolicy"),
    **each(bounding(user), "PutUserPermissionsBoundary"),
    **each(group, "GetGroup DeleteGroup UpdateGroup AddUserToGroup RemoveUserFromGroup"),
    **each(group, "ListAttachedGroupPolicies ListGroupPolicies"),
    **each(group, "GetGroupPolicy PutGroupPolicy DeleteGroupPolicy"),
    **each(attaching(group), "AttachGroupPolicy DetachGroupPolicy"),
    **each(role, "GetRole ListRoleTags ListRolePolicies GetRolePolicy ListAttachedRolePolicies"),
    **each(role, "ListInstanceProfilesForRole DeleteServiceLinkedRole"),
    **each(tagging(role), "TagRole UntagRole"),
    **each(bounded(role), "DeleteRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy"),
    **each(bounded(role), "PutRolePolicy DeleteRolePolicy DeleteRolePermissionsBoundary"),
    **each(attaching(bounded(role)), "AttachRolePolicy DetachRolePolicy"),
    **each(bounding(role), "PutRolePermissionsBoundary"),
    "CreateUser": new_user,
    "ListUsers": below("user"),
    "CreateGroup": new_group,
    "ListGroups": below("group"),
    "CreateRole": new_role,
    "ListRoles": below("role"),
    "ListPolicies": everything,
    "GetAccessKeyLastUsed": key_owner,
}
"""By operation, which is also the name of the action."""
