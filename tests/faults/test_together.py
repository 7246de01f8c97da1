"""Two processes on one save at once: nothing is lost, and each sees what the other does."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.endpoint.test_command import Running, running
from tests.faults.saves import NAME, users_made
from tests.pty_start import EXPECTED, Terminal
from tutor.account import Save

IN_A_LESSON = "@ 111111111111"
SEVERAL = 4


class Console:
    """`iam-tutor run` in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def send(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"aws iam {line} --output json\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        """What the next of the lines that were sent was answered; it must not be refused."""
        assert self.process.stdout is not None
        answer = json.loads(self.process.stdout.readline())
        assert answer["rc"] == 0, answer
        return str(answer["stdout"])

    def ask(self, line: str) -> str:
        self.send(line)
        return self.answer()


@contextmanager
def console(saves: Path) -> Iterator[Console]:
    command = [
        sys.executable,
        "-m",
        "tutor",
        "run",
        "--format",
        "json",
        "--saves",
        str(saves),
        "--save",
        NAME,
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Console(process)
        finally:
            process.communicate()


def test_two_consoles_and_an_endpoint(tmp_path: Path) -> None:
    words = ("--saves", str(tmp_path), "--save", NAME)
    with running(*words) as endpoint, console(tmp_path) as one, console(tmp_path) as two:
        for number in range(SEVERAL):  # at once
            one.send(f"create-user --user-name one{number}")
            two.send(f"create-user --user-name two{number}")
            assert endpoint.ask(f"Action=CreateUser&UserName=endpoint{number}").status == 200
        for _ in range(SEVERAL):
            one.answer()
            two.answer()
        expected = {f"{who}{number}" for who in ("one", "two", "endpoint") for number in range(SEVERAL)}
        for asked in (one, two):
            assert {user["UserName"] for user in json.loads(asked.ask("list-users"))["Users"]} == expected
        listed = endpoint.ask("Action=ListUsers").text
        assert all(f"<UserName>{name}</UserName>" in listed for name in expected)
        one.ask("delete-user --user-name two0")  # and one after the other
        assert "two0" not in two.ask("list-users")
        assert endpoint.ask("Action=DeleteUser&UserName=one0").status == 200
        assert "one0" not in one.ask("list-users")
    made = users_made(tmp_path / NAME)
    assert sorted(made) == sorted(expected)
    with Save.open(tmp_path / NAME) as save:
        assert save.restored == ()
        lines = [entry.line for entry in save.all_entries if entry.line is not None]
        assert len(set(lines)) == len(lines), "each console line has a number of its own"


@pytest.mark.parametrize("order", ["app first", "endpoint first"])
@pytest.mark.long
def test_the_app_and_an_endpoint(tmp_path: Path, order: str) -> None:
    command = [sys.executable, "-m", "tutor", "--saves", str(tmp_path), "--language", "en"]
    words = ("--saves", str(tmp_path), "--save", NAME)
    if order == "app first":
        with in_a_lesson(command) as app, running(*words) as endpoint:
            assert_each_sees_the_other(app, endpoint)
    else:
        with running(*words) as endpoint, in_a_lesson(command) as app:
            assert_each_sees_the_other(app, endpoint)
    assert {"by-endpoint", "by-app"} <= set(users_made(tmp_path / NAME))


@contextmanager
def in_a_lesson(command: list[str]) -> Iterator[Terminal]:
    with Terminal(command, columns=140, rows=50) as app:
        assert app.until(lambda: EXPECTED in app.text and "01" in app.text), app.text
        app.send(b"\r")
        assert app.until(lambda: IN_A_LESSON in app.text), app.text
        yield app


def assert_each_sees_the_other(app: Terminal, endpoint: Running) -> None:
    assert endpoint.ask("Action=CreateUser&UserName=by-endpoint").status == 200
    assert app.until(lambda: "by-endpoint" in app.text), app.text
    app.send(b"aws iam create-user --profile mina --user-name by-app\r")
    assert app.until(lambda: 'user/by-app"' in app.text), app.text
    assert "<UserName>by-app</UserName>" in endpoint.ask("Action=ListUsers").text
