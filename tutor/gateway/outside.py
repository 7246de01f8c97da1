"""The AWS CLI's command table without what the sandbox lacks: what is typed all the same explains itself."""

from collections.abc import Sequence
from typing import Any, Final

from tutor.gateway.commands import SandboxCommands
from tutor.gateway.notices import Refused

__all__ = ["Outside", "close_commands"]

EXPLAINED: Final = frozenset({"outside-operation", "outside-unlike"})
"""The refusals of commands whose help page can be read all the same."""


class Outside:
    """Stands for a command that the sandbox does not have: it still explains itself, but does not run."""

    def __init__(self, original: Any, refused: Refused) -> None:
        self._original, self._refused = original, refused

    def __getattr__(self, name: str) -> Any:
        return getattr(self._original, name)

    def __call__(self, arguments: Sequence[str], parsed_globals: Any) -> Any:
        if list(arguments) == ["help"] and self._refused.notice.kind in EXPLAINED:
            return self._original(arguments, parsed_globals)
        raise self._refused


def close_commands(table: Any, parent: str, words: frozenset[str], commands: SandboxCommands) -> None:
    """Takes out the services that the sandbox lacks; a lacking command that was typed says so itself."""
    top = parent == "main"
    for name in list(table):
        if name in words:
            refused = commands.refuse("" if top else parent, name, words)
            if refused is not None:
                table[name] = Outside(table[name], refused)
        elif top and not commands.has_service(name):
            del table[name]
