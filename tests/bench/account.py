"""What the account costs as it grows: `python -m tests.bench.account [ROUNDS]`; ratios of one run.

Each console is `iam-tutor run` in a process of its own, on a save in a folder: every figure holds the sync.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Final

from tests.bench.endpoint import KEY_ID, SECRET, free_port, program
from tests.bench.grown import busy, cast, company, grow, policy_arn, work
from tests.bench.measure import Row, print_table
from tests.bench.typed import Typed

ROUNDS: Final = 120
"""Rounds of five commands and a tidying one: several checkpoints fall into them."""
STARTS: Final = 7
HISTORIES: Final = (3000, 30_000)
PLAIN: Final = (
    "sts get-caller-identity",
    "iam list-groups",
    "iam get-user --user-name plain",
    "s3api list-buckets",
)
"""What a console is asked before anything is measured."""


def rows(rounds: int = ROUNDS) -> Iterator[Row]:
    """One line a promise."""
    with tempfile.TemporaryDirectory() as folder:
        saves = Path(folder)
        console = beside_a_program(saves)
        yield console
        yield from as_it_grows(saves, rounds)
        yield from through_time(saves, console.ours)


def beside_a_program(saves: Path) -> Row:
    """A console command against the same command of a started `aws` that asks `iam-tutor endpoint`."""
    port = free_port()
    environment = {name: text for name, text in os.environ.items() if not name.startswith("AWS_")}
    environment |= {"AWS_ACCESS_KEY_ID": KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET}
    aws = [sys.executable, "-m", "awscli", "--endpoint-url", f"http://127.0.0.1:{port}"]
    aws += ["--region", "us-east-1", "--output", "json", "iam", "create-user", "--user-name"]
    endpoint = [sys.executable, "-m", "tutor", "endpoint", "--fresh", "--port", str(port)]
    typed, started = [], []
    with program([*endpoint, "--root-key", f"{KEY_ID}:{SECRET}"], port), Typed(saves, "beside") as console:
        console.answer("aws iam create-user --user-name first")
        for number in range(STARTS):
            begun = time.perf_counter()
            subprocess.run([*aws, f"u{number}"], check=True, env=environment, stdout=subprocess.DEVNULL)
            started.append((time.perf_counter() - begun) * 1000)
            names = (f"u{number}-{each}" for each in range(5))
            typed += [console.ms(f"aws iam create-user --user-name {name}") for name in names]
    ours, baseline = statistics.median(typed), statistics.median(started)
    return Row("a console command, saved", ours, "aws, started", baseline, ours / baseline, "ms", "0.067")


def as_it_grows(saves: Path, rounds: int) -> Iterator[Row]:
    """The commands in an empty account and in large ones, in turn."""
    names = ["empty", *map(str, HISTORIES)]
    grow(saves / "empty", sum(1 for _ in cast()), cast())
    for requests in HISTORIES:
        grow(saves / str(requests), requests, cast(), company(), work())
    taken: dict[str, dict[str, list[float]]] = {}
    with ExitStack() as stack:
        consoles = {name: stack.enter_context(Typed(saves, name)) for name in names}
        keys = {name: _plain_key(console) for name, console in consoles.items()}
        for number in range(rounds):
            for name, console in consoles.items():
                for command, line, error in _commands(number, keys[name]):
                    took = console.ms(line, error=error)
                    taken.setdefault(command, {}).setdefault(name, []).append(took)
    for command, figures in taken.items():
        for requests in HISTORIES if command != TIDY else ():
            yield _compared(command, f"{requests} requests", figures[str(requests)], figures["empty"])
    for requests in HISTORIES:
        yield _mean(requests, taken)
        worst = max(chain.from_iterable(figures[str(requests)] for figures in taken.values()))
        least = max(chain.from_iterable(figures["empty"] for figures in taken.values()))
        yield Row(f"the slowest, {requests} requests", worst, "in the empty one", least, None, "ms", "")


TIDY: Final = "tidy up"


def _commands(number: int, key: str) -> Iterator[tuple[str, str, str]]:
    """Name, line and expected error."""
    user = f"new-{number}"
    yield "create-user", f"aws iam create-user --user-name {user}", ""
    yield "get-user", f"aws iam get-user --user-name {user}", ""
    attach = f"aws iam attach-user-policy --user-name {user} --policy-arn {policy_arn(0)}"
    yield "attach-user-policy", attach, ""
    get = "aws s3api get-object --bucket photos-of-the-moon --key one.txt one.txt"
    yield "get-object, refused", f"{key} {get}", "AccessDenied"
    yield "list-users of 20", "aws iam list-users --max-items 20", ""
    yield TIDY, f"aws iam detach-user-policy --user-name {user} --policy-arn {policy_arn(0)}", ""
    yield TIDY, f"aws iam delete-user --user-name {user}", ""


def _plain_key(console: Typed) -> str:
    """The variables that make a line the plain user's."""
    for line in PLAIN:
        console.ms(f"aws {line}")
    made = "aws iam create-access-key --user-name plain --output text --query"
    answer = console.answer(f'{made} "AccessKey.[AccessKeyId,SecretAccessKey]"')
    key_id, secret = answer["stdout"].split()
    return f"AWS_ACCESS_KEY_ID={key_id} AWS_SECRET_ACCESS_KEY={secret}"


