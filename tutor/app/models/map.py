"""Who may do what, now and before the last command."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapLine:
    """One request and how it stands for each principal."""

    action: str
    resource: str
    outcomes: tuple[str | None, ...]
    """In the order of the principals; None where the request is not asked of one."""
    earlier: tuple[str | None, ...]
    """The same before the last command."""

    @property
    def changed(self) -> bool:
        """The last command changed a cell of the row."""
        return self.outcomes != self.earlier


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The whole map."""

    principals: tuple[str, ...] = ()
    lines: tuple[MapLine, ...] = ()

    @property
    def changed(self) -> bool:
        """The last command changed a cell."""
        return any(line.changed for line in self.lines)
