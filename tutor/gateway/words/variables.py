"""Variables: export, unset, echo."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from tutor.gateway.line import ASSIGNMENT, NAME
from tutor.gateway.result import USAGE, ConsoleResult, advised, refused
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

READ: Final = (
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_OUTPUT",
    "AWS_DEFAULT_PROFILE",
    "AWS_DEFAULT_REGION",
    "AWS_PROFILE",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
)
"""The variables that `aws` reads here."""

SECRETS: Final = frozenset({"AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"})
MASK: Final = "****"


def _export(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if not [word for word in words if word != "-p"]:
        return ConsoleResult(0, "".join(_shown(*pair) for pair in console.shell.environment().items()))
    given: dict[str, str | None] = {}
    for word in words:
        match = ASSIGNMENT.fullmatch(word)
        name = match[1] if match else word
        if NAME.fullmatch(name) is None:
            return refused("variable-name", USAGE, name=word)
        given[name] = match[2] if match else None
    for name, value in given.items():
        if value is None and name not in console.shell.variables:
            return refused("no-variable", name=name)
    for name, value in given.items():
        console.shell.export(name, value)
    return _without_effect(ConsoleResult(0), given)


def assigned(console: "Console", given: dict[str, str]) -> ConsoleResult:
    """A line of assignments alone: variables of the console, which `aws` sees once they are exported."""
    console.shell.variables.update(given)
    unseen = [name for name in given if name in READ and name not in console.shell.exported]
    if unseen:
        return advised(ConsoleResult(0), "not-exported", name=unseen[0])
    return _without_effect(ConsoleResult(0), given)


def _without_effect(result: ConsoleResult, names: Iterable[str]) -> ConsoleResult:
    unread = [name for name in names if name.startswith("AWS_") and name not in READ]
    return advised(result, "no-effect", name=unread[0]) if unread else result


def _unset(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    for name in words:
        if NAME.fullmatch(name) is None:
            return refused("variable-name", USAGE, name=name)
    for name in words:
        console.shell.variables.pop(name, None)
        console.shell.exported.discard(name)
    return ConsoleResult(0)


def _echo(_console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    return ConsoleResult(0, " ".join(words) + "\n")


def _shown(name: str, value: str) -> str:
    quoted = "'" + (MASK if name in SECRETS else value).replace("'", "'\\''") + "'"
    return f"export {name}={quoted}\n"


def _names(console: "Console", _before: Sequence[str]) -> Iterable[str]:
    return [*(f"{name}=" for name in READ), *console.shell.variables]


def _set_names(console: "Console", _before: Sequence[str]) -> Iterable[str]:
    return console.shell.variables


WORDS: Final = (
    Word("export", "내보내기", _export, _names),
    Word("unset", "해제", _unset, _set_names),
    Word("echo", "출력", _echo),
)