def _compared(command: str, where: str, ours: list[float], baseline: list[float]) -> Row:
    one, other = statistics.median(ours), statistics.median(baseline)
    return Row(f"{command}, {where}", one, "in an empty account", other, one / other, "ms", "1.5")


def _mean(requests: int, taken: dict[str, dict[str, list[float]]]) -> Row:
    """All commands together, with the checkpoints that fell among them."""
    one, other = (
        statistics.fmean(chain.from_iterable(figures[name] for figures in taken.values()))
        for name in (str(requests), "empty")
    )
    return Row(f"mean of all, {requests} requests", one, "empty", other, one / other, "ms", "1.5")


CHILD: Final = """
import sys, time
from pathlib import Path
import tutor.account
def now(): return time.perf_counter(), time.process_time()
def tell(since): print(*((after - before) * 1000 for before, after in zip(since, now())))
started = now()
with tutor.account.Save.open(Path(sys.argv[1])) as save:
    save.world
    tell(started)
    for word in sys.argv[2:]:
        started = now()
        save.goto(int(word)) if word.isdigit() else getattr(save, word)()
        tell(started)
"""


Took = tuple[float, float]
"""Milliseconds, and milliseconds of the processor: what it takes where nothing else is done."""


def opened(folder: Path, *moves: str) -> list[Took]:
    """How long it takes in a new process to open a save, then of each move in it."""
    command = [sys.executable, "-c", CHILD, str(folder), *moves]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = (line.split() for line in done.stdout.splitlines())
    return [(float(elapsed), float(spent)) for elapsed, spent in rows]


def through_time(saves: Path, console: float) -> Iterator[Row]:
    """Opening, moving and replaying; `console` is what a command takes."""
    requests = 10_000
    grow(saves / "long", requests, cast(), busy())
    yield from _limited("opening 10,000 requests", [opened(saves / "long")[0] for _ in range(STARTS)], 500)
    (saves / "long" / "account.json").unlink()
    (saves / "long" / "account.json.bak").unlink(missing_ok=True)
    each = opened(saves / "long")[0][0] / requests
    yield Row("replaying a request", each, "a console command", console, each / console, "ms", "0.067")
    grow(saves / "moved", 2000, cast(), busy())
    moves = ("undo", "undo", "redo", "redo", "1000", "2000", "3", "1999", "undo", "redo")
    runs = [opened(saves / "moved", *moves)[1:] for _ in range(STARTS)]
    for move, figures in zip(moves, zip(*runs, strict=True), strict=True):
        yield from _limited(f"{move} at 2,000" if move.isalpha() else f"goto {move}", figures, 200)


def _limited(name: str, runs: Sequence[Took], limit: float) -> Iterator[Row]:
    """Medians of the time, and of the processor's."""
    for kind, column in zip(("", ", processor"), zip(*runs, strict=True), strict=True):
        yield Row(f"{name}{kind}", statistics.median(column), "limit", limit, None, "ms", "")


def main() -> None:
    """Measure and print."""
    print(f"load {os.getloadavg()[0]:.1f}")
    print_table([*rows(*map(int, sys.argv[1:2]))])
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
