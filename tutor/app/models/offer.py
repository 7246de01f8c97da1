"""A way in which a word in the console may go on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to go on: `text` takes the place of the line from `start` on, up to the cursor."""

    text: str
    start: int
    note: str = ""
    """What it is for, in one line."""
    required: bool = False
    """The command does not run without it."""
