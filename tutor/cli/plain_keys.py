"""The line of plain mode at a terminal: earlier lines on the arrow keys, names completed with Tab."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from tutor.app.models.pasting import goes_on
from tutor.cli.plain_words import beginning_with, takes_file
from tutor.gateway.kept import kept_line
from tutor.gateway.workspace import Workspace
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.course import ProgressStore
    from tutor.gateway import Console

PROMPT: Final = "$ "
MORE: Final = "> "
"""Before the next row of a command that a backslash carries over."""

_REMEMBERED: Final[list[int]] = []
"""How many lines readline was given: it keeps its own list, one a process."""


def at_keyboard() -> bool:
    """Whether somebody sits at a terminal whose lines can be edited."""
    with suppress(ImportError):
        import readline  # noqa: F401 # some systems have none

        return sys.stdin.isatty() and sys.stdout.isatty()
    return False


def remember(lines: Iterable[str]) -> None:
    """Lines of earlier sessions, for the arrow keys and Ctrl+R."""
    if at_keyboard():
        import readline

        readline.clear_history()
        for line in lines:
            readline.add_history(line)
        _REMEMBERED.append(readline.get_current_history_length())


def new_lines() -> Sequence[str]:
    """The lines typed since, as a history may keep them."""
    if not at_keyboard() or not _REMEMBERED:
        return ()
    import readline

    first, last = _REMEMBERED.pop() + 1, readline.get_current_history_length()
    found = (readline.get_history_item(number) for number in range(first, last + 1))
    return [kept_line(line) for line in found if line and line.strip()]


@contextmanager
def remembering(progress: "ProgressStore") -> Iterator[None]:
    """A block whose lines are kept for later sessions, and in which those of earlier ones are known."""
    remember(progress.console_lines())
    try:
        yield
    finally:
        for line in new_lines():
            progress.add_console_line(line)


def prompt_of(console: "Console") -> str:
    """`$`, behind the name of the instance where this is its shell."""
    remote = console.shell.remote
    instance = remote and console.sandbox.account.compute.instances.get(remote.instance_id)
    name = instance.tags.get("Name", instance.instance_id) if instance else ""
    return f"{shown(name)} {PROMPT}" if name else PROMPT


def line_typed(console: "Console") -> str:
    """The line that was typed, with its end; empty when there are no more."""
    import readline

    readline.set_completer(_Completer(console))
    readline.set_completer_delims(" \t\n=")
    readline.parse_and_bind("tab: complete")
    try:
        line = input(prompt_of(console))
        while goes_on(line):
            line = f"{line}\n{input(MORE)}"
    except EOFError:
        return ""
    finally:
        readline.set_completer(None)
    return f"{line}\n"


class _Completer:
    """What readline asks, one answer at a time."""

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._found: Sequence[str] = ()

    def __call__(self, _word: str, number: int) -> str | None:
        import readline

        if number == 0:
            self._found = completed(self._console, readline.get_line_buffer(), readline.get_endidx())
        return self._found[number] if number < len(self._found) else None


def completed(console: "Console", line: str, cursor: int) -> Sequence[str]:
    """The words that may stand at the cursor, as readline cuts a line; a whole word gets its space."""
    begun = line[:cursor].split(" ")
    found = list(console.complete(line, cursor).candidates)
    if len(begun) == 1:
        found = sorted({*found, *beginning_with(begun[0])})
    elif len(begun) == 2 and takes_file(begun[0]):
        found = [name for name in Workspace(console.workspace).files() if name.startswith(begun[1])]
    return [f"{found[0]} "] if len(found) == 1 and not found[0].endswith(("/", "=", ":")) else found
