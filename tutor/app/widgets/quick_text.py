"""A text area that looks its colours up when they change, not with every key."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea


class QuickText(TextArea):
    """Textual's takes two milliseconds a key to ask for the colours of its parts."""

    _dressed: object = None
    """The theme that has been given the colours of now."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows, in the colours of now."""
        if self._theme is not self._dressed:
            self._theme.apply_css(self)
            self._dressed = self._theme
        return super(TextArea, self).render_lines(crop)

    def notify_style_update(self) -> None:
        """Other colours."""
        self._dressed = None
        super().notify_style_update()

    def _watch_has_focus(self, focus: bool) -> None:
        """A row is drawn anew: what is suggested is to be seen only where the cursor is."""
        super()._watch_has_focus(focus)
        self._line_cache.clear()
