"""The control address: fresh accounts and a moved clock, for who knows the token."""

import json
import time
from datetime import timedelta

import pytest

from tests.endpoint.serving import NOW, TOKEN, Client, fresh_save, serving


def test_reset_gives_a_fresh_account_with_the_same_root_key(client: Client) -> None:
    for number in range(50):
        assert client.ask(f"Action=CreateUser&UserName=u{number}").status == 200
    started = time.perf_counter()
    answer = client.control("reset")
    took = time.perf_counter() - started
    assert json.loads(answer.body) == {"account": "111111111111"}
    assert "<Users/>" in client.ask("Action=ListUsers").text.replace("<Users></Users>", "<Users/>")
    assert took < 0.05


def test_reset_of_a_save_keeps_what_was_before_in_its_journal() -> None:
    save = fresh_save()
    with serving(save) as client:
        client.ask("Action=CreateUser&UserName=kim")
        assert client.control("reset").status == 200
        assert client.ask("Action=GetUser&UserName=kim").status == 404
        operations = [entry.request.operation for entry in save.all_entries if entry.request is not None]
    assert operations == ["CreateUser", "GetUser"]


def test_the_clock_goes_forward(client: Client) -> None:
    answer = client.control("clock", "seconds=3600")
    later = (NOW + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert json.loads(answer.body) == {"now": later}
    assert f"<CreateDate>{later}</CreateDate>" in client.ask("Action=CreateUser&UserName=kim").text
    assert json.loads(client.control("clock?seconds=60").body)["now"] > later


@pytest.mark.parametrize(
    "body",
    ["", "seconds=", "seconds=-1", "seconds=1.5", "seconds=1&seconds=2", "seconds=99999999999", "second=1"],
)
def test_a_step_of_the_clock_is_a_whole_number_of_seconds(client: Client, body: str) -> None:
    assert client.control("clock", body).status == 400


@pytest.mark.parametrize(
    ("method", "token", "word", "status"),
    [
        ("GET", TOKEN, "reset", 405),
        ("GET", TOKEN, "clock", 405),
        ("DELETE", TOKEN, "reset", 405),
        ("POST", "another", "reset", 404),
        ("POST", "", "reset", 404),
        ("POST", TOKEN + "x", "reset", 404),
        ("POST", TOKEN, "", 404),
        ("POST", TOKEN, "reset/", 404),
        ("POST", TOKEN, "else", 404),
        ("GET", "another", "reset", 404),
    ],
)
def test_nothing_else_is_there(client: Client, method: str, token: str, word: str, status: int) -> None:
    client.ask("Action=CreateUser&UserName=kim")
    assert client.control(word, method=method, token=token).status == status
    assert client.ask("Action=GetUser&UserName=kim").status == 200


def test_a_control_request_with_a_large_body_is_refused(client: Client) -> None:
    assert client.control("clock", "seconds=1&x=" + "a" * 2000).status == 413
