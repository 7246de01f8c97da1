"""The yardstick of the first frame: a Textual app that shows one label."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class EmptyApp(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        """Show the label."""
        yield Label("YARDSTICK")


if __name__ == "__main__":
    EmptyApp().run()
