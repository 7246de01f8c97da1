"""The endpoint against moto's server as it comes: `python -m tests.bench.endpoint [ROUNDS] [CALLS]`.

Prints ratios of requests a second, taken in turn in one run; needs the `long` extra. Never fails on time.
"""

import contextlib
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

KEY_ID, SECRET = "AKIAROOTROOTROOTROOT", "a-secret-of-the-root"
TOKEN = "bench"


@contextlib.contextmanager
def program(command: Sequence[str], port: int) -> Iterator[None]:
    """A server that answers while the block runs."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def load(port: int, reset: str, calls: int) -> dict[str, float]:
    """Requests a second of each kind, in fresh accounts."""
    address = f"http://127.0.0.1:{port}"
    urllib.request.urlopen(urllib.request.Request(address + reset, method="POST"), timeout=10).close()
    client = str(Path(__file__).with_name("endpoint_client.py"))
    done = subprocess.run(
        [sys.executable, client, address, KEY_ID, SECRET, str(calls)],
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Measure all three in turn, and print."""
    rounds, calls = (int(word) for word in [*sys.argv[1:], "3", "100"][:2])
    ports = [free_port() for _ in range(3)]
    ours = [sys.executable, "-m", "tutor", "endpoint", "--root-key", f"{KEY_ID}:{SECRET}"]
    ours += ["--control-token", TOKEN]
    reset = f"/_tutor/{TOKEN}/reset"
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as servers:
        moto = [str(Path(sys.executable).with_name("moto_server")), "-p", str(ports[0])]
        servers.enter_context(program(moto, ports[0]))
        servers.enter_context(program([*ours, "--fresh", "--port", str(ports[1])], ports[1]))
        kept = [*ours, "--saves", folder, "--save", "bench", "--port", str(ports[2])]
        servers.enter_context(program(kept, ports[2]))
        resets = ("/moto-api/reset", reset, reset)
        taken = [[load(*each, calls) for each in zip(ports, resets, strict=True)] for _ in range(rounds)]
    print(f"{'requests a second':<32}{'moto':>8}{'--fresh':>9}{'--save':>8}   ratios (targets 2 and 1)")
    for name in taken[0][0]:
        rows = [[figures[name] for figures in each] for each in taken]
        moto_, fresh, saved = (statistics.median(column) for column in zip(*rows, strict=True))
        ratios = [statistics.median(row[which] / row[0] for row in rows) for which in (1, 2)]
        print(f"{name:<32}{moto_:8.0f}{fresh:9.0f}{saved:8.0f}   {ratios[0]:.1f} × {ratios[1]:.1f} ×")


if __name__ == "__main__":
    main()
