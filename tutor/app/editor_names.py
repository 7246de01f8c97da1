"""What is there in the accounts, for the editor's completion."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from tutor.app.models.editor_completion import AccountNames

if TYPE_CHECKING:
    from tutor.account import Account, World
    from tutor.gateway.sandbox import Sandbox

MOST_OBJECTS: Final = 20
"""Objects of a bucket that are offered."""
SEARCHED: Final = 200
"""Objects of a bucket that are looked through for folders."""


def account_names(sandbox: "Sandbox") -> AccountNames:
    """Everything that a policy of the learner's account may name."""
    world, account = sandbox.world, sandbox.account
    return AccountNames(
        account_id=account.account_id,
        accounts=tuple(world.accounts),
        arns=tuple(dict.fromkeys(_arns(account))),
        principals=tuple(_principals(world)),
        providers=(*account.oidc_providers, *account.saml_providers),
        users=tuple(account.users),
        tag_keys=tuple(dict.fromkeys(_tag_keys(account))),
        organization=world.organization.org_id if world.organization is not None else "",
    )


def _arns(account: "Account") -> Iterator[str]:
    for bucket in account.buckets.values():
        yield bucket.arn
        yield f"{bucket.arn}/*"
        folders = (key.rpartition("/")[0] for key in islice(bucket.objects, SEARCHED) if "/" in key)
        yield from (f"{bucket.arn}/{folder}/*" for folder in dict.fromkeys(folders))
        yield from (f"{bucket.arn}/{key}" for key in islice(bucket.objects, MOST_OBJECTS))
    yield from (user.arn for user in account.users.values())
    yield from (group.arn for group in account.groups.values())
    yield from (role.arn for role in account.roles.values())
    yield from account.policies
    yield from (profile.arn for profile in account.instance_profiles.values())


def _principals(world: "World") -> Iterator[str]:
    for account in world.accounts.values():
        yield account.root.arn
        yield from (user.arn for user in account.users.values())
        yield from (role.arn for role in account.roles.values())


def _tag_keys(account: "Account") -> Iterator[str]:
    for user in account.users.values():
        yield from user.tags
    for role in account.roles.values():
        yield from role.tags
