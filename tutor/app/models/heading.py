"""What the title bar says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """What the title bar says."""

    title: str = ""
    step: int = 0
    steps: int = 0
    caller: str = ""
    time: str = ""
    signed_in: bool = False
    """The caller came in by the console's door."""
