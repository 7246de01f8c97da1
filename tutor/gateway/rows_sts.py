"""STS's operations: sessions of roles, which their trust policies govern, and the rest."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.scene import Column, Need, Scene, everything, request_tags, resource_tags, tag_keys
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Session, World
    from tutor.account.federation import Federated

ROLE_ARN: Final = re.compile(r"arn:aws[a-z-]*:iam::(\d{12}):role/.+")
GIVEN: Final[Mapping[str, str]] = {
    "RoleSessionName": "sts:RoleSessionName",
    "ExternalId": "sts:ExternalId",
    "DurationSeconds": "sts:DurationSeconds",
}


def assumed_role(action: str, scene: Scene) -> tuple[Need, ...]:
    """The role to assume; tags and a source identity, passed or handed down, need their own permissions."""
    calling = _calling(scene)
    context = {**_given(scene), **request_tags(scene)}
    handed = calling.transitive if calling is not None else ()
    transitive = (*handed, *scene.texts("TransitiveTagKeys"))
    source_identity = scene.text("SourceIdentity") or (calling.source_identity if calling else None)
    return _role_needs(action, scene, context, transitive, source_identity)


def vouched_role(action: str, scene: Scene) -> tuple[Need, ...]:
    """The role for somebody whom an identity provider vouches for."""
    somebody = vouched_for(scene.world, scene.parameters, scene.moment, action.partition(":")[2])
    context = {**_given(scene), **somebody.claims, **tag_keys(somebody.tags)}
    if somebody.session_name is not None:
        context["sts:RoleSessionName"] = somebody.session_name
    return _role_needs(action, scene, context, somebody.transitive, somebody.source_identity)


def federated_user(action: str, scene: Scene) -> tuple[Need, ...]:
    """The federated user that a session is asked for."""
    arn = f"arn:aws:sts::{scene.account.account_id}:federated-user/{scene.text('Name')}"
    tags = request_tags(scene)
    need = scene.need(action, arn, tags)
    return (*need, *scene.need("sts:TagSession", arn, tags)) if tags else need


def root_user(action: str, scene: Scene) -> tuple[Need, ...]:
    """The root user of a member account."""
    target = scene.text("TargetPrincipal")
    arn = target if target.startswith("arn:") else f"arn:aws:iam::{target}:root"
    task = scene.parameters.get("TaskPolicyArn")
    policy = str(task.get("arn", "")) if isinstance(task, Mapping) else ""
    return scene.need(action, arn, {"sts:TaskPolicyArn": policy})


def vouched_for(
    world: "World", parameters: Mapping[str, object], at: datetime, operation: str
) -> "Federated":
    """Whom a token or assertion is about; raises ServiceError for one that is not good."""
    from tutor.account.saml import saml_identity
    from tutor.account.web_identity import web_identity

    read = saml_identity if operation == "AssumeRoleWithSAML" else web_identity
    return read(world, parameters, at)


def _role_needs(
    action: str,
    scene: Scene,
    context: dict[str, ContextSource],
    transitive: tuple[str, ...],
    source_identity: str | None,
) -> tuple[Need, ...]:
    arn, account_id = _role_arn(scene)
    found = scene.world.role(arn)
    context |= resource_tags(found[1].tags) if found is not None else {}
    actions = [action]
    if transitive or "aws:TagKeys" in context:
        actions.append("sts:TagSession")
    if transitive:
        context["sts:TransitiveTagKeys"] = transitive
    if source_identity:
        context["sts:SourceIdentity"] = source_identity
        actions.append("sts:SetSourceIdentity")
    return tuple(Need(needed, arn, context, account_id) for needed in actions)


def _role_arn(scene: Scene) -> tuple[str, str]:
    from tutor.account import ServiceError

    arn = scene.text("RoleArn")
    match = ROLE_ARN.fullmatch(arn)
    if match is None:
        raise ServiceError("ValidationError", f"{arn} is invalid", 400)
    return arn, match[1]


def _calling(scene: Scene) -> "Session | None":
    key_id = scene.caller.access_key_id
    return scene.world.find_session(key_id) if key_id is not None else None


def _given(scene: Scene) -> dict[str, ContextSource]:
    return {key: scene.text(name) for name, key in GIVEN.items() if scene.text(name)}


STS: Final[Mapping[str, Column]] = {
    "AssumeRole": assumed_role,
    "AssumeRoleWithWebIdentity": vouched_role,
    "AssumeRoleWithSAML": vouched_role,
    "AssumeRoot": root_user,
    "GetFederationToken": federated_user,
    "GetSessionToken": everything,
    "GetCallerIdentity": everything,
    "GetAccessKeyInfo": everything,
    "DecodeAuthorizationMessage": everything,
}
"""By operation, which is also the name of the action."""
