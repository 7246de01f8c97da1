"""The TinyDB storage that replaces its file whole."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from tutor.account.storage import ReplacingStorage, StorageDamaged, StorageTooNew


def database(path: Path, version: int = 1) -> TinyDB:
    return TinyDB(path, storage=ReplacingStorage, version=version)


def test_tinydb_works_on_it_and_plain_tinydb_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    with database(path) as written:
        written.table("lessons").insert({"id": "groups", "step": "합류"})
        written.table("lessons").insert({"id": "keys"})
    with database(path) as again:
        assert [row["id"] for row in again.table("lessons")] == ["groups", "keys"]
        assert again.tables() == {"lessons"}
    with TinyDB(path) as plain:
        assert plain.table("lessons").all()[0] == {"id": "groups", "step": "합류"}


def test_the_file_is_private_and_the_one_before_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    storage = ReplacingStorage(path)
    storage.write({"t": {"1": {"n": 1}}})
    storage.write({"t": {"1": {"n": 2}}})
    backup = tmp_path / "progress.json.bak"
    assert json.loads(backup.read_bytes())["t"] == {"1": {"n": 1}}
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["progress.json", "progress.json.bak"]


def test_an_unreadable_file_gives_way_to_the_one_before_and_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    for number in (1, 2):
        ReplacingStorage(path).write({"t": {"1": {"n": number}}})
    path.write_text('{"t": {"1": {"n"', encoding="utf-8")
    storage = ReplacingStorage(path)
    assert storage.read() == {"t": {"1": {"n": 1}}}
    storage.write({"t": {"1": {"n": 3}}})
    assert ReplacingStorage(path).read() == {"t": {"1": {"n": 3}}}
    assert (tmp_path / "progress.json.damaged").read_text(encoding="utf-8") == '{"t": {"1": {"n"'


@pytest.mark.parametrize("text", ["", "[]", '{"t": 1}', "\x00\x00"])
def test_what_cannot_be_read_is_not_overwritten(tmp_path: Path, text: str) -> None:
    path = tmp_path / "progress.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StorageDamaged) as damaged:
        ReplacingStorage(path).read()
    assert damaged.value.path == path
    with pytest.raises(StorageDamaged):
        ReplacingStorage(path).write({})
    assert path.read_text(encoding="utf-8") == text


def test_a_newer_version_is_refused_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    ReplacingStorage(path, version=2).write({"t": {}})
    before = path.read_bytes()
    with pytest.raises(StorageTooNew) as newer:
        ReplacingStorage(path).read()
    assert newer.value.found_version == 2
    with pytest.raises(StorageTooNew):
        ReplacingStorage(path).write({})
    assert path.read_bytes() == before


def test_nothing_yet_is_empty(tmp_path: Path) -> None:
    assert ReplacingStorage(tmp_path / "progress.json").read() is None


def test_a_failed_write_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    storage = ReplacingStorage(path)
    storage.write({"t": {"1": {"n": 1}}})
    before = path.read_bytes()
    with pytest.raises(TypeError):
        storage.write({"t": {"1": {"n": object()}}})
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["progress.json"]
