"""What was mended in a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing that was mended: prompt, quotes, space, dash, full-width or hangul."""

    kind: str
    found: str
    meant: str

    @property
    def message(self) -> str:
        """The id of the sentence in the catalogue."""
        return f"console.fix.{self.kind}"
