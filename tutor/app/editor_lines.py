"""The AWS CLI lines by which a file becomes a policy of the account."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from tutor.app.models.editor_policies import Keeping, StoredPolicy


class Deed(StrEnum):
    """What can be done with a file."""

    VERSION = "version"
    CREATE = "create"
    USER = "user"
    GROUP = "group"
    ROLE = "role"
    TRUST = "trust"
    NEW_ROLE = "new-role"
    BUCKET = "bucket"
    CONTROL = "control"
    NEW_CONTROL = "new-control"


DEEDS: Final = {
    "identity": (Deed.VERSION, Deed.CREATE, Deed.USER, Deed.GROUP, Deed.ROLE),
    "boundary": (Deed.VERSION, Deed.CREATE),
    "trust": (Deed.TRUST, Deed.NEW_ROLE),
    "resource": (Deed.BUCKET,),
    "scp": (Deed.CONTROL, Deed.NEW_CONTROL),
    "rcp": (Deed.CONTROL, Deed.NEW_CONTROL),
}
"""What can be done with each kind of policy; a session policy is handed over with a request."""
TYPES: Final = {"scp": "SERVICE_CONTROL_POLICY", "rcp": "RESOURCE_CONTROL_POLICY"}
WITH_POLICY: Final = frozenset({Deed.USER, Deed.GROUP, Deed.ROLE})
"""Deeds that need the name of the policy beside that of its holder."""
FITTING: Final = {
    Deed.VERSION: Keeping.MANAGED,
    Deed.USER: Keeping.USER,
    Deed.GROUP: Keeping.GROUP,
    Deed.ROLE: Keeping.ROLE,
    Deed.TRUST: Keeping.TRUST,
    Deed.BUCKET: Keeping.BUCKET,
    Deed.CONTROL: Keeping.CONTROL,
}
"""The deed that writes a policy anew where it is."""


MAKING: Final = frozenset({Deed.CREATE, Deed.NEW_ROLE, Deed.NEW_CONTROL})
"""Deeds that make something new and write over nothing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A deed with the names it may be done to."""

    deed: Deed
    subject: str
    """Offered first: the policy, user, group, role or bucket."""
    policy: str = ""
    """The name of an inline policy."""
    subjects: tuple[str, ...] = ()
    """All that there are; empty where a new name is wanted."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Whom a policy can be given to."""

    users: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    buckets: tuple[str, ...] = ()


def choices(
    file: str, kind: str, stored: StoredPolicy | None, policies: Sequence[StoredPolicy], holders: Holders
) -> tuple[Choice, ...]:
    """What can be done with a file, the likeliest first; nothing with what is no policy."""
    found = list(_choices(file, kind, stored, policies, holders))
    if stored is not None:
        found.sort(key=lambda choice: FITTING.get(choice.deed) is not stored.target.keeping)
    else:  # another policy would be written over
        found.sort(key=lambda choice: choice.deed not in MAKING)
    return tuple(found)


def _choices(
    file: str, kind: str, stored: StoredPolicy | None, policies: Sequence[StoredPolicy], holders: Holders
) -> Iterator[Choice]:
    stem = policy_name_for(file)
    mine = stored.target if stored is not None else None
    subjects = {
        Deed.VERSION: tuple(one.target.name for one in policies if one.target.keeping is Keeping.MANAGED),
        Deed.CONTROL: tuple(
            one.target.name for one in policies if one.target.keeping is Keeping.CONTROL and one.kind == kind
        ),
        Deed.USER: holders.users,
        Deed.GROUP: holders.groups,
        Deed.ROLE: holders.roles,
        Deed.TRUST: holders.roles,
        Deed.BUCKET: holders.buckets,
    }
    for deed in DEEDS.get(kind, ()):
        if deed not in subjects:
            yield Choice(deed, stem)
            continue
        names = subjects[deed]
        if not names:
            continue
        here = mine is not None and FITTING[deed] is mine.keeping
        subject = (
            (mine.holder if deed in WITH_POLICY | {Deed.TRUST, Deed.BUCKET} else mine.name)
            if here and mine
            else ""
        )
        policy = (mine.name if here and mine else stem) if deed in WITH_POLICY else ""
        yield Choice(deed, subject if subject in names else names[0], policy, names)


def policy_name_for(file: str) -> str:
    """A name that IAM takes, made from the file's."""
    stem = PurePosixPath(file).stem
    name = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "+=,.@_-") else "-" for letter in stem
    )
    return name.strip("-")[:64] or "MyPolicy"


def line_for(  # noqa: PLR0913, PLR0917 - a line has as many parts
    deed: Deed, file: str, subject: str, policy: str, kind: str, policies: Sequence[StoredPolicy]
) -> str:
    """The line that does it."""
    document = f"file://{file}"
    arns = {(one.target.keeping, one.target.name): one.target for one in policies}
    match deed:
        case Deed.VERSION:
            target = arns.get((Keeping.MANAGED, subject))
            arn = target.arn if target is not None else subject
            words = ["iam", "create-policy-version", "--policy-arn", arn]
            words += ["--policy-document", document, "--set-as-default"]
        case Deed.CREATE:
            words = ["iam", "create-policy", "--policy-name", subject, "--policy-document", document]
        case Deed.USER | Deed.GROUP | Deed.ROLE:
            words = ["iam", f"put-{deed}-policy", f"--{deed}-name", subject, "--policy-name", policy]
            words += ["--policy-document", document]
        case Deed.TRUST:
            words = [
                "iam",
                "update-assume-role-policy",
                "--role-name",
                subject,
                "--policy-document",
                document,
            ]
        case Deed.NEW_ROLE:
            words = ["iam", "create-role", "--role-name", subject, "--assume-role-policy-document", document]
        case Deed.BUCKET:
            words = ["s3api", "put-bucket-policy", "--bucket", subject, "--policy", document]
        case Deed.CONTROL:
            control = arns.get((Keeping.CONTROL, subject))
            policy_id = control.holder if control is not None else subject
            words = ["organizations", "update-policy", "--policy-id", policy_id, "--content", document]
        case Deed.NEW_CONTROL:
            words = ["organizations", "create-policy", "--name", subject, "--type", TYPES[kind]]
            words += ["--description", subject, "--content", document]
    return shlex.join(["aws", *words])
