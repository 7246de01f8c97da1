"""`iam-tutor run` as a process: a line in, an answer out, and how long that took."""

import json
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class Typed:
    """A console on a save, in a process of its own."""

    def __init__(self, saves: Path, name: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tutor", "run", "--saves", str(saves), "--save", name, "--format", "json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()

    def answer(self, line: str) -> dict[str, Any]:
        """What the console answers to a line."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def ms(self, line: str, *, error: str = "") -> float:
        """Milliseconds until a line is answered, kept and synced; it must succeed, or fail with `error`."""
        started = time.perf_counter()
        answer = self.answer(line)
        took = (time.perf_counter() - started) * 1000
        if bool(answer["rc"]) is not bool(error) or error not in answer["stderr"]:
            raise RuntimeError(f"{line}: {answer}")
        return took
