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
    references: tuple[str, ...] = ()
    """The principals as `Sandbox.ask` knows them."""

    @property
    def requests(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """What is asked of each principal: actions and resources."""
        return tuple(
            (
                reference,
                tuple((one.action, one.resource) for one in self.lines if one.outcomes[number] is not None),
            )
            for number, reference in enumerate(self.references)
        )

    @property
    def changed(self) -> bool:
        """The last command changed a cell."""
        return any(line.changed for line in self.lines)
