"""The lines typed in the console, walked with the arrow keys."""

from collections.abc import Iterable, Iterator

MOST_LINES = 500


class History:
    """Earlier lines, oldest first, and the place of the walk through them."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = list(lines)[-MOST_LINES:]
        self._place = len(self._lines)
        self._draft = ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    @property
    def current(self) -> str | None:
        """The line where the walk stands; None at its end."""
        return self._lines[self._place] if self._place < len(self._lines) else None

    def extend(self, lines: Iterable[str]) -> None:
        """Remember lines of an earlier session."""
        for line in lines:
            self.add(line)

    def add(self, line: str) -> None:
        """Remember a line, once if it is repeated, and go to the end."""
        if line.strip() and self._lines[-1:] != [line]:
            self._lines.append(line)
            del self._lines[:-MOST_LINES]
        self.leave()

    def leave(self) -> None:
        """Go to the end."""
        self._place = len(self._lines)
        self._draft = ""

    def earlier(self, current: str) -> str | None:
        """The line before, or None at the oldest; `current` is kept as the draft to come back to."""
        if self._place == 0:
            return None
        if self._place == len(self._lines):
            self._draft = current
        self._place -= 1
        return self._lines[self._place]

    def later(self) -> str | None:
        """The line after, in the end the draft; None if there is nowhere to go."""
        if self._place >= len(self._lines):
            return None
        self._place += 1
        return self._draft if self._place == len(self._lines) else self._lines[self._place]
