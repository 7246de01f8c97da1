"""Which permissions an operation needs: action, resource, and the condition keys that the request adds.

An operation may need several; `NEEDS` is the table, the functions below are its columns.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Account, Caller, World


@dataclass(frozen=True, slots=True)
class Need:
    """One permission: an action on a resource, and the condition keys that come from the parameters."""

    action: str
    resource: str
    context: Mapping[str, ContextSource] = field(default_factory=dict)
    resource_account: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A request inside the account that it is about to act on."""

    world: "World"
    account: "Account"
    caller: "Caller"
    parameters: Mapping[str, object]

    def text(self, name: str) -> str:
        """A text parameter, empty if it was not given."""
        value = self.parameters.get(name)
        return "" if value is None else str(value)

    def iam_arn(self, kind: str, path: str, name: str) -> str:
        """An ARN of this account such as `arn:aws:iam::1:user/path/name`."""
        return f"arn:aws:iam::{self.account.account_id}:{kind}{path or '/'}{name}"


Column = Callable[[str, Scene], tuple[Need, ...]]


def user(action: str, scene: Scene) -> tuple[Need, ...]:
    """The user named, by its path if it exists; without a name the caller."""
    name = scene.text("UserName") or scene.caller.name
    if name is None:
        return (Need(action, scene.caller.principal.arn, {}, scene.account.account_id),)
    found = scene.account.users.get(name)
    arn = found.arn if found else scene.iam_arn("user", "/", name)
    tags = resource_tags(found.tags) if found else {}
    return (Need(action, arn, tags, scene.account.account_id),)


def new_user(action: str, scene: Scene) -> tuple[Need, ...]:
    """A user that is still to be made, by the path and tags asked for."""
    context = request_tags(scene)
    if scene.text("PermissionsBoundary"):
        context["iam:PermissionsBoundary"] = scene.text("PermissionsBoundary")
    arn = scene.iam_arn("user", scene.text("Path"), scene.text("UserName"))
    return (Need(action, arn, context, scene.account.account_id),)


def users(action: str, scene: Scene) -> tuple[Need, ...]:
    """All users below a path."""
    return (Need(action, scene.iam_arn("user", scene.text("PathPrefix"), ""), {}, scene.account.account_id),)


def group(action: str, scene: Scene) -> tuple[Need, ...]:
    """The group named, by its path if it exists."""
    name = scene.text("GroupName")
    found = scene.account.groups.get(name)
    arn = found.arn if found else scene.iam_arn("group", "/", name)
    return (Need(action, arn, {}, scene.account.account_id),)


def new_group(action: str, scene: Scene) -> tuple[Need, ...]:
    """A group that is still to be made, by the path asked for."""
    arn = scene.iam_arn("group", scene.text("Path"), scene.text("GroupName"))
    return (Need(action, arn, {}, scene.account.account_id),)


def groups(action: str, scene: Scene) -> tuple[Need, ...]:
    """All groups below a path."""
    return (Need(action, scene.iam_arn("group", scene.text("PathPrefix"), ""), {}, scene.account.account_id),)


def policy(action: str, scene: Scene) -> tuple[Need, ...]:
    """The managed policy named by its ARN."""
    return (Need(action, scene.text("PolicyArn"), {}, scene.account.account_id),)


def new_policy(action: str, scene: Scene) -> tuple[Need, ...]:
    """A managed policy that is still to be made, by the path and tags asked for."""
    arn = scene.iam_arn("policy", scene.text("Path"), scene.text("PolicyName"))
    return (Need(action, arn, request_tags(scene), scene.account.account_id),)


def attaching(column: Column) -> Column:
    """As `column`, with the policy that is attached or detached in the context."""

    def with_policy(action: str, scene: Scene) -> tuple[Need, ...]:
        context = {"iam:PolicyARN": scene.text("PolicyArn")}
        return tuple(
            Need(need.action, need.resource, {**need.context, **context}, need.resource_account)
            for need in column(action, scene)
        )

    return with_policy


def key_owner(action: str, scene: Scene) -> tuple[Need, ...]:
    """The user whose access key is named by its id alone."""
    found = scene.world.find_key(scene.text("AccessKeyId"))
    arn = found[1].arn if found and found[0] is scene.account else "*"
    return (Need(action, arn, {}, scene.account.account_id),)


def everything(action: str, scene: Scene) -> tuple[Need, ...]:
    """No single resource: the policy must say `*`."""
    return (Need(action, "*", {}, scene.account.account_id),)


def bucket(action: str, scene: Scene) -> tuple[Need, ...]:
    """The bucket named; listing it adds what part is asked for."""
    name = scene.text("Bucket")
    keys = {"Prefix": "s3:prefix", "Delimiter": "s3:delimiter", "MaxKeys": "s3:max-keys"}
    context: dict[str, ContextSource] = {
        key: str(scene.parameters[parameter])
        for parameter, key in keys.items()
        if parameter in scene.parameters
    }
    return (Need(action, f"arn:aws:s3:::{name}", context, owner_of_bucket(scene, name)),)


