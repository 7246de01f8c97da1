"""How the benchmarks measure: whole processes, and the first frame in a real pseudo terminal."""

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pty_start import QUIT, Terminal


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    against: str
    baseline: float
    ratio: float | None
    unit: str
    target: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Medians of two measurements taken in turn, and the median of their ratios."""

    ours: float
    baseline: float
    ratio: float


def ratios(ours: Callable[[], float], baseline: Callable[[], float], rounds: int) -> Ratio:
    """Measure both in turn `rounds` times, after one round that does not count."""
    ours(), baseline()
    pairs = [(ours(), baseline()) for _ in range(rounds)]
    return Ratio(
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(one / other for one, other in pairs),
    )


def exec_ms(command: Sequence[str]) -> float:
    """Milliseconds from exec to exit."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1000


def first_frame_ms(command: Sequence[str], expected: str) -> float:
    """Milliseconds from exec until the terminal shows `expected`."""
    started = time.perf_counter()
    with Terminal(command) as terminal:
        if not terminal.until(lambda: expected in terminal.text):
            raise RuntimeError(f"{command} never showed {expected}")
        took = (time.perf_counter() - started) * 1000
        _leave(terminal)
    return took


def idle_rss_mib(command: Sequence[str], expected: str) -> float:
    """Resident memory of the process a second after its first frame, in MiB (Linux)."""
    with Terminal(command) as terminal:
        terminal.until(lambda: expected in terminal.text)
        until = time.monotonic() + 1
        terminal.until(lambda: time.monotonic() > until)
        status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
        _leave(terminal)
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _leave(terminal: Terminal) -> None:
    terminal.send(QUIT)
    terminal.until(lambda: terminal.process.poll() is not None)


def print_table(rows: Sequence[Row]) -> None:
    """One line a figure."""
    for row in rows:
        ratio = "" if row.ratio is None else f" = {row.ratio:.3g} ×"
        target = f"  (target ≤ {row.target} ×)" if row.target else ""
        against = f"{row.against}: {row.baseline:.1f} {row.unit}"
        print(f"{row.name:<36}{row.ours:8.1f} {row.unit}{ratio}  {against}{target}")
