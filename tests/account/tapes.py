"""Tapes in memory whose lines a test can look at."""

from tutor.account.tape import MemoryTape, Unread


class Recording(MemoryTape):
    """Keeps its lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[bytes] = []

    def append(self, line: bytes, size: int) -> None:
        self.lines.append(line)


class Replaying(MemoryTape):
    """Has the lines of another tape."""

    def __init__(self, lines: list[bytes]) -> None:
        super().__init__()
        self._unread = lines

    def grown(self, size: int) -> bool:
        return bool(self._unread)

    def read(self, size: int) -> Unread:
        lines, self._unread = self._unread, []
        return Unread(tuple(lines))
