"""`kill -9` of an endpoint on a save: what was answered is there, and the save opens."""

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from tests.endpoint.serving import Answer
from tests.endpoint.test_command import Running, running
from tutor.account import Save

pytestmark = pytest.mark.long

ROUNDS = int(os.environ.get("KILL_ROUNDS", "200"))
CLIENTS = 4


def create_users(endpoint: Running, prefix: str, answered: list[str]) -> None:
    """Creates users until the endpoint is gone; notes those that were answered."""
    for number in range(10_000):
        try:
            answer: Answer = endpoint.ask(f"Action=CreateUser&UserName={prefix}-{number}")
        except (OSError, ValueError):
            return
        assert answer.status == 200, answer
        answered.append(f"{prefix}-{number}")


def kept(saves: Path) -> set[str]:
    """The users in the save, looked at in a copy: only the endpoint itself writes checkpoints."""
    shutil.copytree(saves / "mine", saves / "copy")
    with Save.open(saves / "copy") as save:
        assert save.restored == ()
        users = set(next(iter(save.world.accounts.values())).users)
    shutil.rmtree(saves / "copy")
    return users


def test_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    answered: list[str] = []
    for number in range(ROUNDS):
        with running("--saves", str(tmp_path), "--save", "mine") as endpoint:
            clients = [
                threading.Thread(target=create_users, args=(endpoint, f"r{number}c{client}", answered))
                for client in range(CLIENTS)
            ]
            known = len(answered)
            for client in clients:
                client.start()
            while len(answered) < known + 2 + number % 7:
                time.sleep(0.001)
            endpoint.process.send_signal(signal.SIGKILL)
            for client in clients:
                client.join()
        assert kept(tmp_path) >= set(answered)
