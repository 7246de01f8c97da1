"""What could come next in a console line: commands, options, and the names that exist in the account."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.gateway.commands import SERVICE_OF, SandboxCommands, command_name
from tutor.gateway.typed import WORDS
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.gateway.sandbox import Sandbox

GLOBAL_OPTIONS: Final = ("--output", "--profile", "--query", "--region")
OUTPUTS: Final = ("json", "table", "text")
REGIONS: Final = ("ap-northeast-2", "us-east-1")


@dataclass(frozen=True, slots=True)
class Completion:
    """Candidates for the part of the line from `start` to `end`."""

    start: int
    end: int
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the cursor is: the whole words before it and the word it is in."""

    before: tuple[str, ...]
    word: str

    @property
    def plain(self) -> tuple[str, ...]:
        """The words before the cursor that are neither options nor their values."""
        pairs = zip(("", *self.before), self.before, strict=False)
        return tuple(
            word for previous, word in pairs if not word.startswith("--") and not previous.startswith("--")
        )

    def value_of(self, option: str) -> str | None:
        """What an option before the cursor was given."""
        pairs = zip(self.before, self.before[1:], strict=False)
        return next((value for name, value in pairs if name == option), None)


def complete(
    sandbox: "Sandbox", workspace: Workspace, commands: SandboxCommands, line: str, cursor: int
) -> Completion:
    """The words that could stand at the cursor, in order."""
    text = line[:cursor]
    start = len(text) - len(re.split(r"\s", text)[-1])
    place = _Place(tuple(text[:start].split()), text[start:])
    found = sorted(set(_candidates(sandbox, workspace, commands, place)))
    return Completion(start, cursor, tuple(word for word in found if word.startswith(place.word)))


def _candidates(
    sandbox: "Sandbox", workspace: Workspace, commands: SandboxCommands, place: _Place
) -> Iterable[str]:
    previous = place.before[-1] if place.before else ""
    plain = tuple(word for word in place.plain if "=" not in word)
    if not plain:
        return WORDS
    if plain[0] == "cat":
        return workspace.files()
    if plain[0] != "aws":
        return ()
    if previous.startswith("--"):
        values = VALUES.get(previous)
        return values(sandbox, workspace, place) if values else ()
    if place.word.startswith("-"):
        return _options(commands, plain[1:])
    if len(plain) == 1:
        return commands.services()
    if len(plain) == 2:
        return commands.commands_of(plain[1])
    return _places(sandbox, workspace, place) if plain[1] == "s3" else ()


def _options(commands: SandboxCommands, words: Sequence[str]) -> Iterable[str]:
    from tutor.gateway.wire import protocol_of

    if len(words) < 2 or words[0] not in SERVICE_OF:
        return GLOBAL_OPTIONS
    operation = commands.operation_of(words[0], words[1])
    if operation is None:
        return GLOBAL_OPTIONS
    shape = protocol_of(SERVICE_OF[words[0]]).model.operation_model(operation).input_shape
    return [*GLOBAL_OPTIONS, *(f"--{command_name(name)}" for name in (shape.members if shape else ()))]


def _places(sandbox: "Sandbox", workspace: Workspace, place: _Place) -> Iterable[str]:
    name, slash, _ = place.word.removeprefix("s3://").partition("/")
    bucket = sandbox.world.bucket(name) if slash else None
    if bucket is not None and place.word.startswith("s3://"):
        return [f"s3://{name}/{key}" for key in bucket.objects]
    return [*(f"s3://{each}/" for each in sandbox.account.buckets), *workspace.files()]


def _files(sandbox: "Sandbox", workspace: Workspace, place: _Place) -> Iterable[str]:
    return [f"file://{name}" for name in workspace.files()]


def _policy_arns(sandbox: "Sandbox", workspace: Workspace, place: _Place) -> Iterable[str]:
    from tutor.account import AWS_MANAGED

    return [*sandbox.account.policies, *AWS_MANAGED]


def _policy_names(sandbox: "Sandbox", workspace: Workspace, place: _Place) -> Iterable[str]:
    account = sandbox.account
    user = account.users.get(place.value_of("--user-name") or "")
    group = account.groups.get(place.value_of("--group-name") or "")
    return [*(user.inline if user else ()), *(group.inline if group else ())]


def _key_ids(sandbox: "Sandbox", workspace: Workspace, place: _Place) -> Iterable[str]:
    user = sandbox.account.users.get(place.value_of("--user-name") or "")
    users = [user] if user else sandbox.account.users.values()
    return [key_id for each in users for key_id in each.keys]


def _object_keys(sandbox: "Sandbox", workspace: Workspace, place: _Place) -> Iterable[str]:
    bucket = sandbox.world.bucket(place.value_of("--bucket") or "")
    return bucket.objects if bucket else ()


VALUES: Final[Mapping[str, Callable[["Sandbox", Workspace, _Place], Iterable[str]]]] = {
    "--user-name": lambda sandbox, workspace, place: sandbox.account.users,
    "--group-name": lambda sandbox, workspace, place: sandbox.account.groups,
    "--policy-arn": _policy_arns,
    "--policy-name": _policy_names,
    "--access-key-id": _key_ids,
    "--bucket": lambda sandbox, workspace, place: sandbox.account.buckets,
    "--key": _object_keys,
    "--policy-document": _files,
    "--cli-input-json": _files,
    "--body": lambda sandbox, workspace, place: workspace.files(),
    "--profile": lambda sandbox, workspace, place: sandbox.profile_names,
    "--output": lambda sandbox, workspace, place: OUTPUTS,
    "--region": lambda sandbox, workspace, place: REGIONS,
    "--status": lambda sandbox, workspace, place: ("Active", "Inactive"),
}
"""What an option's value may be, for the options whose values exist somewhere."""
