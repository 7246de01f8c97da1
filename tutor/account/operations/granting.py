"""Which policies let somebody use a service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.account.entities import Group
from tutor.account.operations.checks import Checks
from tutor.account.operations.principals import entity_of, policies_of_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World
    from tutor.policy import PolicyDocument

__all__ = ["grants", "list_policies_granting_service_access"]


def grants(document: PolicyDocument, namespace: str) -> bool:
    """Whether a statement allows something of a service."""
    for statement in document.statements:
        if statement.effect != "Allow":
            continue
        written = [value.text.lower() for value in statement.action.values]
        if statement.action.negated:
            if not {"*", f"{namespace}:*"} & set(written):
                return True
        elif any(text == "*" or text.startswith(f"{namespace}:") for text in written):
            return True
    return False


def list_policies_granting_service_access(_world: World, account: Account, call: Call) -> Result:
    """Which of an entity's policies allow anything of the services named."""
    checks = Checks(call)
    arn = checks.length("Arn", 20, 2048)
    listed = call.parameters.get("ServiceNamespaces") or ()
    assert isinstance(listed, Sequence)
    checks.finish()
    held = list(policies_of_entity(account, entity_of(account, arn)))
    entries = []
    for namespace in map(str, listed):
        policies = []
        for policy in held:
            if not grants(policy.text.document, namespace):
                continue
            shape = {"PolicyName": policy.name, "PolicyType": "INLINE" if policy.arn is None else "MANAGED"}
            if policy.arn is not None:
                shape["PolicyArn"] = policy.arn
            if policy.arn is None or isinstance(policy.holder, Group):
                shape |= {"EntityType": policy.kind.upper(), "EntityName": policy.holder.name}
            policies.append(shape)
        entries.append({"ServiceNamespace": namespace, "Policies": policies})
    return {"PoliciesGrantingServiceAccess": entries, "IsTruncated": False}
