"""How the app looks and which keys it obeys, as the learner wants it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

KEY: Final = re.compile(r"[a-z0-9_+@]{1,32}")
"""What a key is called."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What is kept beside the language."""

    theme: str = "dark"
    """One of `tutor.app.themes.NAMES`."""
    motion: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys of the learner's own, by the ids of `Command.binding_id`."""


def read_keys(text: str | None) -> dict[str, str]:
    """The learner's own keys as they were kept; none if that is not to be read."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: key for name, key in pairs if isinstance(key, str) and KEY.fullmatch(key)}
