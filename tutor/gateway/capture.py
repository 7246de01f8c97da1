"""Takes what a command prints: the process has one stdout, so one command runs at a time."""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

BANNER: Final = re.compile(r"(?:usage: )?\r?Note: AWS CLI version 2,.*?\.html\s*", re.DOTALL)
"""The advertisement with which usage texts of version 1 begin."""


class Captured:
    """The output of one command, while it runs and after."""

    def __init__(self) -> None:
        self._out = _stream()
        self._err = _stream()

    @property
    def stdout(self) -> str:
        """What was printed, each progress line as it stood last."""
        return _last_of_each_line(_text(self._out))

    @property
    def stderr(self) -> str:
        """What was said on the error stream, without the advertisement for version 2."""
        return BANNER.sub("", _last_of_each_line(_text(self._err), keep=BANNER))

    @contextmanager
    def taking(self) -> Iterator[None]:
        """Takes the place of the process's own streams for the block; the caller holds the command lock."""
        before = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = _stream(), self._out, self._err
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace", newline="", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "replace")


def _last_of_each_line(text: str, keep: re.Pattern[str] | None = None) -> str:
    if "\r" not in text or (keep is not None and keep.search(text)):
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line.rpartition("\r")[2].rstrip() if "\r" in line else line for line in lines)
