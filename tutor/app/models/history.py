"""The lines typed in the console: walked with the arrow keys, searched, suggested from."""

from collections.abc import Iterable, Iterator

MOST_LINES = 500


class History:
    """Earlier lines, each once, oldest first, and the place of the walk through them."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines: list[str] = []
        self._walk: list[str] = []
        """The lines of the walk that is going on, oldest first; its last is the draft."""
        self._place = 0
        self.extend(lines)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    @property
    def current(self) -> str | None:
        """The line where the walk stands; None at its end."""
        return self._walk[self._place] if self._place < len(self._walk) - 1 else None

    def extend(self, lines: Iterable[str]) -> None:
        """Remember lines of an earlier session."""
        for line in lines:
            self.add(line)

    def add(self, line: str) -> None:
        """Remember a line as the newest and go to the end; one that was there before moves."""
        if line.strip():
            if line in self._lines:
                self._lines.remove(line)
            self._lines.append(line)
            del self._lines[:-MOST_LINES]
        self.leave()

    def leave(self) -> None:
        """Go to the end."""
        self._walk, self._place = [], 0

    def earlier(self, current: str) -> str | None:
        """The line before, or None at the oldest.

        `current` is kept as the draft to come back to; where lines begin with it, only those are walked.
        """
        if not self._walk:
            alike = [line for line in self._lines if current and line.startswith(current) and line != current]
            self._walk = [*(alike or self._lines), current]
            self._place = len(self._walk) - 1
        if self._place == 0:
            return None
        self._place -= 1
        return self._walk[self._place]

    def later(self) -> str | None:
        """The line after, in the end the draft; None if there is nowhere to go."""
        if self._place >= len(self._walk) - 1:
            return None
        self._place += 1
        line = self._walk[self._place]
        if self._place == len(self._walk) - 1:
            self.leave()
        return line

    def found(self, needle: str) -> tuple[str, ...]:
        """The lines that hold `needle`, in capitals or not, newest first; all for an empty one."""
        wanted = needle.strip().casefold()
        return tuple(line for line in reversed(self._lines) if wanted in line.casefold())

    def suggestion(self, beginning: str) -> str:
        """How the newest line with this beginning goes on; nothing if none has it or it takes more rows."""
        if not beginning.strip():
            return ""
        longer = (line for line in reversed(self._lines) if line.startswith(beginning) and line != beginning)
        return next((line[len(beginning) :] for line in longer if "\n" not in line), "")
