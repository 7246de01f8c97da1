"""What a learner feels of the app: `python -m tests.bench.app [ROUNDS]`; all of it in a pseudo terminal."""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.grown import GROUPS, POLICIES, USERS, cast, company, document, grow
from tests.bench.measure import Row, first_frame_ms, print_table, ratios
from tests.bench.seat import DOWN, ENTER, ESCAPE, F4, F5, F6, RIGHT, Seat, p95, prepared
from tutor.course.free_play import sandbox_folder

EMPTY: Final = (sys.executable, "-m", "tests.bench.empty_app")
ROUNDS: Final = 7
LETTERS: Final = 48
"""Keys whose echoes are timed."""
SCROLLED: Final = 300
"""Times an arrow key repeats."""
REPEAT: Final = 0.033
"""Seconds between two of them, as a keyboard that is held down sends them."""
CHANGES: Final = 4
"""Times that each screen is opened and left."""
BEYOND: Final = 80
"""Letters after which a line of the editor goes beyond its edge."""
STATEMENTS: Final = 13
"""Pairs of them in the policy that is edited: more than six thousand characters, an IAM policy's limit."""
LARGE: Final = POLICIES + 2 * GROUPS + USERS + 500
"""Requests after which the large account is there and has been worked in."""


def rows(rounds: int = ROUNDS) -> Iterator[Row]:
    """One line a promise."""
    with tempfile.TemporaryDirectory() as folder:
        saves = Path(folder)
        command = prepared(saves)
        yield first_frame(command, rounds)
        yield from at_home(command)
        yield from first_command(command)
        yield from in_a_lesson(command)
        yield from in_the_editor(command, saves)
        yield from in_a_large_account(command, saves)


def first_frame(command: list[str], rounds: int) -> Row:
    """Exec to the first screen, beside that of an empty app."""
    frames = ratios(
        lambda: first_frame_ms(command, "IAM Tutor"), lambda: first_frame_ms(EMPTY, "YARDSTICK"), rounds
    )
    return Row("first frame", frames.ours, "an empty app", frames.baseline, frames.ratio, "ms", "2")


def at_home(command: list[str]) -> Iterator[Row]:
    """What it costs while nobody does anything."""
    with Seat(command) as seat, Seat(EMPTY) as empty:
        seat.see("IAM Tutor")
        empty.see("YARDSTICK")
        seat.rest(2)
        yield _beside("idle memory", seat.memory, empty.memory, "MiB", "empty app; limit 60")
        yield Row("idle output", seat.rest(3) / 3, "limit", 100, None, "byte/s", "")


def first_command(command: list[str]) -> Iterator[Row]:
    """The first line of a process: at once, and a second after its first key."""
    for name, pause, limit in (("a second after a key", 1.0, 200), ("at once", 0.0, 500)):
        took, signs = [], []
        for _ in range(3):
            with Seat(command) as seat:
                seat.learn()
                seat.key(b"a", "a")
                seat.rest(pause)
                seat.send(b"ws sts get-caller-identity")
                seat.rest(0.05 if pause else 0)
                sign, answer = seat.first_and(ENTER, "Arn")
                signs.append(sign)
                took.append(answer)
        yield Row(f"first command, {name}", statistics.median(took), "limit", limit, None, "ms", "")
        if not pause:
            yield Row("  and something to see", statistics.median(signs), "limit", 100, None, "ms", "")


def in_a_lesson(command: list[str]) -> Iterator[Row]:
    """Typing, and going from screen to screen."""
    with Seat(EMPTY) as empty, Seat(command) as seat:
        empty.see("YARDSTICK")
        seat.learn()
        seat.key(b"a", "a")
        seat.rest(2)
        yield _limited("echo p95, console", p95(seat.echoes(LETTERS)), 16)
        seat.rest(0.3)
        for name, key in (("history", F6), ("map", F5), ("account", F4)):
            there, back = zip(*(there_and_back(seat, key) for _ in range(CHANGES)), strict=True)
            yield _limited(f"to {name}, the first time", there[0], 100)
            yield _limited(f"to {name}", statistics.median(there[1:]), 100)
            yield _limited("  and back", statistics.median(back), 100)


def there_and_back(seat: Seat, key: bytes) -> tuple[float, float]:
    """Milliseconds to a screen by a key, and back from it by Esc."""
    if key == F4:
        seat.send(key)  # the pane first, the screen from its tree
        seat.rest(1)
        key = ENTER
    return seat.key(key, "Esc"), seat.key(ESCAPE, "f12")


def in_the_editor(command: list[str], saves: Path) -> Iterator[Row]:
    """Typing into a long policy, with the list of what may stand there."""
    workspace = saves / "learner" / "workspace"
    workspace.mkdir(parents=True, exist_ok=True)
    (workspace / "long.json").write_text(long_policy(), encoding="utf-8")
    with Seat(command) as seat:
        seat.learn()
        seat.send(b"edit long.json\r")
        seat.see("Esc")
        seat.see("photos-0")
        seat.rest(2)
        seat.send(DOWN * 6 + RIGHT * 24)  # into the name of an action
        seat.rest(1)
        yield _limited("echo p95, editor, long policy", p95(seat.echoes(LETTERS)), 16)
        seat.send(b"x" * BEYOND)
        seat.rest(1)
        yield _limited("echo p95, editor, beyond the edge", p95(seat.echoes(LETTERS)), 16)
        yield Row("memory, console and editor used", seat.memory, "limit", 140, None, "MiB", "")


def in_a_large_account(command: list[str], saves: Path) -> Iterator[Row]:
    """1,000 users and 200 policies: typing, and scrolling its tree and its map."""
    grow(sandbox_folder(saves / "learner", "large"), LARGE, cast(), company())
    with Seat([*command[:3], "sandbox", "large", *command[3:]]) as seat:
        seat.see("f12")
        seat.rest(3)
        seat.key(b"a", "a")
        seat.rest(3)
        yield _limited("echo p95, 1,000 users", p95(seat.echoes(LETTERS)), 25)
        for name, key in (("tree", F4), ("account screen", ENTER), ("map", F5)):
            if key == F5:
                seat.send(ESCAPE)
                seat.rest(1)
            seat.send(key)
            seat.rest(3)
            yield _limited(f"longest stall, {name}, 1,000 users", max(seat.held(DOWN, SCROLLED, REPEAT)), 50)


def long_policy() -> str:
    """As many statements as fit, laid out."""
    statements = [one for number in range(STATEMENTS) for one in json.loads(document(number))["Statement"]]
    return json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=4) + "\n"


def _limited(name: str, ours: float, limit: float) -> Row:
    return Row(name, ours, "limit", limit, None, "ms", "")


def _beside(name: str, ours: float, other: float, unit: str, against: str) -> Row:
    return Row(name, ours, against, other, ours / other, unit, "")


def main() -> None:
    """Measure and print."""
    print(f"load {os.getloadavg()[0]:.1f}")
    print_table([*rows(*map(int, sys.argv[1:2]))])
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
