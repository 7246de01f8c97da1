"""Who may do what: a sign for every pair of principal and request, changes shown as before → now."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.app.models.map import MapPicture
from tutor.app.render.marks import outcome_sign
from tutor.wording.signs import short_resource
from tutor.wording.statement_text import shown

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
        """A heading, and a row or two a request."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The table, cut to the width."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        picture = self._picture
        principals = [shown(name) for name in picture.principals]
        columns = [max(Content(name).cell_length, 3) for name in principals]
        left = max(width - sum(columns) - GAP * len(columns), 12)
        names = [Content.styled(name, "bold $quiet") for name in principals]
        rows = [_row(Content.blank(left), names, columns)]
        for line in picture.lines:
            cells = [_cell(now, before) for now, before in zip(line.outcomes, line.earlier, strict=True)]
            action = Content.styled(shown(line.action), "bold" if line.changed else "")
            resource = Content.styled("  " + shown(short_resource(line.resource)), "$quiet")
            beside = action.cell_length + resource.cell_length < left
            head = action + resource if beside else action
            rows.append(_row(head.truncate(left, ellipsis=True, pad=True), cells, columns))
            if not beside:
                rows.append(resource.truncate(width, ellipsis=True))
        return rows


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
