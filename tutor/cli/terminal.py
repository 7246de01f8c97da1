"""What the terminal can do: draw the app's screen, show plain lines, or neither."""

import os
import sys
from typing import Final, Literal

from tutor.wording import Language, say

DUMB: Final = frozenset({"", "dumb", "unknown"})
"""Values of TERM that name a terminal without a screen to draw on."""


def way_to_play(language: Language, *, plain: bool) -> Literal["app", "plain", "none"]:
    """How to play here; `plain` if the learner asked for it. Says so where a terminal forces plain lines."""
    if plain:
        return "plain"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "none"
    if os.name == "posix" and os.environ.get("TERM", "") in DUMB:
        said = say(language, "cli.dumb-terminal")
        print(f"iam-tutor: {said}", file=sys.stderr)
        return "plain"
    return "app"
