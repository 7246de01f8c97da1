"""What the editor shows about a file."""

from dataclasses import dataclass, replace

from textual.content import Content


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One place that is wrong, or worth a second look; lines and columns count from 0."""

    start: tuple[int, int]
    end: tuple[int, int]
    """Exclusive."""
    text: Content
    severity: str
    """`refused` for what the service does not accept, else as in `tutor.policy.lint`."""

    @property
    def grave(self) -> bool:
        """It keeps the policy from working at all, or opens too much."""
        return self.severity in {"refused", "error", "securityWarning"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, looked through."""

    text: str
    kind: str
    """What kind of policy it was taken for; `text` if it is none."""
    rows: tuple[FindingRow, ...] = ()

    @property
    def hushed(self) -> "Reading":
        """With no more than what the service would not accept."""
        return replace(self, rows=tuple(row for row in self.rows if row.severity == "refused"))

    @property
    def refused(self) -> bool:
        """The service would not accept it."""
        return any(row.severity == "refused" for row in self.rows)
