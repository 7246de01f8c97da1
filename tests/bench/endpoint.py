"""The endpoint against moto's server as it comes: `python -m tests.bench.endpoint [ROUNDS] [CALLS]`.

Prints ratios of requests a second, taken in turn in one run; needs the `long` extra. Never fails on time.
"""

import contextlib
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

KEY_ID: Final = "AKIAROOTROOTROOTROOT"
SECRET: Final = "a-secret-of-the-root"

Figures = dict[str, list[list[tuple[float, float, float]]]]
"""By call: of each round, of each server, requests a second, and milliseconds of the server's and of the
client's processor a request."""


@contextlib.contextmanager
def program(command: Sequence[str], port: int) -> Iterator[int]:
    """A server that answers while the block runs; its process id."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def measured(rounds: int, calls: int) -> Figures:
    """The load on moto, `--fresh` and `--save`, in fresh accounts."""
    ports = [free_port() for _ in range(3)]
    ours = [sys.executable, "-m", "tutor", "endpoint", "--root-key", f"{KEY_ID}:{SECRET}", "--port"]
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as servers:
        commands = [
            [str(Path(sys.executable).with_name("moto_server")), "-p", str(ports[0])],
            [*ours, str(ports[1]), "--fresh"],
            [*ours, str(ports[2]), "--saves", folder, "--save", "bench"],
        ]
        places = []
        for command, port in zip(commands, ports, strict=True):
            process = servers.enter_context(program(command, port))
            places += [f"http://127.0.0.1:{port}", str(process)]
        client = str(Path(__file__).with_name("endpoint_client.py"))
        load = [sys.executable, client, KEY_ID, SECRET, str(rounds), str(calls), *places]
        done = subprocess.run(load, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def main(given: Sequence[str]) -> None:
    """Measure all three in turn, and print; `given` may say rounds and calls."""
    rounds, calls = (int(word) for word in [*given, *("9", "48")[len(given) :]][:2])
    print(f"load {os.getloadavg()[0]:.1f}")
    print_figures(measured(rounds, calls))
    print(f"load {os.getloadavg()[0]:.1f}")


def print_figures(figures: Figures) -> None:
    """A line a call: medians of the rates and of their ratios, then what the processors did.

    "In all" counts server and client: so many times faster it is on a machine that does nothing else.
    """
    print(
        f"{'':<30}  requests a second        × moto        processor, ms a request   × moto     in all × moto"
    )
    print(f"{'':<30}  moto --fresh  --save  (target 2 and 1)   moto --fresh --save")
    for name, rounds in figures.items():
        rates, costs, clients = ([[each[which] for each in row] for row in rounds] for which in range(3))
        shown = [statistics.median(column) for column in zip(*rates, strict=True)]
        spent, own = (
            [statistics.fmean(column) for column in zip(*rows, strict=True)] for rows in (costs, clients)
        )
        both = [server + client for server, client in zip(spent, own, strict=True)]
        line = f"{name:<30}{shown[0]:6.0f}{shown[1]:9.0f}{shown[2]:8.0f}"
        line += "".join(f"{statistics.median(row[which] / row[0] for row in rates):7.2f}" for which in (1, 2))
        if all(spent):  # Linux
            line += f"   {spent[0]:8.2f}{spent[1]:8.2f}{spent[2]:7.2f}"
            line += "".join(f"{spent[0] / spent[which]:7.2f}" for which in (1, 2))
            line += "".join(f"{both[0] / both[which]:7.2f}" for which in (1, 2))
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
