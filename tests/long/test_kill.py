"""SIGKILL at random moments: whatever the console answered is there afterwards."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = int(os.environ.get("KILL_ROUNDS", "200"))
LINES = 12
LIST = 'aws iam list-users --query "Users[].UserName" --output text\n'


def console(saves: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tutor", "run", "--saves", str(saves), "--save", "k", "--format", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        bufsize=1,
    )


def users(saves: Path) -> set[str]:
    answers, _ = console(saves).communicate(LIST, timeout=60)
    answer = json.loads(answers.splitlines()[0])
    assert answer["rc"] == 0, answer
    return set(answer["stdout"].split())


def killed_round(saves: Path, number: int, dice: random.Random) -> set[str]:
    """Feed create-user lines, kill after some answers, and give the names that were answered."""
    names = [f"u{number}-{index}" for index in range(LINES)]
    with console(saves) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"aws iam create-user --user-name {name}\n" for name in names))
        process.stdin.flush()
        wanted = dice.randint(1, LINES - 1)
        answers = [process.stdout.readline() for _ in range(wanted)]
        for _ in range(dice.randint(0, 40_000)):
            pass
        process.kill()
        answers += process.stdout.readlines()
    return {
        name
        for name, line in zip(names, answers, strict=False)
        if line.endswith("\n") and json.loads(line)["rc"] == 0
    }


@pytest.mark.long
def test_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    dice = random.Random(20261124)
    answered: set[str] = set()
    for number in range(ROUNDS):
        answered |= killed_round(tmp_path, number, dice)
    assert answered
    assert answered <= users(tmp_path)
