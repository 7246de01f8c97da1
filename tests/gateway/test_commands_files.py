"""Files of the workspace: ls, cat, edit, rm."""

from pathlib import Path

import pytest

from tests.gateway.conftest import Lines


@pytest.fixture
def files(aws: Lines, workspace: Path) -> Lines:
    (workspace / "notes.txt").write_text("달토끼", "utf-8")
    (workspace / "policies").mkdir()
    (workspace / "policies" / "read.json").write_text("{}\n", "utf-8")
    return aws


def test_files_are_listed_and_shown(files: Lines) -> None:
    assert files.run("ls").stdout == "notes.txt\npolicies/read.json\n"
    assert files.run("ls policies").stdout == "policies/read.json\n"
    assert files.run("목록").stdout == files.run("ls -la").stdout
    assert files.run("cat notes.txt").stdout == "달토끼\n"
    assert files.run("cat notes.txt policies/read.json").stdout == "달토끼\n{}\n"
    assert files.run("보기 'notes.txt'").stdout == "달토끼\n"


def test_a_file_is_deleted(files: Lines, workspace: Path) -> None:
    files.run("rm notes.txt")
    files.run("rm -f policies/read.json")
    assert files.run("ls").stdout == ""
    assert (workspace / "policies").is_dir()


def test_deleting_is_all_or_nothing(files: Lines, workspace: Path) -> None:
    files.refused("rm notes.txt none.txt", 1)
    assert (workspace / "notes.txt").exists()


def test_edit_is_a_wish_that_a_front_end_with_an_editor_can_fulfil(files: Lines) -> None:
    result = files.console.run("edit policies/new.json")
    assert (result.rc, result.edits) == (1, "policies/new.json")
    assert "There is no editor here" in result.stderr


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("cat", "names-a-file"),
        ("cat none.txt", "not-a-file"),
        ("cat policies", "not-a-file"),
        ("cat *.txt", "shell-glob"),
        ("cat none*", "shell-glob"),
        ("ls none", "not-a-file"),
        ("rm", "names-a-file"),
        ("rm -rf policies", "not-a-file"),
        ("rm *", "shell-glob"),
        ("edit", "names-a-file"),
        ("edit a b", "names-a-file"),
        ("edit policies", "not-a-file"),
        ("aws s3 cp *.txt s3://b", "shell-glob"),
        ("aws s3 cp policies/* s3://b", "shell-glob"),
    ],
)
def test_what_is_no_file(files: Lines, workspace: Path, line: str, kind: str) -> None:
    before = sorted(workspace.rglob("*"))
    result = files.console.run(line)
    assert result.rc
    assert result.notice is not None
    assert result.notice.kind == kind
    assert sorted(workspace.rglob("*")) == before


def test_a_pattern_that_fits_no_file_stays_as_it_is(files: Lines) -> None:
    files.run("aws iam create-user --user-name a")
    assert files.run("aws iam list-users --query Users[*].UserName --output text").stdout == "a\n"


def test_what_the_file_system_refuses_is_a_sentence(files: Lines) -> None:
    for name in ("x" * 5000, "notes.txt/x", "\udcff\ud800", "a\0b"):
        result = files.console.run(f"cat {name}")
        assert result.rc
        assert result.notice is not None


def test_a_file_that_is_too_long_is_not_poured_out(files: Lines, workspace: Path) -> None:
    (workspace / "long.txt").write_bytes(b"x" * 2_000_000)
    assert "longer than this console shows" in files.refused("cat long.txt", 1)
