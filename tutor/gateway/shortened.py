"""The CLI's usage errors without the list that buries what helps, and the command that was perhaps meant."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

CHOICES: Final = re.compile(
    r".*?(?P<error>aws: error: [^\n]*?Invalid choice), valid choices are:\s*\n"
    r"(?P<choices>(?:[^\n]*\n)*?)"
    r"(?=\n\nInvalid choice|\Z)",
    re.DOTALL,
)
NEAREST: Final = "Invalid choice"
FEW: Final = 12
"""A list of so many choices is worth reading."""
ARGUMENT: Final = re.compile(r"aws: error: argument (?P<name>command|operation|subcommand):")
"""Which word the CLI could not read: the first behind `aws`, or one of those after it."""
ALIKE: Final = 0.6
"""How much of its letters a word shares with what was perhaps meant; the CLI itself asks for 0.8."""


def shortened(stderr: str) -> str:
    """The last lines with the nearest command; everything else as it is."""
    found = CHOICES.search(stderr)
    if found is None or len(found["choices"].split()) <= FEW:
        return stderr
    rest = stderr[found.end() :].strip("\n")
    if rest.startswith(NEAREST):
        return f"\n{rest}\n"
    return f"\n{found['error']}{f': {rest}' if rest else ''}\n"


def perhaps_meant(stderr: str, words: Sequence[str]) -> str | None:
    """The whole command next to the one that the CLI does not know, where its own words name none.

    `words` stand behind `aws`, without its own options.
    """
    found, argument = CHOICES.search(stderr), ARGUMENT.search(stderr)
    if found is None or argument is None or stderr[found.end() :].strip():
        return None
    waits = words[1:2] == ["wait"]
    at = 0 if argument["name"] == "command" else 2 if waits else 1
    if at >= len(words):
        return None
    choices = [choice for choice in found["choices"].split() if choice != "|"]
    swapped = (choice for choice in choices if sorted(choice) == sorted(words[at]))
    alike = get_close_matches(words[at], choices, 1, ALIKE)
    nearest = next(swapped, alike[0] if alike else None)
    return " ".join(["aws", *words[:at], nearest]) if nearest is not None else None
