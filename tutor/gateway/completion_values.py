"""What an option's value may be: the names that exist in the account, files, profiles."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from tutor.gateway.candidates import Candidate
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.account import Account, Group, Role, User
    from tutor.gateway.sandbox import Sandbox
    from tutor.policy.catalogue import Catalogue

OUTPUTS: Final = ("json", "table", "text")
REGIONS: Final = ("ap-northeast-2", "us-east-1")
GLOBAL_FLAGS: Final = frozenset({"--no-paginate", "--no-sign-request", "--debug"})
"""Options of `aws` itself that take no value."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor is: the whole words before it and the word it is in."""

    sandbox: "Sandbox"
    workspace: Workspace
    before: tuple[str, ...]
    word: str

    @property
    def account(self) -> "Account":
        """The learner's account."""
        return self.sandbox.account

    @property
    def plain(self) -> tuple[str, ...]:
        """The words before the cursor that are neither options nor their values nor assignments."""
        pairs = zip(("", *self.before), self.before, strict=False)
        return tuple(
            word
            for previous, word in pairs
            if not word.startswith("--")
            and (not previous.startswith("--") or previous in GLOBAL_FLAGS or "=" in previous)
            and "=" not in word
        )

    def value_of(self, option: str) -> str:
        """What an option before the cursor was given; empty if it was not."""
        pairs = zip(self.before, self.before[1:], strict=False)
        return next((value for name, value in pairs if name == option), "")

    @property
    def command(self) -> str:
        """The operation behind the service, as the CLI spells it."""
        return self.plain[2] if len(self.plain) > 2 else ""


Offered = Iterable["str | Candidate"]


def _files(place: Place) -> Offered:
    return [f"file://{name}" for name in place.workspace.files()]


def _user_names(place: Place) -> Offered:
    """Everybody, with the groups they are in; to be taken out of a group only those who are in it."""
    account = place.account
    group = account.groups.get(place.value_of("--group-name"))
    if group is not None and place.command == "remove-user-from-group":
        return group.members
    return [Candidate(name, about=", ".join(user.groups)) for name, user in account.users.items()]


def _group_names(place: Place) -> Offered:
    """All groups; to be left only those that the user is in."""
    user = place.account.users.get(place.value_of("--user-name"))
    if user is not None and place.command == "remove-user-from-group":
        return user.groups
    return place.account.groups


def _role_names(place: Place) -> Offered:
    roles = place.account.roles.items()
    return [Candidate(name, about=role.description or "") for name, role in roles]


def _holder(place: Place) -> "User | Group | Role | None":
    """Whom the line names."""
    account = place.account
    return (
        account.users.get(place.value_of("--user-name"))
        or account.groups.get(place.value_of("--group-name"))
        or account.roles.get(place.value_of("--role-name"))
    )


def _policy_arns(place: Place) -> Offered:
    """The account's own policies and AWS's; to be detached only what is attached."""
    from tutor.account import AWS_MANAGED

    holder = _holder(place)
    if holder is not None and place.command.startswith("detach-"):
        return holder.attached
    policies = {**AWS_MANAGED, **place.account.policies}
    return [Candidate(arn, about=policy.description) for arn, policy in policies.items()]


def _policy_names(place: Place) -> Offered:
    holder = _holder(place)
    return holder.inline if holder is not None else ()


def _key_ids(place: Place) -> Offered:
    user = place.account.users.get(place.value_of("--user-name"))
    users = [user] if user else place.account.users.values()
    return [
        Candidate(key_id, about=f"{each.name}, {key.status}")
        for each in users
        for key_id, key in each.keys.items()
    ]


def _object_keys(place: Place) -> Offered:
    bucket = place.sandbox.world.bucket(place.value_of("--bucket"))
    return bucket.objects if bucket else ()


def _versions(place: Place) -> Offered:
    policy = place.account.policy(place.value_of("--policy-arn"))
    if policy is None:
        return ()
    default = policy.default_version
    return [Candidate(name, about="default" if name == default else "") for name in policy.versions]


def _principals(place: Place) -> Offered:
    account = place.account
    arns = [user.arn for user in account.users.values()]
    arns += [group.arn for group in account.groups.values()]
    return [*arns, *(role.arn for role in account.roles.values())]


