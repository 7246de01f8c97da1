"""Which permissions an operation needs: action, resource, and the condition keys that the request adds.

An operation may need several. The rows stand in one table a service, `rows_*.py`; `NEEDS` joins them.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.gateway.rows_ec2 import EC2_COLUMNS
from tutor.gateway.rows_iam import COLUMNS
from tutor.gateway.rows_iam_others import tags_of
from tutor.gateway.rows_organizations import ORGANIZATIONS
from tutor.gateway.rows_s3 import S3_ACTIONS, bucket_need, object_need
from tutor.gateway.rows_sts import STS
from tutor.gateway.scene import Column, Need, Scene
from tutor.policy.arn import account_of

if TYPE_CHECKING:
    from tutor.account import Caller, World

__all__ = ["NEEDS", "Need", "Scene", "need_of", "needs_of"]

NEEDS: Final[Mapping[str, tuple[str, Column]]] = {
    **{f"iam:{operation}": (f"iam:{operation}", column) for operation, column in COLUMNS.items()},
    **{f"s3:{operation}": row for operation, row in S3_ACTIONS.items()},
    **{f"ec2:{operation}": (f"ec2:{operation}", column) for operation, column in EC2_COLUMNS.items()},
    **{
        f"organizations:{operation}": (f"organizations:{operation}", column)
        for operation, column in ORGANIZATIONS.items()
    },
    **{f"sts:{operation}": (f"sts:{operation}", column) for operation, column in STS.items()},
}
"""`service:Operation` to its action and the function that finds the resources."""


def needs_of(operation: str, scene: Scene) -> tuple[Need, ...]:
    """The permissions of `service:Operation`; raises KeyError for one without a row."""
    action, column = NEEDS[operation]
    return column(action, scene)


def need_of(world: "World", caller: "Caller", action: str, resource: str) -> Need:
    """A permission that nobody has requested: what is known of the resource stands in for parameters."""
    account_id = account_of(resource) or caller.principal.account
    account = world.accounts.get(account_id)
    scene = Scene(world, account or next(iter(world.accounts.values())), caller, {})
    if resource.startswith("arn:aws:s3:"):
        name, _, key = resource.removeprefix("arn:aws:s3:::").partition("/")
        need = object_need(action, scene, name, key) if key else bucket_need(action, scene, name)
        return replace(need, resource=resource)
    tags = tags_of(scene, resource) if account is not None else {}
    return Need(action, resource, tags, account_id or None)
