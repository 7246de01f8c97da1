"""What two damaged copies of a journal prove between them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.account.people import SEED, START, Person, still
from tutor.account import Save
from tutor.account.backup import extend, mended

USERS = 9


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("saves") / "save"
    with Save.create(folder, seed=SEED, clock=still) as save:
        save.begin(start=START)
        for number in range(USERS):
            Person(save).ask("iam:CreateUser", UserName=f"u{number}")
    return (folder / "journal.jsonl").read_bytes()


def first(text: bytes, count: int) -> bytes:
    return b"".join(text.splitlines(keepends=True)[:count])


@given(
    copied=st.integers(1, USERS + 1),
    places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 255)), max_size=4),
)
def test_damage_anywhere_in_what_was_copied_is_mended_whole(
    whole: bytes, copied: int, places: list[tuple[int, int]]
) -> None:
    backup = first(whole, copied)
    damaged = bytearray(whole)
    for place, value in places:
        damaged[place % len(backup)] ^= value
    found = mended(bytes(damaged), backup)
    assert found is not None
    assert found.whole in (whole, backup)
    if not places:
        assert (found.whole, found.lost) == (whole, 0)
    if found.whole == backup != whole:  # only if the copy's last line end is gone, which joins it to the next
        assert any(place % len(backup) == len(backup) - 1 for place, _ in places)


@given(place=st.integers(0, 10**6), value=st.integers(1, 255), copied=st.integers(1, USERS + 1))
def test_what_is_mended_is_never_more_than_what_was_written(
    whole: bytes, place: int, value: int, copied: int
) -> None:
    damaged = bytearray(whole)
    damaged[place % len(whole)] ^= value
    found = mended(bytes(damaged), first(whole, copied))
    assert found is not None
    assert whole.startswith(found.whole)
    assert len(found.whole) >= len(first(whole, copied))
    assert found.lost <= USERS + 1


@given(cut=st.integers(0, 10**6), copied=st.integers(1, USERS + 1))
def test_a_journal_cut_anywhere_gets_back_what_was_copied(whole: bytes, cut: int, copied: int) -> None:
    cut %= len(whole) + 1
    found = mended(whole[:cut], first(whole, copied))
    assert found is not None
    assert found.whole == first(whole, max(copied, whole[:cut].count(b"\n")))
    assert found.lost == 0


@given(place=st.integers(0, 10**6), value=st.integers(1, 255))
def test_a_damaged_copy_proves_what_is_before_the_damage(whole: bytes, place: int, value: int) -> None:
    place %= len(whole)
    copy = bytearray(whole)
    copy[place] ^= value
    good = whole[:place].count(b"\n")
    found = mended(b"", bytes(copy))
    assert (found.whole if found else b"") == first(whole, good)


def test_the_copy_grows_by_what_is_new_only(tmp_path: Path, whole: bytes) -> None:
    copy = tmp_path / "copy"
    asked: list[tuple[int, int]] = []

    def read(start: int, end: int) -> bytes:
        asked.append((start, end))
        return whole[start:end]

    half = len(first(whole, 4))
    extend(copy, half, read)
    assert copy.read_bytes() == whole[:half]
    asked.clear()
    extend(copy, len(whole), read)
    assert copy.read_bytes() == whole
    assert (half, len(whole)) in asked
    assert all(end <= half or start >= half for start, end in asked)
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_of_something_else_is_made_anew_but_not_from_a_damaged_journal(
    tmp_path: Path, whole: bytes
) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(b"something else")
    damaged = whole.replace(b"u3", b"u4")
    extend(copy, len(damaged), lambda start, end: damaged[start:end])
    assert copy.read_bytes() == b"something else"
    extend(copy, len(whole), lambda start, end: whole[start:end])
    assert copy.read_bytes() == whole
