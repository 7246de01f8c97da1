"""What an option's value may be: the names that exist in the account, files, profiles."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.gateway.sandbox import Sandbox

OUTPUTS: Final = ("json", "table", "text")
REGIONS: Final = ("ap-northeast-2", "us-east-1")


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
            if not word.startswith("--") and not previous.startswith("--") and "=" not in word
        )

    def value_of(self, option: str) -> str:
        """What an option before the cursor was given; empty if it was not."""
        pairs = zip(self.before, self.before[1:], strict=False)
        return next((value for name, value in pairs if name == option), "")


def _files(place: Place) -> Iterable[str]:
    return [f"file://{name}" for name in place.workspace.files()]


def _policy_arns(place: Place) -> Iterable[str]:
    from tutor.account import AWS_MANAGED

    return [*place.account.policies, *AWS_MANAGED]


def _policy_names(place: Place) -> Iterable[str]:
    account = place.account
    holders = (
        account.users.get(place.value_of("--user-name")),
        account.groups.get(place.value_of("--group-name")),
        account.roles.get(place.value_of("--role-name")),
    )
    return [name for holder in holders if holder is not None for name in holder.inline]


def _key_ids(place: Place) -> Iterable[str]:
    user = place.account.users.get(place.value_of("--user-name"))
    users = [user] if user else place.account.users.values()
    return [key_id for each in users for key_id in each.keys]


def _object_keys(place: Place) -> Iterable[str]:
    bucket = place.sandbox.world.bucket(place.value_of("--bucket"))
    return bucket.objects if bucket else ()


def _versions(place: Place) -> Iterable[str]:
    policy = place.account.policy(place.value_of("--policy-arn"))
    return policy.versions if policy else ()


def _principals(place: Place) -> Iterable[str]:
    account = place.account
    arns = [user.arn for user in account.users.values()]
    arns += [group.arn for group in account.groups.values()]
    return [*arns, *(role.arn for role in account.roles.values())]


def _instances(place: Place) -> Iterable[str]:
    return place.account.compute.instances


VALUES: Final[Mapping[str, Callable[[Place], Iterable[str]]]] = {
    "--user-name": lambda place: place.account.users,
    "--group-name": lambda place: place.account.groups,
    "--role-name": lambda place: place.account.roles,
    "--role-arn": lambda place: [role.arn for role in place.account.roles.values()],
    "--instance-profile-name": lambda place: place.account.instance_profiles,
    "--serial-number": lambda place: place.account.mfa_devices,
    "--policy-arn": _policy_arns,
    "--policy-arns": _policy_arns,
    "--permissions-boundary": _policy_arns,
    "--policy-source-arn": _principals,
    "--policy-name": _policy_names,
    "--version-id": _versions,
    "--access-key-id": _key_ids,
    "--bucket": lambda place: place.account.buckets,
    "--key": _object_keys,
    "--instance-id": _instances,
    "--instance-ids": _instances,
    "--open-id-connect-provider-arn": lambda place: place.account.oidc_providers,
    "--saml-provider-arn": lambda place: place.account.saml_providers,
    "--policy-document": _files,
    "--assume-role-policy-document": _files,
    "--policy": _files,
    "--policy-input-list": _files,
    "--cli-input-json": _files,
    "--body": lambda place: place.workspace.files(),
    "--profile": lambda place: place.sandbox.profile_names,
    "--output": lambda place: OUTPUTS,
    "--region": lambda place: REGIONS,
    "--status": lambda place: ("Active", "Inactive"),
}
"""For the options whose values exist somewhere."""


def buckets_and_keys(place: Place) -> Sequence[str]:
    """Where `aws s3` can go: s3:// addresses, and files."""
    name, slash, _ = place.word.removeprefix("s3://").partition("/")
    bucket = place.sandbox.world.bucket(name) if slash else None
    if bucket is not None and place.word.startswith("s3://"):
        return [f"s3://{name}/{key}" for key in bucket.objects]
    return [*(f"s3://{each}/" for each in place.account.buckets), *place.workspace.files()]