def stored_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object named."""
    name = scene.text("Bucket")
    return (Need(action, f"arn:aws:s3:::{name}/{scene.text('Key')}", {}, owner_of_bucket(scene, name)),)


def read_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object named; whether a key is free is only told to those who may list the bucket."""
    found = scene.world.bucket(scene.text("Bucket"))
    if found is None or scene.text("Key") in found.objects:
        return stored_object(action, scene)
    return (*stored_object(action, scene), Need("s3:ListBucket", found.arn, {}, found.account_id))


def copied_object(action: str, scene: Scene) -> tuple[Need, ...]:
    """The object that is written, and the one it is copied from."""
    source, _, key = unquote(scene.text("CopySource")).removeprefix("/").partition("/")
    read = Need("s3:GetObject", f"arn:aws:s3:::{source}/{key}", {}, owner_of_bucket(scene, source))
    return (*stored_object(action, scene), read)


def request_tags(scene: Scene) -> dict[str, ContextSource]:
    """aws:RequestTag/... and aws:TagKeys, if tags are given."""
    tags = scene.parameters.get("Tags")
    if not isinstance(tags, list) or not tags:
        return {}
    named: dict[str, ContextSource] = {
        f"aws:RequestTag/{tag.get('Key')}": str(tag.get("Value", "")) for tag in tags
    }
    return named | {"aws:TagKeys": tuple(str(tag.get("Key")) for tag in tags)}


def resource_tags(tags: Mapping[str, str]) -> dict[str, ContextSource]:
    """aws:ResourceTag/... and iam:ResourceTag/... of something in IAM."""
    return {f"{space}:ResourceTag/{key}": text for key, text in tags.items() for space in ("aws", "iam")}


def owner_of_bucket(scene: Scene, name: str) -> str:
    """The account that a bucket belongs to; of one that is not there, the caller's."""
    found = scene.world.bucket(name)
    return found.account_id if found else scene.account.account_id


COLUMNS: Final[Mapping[str, Column]] = {
    **dict.fromkeys(("GetUser", "DeleteUser", "ListGroupsForUser", "ListAttachedUserPolicies"), user),
    **dict.fromkeys(("GetUserPolicy", "PutUserPolicy", "DeleteUserPolicy", "ListUserPolicies"), user),
    **dict.fromkeys(("ListAccessKeys", "CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey"), user),
    **dict.fromkeys(("AttachUserPolicy", "DetachUserPolicy"), attaching(user)),
    **dict.fromkeys(("GetGroup", "DeleteGroup", "AddUserToGroup", "RemoveUserFromGroup"), group),
    **dict.fromkeys(("ListAttachedGroupPolicies", "ListGroupPolicies"), group),
    **dict.fromkeys(("GetGroupPolicy", "PutGroupPolicy", "DeleteGroupPolicy"), group),
    **dict.fromkeys(("AttachGroupPolicy", "DetachGroupPolicy"), attaching(group)),
    **dict.fromkeys(("GetPolicy", "GetPolicyVersion", "DeletePolicy", "ListEntitiesForPolicy"), policy),
    "CreateUser": new_user,
    "ListUsers": users,
    "CreateGroup": new_group,
    "ListGroups": groups,
    "CreatePolicy": new_policy,
    "ListPolicies": everything,
    "GetAccessKeyLastUsed": key_owner,
}
"""IAM operations, each of which is its own action."""

S3_ACTIONS: Final[Mapping[str, tuple[str, Column]]] = {
    "ListBuckets": ("s3:ListAllMyBuckets", everything),
    "CreateBucket": ("s3:CreateBucket", bucket),
    "DeleteBucket": ("s3:DeleteBucket", bucket),
    "HeadBucket": ("s3:ListBucket", bucket),
    "ListObjects": ("s3:ListBucket", bucket),
    "ListObjectsV2": ("s3:ListBucket", bucket),
    "GetBucketLocation": ("s3:GetBucketLocation", bucket),
    "GetObject": ("s3:GetObject", read_object),
    "HeadObject": ("s3:GetObject", read_object),
    "PutObject": ("s3:PutObject", stored_object),
    "DeleteObject": ("s3:DeleteObject", stored_object),
    "CopyObject": ("s3:PutObject", copied_object),
}
"""S3 operations, whose actions have names of their own."""

NEEDS: Final[Mapping[str, tuple[str, Column]]] = {
    **{f"iam:{operation}": (f"iam:{operation}", column) for operation, column in COLUMNS.items()},
    **{f"s3:{operation}": row for operation, row in S3_ACTIONS.items()},
    "sts:GetCallerIdentity": ("sts:GetCallerIdentity", everything),
}
"""`service:Operation` to its action and the function that finds the resources."""


def needs_of(operation: str, scene: Scene) -> tuple[Need, ...]:
    """The permissions of `service:Operation`; raises KeyError for one without a row."""
    action, column = NEEDS[operation]
    return column(action, scene)
