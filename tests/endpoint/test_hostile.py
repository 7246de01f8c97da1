"""What the endpoint must refuse (spec/clients.md), and that the next honest client notices nothing."""

import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from tests.endpoint.hostile import ATTACKS, CREATE, Attack
from tests.endpoint.serving import Client, bytes_of, read_all, serving, status_of
from tutor.gateway.endpoint import Limits

SOON = 0.1
"""Seconds within which the next honest request is answered."""
TRIES = 3
"""How often a busy machine may spoil the measurement; the attack is made anew each time."""


def honest(client: Client) -> float:
    """The seconds that an honest request takes."""
    started = time.perf_counter()
    answer = client.ask("Action=GetUser")
    assert "<GetUserResult>" in answer.text
    return time.perf_counter() - started


def next_is_answered_soon(client: Client, attack: Callable[[], object] = lambda: None) -> bool:
    """Whether the very next honest request gets its answer as if nothing had been."""
    for _ in range(TRIES):
        attack()
        if honest(client) < SOON:
            return True
    return False


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_hostile_request_is_refused(client: Client, attack: Attack) -> None:
    def refused() -> None:
        raw = client.raw(attack.sent(client), then_end=attack.then_end)
        assert status_of(raw) in attack.statuses, raw[:300]
        assert f"<Code>{attack.code}</Code>".encode() in raw or not attack.code, raw
        assert b"Traceback" not in raw

    honest(client)
    assert next_is_answered_soon(client, refused)
    assert b"<member>" not in client.ask("Action=ListUsers").body


def test_what_was_signed_a_moment_ago_may_be_sent_again_as_with_aws(client: Client) -> None:
    request = client.form(CREATE)
    assert client.send(request).status == 200
    again = client.send(request)
    assert (again.status, "EntityAlreadyExists" in again.text) == (409, True)


def test_a_head_that_comes_too_slowly(client: Client) -> None:
    with serving(limits=Limits(head_seconds=0.05)) as impatient:
        assert status_of(impatient.raw(b"POST / HTTP/1.1\r\nHost: loc")) == 408
        assert next_is_answered_soon(impatient)


def test_a_body_that_comes_too_slowly() -> None:
    with serving(limits=Limits(body_seconds=0.05)) as impatient:
        slow = bytes_of(impatient.form(CREATE))[:-5]
        assert status_of(impatient.raw(slow)) == 408
        assert next_is_answered_soon(impatient)


def test_a_connection_without_a_request_ends() -> None:
    with serving(limits=Limits(idle_seconds=0.05)) as impatient:
        assert impatient.raw(b"") == b""
        assert next_is_answered_soon(impatient)


def test_two_hundred_at_once_that_send_nothing_useful(client: Client) -> None:
    halves = (b"", b"POST", bytes_of(client.form(CREATE))[:-1], b"POST / HTTP/1.1\r\nHost: loc")
    with ExitStack() as stack:
        for number in range(200):
            connection = stack.enter_context(client.open())
            connection.sendall(halves[number % len(halves)])
        assert next_is_answered_soon(client)


def test_two_hundred_forged_requests_at_once(client: Client) -> None:
    forged = next(attack for attack in ATTACKS if attack.name == "a wrong secret").sent(client)
    with ExitStack() as stack:
        connections = [stack.enter_context(client.open()) for _ in range(200)]
        for connection in connections:
            connection.sendall(forged.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        assert {status_of(read_all(connection)) for connection in connections} == {403}
        assert next_is_answered_soon(client)


def test_more_connections_than_allowed_drop_the_one_that_waited_longest() -> None:
    with serving(limits=Limits(connections=8)) as narrow, ExitStack() as stack:
        first, *_others = [stack.enter_context(narrow.open()) for _ in range(9)]
        assert read_all(first) == b""
        assert next_is_answered_soon(narrow)


def test_large_bodies_at_once_leave_room_for_small_ones() -> None:
    with serving(limits=Limits(bodies=300_000)) as narrow, ExitStack() as stack:
        assert narrow.send(narrow.s3("PUT", "/moon")).status == 200
        large = bytes_of(narrow.s3("PUT", "/moon/x", bytes(400_000)))
        connections = [stack.enter_context(narrow.open()) for _ in range(3)]
        for connection in connections:
            connection.sendall(large[:200_000])
        statuses = [status_of(connection.recv(65536)) for connection in connections[1:2]]
        assert statuses == [429]
        assert next_is_answered_soon(narrow)


def test_a_form_can_be_changed_only_by_who_signs_it(client: Client) -> None:
    assert client.ask(CREATE).status == 200
    assert "intruder" in client.ask("Action=ListUsers").text
