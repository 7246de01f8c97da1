"""Everything about one thing of the account, as rows; the app and plain mode show the same."""

from dataclasses import dataclass, field
from enum import StrEnum


class RowKind(StrEnum):
    """How a row is drawn."""

    FACT = "fact"
    """A label and a value."""
    LINE = "line"
    """A sentence or a name, perhaps with a sign before it."""
    NOTE = "note"
    """A sentence that explains, drawn quietly."""
    CODE = "code"
    """A line of JSON."""


@dataclass(frozen=True, slots=True)
class DetailRow:
    """One row; long ones are wrapped where they are drawn."""

    kind: RowKind
    text: str
    label: str = ""
    """What a fact is called."""
    sign: str = ""
    """`✓`, `✗`, `–`, `!` or nothing."""
    note: str = ""
    """Stands behind the text, quietly."""
    link: str = ""
    """The subject that it opens."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class DetailSection:
    """A heading with its rows."""

    title: str
    rows: tuple[DetailRow, ...]
    count: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing of the account."""

    subject: str
    title: str
    kind: str
    """What it is, in the learner's language."""
    sections: tuple[DetailSection, ...] = field(default=())
    missing: bool = False
    """It is not there any more."""
