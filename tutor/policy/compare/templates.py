"""Values of policies with their variables: which keys they name, and texts made up from them."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..variables import Variable, read_template
from ..wildcards import RUN, Part

__all__ = ["EXAMPLE", "example_of", "variable_keys"]

EXAMPLE: Final = "example"
"""What stands for a run of any characters in a text made up from a pattern."""


def variable_keys(text: str, special: bool) -> Iterator[str]:
    """The keys that a value takes from the request, in lower case; `special`: the document has variables."""
    if special and "${" in text:
        template = read_template(text, wildcards=False, variables=True)
        yield from (part.key.lower() for part in template.parts if isinstance(part, Variable))


def example_of(parts: Sequence[Part]) -> str:
    """A text made up from a pattern: each run of any characters is a word."""
    return "".join(part if isinstance(part, str) else EXAMPLE if part is RUN else "x" for part in parts)
