"""Ctrl-C at any line of the code leaves a save that is whole, in memory and on the disk."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.account.people import SEED, START, Person, contents, still
from tests.account.tapes import Replaying
from tutor.account import Save

WATCHED = (
    "save.py",
    "replay.py",
    "ledger.py",
    "folder_tape.py",
    "fold.py",
    "users.py",
    "world.py",
    "table.py",
)


def interrupted(at: int, act: Callable[[], object]) -> bool:
    """Do `act`, interrupted before the `at`-th line of the watched files; whether it came so far."""
    passed = 0

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal passed
        if not frame.f_code.co_filename.endswith(WATCHED):
            return None
        if event == "line":
            passed += 1
            if passed == at:
                raise KeyboardInterrupt
        return trace

    sys.settrace(trace)
    try:
        act()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(None)
    return False


ACTS: dict[str, Callable[[Save], object]] = {
    "request": lambda save: Person(save).record("iam:CreateUser", UserName="yuna"),
    "undo": lambda save: save.undo(),
    "clock": lambda save: save.advance_clock(60),
    "begin": lambda save: save.begin(start=START),
}


def stopped(folder: Path, at: int, act: Callable[[Save], object]) -> bool:
    """Whether `act` came to its `at`-th line; the save is whole either way."""
    save = Save.create(folder, seed=SEED, clock=still)
    save.begin(start=START)
    Person(save).ask("iam:CreateUser", UserName="first")
    reached = interrupted(at, lambda: act(save))
    Person(save).record("iam:CreateGroup", GroupName="afterwards")
    lines = (folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    reader = Save(Replaying(lines), b"", still)
    reader.catch_up()
    assert contents(reader.world) == contents(save.world)
    assert reader.head == save.head
    assert "afterwards" in Person(reader).account.groups
    save._tape.close()
    return reached


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_an_interrupt_anywhere_leaves_a_whole_save(tmp_path: Path, act: Callable[[Save], object]) -> None:
    at = 1
    while stopped(tmp_path / str(at), at, act):
        at += 1
    assert at > 30
