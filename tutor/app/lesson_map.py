"""The lesson's permission map as a picture, with what changed since the last one."""

from typing import TYPE_CHECKING

from tutor.app.models.map import MapLine, MapPicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.course import MapRow


class MapMemory:
    """Remembers the map before the last change."""

    def __init__(self) -> None:
        self._seen: tuple[MapPicture, MapPicture] | None = None

    def picture(self, rows: "Sequence[MapRow]") -> MapPicture:
        """The map now; its marks tell the last change that it saw."""
        now = _picture(rows)
        if self._seen is None:
            self._seen = (now, now)
        elif now != self._seen[1]:
            self._seen = (self._seen[1], now)
        if not _comparable(now, self._seen[0]):
            self._seen = (now, now)
        lines = zip(now.lines, self._seen[0].lines, strict=True)
        marked = tuple(MapLine(new.action, new.resource, new.outcomes, old.outcomes) for new, old in lines)
        return MapPicture(now.principals, marked, now.references)


def _comparable(now: MapPicture, earlier: MapPicture) -> bool:
    """Whether both tell of the same people and requests."""
    asked = [[(line.action, line.resource) for line in one.lines] for one in (now, earlier)]
    return now.principals == earlier.principals and asked[0] == asked[1]


def _picture(rows: "Sequence[MapRow]") -> MapPicture:
    requests = {cell.id: (cell.action, cell.resource) for row in rows for cell in row.cells}
    outcomes = [{cell.id: cell.outcome for cell in row.cells} for row in rows]
    lines = []
    for request, (action, resource) in requests.items():
        cells = tuple(of_row.get(request) for of_row in outcomes)
        lines.append(MapLine(action, resource, cells, cells))
    references = tuple(row.principal for row in rows)
    return MapPicture(tuple(name.rpartition("/")[2] for name in references), tuple(lines), references)
