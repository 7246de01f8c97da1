"""Start a command in a real terminal, wait for its first screen, quit by key, see the terminal given back.

    python tests/pty_start.py COMMAND [ARGUMENT …]

For the smoke test and for `.ci/run`; exits with 1 and the screen's text when something is missing.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Self

EXPECTED = "IAM Tutor"
QUIT = b"\x11"
PATIENCE = 30.0
ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;c"}


@dataclass
class Terminal:
    """A process in a pseudo terminal and all that it wrote."""

    command: Sequence[str]
    columns: int = 120
    rows: int = 36
    environment: dict[str, str] = field(default_factory=dict)
    output: bytes = b""

    def __enter__(self) -> Self:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))
        self.process = subprocess.Popen(
            list(self.command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", **self.environment},
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)

    def until(self, seen: Callable[[], bool]) -> bool:
        """Read what comes until `seen` holds or the process ends; whether it held."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if seen():
                return True
            readable, _, _ = select.select([self.master], [], [], 0.05)
            if readable:
                try:
                    read = os.read(self.master, 65536)
                except OSError:
                    read = b""
                self.output += read
                for question, answer in ANSWERS.items():
                    if question in read:
                        os.write(self.master, answer)
                if not read and self.process.poll() is not None:
                    return seen()
            elif self.process.poll() is not None:
                return seen()
        return False

    def send(self, keys: bytes) -> None:
        """Type."""
        os.write(self.master, keys)

    @property
    def text(self) -> str:
        """What was written, without control sequences."""
        return re.sub(
            r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])",
            "",
            self.output.decode(errors="replace"),
        )


def start_and_quit(command: Sequence[str]) -> str | None:
    """None if the command showed itself and left by key with exit code 0, else what was wrong."""
    with Terminal(command) as terminal:
        if not terminal.until(lambda: EXPECTED in terminal.text):
            return f"{EXPECTED!r} not seen; the screen was:\n{terminal.text}"
        terminal.send(QUIT)
        terminal.until(lambda: terminal.process.poll() is not None)
        if terminal.process.poll() != 0:
            return f"left with {terminal.process.poll()}; the screen was:\n{terminal.text}"
        if terminal.output.rfind(b"\x1b[?1049l") < terminal.output.rfind(b"\x1b[?1049h"):
            return "the alternate screen was not left"
    return None


if __name__ == "__main__":
    fault = start_and_quit(sys.argv[1:])
    print(fault or "started in a terminal and left by key")
    sys.exit(1 if fault else 0)
