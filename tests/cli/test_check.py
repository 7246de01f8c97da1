"""`iam-tutor check` on folders of lessons: one lesson's faults hide no other's, the schema is printed."""

from pathlib import Path
from shutil import copytree

import pytest

from tutor.cli.main import run
from tutor.course.json_schema import FILE

from ..course.conftest import CLOAKROOM


def broken(lessons: Path, name: str, old: str, new: str) -> None:
    """A copy of the small lesson that cannot be opened."""
    folder = copytree(CLOAKROOM, lessons / name)
    file = folder / "lesson.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_every_lesson_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tmp_path, "07-cloakroom", "expect: refused", "expect: refuse")
    broken(tmp_path, "08-cloakroom", "caller: yuna", "caller: yuma")
    assert run(["check", str(tmp_path), "--language", "en"]) == 1
    said = capsys.readouterr().out
    assert "nearest name: refused" in said
    assert "nearest name: yuna" in said
    assert "claims are taught" not in said, "no lesson of the course is here"


def test_the_course_table_and_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tmp_path, "05-groups", "id: cloakroom", "id: group")
    assert run(["check", str(tmp_path), "--language", "en"]) == 1
    said = capsys.readouterr().out
    assert "0 of 68 claims are taught, practised and asked." in said
    assert "lesson of the course is missing: 07-policies (claims: G1, G3" in said
    assert "is missing: 05-groups" not in said


def test_a_single_folder_has_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tmp_path, "05-groups", "id: cloakroom", "id: group")
    assert run(["check", str(tmp_path / "05-groups"), "--language", "ko"]) == 1
    assert "주장 68개" not in capsys.readouterr().out


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--schema"]) == 0
    assert capsys.readouterr().out == FILE.read_text(encoding="utf-8")
