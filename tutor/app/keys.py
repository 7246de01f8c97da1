"""Which command can have which key."""

import re
from collections.abc import Mapping
from typing import Final

from tutor.app.registry import COMMANDS, Command, Scope, with_keys

FIXED: Final = frozenset({"enter", "escape", "tab", "up", "down", "left", "right", "delete"})
"""Keys that mean the same in every program, and so are nobody's to give away."""

GIVEN: Final = re.compile(r"((ctrl|shift|alt)\+)*f\d{1,2}|ctrl\+[a-z]")
"""Keys that a command can have."""

TYPING: Final = frozenset(f"ctrl+{letter}" for letter in "acdefhijkmnuvwxyz")
"""Keys by which text is edited, or that a terminal sends for another one."""

EDITOR_TYPING: Final = frozenset({"f6", "f7"})
"""Keys that the editor's text takes for itself."""


def can_change(command: Command) -> bool:
    """Whether the command has a key that is its own."""
    return bool(command.action and command.key) and command.key.split(",")[0] not in FIXED


def is_for_typing(command: Command, key: str) -> bool:
    """Whether a key would never reach the command, because text or the screen takes it."""
    taken = command.scope in {Scope.EDITOR, Scope.EVERYWHERE} and key in EDITOR_TYPING
    return key in TYPING or taken or GIVEN.fullmatch(key) is None


def holder(command: Command, key: str, keys: Mapping[str, str]) -> Command | None:
    """Another command that has the key where this one works; `keys` are the learner's own."""
    for other in with_keys(COMMANDS, keys):
        meets = command.scope is other.scope or Scope.EVERYWHERE in {command.scope, other.scope}
        if meets and other.binding_id != command.binding_id and key in other.key.split(","):
            return other
    return None
