"""A sign and a text beside it whose further lines hang under the first."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Marked(Widget):
    """`✓ text that goes on` with the text's later rows under its first word."""

    DEFAULT_CSS = """
    Marked { height: auto; }
    """

    def __init__(
        self, marker: Content, body: Content, *, indent: int = 2, classes: str | None = None
    ) -> None:
        super().__init__(classes=classes)
        self.marker = marker
        self.body = body
        self.indent = indent

    def change(self, marker: Content, body: Content) -> None:
        """Show another sign and text."""
        self.marker, self.body = marker, body
        self.refresh(layout=True)

    def render(self) -> Content:
        """The wrapped text with its sign."""
        return Content("\n").join(self._rows(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the wrapped text."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        first, *rest = self.body.wrap(max(width - self.indent, 4)) or [Content()]
        gap = max(self.indent - self.marker.cell_length, 0)
        hanging = [line.pad_left(self.indent) for line in rest]
        return [Content.assemble(self.marker, " " * gap, first), *hanging]
