"""A sandbox with a console, in memory; no test of this folder reaches the network, loopback included."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest_network import without_loopback
from tutor.account import Save
from tutor.gateway import Console, ConsoleResult, Sandbox

LESSON_START = datetime(2026, 1, 5, 9, tzinfo=UTC)
WALL_CLOCK = datetime(2031, 3, 14, 15, 9, 26, tzinfo=UTC)
"""Far from the lesson's time and from today: nothing here may depend on either."""


def wall_clock() -> datetime:
    return WALL_CLOCK


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    with without_loopback():
        yield


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def save() -> Iterator[Save]:
    with Save.in_memory(seed=bytes(32), clock=wall_clock) as save:
        save.begin(start=LESSON_START, alias="moonrabbit")
        save.set_profile("mina", {"root": True}, start=True)
        save.set_profile("yuna", {"user": "yuna"}, start=True)
        save.set_profile("typo", {"user": "yuna", "wrong-secret": True}, start=True)
        save.set_profile("stranger", {"unknown-key": True}, start=True)
        yield save


@pytest.fixture
def sandbox(save: Save) -> Sandbox:
    return Sandbox(save, wall_clock)


class Lines:
    """A console that reads like a transcript: `run` wants success, `refused` wants an error."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def run(self, line: str) -> ConsoleResult:
        result = self.console.run(line)
        assert result.rc == 0, result.stderr
        return result

    def json(self, line: str) -> dict[str, object]:
        answer = json.loads(self.run(line).stdout)
        assert isinstance(answer, dict)
        return answer

    def refused(self, line: str, rc: int = 255) -> str:
        result = self.console.run(line)
        assert result.rc == rc, result
        return result.stderr.strip()


@pytest.fixture
def aws(sandbox: Sandbox, workspace: Path) -> Lines:
    return Lines(Console(sandbox, workspace))


@pytest.fixture
def aws_with_yuna(aws: Lines) -> Lines:
    aws.run("aws iam create-user --user-name yuna")
    aws.run("aws iam create-access-key --user-name yuna")
    return aws
