"""SIGKILL of the app in a terminal: whatever stood on its screen is in the save, and the save opens.

Two apps at a time, each with a save of its own that only the app ever closes: it is looked at as a copy.
"""

import os
import random
import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.pty_start import EXPECTED, Terminal
from tutor.account import Save

ROUNDS = int(os.environ.get("KILL_ROUNDS", "200"))
SAVES = 2
LINES = 6
IN_A_LESSON = "@ 111111111111"
"""What the title bar has once the lesson is open: whose account it is."""
ANSWERED = re.compile(r'user/(r\d+-\d+)"')
"""The end of an ARN in the answer; the line that was typed has none."""
SPIN = 400_000
"""Most turns of an empty loop between the last awaited answer and the kill: some hundredths of a second."""


def answered(app: Terminal) -> set[str]:
    """The users whose making was told on the screen."""
    return set(ANSWERED.findall(app.text))


def killed_round(saves: Path, number: int, dice: random.Random) -> set[str]:
    """Start the app, go on with the lesson, type, kill it, and give the users that it told."""
    names = [f"r{number}-{index}" for index in range(LINES)]
    wanted = dice.randint(0, LINES - 1)
    command = [sys.executable, "-m", "tutor", "--saves", str(saves), "--language", "en"]
    with Terminal(command) as app:
        assert app.until(lambda: EXPECTED in app.text and "01" in app.text), app.text
        app.send(b"\r")
        assert app.until(lambda: IN_A_LESSON in app.text), app.text
        for name in names:
            app.send(f"aws iam create-user --profile mina --user-name {name}\r".encode())
        assert app.until(lambda: len(answered(app)) >= wanted), app.text
        for _ in range(dice.randint(0, SPIN)):
            pass
        app.process.kill()
        app.until(lambda: False)  # all that it wrote before
        return answered(app)


def kept(saves: Path) -> set[str]:
    """The users in the save, looked at in a copy of it."""
    copy = saves / "copy"
    shutil.copytree(saves / "learner", copy)
    with Save.open(copy) as save:
        assert save.restored == ()
        users = {user.name for account in save.world.accounts.values() for user in account.users.values()}
    shutil.rmtree(copy)
    return users


def lost_in(saves: Path, numbers: range) -> Iterator[int]:
    """Of each round, how many users were told; fails as soon as one of any round is gone."""
    dice = random.Random(f"{numbers}")
    told: set[str] = set()
    for number in numbers:
        in_this_round = killed_round(saves, number, dice)
        told |= in_this_round
        assert told <= kept(saves), f"round {number}"
        yield len(in_this_round)


@pytest.mark.long
def test_nothing_that_stood_on_the_screen_is_lost(tmp_path: Path) -> None:
    lanes = [(tmp_path / str(lane), range(lane, ROUNDS, SAVES)) for lane in range(SAVES)]
    with ThreadPoolExecutor(SAVES) as pool:
        counts = [*pool.map(lambda lane: list(lost_in(*lane)), lanes)]
    rounds = [count for lane in counts for count in lane]
    assert len(rounds) == ROUNDS
    assert sum(rounds) >= ROUNDS
    print(f"app: {len(rounds)} kills, {sum(rounds)} answers on the screen, none lost")
