"""Things to try in a sandbox, by the state of its account: a line to type and what it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tutor.gateway.words.past import Past

if TYPE_CHECKING:
    from tutor.account import Account, Entry, User
    from tutor.gateway import Console, Sandbox

MOST: Final = 8
NEW_USER: Final = "sora"
NEW_GROUP: Final = "photographers"
NEW_BUCKET: Final = "my-first-bucket"
READ_ONLY: Final = "arn:aws:iam::aws:policy/ReadOnlyAccess"
BROAD: Final = "arn:aws:iam::aws:policy/AdministratorAccess"
NOBODY: Final = "AccessDenied"


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing to try; its sentence is `app.idea.<id>`."""

    id: str
    line: str
    """What can be typed."""
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


def ideas_for(sandbox: "Sandbox", console: "Console") -> tuple[Idea, ...]:
    """At most eight, what lies nearest first."""
    return tuple(idea for idea, _ in zip(_ideas(sandbox, console), range(MOST), strict=False))


def _ideas(sandbox: "Sandbox", console: "Console") -> Iterator[Idea]:
    account = sandbox.account
    last = _last(sandbox)
    if last is not None and _was_refused(last[1]):
        yield Idea("why", f"explain {last[0]}", {"who": _who(last[1])})
    if console.shell.given is not None and (name := _without_profile(sandbox)):
        yield Idea("keep", f"keep {name}", {"user": name})
    yield from _about_people(account, sandbox)
    yield from _about_rights(account)
    if last is None:
        yield Idea("who", "aws sts get-caller-identity")
    if account.buckets:
        name = next(iter(account.buckets))
        yield Idea("list", f"aws s3 ls s3://{name}", {"bucket": name})
    else:
        yield Idea("bucket", f"aws s3 mb s3://{NEW_BUCKET}")
    yield Idea("file", "edit policy.json")
    if last is not None:
        yield Idea("undo", "undo")
    yield Idea("map", "map")
    yield Idea("history", "history")


def _about_people(account: "Account", sandbox: "Sandbox") -> Iterator[Idea]:
    """Somebody new, with a key, speaking for themselves."""
    powerless = next((user for user in account.users.values() if _has_nothing(user, account)), None)
    if len(account.users) < 2:
        yield Idea("user", f"aws iam create-user --user-name {NEW_USER}")
        return
    keyless = next((user for user in account.users.values() if not user.keys and user.login is None), None)
    if keyless is not None:
        line = f"aws iam create-access-key --user-name {keyless.name}"
        yield Idea("key", line, {"user": keyless.name})
    if powerless is not None and powerless.name in sandbox.profile_names:
        line = f"aws iam list-users --profile {powerless.name}"
        yield Idea("as", line, {"user": powerless.name})
    if powerless is not None:
        line = f"aws iam attach-user-policy --user-name {powerless.name} --policy-arn {READ_ONLY}"
        yield Idea("attach", line, {"user": powerless.name})


def _about_rights(account: "Account") -> Iterator[Idea]:
    """Groups, and who may do too much."""
    if len(account.users) > 1 and not account.groups:
        yield Idea("group", f"aws iam create-group --group-name {NEW_GROUP}", {"group": NEW_GROUP})
    broad = [user for user in account.users.values() if BROAD in user.attached]
    if len(broad) > 1:
        name = broad[-1].name
        line = f"aws iam list-attached-user-policies --user-name {name}"
        yield Idea("broad", line, {"user": name, "count": len(broad)})


def _has_nothing(user: "User", account: "Account") -> bool:
    of_groups = any(account.groups[name].attached or account.groups[name].inline for name in user.groups)
    return not (user.attached or user.inline or of_groups)


def _without_profile(sandbox: "Sandbox") -> str:
    """The newest user with a key but without a profile to speak by."""
    users = reversed(list(sandbox.account.users.values()))
    return next((user.name for user in users if user.keys and user.name not in sandbox.profiles), "")


def _last(sandbox: "Sandbox") -> "tuple[int, Entry] | None":
    """The newest request that is not undone, with its number."""
    past = Past(sandbox.save)
    return (past.last, past.requests[past.last]) if past.last else None


def _was_refused(entry: "Entry") -> bool:
    return entry.request is not None and entry.request.error == NOBODY


def _who(entry: "Entry") -> str:
    caller = entry.request.caller if entry.request is not None else None
    return (caller.name or "root") if caller is not None else "?"
