"""The journal line: its keys in order, its checksum, its tags."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.account.people import SEED, START, Person, still
from tests.account.tapes import Recording
from tutor.account import Asked, Damage, RequestRecord, Save
from tutor.account.journal.codec import TooNew, decode, encode
from tutor.account.journal.entry import Entry, Note
from tutor.account.journal.line import FIRST, BadLine, seal, verify
from tutor.account.journal.values import from_json, to_json
from tutor.account.tape import MemoryTape

REQUEST_KEYS = [
    "index", "kind", "parent", "line", "at", "start", "from", "key", "caller", "service", "region",
    "operation", "parameters", "asked", "error", "previous", "checksum",
]  # fmt: skip


@pytest.fixture
def lines() -> list[bytes]:
    tape = Recording()
    save = Save(tape, SEED, still)
    save.begin(start=START, alias="moonrabbit", lesson="credentials")
    root = Person(save)
    root.ask("iam:CreateUser", UserName="yuna", Tags=[{"Key": "이름", "Value": "유나"}])
    root.ask("iam:CreateAccessKey", UserName="yuna")
    save.append(
        RequestRecord(
            "iam",
            "CreateUser",
            {"UserName": "x"},
            Person(save, "yuna").caller(),
            "AKIA",
            "203.0.113.10",
            (Asked("iam:CreateUser", "arn:aws:iam::111111111111:user/x", "implicitDeny", "identityPolicy"),),
            "AccessDenied",
        ),
        line=3,
    )
    save.set_profile("yuna", {"user": "yuna"})
    save.advance_clock(60)
    save.undo()
    save.note({"step": "join"})
    return tape.lines


def test_the_first_line_has_the_seed_and_no_other(lines: list[bytes]) -> None:
    first = json.loads(lines[0])
    assert list(first) == [
        "index", "kind", "parent", "line", "at", "start", "format", "accounts", "alias", "clock", "lesson",
        "seed", "previous", "checksum",
    ]  # fmt: skip
    assert first["seed"] == SEED.hex()
    assert first["clock"] == {"mode": "lesson", "start": "2026-01-05T09:00:00Z"}
    assert b"seed" not in b"".join(lines[1:])


def test_a_request_reads_as_it_was_made(lines: list[bytes]) -> None:
    refused = json.loads(lines[3])
    assert list(refused) == REQUEST_KEYS
    assert refused["caller"]["type"] == "User"
    assert refused["caller"]["name"] == "yuna"
    assert refused["asked"] == [
        {
            "action": "iam:CreateUser",
            "resource": "arn:aws:iam::111111111111:user/x",
            "decision": "implicitDeny",
            "by": "identityPolicy",
        }
    ]
    assert (refused["line"], refused["error"], refused["parent"]) == (3, "AccessDenied", 2)
    assert "유나" in lines[1].decode()


def test_no_secret_is_in_a_line(lines: list[bytes]) -> None:
    save = Save(MemoryTape(), SEED, still)
    save.begin(start=START)
    root = Person(save)
    root.ask("iam:CreateUser", UserName="yuna")
    secret = root.ask("iam:CreateAccessKey", UserName="yuna")["AccessKey"]["SecretAccessKey"]
    assert secret.encode() not in b"".join(lines)


def test_the_checksum_is_over_the_line_and_the_checksum_before(lines: list[bytes]) -> None:
    previous = "0" * 64
    for line in lines:
        value = json.loads(line)
        stated = value.pop("checksum")
        assert value["previous"] == previous
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        assert stated == sha256((previous + body).encode()).hexdigest()
        previous = stated


def test_lines_read_back_to_what_was_written(lines: list[bytes]) -> None:
    previous = FIRST
    for line in lines:
        entry = decode(line)
        assert encode(entry, previous) == line
        previous = json.loads(line)["checksum"]


def test_any_flipped_bit_shows(lines: list[bytes]) -> None:
    line, previous = lines[1], json.loads(lines[0])["checksum"]
    verify(line, previous)
    for position in range(len(line)):
        for bit in range(8):
            changed = bytearray(line)
            changed[position] ^= 1 << bit
            with pytest.raises(BadLine):
                verify(bytes(changed), previous)


def test_a_line_in_another_place_is_told_from_a_changed_one(lines: list[bytes]) -> None:
    with pytest.raises(BadLine) as moved:
        verify(lines[3], json.loads(lines[1])["checksum"])
    assert moved.value.why is Damage.CHAIN
    with pytest.raises(BadLine) as changed:
        verify(lines[1].replace(b"yuna", b"yuns"), json.loads(lines[0])["checksum"])
    assert changed.value.why is Damage.CHECKSUM


def test_what_a_newer_version_wrote_is_not_guessed_at(lines: list[bytes]) -> None:
    newer = json.loads(lines[0]) | {"format": 2}
    with pytest.raises(TooNew) as format_two:
        decode(seal(json.dumps(newer), FIRST))
    assert format_two.value.found_version == 2
    with pytest.raises(TooNew):
        decode(seal(json.dumps(newer | {"kind": "dream"}), FIRST))


@pytest.mark.parametrize("text", ["[]", "{}", '{"kind":"clock"}', '{"kind":"request"}', "nonsense"])
def test_what_is_no_entry_is_named_as_such(text: str) -> None:
    with pytest.raises(BadLine) as bad:
        decode(text.encode())
    assert bad.value.why is Damage.CONTENT


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.binary()
    | st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC)),
    lambda values: (
        st.lists(values) | st.dictionaries(st.text() | st.sampled_from(["$bytes", "$map"]), values)
    ),
)


@given(VALUES)
def test_any_parameter_comes_back(value: object) -> None:
    assert from_json(json.loads(json.dumps(to_json(value)))) == value


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters(categories=["Cs", "Lo", "Cc"]))))
def test_any_text_can_be_written(event: dict[str, str]) -> None:
    entry = Entry(0, None, None, START, False, Note(event))
    line = encode(entry, FIRST)
    verify(line, FIRST)
    assert line.count(b"\n") == 1
    assert decode(line) == entry
