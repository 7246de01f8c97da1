"""What could come next in a console line: words, commands, options, names that exist in the account."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.gateway.commands import SERVICE_OF, SandboxCommands, command_name
from tutor.gateway.completion_values import VALUES, Place, buckets_and_keys
from tutor.gateway.words import NAMES, word_named
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.gateway.console import Console

GLOBAL_OPTIONS: Final = ("--output", "--profile", "--query", "--region")
CONFIGURE: Final = ("get", "list", "list-profiles", "set")
VARIABLE: Final = re.compile(r"(.*\$\{?)([A-Za-z_][A-Za-z0-9_]*)?")


@dataclass(frozen=True, slots=True)
class Completion:
    """Candidates for the part of the line from `start` to `end`."""

    start: int
    end: int
    candidates: tuple[str, ...] = ()


def complete(console: "Console", line: str, cursor: int) -> Completion:
    """The words that could stand at the cursor, in order."""
    text = line[:cursor]
    start = len(text) - len(re.split(r"\s", text)[-1])
    workspace = Workspace(console.workspace)
    place = Place(console.sandbox, workspace, tuple(text[:start].split()), text[start:])
    found = sorted(set(_candidates(console, place)))
    return Completion(start, cursor, tuple(word for word in found if word.startswith(place.word)))


def _candidates(console: "Console", place: Place) -> Iterable[str]:
    if (variable := VARIABLE.fullmatch(place.word)) is not None:
        closed = "}" if variable[1].endswith("{") else ""
        return [f"{variable[1]}{name}{closed}" for name in console.shell.variables]
    if not place.plain:
        return NAMES
    first = place.plain[0]
    if first != "aws":
        word = word_named(first)
        behind = place.before[place.before.index(first) + 1 :]
        return word.offers(console, behind) if word is not None else ()
    return _behind_aws(console.cli.commands, place)


def _behind_aws(commands: SandboxCommands, place: Place) -> Iterable[str]:
    plain = place.plain
    previous = place.before[-1]
    if previous.startswith("--") and "=" not in previous and previous in VALUES:
        return VALUES[previous](place)
    if place.word.startswith("-"):
        return _options(commands, plain[1:])
    if previous.startswith("--"):
        return ()
    if len(plain) == 1:
        return (*commands.services(), "configure", "help")
    if len(plain) == 2:
        return CONFIGURE if plain[1] == "configure" else commands.commands_of(plain[1])
    return buckets_and_keys(place) if plain[1] == "s3" else ()


def _options(commands: SandboxCommands, words: Sequence[str]) -> Iterable[str]:
    """Those of the CLI itself once it is loaded; before that the parameters of the operation."""
    if len(words) < 2:
        return GLOBAL_OPTIONS
    from tutor.gateway.cli_options import loaded_options

    known = loaded_options(commands, words[0], words[1])
    operation = commands.operation_of(words[0], words[1])
    if known is None and operation is not None:
        known = _parameters(words[0], operation)
    return [*GLOBAL_OPTIONS, *(known or ())]


def _parameters(service: str, operation: str) -> tuple[str, ...]:
    from tutor.gateway.wire import protocol_of

    shape = protocol_of(SERVICE_OF[service]).model.operation_model(operation).input_shape
    return tuple(f"--{command_name(name)}" for name in (shape.members if shape else ()))