def _arns(place: Place) -> Offered:
    """Whatever has an ARN that IAM can be asked about."""
    return [*_principals(place), *place.account.policies]


def _resources(place: Place) -> Offered:
    buckets = [f"arn:aws:s3:::{name}" for name in place.account.buckets]
    return [*buckets, *(f"{arn}/*" for arn in buckets), *_principals(place)]


def _actions(place: Place) -> Offered:
    """The services, and behind a colon the actions of one."""
    service, colon, _ = place.word.partition(":")
    if not colon:
        return [f"{prefix}:" for prefix in _catalogue().prefixes]
    return [
        f"{service}:{action.rpartition(':')[2]}" for action in _catalogue().actions_matching(f"{service}:*")
    ]


@cache
def _catalogue() -> "Catalogue":
    from tutor.policy.catalogue import Catalogue

    return Catalogue.open()


def _devices(place: Place) -> Offered:
    devices = place.account.mfa_devices.items()
    return [Candidate(serial, about=device.owner or "") for serial, device in devices]


def _instances(place: Place) -> Offered:
    """All machines; by their names and the state in which they are."""
    machines = place.account.compute.instances.items()
    about = {key: ", ".join(filter(None, (one.tags.get("Name"), one.state))) for key, one in machines}
    return [Candidate(key, about=text) for key, text in about.items()]


VALUES: Final[Mapping[str, Callable[[Place], Offered]]] = {
    "--user-name": _user_names,
    "--group-name": _group_names,
    "--role-name": _role_names,
    "--role-arn": lambda place: [role.arn for role in place.account.roles.values()],
    "--instance-profile-name": lambda place: place.account.instance_profiles,
    "--serial-number": _devices,
    "--policy-arn": _policy_arns,
    "--policy-arns": _policy_arns,
    "--permissions-boundary": _policy_arns,
    "--policy-source-arn": _principals,
    "--caller-arn": _principals,
    "--arn": _arns,
    "--resource-arns": _resources,
    "--action-names": _actions,
    "--policy-name": _policy_names,
    "--version-id": _versions,
    "--access-key-id": _key_ids,
    "--bucket": lambda place: place.account.buckets,
    "--key": _object_keys,
    "--instance-id": _instances,
    "--instance-ids": _instances,
    "--account-alias": lambda place: [place.account.alias] if place.account.alias else (),
    "--open-id-connect-provider-arn": lambda place: place.account.oidc_providers,
    "--saml-provider-arn": lambda place: place.account.saml_providers,
    "--policy-document": _files,
    "--assume-role-policy-document": _files,
    "--policy": _files,
    "--policy-input-list": _files,
    "--permissions-boundary-policy-input-list": _files,
    "--resource-policy": _files,
    "--saml-metadata-document": _files,
    "--content": _files,
    "--cli-input-json": _files,
    "--body": lambda place: place.workspace.files(),
    "--profile": lambda place: place.sandbox.profile_names,
    "--output": lambda place: OUTPUTS,
    "--region": lambda place: REGIONS,
    "--status": lambda place: ("Active", "Inactive"),
}
"""For the options whose values exist somewhere."""

ASSIGNED: Final[Mapping[str, Callable[[Place], Offered]]] = {
    "AWS_PROFILE": VALUES["--profile"],
    "AWS_DEFAULT_PROFILE": VALUES["--profile"],
    "AWS_REGION": VALUES["--region"],
    "AWS_DEFAULT_REGION": VALUES["--region"],
    "AWS_DEFAULT_OUTPUT": VALUES["--output"],
}
"""For the variables whose values exist somewhere."""


def buckets_and_keys(place: Place) -> Sequence[str]:
    """Where `aws s3` can go: s3:// addresses, and files."""
    name, slash, _ = place.word.removeprefix("s3://").partition("/")
    bucket = place.sandbox.world.bucket(name) if slash else None
    if bucket is not None and place.word.startswith("s3://"):
        return [f"s3://{name}/{key}" for key in bucket.objects]
    return [*(f"s3://{each}/" for each in place.account.buckets), *place.workspace.files()]
