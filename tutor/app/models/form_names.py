"""The names of an account that a form offers, and what the marked thing has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from .account_subject import Subject, read_subject

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.account import Account
    from tutor.account.account import Holder
    from tutor.gateway.sandbox import Sandbox

SERVICES: Final = (
    "ec2.amazonaws.com",
    "lambda.amazonaws.com",
    "ecs-tasks.amazonaws.com",
    "codebuild.amazonaws.com",
    "s3.amazonaws.com",
    "cloudtrail.amazonaws.com",
)
"""Services that often take roles."""

HOLDERS: Final = frozenset({"user", "group", "role"})


@dataclass(frozen=True, slots=True)
class AccountNames:
    """Everything that can stand in a field."""

    subject: Subject
    account_id: str
    accounts: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    buckets: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    arns: Mapping[str, str] = field(default_factory=dict)
    """Managed policies by name, the account's own first."""
    principals: Mapping[str, str] = field(default_factory=dict)
    """ARNs of users and roles, by `user/NAME` and `role/NAME`."""
    providers: Mapping[str, str] = field(default_factory=dict)
    """Audiences of identity providers, by ARN; empty for none."""
    held_groups: tuple[str, ...] = ()
    """Groups of the marked user."""
    members: tuple[str, ...] = ()
    """Users of the marked group."""
    attached: Mapping[str, str] = field(default_factory=dict)
    """ARNs of the policies attached to what is marked, by name."""
    holders: tuple[str, ...] = ()
    """What the marked policy is attached to, as `user/NAME`."""
    inline: tuple[str, ...] = ()
    keys: Mapping[str, bool] = field(default_factory=dict)
    """Access keys of the marked user, and whether they are active."""
    versions: tuple[str, ...] = ()
    """Versions of the marked policy that are not the default."""
    tags: Mapping[str, str] = field(default_factory=dict)
    has_password: bool = False
    has_boundary: bool = False
    has_policy: bool = False
    """The marked bucket has a policy."""
    objects: int = 0
    devices: int = 0
    is_own: bool = True
    """The marked policy belongs to the account."""

    @property
    def policies(self) -> tuple[str, ...]:
        """Managed policies by their names."""
        return tuple(self.arns)

    def arn_of(self, policy: str) -> str:
        """The ARN of a managed policy; what is not known by its name is taken for an ARN."""
        return self.arns.get(policy, policy)


def names_for(sandbox: "Sandbox", workspace: "Path", subject: str) -> AccountNames:
    """The names for a form about a subject."""
    from tutor.gateway.workspace import Workspace

    account, about = sandbox.account, read_subject(subject)
    return AccountNames(
        about,
        account.account_id,
        tuple(sandbox.world.accounts),
        tuple(account.users),
        tuple(account.groups),
        tuple(account.roles),
        tuple(account.buckets),
        Workspace(workspace).files(),
        sandbox.profile_names,
        _policies(account),
        {
            **{f"user/{one.name}": one.arn for one in account.users.values()},
            **{f"role/{one.name}": one.arn for one in account.roles.values()},
        },
        {arn: next(iter(one.client_ids), "") for arn, one in account.oidc_providers.items()}
        | dict.fromkeys(account.saml_providers, "https://signin.aws.amazon.com/saml"),
        **_of(account, about),
    )


def _policies(account: "Account") -> dict[str, str]:
    from tutor.account import AWS_MANAGED

    found = {policy.name: arn for arn, policy in account.policies.items()}
    for arn in AWS_MANAGED:
        name = arn.rpartition("/")[2]
        found.setdefault(name if name not in found else arn, arn)
    return found


def _of(account: "Account", about: Subject) -> dict[str, Any]:
    """What the marked thing has."""
    if about.kind in HOLDERS:
        try:
            return _of_holder(account, account.holder(about.text))
        except KeyError:
            return {}
    if about.kind == "policy":
        policy, use = account.policy(about.name), account.policy_uses.get(about.name)
        if policy is None:
            return {"is_own": False}
        return {
            "versions": tuple(one for one in policy.versions if one != policy.default_version),
            "holders": tuple(use.attached) if use else (),
            "tags": policy.tags,
            "is_own": about.name in account.policies,
        }
    if about.kind == "key":
        user = account.users.get(about.owner)
        return {"keys": {key.key_id: key.active for key in user.keys.values()}} if user else {}
    if about.kind == "bucket" and (bucket := account.buckets.get(about.name)) is not None:
        return {"has_policy": bucket.policy is not None, "objects": len(bucket.objects)}
    return {}


def _of_holder(account: "Account", holder: "Holder") -> dict[str, Any]:
    found: dict[str, Any] = {
        "attached": {arn.rpartition("/")[2]: arn for arn in holder.attached},
        "inline": tuple(holder.inline),
        "members": tuple(sorted(getattr(holder, "members", ()))),
        "held_groups": tuple(getattr(holder, "groups", ())),
        "tags": getattr(holder, "tags", {}),
        "has_boundary": getattr(holder, "boundary", None) is not None,
        "devices": len(getattr(holder, "devices", ())),
        "has_password": getattr(holder, "login", None) is not None,
    }
    keys = getattr(holder, "keys", {})
    return {**found, "keys": {key_id: key.active for key_id, key in keys.items()}}
