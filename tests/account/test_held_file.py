"""One holder at a time, whoever made the file and whatever became of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from tutor.account.held_file import held_file


def test_two_holders_keep_each_other_out(tmp_path: Path) -> None:
    one, other = held_file(tmp_path / "lock"), held_file(tmp_path / "lock")
    assert one.take(0)
    assert not other.take(0)
    one.let_go()
    assert other.take(0)
    other.let_go()


def test_filelock_and_ours_keep_each_other_out(tmp_path: Path) -> None:
    ours, theirs = held_file(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert ours.take(0)
    with pytest.raises(Timeout):
        theirs.acquire(timeout=0)
    ours.let_go()
    with theirs:
        assert not ours.take(0)


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_was_removed_is_held_in_its_new_place(tmp_path: Path, replaced: bool) -> None:
    path = tmp_path / "lock"
    one, other = held_file(path), held_file(path)
    assert one.take(0)
    one.let_go()
    path.unlink()
    if replaced:
        path.write_bytes(b"")
    assert one.take(0)
    assert path.exists()
    assert not other.take(0)


def test_it_can_be_closed_and_taken_again(tmp_path: Path) -> None:
    held = held_file(tmp_path / "lock")
    assert held.take(0)
    held.close()
    held.let_go()
    assert held_file(tmp_path / "lock").take(0)


def test_a_place_that_is_none_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="lock"):
        held_file(tmp_path / "missing" / "lock").take(0)
