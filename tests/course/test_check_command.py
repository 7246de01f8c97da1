"""`iam-tutor check`: exit codes, the form of the report, and its two languages."""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.cli import check
from tutor.cli.parser import Parser
from tutor.course.start import FILE_NAME
from tutor.wording import Language

from .conftest import CLOAKROOM

Edit = Callable[..., Path]


def arguments(*words: object, language: Language = "en") -> Namespace:
    parser = Parser(prog="iam-tutor check", language=language)
    check.add_arguments(parser)
    parsed = parser.parse_args([str(word) for word in words])
    parsed.language = language
    return parsed


def test_a_sound_lesson(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(arguments(CLOAKROOM)) == 0
    assert capsys.readouterr().out.endswith("07-cloakroom: no faults.\n")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", 'found "refuse", expected allowed, refused; nearest name: refused'),
        ("ko", '값이 맞지 않아요. 지금: "refuse", 예: allowed, refused; 가장 가까운 이름: refused'),
    ],
)
def test_a_fault_is_a_line(
    edited: Edit, capsys: pytest.CaptureFixture[str], language: Language, sentence: str
) -> None:
    folder = edited(yaml=("expect: refused", "expect: refuse"))
    assert check.run(arguments(folder, language=language)) == 1
    line = capsys.readouterr().out.splitlines()[0]
    place, _, said = line.partition(": ")
    assert said == sentence
    assert place == f"{folder}/lesson.yaml:47:98"


def test_json(edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    folder = edited(yaml=("caller: yuna", "caller: yunna"))
    assert check.run(arguments(folder, "--format", "json")) == 1
    (report,) = json.loads(capsys.readouterr().out)
    assert report["sound"] is False
    assert report["faults"][0] | {"message": ""} == {
        "file": f"{folder}/lesson.yaml",
        "line": 13,
        "column": 9,
        "code": "unknown-profile",
        "found": "yunna",
        "expected": "mina, yuna, typo, nobody",
        "nearest": "yuna",
        "message": "",
    }


def test_no_lesson_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(arguments(tmp_path)) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_writing_the_start(edited: Edit) -> None:
    folder = edited()
    (folder / FILE_NAME).unlink()
    assert check.run(arguments(folder)) == 1
    assert check.run(arguments(folder, "--write-start")) == 0
    assert (folder / FILE_NAME).is_file()
