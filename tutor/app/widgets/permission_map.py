"""Who may do what: a sign for every pair of principal and request, changes shown as before → now."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.app.models.map import MapPicture
from tutor.app.render.signs import outcome_sign, short_resource


GAP: Final = 2


class PermissionMap(Widget):
    """A row a request, a column a principal."""

    DEFAULT_CSS = """
    PermissionMap { height: auto; text-wrap: nowrap; }
    """

    def __init__(self, picture: MapPicture | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picture = picture or MapPicture()

    def show(self, picture: MapPicture) -> None:
        """Show the map as it is now."""
        self._picture = picture
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A heading, and two rows a request."""
        return 1 + 2 * len(self._picture.lines)

    def render(self) -> Content:
        """The table, cut to the width."""
        picture, width = self._picture, self.content_size.width
        columns = [max(Content(name).cell_length, 3) for name in picture.principals]
        left = max(width - sum(columns) - GAP * len(columns), 12)
        names = [Content.styled(name, "bold $quiet") for name in picture.principals]
        rows = [_row(Content.blank(left), names, columns)]
        for line in picture.lines:
            cells = [_cell(now, before) for now, before in zip(line.outcomes, line.earlier, strict=True)]
            action = Content.styled(line.action, "bold" if line.changed else "").truncate(left, ellipsis=True, pad=True)
            rows.append(_row(action, cells, columns))
            rows.append(Content.styled("  " + short_resource(line.resource), "$quiet").truncate(width, ellipsis=True))
        return Content("\n").join(rows)


def _row(head: Content, cells: list[Content], columns: list[int]) -> Content:
    """One row of the table, each cell in the middle of its column."""
    parts = [head]
    for cell, width in zip(cells, columns, strict=True):
        spare = max(width - cell.cell_length, 0)
        parts += [Content(" " * (GAP + spare // 2)), cell, Content(" " * (spare - spare // 2))]
    return Content("").join(parts)


def _cell(now: str | None, before: str | None) -> Content:
    if now is None:
        return Content(" ")
    if before is None or before == now:
        return outcome_sign(now)
    return Content.assemble(outcome_sign(before).stylize("not bold dim"), ("→", "$quiet"), outcome_sign(now))

