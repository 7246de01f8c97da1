"""A save in a folder: what lies there, what opening does with what it finds."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from tests.account.people import SEED, START, Person, contents, still
from tutor.account import Damage, Save, SaveDamaged, SaveNotWritable, SaveTooNew
from tutor.account.journal.line import FIRST, seal


def opened(folder: Path) -> Save:
    return Save.open(folder, clock=still)


def made(folder: Path, users: int = 3) -> Save:
    save = Save.create(folder, seed=SEED, clock=still)
    save.begin(start=START)
    for number in range(users):
        Person(save).ask("iam:CreateUser", UserName=f"u{number}")
    return save


def left(folder: Path, users: int = 3) -> bytes:
    """A save whose process is gone without a checkpoint; its journal."""
    save = made(folder, users)
    save._tape.close()
    return (folder / "journal.jsonl").read_bytes()


def names(save: Save) -> list[str]:
    return list(Person(save).account.users)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_save_is_a_folder_that_only_its_owner_reads(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "save"
    made(folder).close()
    names = ["account.json", "journal.jsonl", "journal.jsonl.bak", "lock"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}


def test_a_save_opens_to_what_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    save = made(folder)
    save.undo()
    head, next_line, whole = save.head, save.next_line, contents(save.world)
    save.close()
    for _again in range(2):
        with opened(folder) as save:
            assert (save.head, save.next_line, contents(save.world)) == (head, next_line, whole)
        (folder / "account.json").unlink()
    with opened(folder) as save:
        assert save.redo() is not None
        assert names(save) == ["u0", "u1", "u2"]


def test_open_or_create_does_either_and_keeps_the_seed(tmp_path: Path) -> None:
    ids = []
    for seed in (SEED, b"another"):
        with Save.open_or_create(tmp_path / "save", seed=seed, clock=still) as save:
            if save.head is None:
                save.begin(start=START)
            ids.append(save.mint(5).user_id())
    assert ids[0] == ids[1]
    with pytest.raises(FileExistsError):
        Save.create(tmp_path / "save")
    with pytest.raises(FileNotFoundError):
        Save.open(tmp_path / "none")


def test_a_save_killed_before_its_first_begin_opens(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    Save.create(folder)._tape.close()
    with opened(folder) as save:
        assert save.head is None
        save.begin(start=START)


def test_the_checkpoint_is_a_tinydb_file(tmp_path: Path) -> None:
    made(tmp_path / "save").close()
    with TinyDB(tmp_path / "save" / "account.json") as database:
        assert [user["name"] for user in database.table("users")] == ["u0", "u1", "u2"]
        assert database.table("format").all() == [{"version": 2}]


def test_a_checkpoint_is_written_every_two_hundred_entries(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    save = made(folder, users=198)
    assert not (folder / "account.json").exists()
    Person(save).ask("iam:ListUsers")
    assert json.loads((folder / "account.json").read_bytes())["state"]["1"]["entries"] == 200
    save.close()


@pytest.mark.parametrize("damage", ["gone", "torn", "edited", "foreign", "empty", "directory-of-lies"])
def test_a_bad_checkpoint_costs_time_but_no_truth(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "save"
    made(folder).close()
    checkpoint = folder / "account.json"
    text = checkpoint.read_text(encoding="utf-8")
    if damage == "gone":
        checkpoint.unlink()
    elif damage == "torn":
        checkpoint.write_text(text[: len(text) // 2], encoding="utf-8")
    elif damage == "edited":
        checkpoint.write_text(text.replace("u1", "u9"), encoding="utf-8")
    elif damage == "foreign":
        with Save.create(tmp_path / "foreign", seed=b"another", clock=still) as foreign:
            foreign.begin(start=START)
        checkpoint.write_bytes((tmp_path / "foreign" / "account.json").read_bytes())
    elif damage == "empty":
        checkpoint.write_text("", encoding="utf-8")
    else:
        checkpoint.write_text('{"state": {"1": []}, "users": {}}', encoding="utf-8")
    with opened(folder) as save:
        assert names(save) == ["u0", "u1", "u2"]
        Person(save).ask("iam:CreateUser", UserName="u3")
    with opened(folder) as save:
        assert names(save) == ["u0", "u1", "u2", "u3"]


def test_a_newer_format_is_refused_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    left(folder)
    (folder / "account.json").write_text('{"format": {"1": {"version": 7}}}', encoding="utf-8")
    with pytest.raises(SaveTooNew) as newer:
        opened(folder)
    assert newer.value.found_version == 7


def test_a_newer_journal_is_refused_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    first = json.loads(left(folder, users=0)) | {"format": 3}
    del first["checksum"]
    body = json.dumps(first, separators=(",", ":"))
    (folder / "journal.jsonl").write_bytes(seal(body, FIRST))
    with pytest.raises(SaveTooNew) as newer:
        opened(folder)
    assert newer.value.found_version == 3


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    folder = tmp_path_factory.mktemp("saves") / "save"
    return folder, left(folder)


anywhere = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@anywhere
@given(place=st.integers(0, 10**6), value=st.integers(1, 255))
def test_a_flipped_byte_anywhere_is_found_and_named(
    journal: tuple[Path, bytes], place: int, value: int
) -> None:
    folder, whole = journal
    place %= len(whole)
    changed = bytearray(whole)
    changed[place] ^= value
    (folder / "journal.jsonl").write_bytes(changed)
    with pytest.raises(SaveDamaged) as damaged:
        opened(folder)
    assert damaged.value.line == whole[:place].count(b"\n") + 1
    assert damaged.value.path == folder / "journal.jsonl"
    assert damaged.value.why in (Damage.CHECKSUM, Damage.CHAIN, Damage.FRAME)
    assert (folder / "journal.jsonl").read_bytes() == changed


@anywhere
@given(place=st.integers(0, 10**6))
def test_a_cut_anywhere_drops_the_torn_last_line_only(journal: tuple[Path, bytes], place: int) -> None:
    folder, whole = journal
    place %= len(whole) + 1
    (folder / "journal.jsonl").write_bytes(whole[:place])
    entire = whole[:place].count(b"\n")
    save = opened(folder)
    try:
        assert len(save.all_entries) == entire
        if entire:
            assert names(save) == [f"u{number}" for number in range(entire - 1)]
            Person(save).ask("iam:CreateUser", UserName="next")
        else:
            save.begin(start=START)
    finally:
        save._tape.close()
    lines = (folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    assert len(lines) == entire + 1
    assert b"".join(lines[:entire]) == b"".join(whole.splitlines(keepends=True)[:entire])
    opened(folder)._tape.close()


@pytest.mark.parametrize("change", ["line taken out", "lines exchanged", "line twice"])
def test_lines_cannot_be_moved_about(tmp_path: Path, change: str) -> None:
    folder = tmp_path / "save"
    lines = left(folder).splitlines(keepends=True)
    if change == "line taken out":
        del lines[2]
    elif change == "lines exchanged":
        lines[1], lines[2] = lines[2], lines[1]
    else:
        lines.insert(2, lines[1])
    (folder / "journal.jsonl").write_bytes(b"".join(lines))
    with pytest.raises(SaveDamaged) as damaged:
        opened(folder)
    assert (damaged.value.line, damaged.value.why) == (2 if "exch" in change else 3, Damage.CHAIN)


def test_damage_is_told_apart_while_the_save_is_open(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    save = made(folder)
    with (folder / "journal.jsonl").open("ab") as journal:
        journal.write(b'{"index": 4}\n')
    for _each_time in range(2):
        with pytest.raises(SaveDamaged) as damaged:
            Person(save).record("iam:ListUsers")
        assert (damaged.value.line, damaged.value.why) == (5, Damage.FRAME)
    save.close()
    os.truncate(folder / "journal.jsonl", 10)


def test_a_journal_that_became_shorter_is_damage(tmp_path: Path) -> None:
    save = made(tmp_path / "save")
    os.truncate(tmp_path / "save" / "journal.jsonl", 10)
    with pytest.raises(SaveDamaged) as damaged:
        Person(save).record("iam:ListUsers")
    assert damaged.value.why is Damage.SHORTER
    save.close()


def test_an_entry_that_cannot_be_applied_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    lines = left(folder).splitlines(keepends=True)
    second = json.loads(lines[2])
    del second["checksum"]
    second["parameters"] = {"UserName": "u0"}
    forged = seal(json.dumps(second, separators=(",", ":")), json.loads(lines[1])["checksum"])
    (folder / "journal.jsonl").write_bytes(b"".join([*lines[:2], forged]))
    with pytest.raises(SaveDamaged) as damaged:
        opened(folder)
    assert (damaged.value.line, damaged.value.why) == (3, Damage.REPLAY)


def test_a_removed_journal_takes_no_more_lines(tmp_path: Path) -> None:
    folder = tmp_path / "save"
    save = made(folder)
    (folder / "journal.jsonl").unlink()
    before = contents(save.world)
    with pytest.raises(SaveNotWritable):
        Person(save).record("iam:CreateUser", UserName="lost")
    assert contents(save.world) == before
    save.close()


@pytest.mark.parametrize("room", [0, 10])
def test_a_disk_without_room_leaves_world_and_journal_as_they_were(tmp_path: Path, room: int) -> None:
    import resource

    folder = tmp_path / "save"
    save = made(folder)
    before, text = contents(save.world), (folder / "journal.jsonl").read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(text) + room, limits[1]))
    try:
        with pytest.raises(SaveNotWritable):
            Person(save).record("iam:CreateUser", UserName="lost")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(save.world) == before
    assert (folder / "journal.jsonl").read_bytes() == text
    Person(save).ask("iam:CreateUser", UserName="found")
    save.close()
    with opened(folder) as save:
        assert names(save)[0] == "found"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SaveNotWritable) as refused:
        Save.create(tmp_path / "file" / "save")
    assert refused.value.path.name == "journal.jsonl"
