"""The CLI's usage errors without the list that buries what helps."""

import re
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


def shortened(stderr: str) -> str:
    """The last lines with the nearest command; everything else as it is."""
    found = CHOICES.search(stderr)
    if found is None or len(found["choices"].split()) <= FEW:
        return stderr
    rest = stderr[found.end() :].strip("\n")
    if rest.startswith(NEAREST):
        return f"\n{rest}\n"
    return f"\n{found['error']}{f': {rest}' if rest else ''}\n"
