"""Two processes on one save, and a process that is killed; no test here waits for a moment in time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from tests.account.people import SEED, START, Person, still
from tutor.account import Save, SaveLocked
from tutor.account.lock import SaveLock

REPOSITORY = Path(__file__).parents[2]


class Writer:
    """`writer.py` in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.account.writer", str(folder)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def send(self, command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, command: str) -> str:
        self.send(command)
        return self.answer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def save(tmp_path: Path) -> Iterator[Save]:
    with Save.create(tmp_path / "save", seed=SEED, clock=still) as save:
        save.begin(start=START)
        yield save


@pytest.fixture
def other(save: Save, tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path / "save") as writer:
        yield writer


def test_two_processes_see_each_others_lines(save: Save, other: Writer) -> None:
    root = Person(save)
    for number in range(5):
        assert other.ask(f"user theirs{number}") == str(2 * number + 1)
        assert root.record("iam:CreateUser", UserName=f"ours{number}").entry.index == 2 * number + 2
    assert other.ask("users").split() == list(root.account.users)
    assert [entry.index for entry in save.catch_up()] == [1, 3, 5, 7, 9]
    assert save.catch_up() == ()
    assert other.ask("undo") == "9"
    assert len(save.catch_up()) == 1
    assert "ours4" not in root.account.users
    save.redo()
    assert "ours4" in other.ask("users")


def test_a_held_lock_names_its_holder(save: Save, other: Writer, tmp_path: Path) -> None:
    assert other.ask("hold") == "held"
    impatient = SaveLock(tmp_path / "save" / "lock", wait=0.0)
    with pytest.raises(SaveLocked) as locked, impatient.held():
        pass
    holder = locked.value.holder
    assert holder.pid == other.process.pid
    assert holder.host
    assert "writer.py" in holder.command
    assert str(other.process.pid) in str(locked.value)
    assert other.ask("go on") == "free"
    with impatient.held() as outermost:
        assert outermost
        with impatient.held() as inner:
            assert not inner


def test_what_was_answered_survives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    with Save.create(folder, seed=SEED, clock=still) as save:
        save.begin(start=START)
    answered: list[str] = []
    for round_number in range(4):
        with Writer(folder) as writer:
            names = [f"u{round_number}-{number}" for number in range(12)]
            for name in names:
                writer.send(f"user {name}")
            for name in names[: 3 * round_number + 1]:
                writer.answer()
                answered.append(name)
            writer.process.kill()
            rest, _ = writer.process.communicate()
            answered += [
                name for name, _line in zip(names[3 * round_number + 1 :], rest.split(), strict=False)
            ]
    with Save.open(folder, clock=still) as save:
        assert set(answered) <= set(Person(save).account.users)


def test_a_lock_left_behind_by_the_dead_does_not_lock(save: Save, other: Writer) -> None:
    assert other.ask("hold") == "held"
    other.process.kill()
    other.process.wait()
    assert Person(save).record("iam:ListUsers").error is None
