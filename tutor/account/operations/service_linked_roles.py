"""Service-linked roles: roles that a service makes for itself, and only AWS changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks
from tutor.account.operations.find import role_named
from tutor.account.operations.shapes import role_shape
from tutor.account.policy_text import TRUST, PolicyText
from tutor.account.roles import HOUR, Role
from tutor.account.service_error import ServiceError, invalid_input, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_service_linked_role",
    "delete_service_linked_role",
    "get_service_linked_role_deletion_status",
    "name_of_role",
]

_NAMES: Final[Mapping[str, str]] = {
    "access-analyzer": "AccessAnalyzer",
    "autoscaling": "AutoScaling",
    "cloudtrail": "CloudTrail",
    "config": "Config",
    "ecs": "ECS",
    "eks": "AmazonEKS",
    "elasticache": "ElastiCache",
    "elasticbeanstalk": "ElasticBeanstalk",
    "elasticfilesystem": "AmazonElasticFileSystem",
    "elasticloadbalancing": "ElasticLoadBalancing",
    "guardduty": "AmazonGuardDuty",
    "inspector2": "AmazonInspector2",
    "lex": "LexBots",
    "opensearchservice": "AmazonOpenSearchService",
    "ops.apigateway": "APIGateway",
    "organizations": "Organizations",
    "rds": "RDS",
    "replicator.lambda": "LambdaReplicator",
    "securityhub": "SecurityHub",
    "spot": "EC2Spot",
    "spotfleet": "EC2SpotFleet",
    "ssm": "AmazonSSM",
    "sso": "SSO",
    "support": "Support",
    "transitgateway": "VPCTransitGateway",
    "trustedadvisor": "TrustedAdvisor",
}
"""Services that have such a role, and what its name ends in."""

_SUFFIXED: Final = frozenset({"autoscaling", "lex"})
"""Services that take a custom suffix, so that there can be several of their roles."""
_DOMAIN: Final = ".amazonaws.com"
_SUFFIX: Final = re.compile(r"[A-Za-z0-9_+=,.@-]+")


def name_of_role(service: str, suffix: str | None) -> str:
    """What a service's role is called; of a service that has none, what it would be called."""
    namespace = service.removesuffix(_DOMAIN)
    title = _NAMES.get(namespace) or namespace[:1].upper() + namespace[1:]
    return f"AWSServiceRoleFor{title}" + (f"_{suffix}" if suffix else "")


def create_service_linked_role(world: World, account: Account, call: Call) -> Result:
    """The role of a service, under its fixed path and name."""
    checks = Checks(call)
    service = checks.length("AWSServiceName", 1, 128)
    description, suffix = checks.description(), call.text("CustomSuffix")
    if suffix is not None:
        checks.length("CustomSuffix", 1, 64)
        checks.pattern("CustomSuffix", suffix, _SUFFIX, r"[\w+=,.@-]+")
    checks.finish()
    namespace = service.removesuffix(_DOMAIN)
    if namespace not in _NAMES or not service.endswith(_DOMAIN):
        raise invalid_input(f"{service} is not a valid AWS service name for a service-linked role")
    if suffix is not None and namespace not in _SUFFIXED:
        raise invalid_input(f"Custom suffix is not allowed for {service}")
    name = name_of_role(service, suffix)
    if account.roles.labelled(name.lower()) is not None:
        raise invalid_input(
            f"Service role name {name} has been taken in this account, please try a different suffix."
        )
    path = f"/aws-service-role/{service}/"
    role = Role(
        name,
        path,
        call.mint.entity_id("AROA"),
        f"arn:aws:iam::{account.account_id}:role{path}{name}",
        call.moment(world),
        PolicyText(_trust(service), kind=TRUST),
        description=description,
        max_session=HOUR,
        service=service,
    )
    account.add(role)
    return {"Role": role_shape(world, role, new=True)}


def _trust(service: str) -> str:
    return (
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",'
        f'"Principal":{{"Service":["{service}"]}},"Action":["sts:AssumeRole"]}}]}}'
    )


def delete_service_linked_role(_world: World, account: Account, call: Call) -> Result:
    """Takes the role away: the sandbox's services use none, so that the task is done at once."""
    checks = Checks(call)
    name = checks.name("RoleName", 64)
    checks.finish()
    role = role_named(account, name)
    if role.service is None:
        message = f"Cannot delete the role {name}: it is not a service-linked role."
        raise ServiceError("InvalidInput", message, 400)
    account.forget(role)
    task = f"task{role.path}{role.name}/{call.mint.uuid()}"
    account.deletions.append(task)
    return {"DeletionTaskId": task}


def get_service_linked_role_deletion_status(_world: World, account: Account, call: Call) -> Result:
    """How far a deletion is."""
    task = call.required("DeletionTaskId")
    if task not in account.deletions:
        raise no_such_entity(f"Deletion task {task} was not found.")
    return {"Status": "SUCCEEDED"}
