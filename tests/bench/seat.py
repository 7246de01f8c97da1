"""A learner's seat at a terminal: keys go in, and how long the screen takes is measured."""

import re
import sys
import time
from pathlib import Path
from typing import Any, Final

from tests.pty_start import QUIT, Terminal

ENTER: Final = b"\r"
ESCAPE: Final = b"\x1b"
DOWN: Final = b"\x1b[B"
RIGHT: Final = b"\x1b[C"
F4: Final = b"\x1bOS"
F5: Final = b"\x1b[15~"
F6: Final = b"\x1b[17~"
CONTROL: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
SELDOM: Final = b"qzxjkvwy"
"""Letters that hardly anything but an echo writes."""
PAUSE: Final = 0.12
"""Seconds between two keys of somebody who types."""


class Seat(Terminal):
    """A process in a terminal whose answers to keys are timed."""

    def __exit__(self, *trace: Any) -> None:
        """Quit by key, so that the save is closed."""
        if self.process.poll() is None:
            self.send(QUIT)
            self.until(lambda: self.process.poll() is not None)
        super().__exit__(*trace)

    def see(self, text: str) -> None:
        """Wait until it was written since the last key."""
        self._await(text.encode(), 0)

    def learn(self) -> None:
        """From Home into the lesson, until its prompt takes keys."""
        self.see("IAM Tutor")
        self.rest(1)
        self.key(ENTER, "f12")
        self.rest(0.5)

    def key(self, keys: bytes, wanted: str) -> float:
        """Milliseconds from a key until something is written."""
        self.rest(PAUSE)
        start, since = len(self.output), time.perf_counter()
        self.send(keys)
        self._await(wanted.encode(), start)
        return (time.perf_counter() - since) * 1000

    def first_and(self, keys: bytes, wanted: str) -> tuple[float, float]:
        """Milliseconds from a key until anything is to be seen, and until `wanted` is."""
        start, since = len(self.output), time.perf_counter()
        self.send(keys)
        self.until(lambda: len(self.output) > start)
        first = time.perf_counter()
        self._await(wanted.encode(), start)
        return (first - since) * 1000, (time.perf_counter() - since) * 1000

    def echoes(self, number: int) -> list[float]:
        """Milliseconds from letters to their echo, typed one after the other."""
        letters = (chr(SELDOM[at % len(SELDOM)]) for at in range(number))
        return [self.key(letter.encode(), letter) for letter in letters]

    def held(self, key: bytes, times: int, apart: float) -> list[float]:
        """Milliseconds until something moves, for each time that a held key repeats."""
        took = []
        for _ in range(times):
            start, since = len(self.output), time.perf_counter()
            self.send(key)
            self.until(lambda start=start: len(self.output) > start)  # type: ignore[misc]
            took.append((time.perf_counter() - since) * 1000)
            self.rest(max(0.0, apart - took[-1] / 1000))
        return took

    def rest(self, seconds: float) -> int:
        """Read what comes meanwhile; how many bytes that were."""
        start, end = len(self.output), time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end)
        return len(self.output) - start

    @property
    def memory(self) -> float:
        """Resident memory, MiB (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _await(self, wanted: bytes, start: int) -> None:
        if not self.until(lambda: wanted in CONTROL.sub(b"", self.output[start:])):
            raise RuntimeError(f"{wanted!r} was not seen; the screen was:\n{self.text[-3000:]}")


def p95(times: list[float]) -> float:
    """What nineteen of twenty stay under."""
    return sorted(times)[round(0.95 * (len(times) - 1))]


def prepared(saves: Path) -> list[str]:
    """The command that starts the app for somebody who has chosen English and has seen the tour."""
    from tutor.course.progress import ProgressStore

    learner = saves / "learner"
    learner.mkdir(parents=True)
    store = ProgressStore(learner / "progress.json")
    store.set_setting("language", "en")
    store.close()
    return [sys.executable, "-m", "tutor", "--saves", str(saves)]
