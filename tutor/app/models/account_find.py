"""Finds what a learner means by a name: `yuna`, `user/yuna`, `users`, `ReadPhotos`."""

import difflib
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from .account_subject import ACCOUNT, SECTIONS
from .outline import Branch

if TYPE_CHECKING:
    from tutor.account import Account


WORDS: Final = frozenset({"show", "자세히"})
"""What begins a line that asks for a thing of the account."""


def name_asked_for(typed: str) -> str | None:
    """The name in `show NAME`, empty for the account itself; None for any other line."""
    word, _, name = unicodedata.normalize("NFC", typed).strip().partition(" ")
    return name.strip() if word.lower() in WORDS else None


def branch_named(outline: Branch, name: str) -> Branch | None:
    """The branch that a name stands for."""
    wanted = name.lower()
    if not wanted:
        return outline
    return next((one for one in outline.walk() if wanted in {one.name.lower(), one.subject.lower()}), None)


def subjects_named(account: "Account", text: str) -> tuple[str, ...]:
    """The subjects that a name stands for; the account without one."""
    wanted = text.strip()
    if wanted in {"", ACCOUNT, account.account_id, account.alias}:
        return (ACCOUNT,)
    if wanted in SECTIONS:
        return (wanted,)
    named = [subject for name, subject in _names(account) if wanted in {name, subject}]
    if named:
        return tuple(dict.fromkeys(named))
    lower = wanted.lower()
    found = [subject for name, subject in _names(account) if lower in {name.lower(), subject.lower()}]
    return tuple(dict.fromkeys(found))


def nearest_name(account: "Account", text: str) -> str:
    """The name that a mistyped one resembles most; nothing if it resembles none."""
    names = [name for name, _ in _names(account)]
    return next(iter(difflib.get_close_matches(text.strip(), names, 1)), "")


def _names(account: "Account") -> Iterator[tuple[str, str]]:
    from tutor.account import AWS_MANAGED

    for user in account.users.values():
        yield user.name, f"user/{user.name}"
        yield user.arn, f"user/{user.name}"
        yield from ((key, f"key/{user.name}/{key}") for key in user.keys)
        yield from ((name, f"inline/user/{user.name}/{name}") for name in user.inline)
    for group in account.groups.values():
        yield group.name, f"group/{group.name}"
        yield from ((name, f"inline/group/{group.name}/{name}") for name in group.inline)
    for role in account.roles.values():
        yield role.name, f"role/{role.name}"
        yield role.arn, f"role/{role.name}"
        yield from ((name, f"inline/role/{role.name}/{name}") for name in role.inline)
    for arn, policy in account.policies.items():
        yield policy.name, f"policy/{arn}"
        yield arn, f"policy/{arn}"
        yield from ((f"{policy.name} {one}", f"version/{one}/{arn}") for one in policy.versions)
    for bucket in account.buckets.values():
        yield bucket.name, f"bucket/{bucket.name}"
        yield from ((f"{bucket.name}/{key}", f"object/{bucket.name}/{key}") for key in bucket.objects)
    for serial, device in account.mfa_devices.items():
        yield device.name, f"device/{serial}"
    for arn in (*account.oidc_providers, *account.saml_providers):
        yield arn.partition("/")[2], f"provider/{arn}"
    for instance in account.compute.instances:
        yield instance, f"instance/{instance}"
    for arn in AWS_MANAGED:
        yield arn.rpartition("/")[2], f"policy/{arn}"
        yield arn, f"policy/{arn}"
