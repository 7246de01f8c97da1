"""One row of the way that a request went."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from tutor.policy import StatementTrace


@dataclass(frozen=True, slots=True)
class StepRow:
    """A gate, a layer, or a statement that can be looked at."""

    text: Content
    statement: "StatementTrace | None" = None
    """What Up and Down stop at."""
    telling: bool = False
    """It is the one to begin with: what decided, or what came nearest."""
