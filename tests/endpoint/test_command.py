"""`iam-tutor endpoint` as a program: what it prints, how it ends, what it refuses."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.endpoint.serving import PATIENCE, ROOT, Answer, Client
from tests.gateway.signing import FORM, signed
from tutor.account import Save
from tutor.gateway import Credentials, HttpRequest


@dataclass(frozen=True, slots=True)
class Running:
    """The program, and what it printed."""

    process: "subprocess.Popen[str]"
    lines: tuple[str, ...]

    @property
    def client(self) -> Client:
        return Client(int(self.lines[0].rpartition(":")[2]))

    @property
    def key(self) -> Credentials:
        values = [line.partition("=")[2].strip("'") for line in self.lines[2:4]]
        return Credentials(*values)

    def ask(self, text: str) -> Answer:
        """The answer to a form signed with the key that was printed."""
        client = self.client
        body = f"{text}&Version=2010-05-08".encode()
        plain = HttpRequest.of("POST", f"http://{client.host}/", [("Content-Type", FORM)], body)
        return client.send(signed(plain, self.key, datetime.now(UTC)))

    def stop(self, number: int) -> int:
        """Its exit code after a signal."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def running(*words: str) -> Iterator[Running]:
    command = [sys.executable, "-m", "tutor", "endpoint", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield Running(process, tuple(process.stdout.readline().rstrip("\n") for _ in range(5)))
        finally:
            process.kill()


def test_the_first_line_is_the_address_and_the_next_three_can_be_pasted() -> None:
    with running("--fresh") as endpoint:
        address, *exports, control = endpoint.lines
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
        names = ["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
        assert [line.partition("=")[0] for line in exports] == [f"export {name}" for name in names]
        assert exports[0] == f"export AWS_ENDPOINT_URL={address}"
        assert re.search(re.escape(address) + r"/_tutor/[\w-]{32}/$", control)
        assert "<UserName>kim</UserName>" in endpoint.ask("Action=CreateUser&UserName=kim").text
        assert endpoint.stop(signal.SIGTERM) == 0
        assert endpoint.process.stderr is not None
        assert endpoint.process.stderr.read() == ""


def test_account_key_and_token_may_be_given() -> None:
    words = ("--account-id", "222222222222", "--control-token", "mine", "--language", "ko")
    key = f"{ROOT.access_key_id}:{ROOT.secret_access_key}"
    with running(*words, "--root-key", key) as endpoint:
        assert endpoint.key == ROOT
        made = endpoint.ask("Action=CreateUser&UserName=kim").text
        assert "arn:aws:iam::222222222222:user/kim" in made
        reset = endpoint.client.control("reset", token="mine")
        assert json.loads(reset.body) == {"account": "222222222222"}
        assert endpoint.ask("Action=GetUser&UserName=kim").status == 404


def test_a_save_is_kept_and_closed_and_its_key_is_the_same_again(tmp_path: Path) -> None:
    words = ("--saves", str(tmp_path), "--save", "mine")
    with running(*words) as first:
        assert first.ask("Action=CreateUser&UserName=kim").status == 200
        assert first.stop(signal.SIGINT) == 130
    assert (tmp_path / "mine" / "account.json").exists()
    with running(*words) as second:
        assert second.key == first.key
        assert second.ask("Action=GetUser&UserName=kim").status == 200
        with Save.open(tmp_path / "mine") as console:
            assert [entry.request.operation for entry in console.entries if entry.request is not None] == [
                "CreateUser",
                "GetUser",
            ]
        assert second.stop(signal.SIGTERM) == 0


def test_it_ends_although_clients_hang_on() -> None:
    with running("--fresh") as endpoint, ExitStack() as stack:
        begun = f"POST / HTTP/1.1\r\nHost: {endpoint.client.host}\r\nContent-Length: 10\r\n\r\nab"
        for sent in ("", "POST / HT", begun):
            stack.enter_context(endpoint.client.open()).sendall(sent.encode())
        with endpoint.client.open() as gone:
            gone.sendall(begun.encode())
        assert endpoint.ask("Action=GetUser").status == 200
        started = time.perf_counter()
        assert endpoint.stop(signal.SIGTERM) == 0
        assert time.perf_counter() - started < 2
        assert endpoint.process.stderr is not None
        assert endpoint.process.stderr.read() == ""


def test_a_request_is_kept_when_the_program_is_killed_after_its_answer(tmp_path: Path) -> None:
    with running("--saves", str(tmp_path), "--save", "mine") as endpoint:
        assert endpoint.ask("Action=CreateUser&UserName=kim").status == 200
        endpoint.process.kill()
    with Save.open(tmp_path / "mine") as save:
        assert list(next(iter(save.world.accounts.values())).users) == ["kim"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fresh", "--save", "x"), "--fresh"),
        (("--port", "65536"), "65535"),
        (("--port", "-1"), "65535"),
        (("--port", "http"), "--port"),
        (("--account-id", "12"), "12 digits"),
        (("--root-key", "only-an-id"), "ID:SECRET"),
        (("--root-key", "short:secret"), "ID:SECRET"),
        (("--control-token", "a/b"), "--control-token"),
        (("--control-token", ""), "--control-token"),
        (("--save", "../x"), "no folder path"),
    ],
)
def test_bad_usage_is_a_sentence_and_exit_code_2(words: tuple[str, ...], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "endpoint", "--language", "en", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tutor", "endpoint", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert str(port) in done.stderr
    assert "Traceback" not in done.stderr
