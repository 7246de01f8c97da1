"""Names in braces that a lesson leaves open: `{bucket}` is what the learner's variant says."""

import re
from collections.abc import Mapping
from typing import Final

NAME: Final = re.compile(r"(?<!\{)\{([a-z][a-z0-9-]*)\}(?!\})")
"""One name in single braces; `{{gap}}` is something else."""


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every known name in braces replaced by its value."""
    return NAME.sub(lambda found: values.get(found[1], found[0]), text) if values else text
