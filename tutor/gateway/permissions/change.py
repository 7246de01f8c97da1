"""What happened to the account last: a command, or a journey through time, with the account before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.account import Entry, Save
    from tutor.account.journal.entry import RequestRecord

WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")
"""A word of a name such as `AttachUserPolicy` or `MFADevices`."""
TELLING: Final = ("Name", "Arn", "Bucket", "Key", "Id")
"""How the parameters end that say whom a request is about."""
CLI_SERVICES: Final = {"s3": "s3api"}


@dataclass(frozen=True, slots=True)
class Change:
    """The last thing that changed the account."""

    before: int | None
    """The position in the journal before it."""
    words: str
    """The command, or the word of a journey: `undo`, `redo`, `goto`."""
    journey: bool = False
    """Somebody went through time."""


def last_change(save: "Save") -> Change | None:
    """The newest command or journey that the account's state is due to; None if nobody changed it."""
    found: Entry | None = None
    words = ""
    for entry in _backwards(save):
        kind = type(entry.content).__name__
        if found is None and kind == "MoveRecord":
            return Change(entry.parent, str(getattr(entry.content, "verb", "")), journey=True)
        if found is None and entry.changes:
            found, words = entry, _words(entry)
            if entry.line is None:
                break
        elif found is not None:
            if kind == "MoveRecord" or not entry.on_chain or entry.line != found.line:
                break
            if entry.changes:
                found, words = entry, _words(entry)
        if kind == "Begin" or entry.start:
            break
    return None if found is None else Change(found.parent, words)


def _backwards(save: "Save") -> "Iterator[Entry]":
    """The journal from its end, as long as it is about the accounts of now."""
    last = journal_end(save)
    for index in range(last, -1, -1):
        entry = save.entry(index)
        if type(entry.content).__name__ != "Note":
            yield entry


def journal_end(save: "Save") -> int:
    """The index of the newest entry."""
    index = save.head or 0
    try:
        while True:
            save.entry(index + 1)
            index += 1
    except IndexError:
        return index


def _words(entry: "Entry") -> str:
    """The line of the CLI that an entry stands for, as far as it tells whom it is about."""
    request = entry.request
    if request is not None:
        return cli_words(request)
    name = getattr(entry.content, "name", None)
    return f"profile {name}" if name is not None else "clock"


def cli_words(request: "RequestRecord") -> str:
    """`aws iam attach-user-policy --user-name sora --policy-arn …` for a request."""
    service = CLI_SERVICES.get(request.service, request.service)
    options = [
        f"--{_dashed(name)} {value}"
        for name, value in request.parameters.items()
        if isinstance(value, str) and name.endswith(TELLING)
    ]
    return " ".join(["aws", service, _dashed(request.operation), *options])


def _dashed(name: str) -> str:
    return "-".join(WORD.findall(name)).lower()
