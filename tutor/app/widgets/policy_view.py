"""A policy to be looked at: its JSON with the statement in question marked."""

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from tutor.app.render.statement import PolicyPage

from .code import hanging


class ComparedView(Widget):
    """What the policy says and what the request says; long values go on under their own beginning."""

    DEFAULT_CSS = """
    ComparedView { height: auto; text-wrap: nowrap; }
    """

    lines: reactive[Content] = reactive(Content(), layout=True)

    def render(self) -> Content:
        """The wrapped lines."""
        return Content("\n").join(hanging(self.lines, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the wrapped lines."""
        return len(hanging(self.lines, width))


class PolicyView(Widget):
    """Lines with their numbers; scrolls itself to the statement."""

    DEFAULT_CSS = """
    PolicyView { height: auto; text-wrap: nowrap; }
    """

    page: reactive[PolicyPage | None] = reactive(None, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self._wrapped: tuple[PolicyPage | None, int, tuple[list[Content], int]] | None = None
        """The page and the width that were wrapped last, and how."""

    def render(self) -> Content:
        """The whole document."""
        return Content("\n").join(self._rows(self.content_size.width)[0])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the document."""
        return max(len(self._rows(width)[0]), 1)

    def on_resize(self, event: events.Resize) -> None:
        """Lines break elsewhere now."""
        self.show_statement()

    def watch_page(self) -> None:
        """Go to the statement once its rows are there."""
        self.call_after_refresh(self.show_statement)

    def show_statement(self) -> None:
        """Scroll the box around to where the statement begins."""
        box = self.parent
        if isinstance(box, Widget) and self.page is not None:
            _, row = self._rows(self.content_size.width)
            box.scroll_to_region(
                Region(0, row, 1, max(box.size.height, 1)), animate=False, force=True, immediate=True
            )

    def _rows(self, width: int) -> tuple[list[Content], int]:
        wrapped = self._wrapped
        if wrapped is None or wrapped[0] is not self.page or wrapped[1] != width:
            rows: tuple[list[Content], int] = self.page.rows(width) if self.page is not None else ([], 0)
            self._wrapped = wrapped = (self.page, width, rows)
        return wrapped[2]
