"""`iam-tutor lint`: the service's refusal with its caret, else the findings by line."""

import io
import json
from pathlib import Path

import pytest

from tests.policy.builders import Json, statement, text
from tutor.cli import lint
from tutor.cli.parser import Parser


def lint_file(*words: str) -> int:
    """Runs the command in English and gives its exit code."""
    parser = Parser(prog="iam-tutor lint", language="en")
    lint.add_arguments(parser)
    arguments = parser.parse_args(words)
    arguments.language = "en"
    return lint.run(arguments)


def written(folder: Path, *statements: Json) -> str:
    """A file with a policy of these statements."""
    path = folder / "policy.json"
    path.write_text(text(*statements), encoding="utf-8")
    return str(path)


def test_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, statement(action="s3:GetObject", resource="arn:aws:s3:::photos/*"))
    assert lint_file(file) == 0
    assert capsys.readouterr().out == f"{file}: nothing to point out\n"


def test_findings_stand_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, statement(action="s3:GetObjet"))
    assert lint_file(file) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{file}:6:17: error: There is no action s3:GetObjet. Alike: s3:GetObject")


def test_findings_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, statement(action="iam:PassRole"))
    assert lint_file(file, "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["error"] is None
    assert [(each["code"], each["severity"], each["line"]) for each in report["findings"]] == [
        ("pass-any-role", "securityWarning", 7)
    ]


def test_a_refusal_is_the_services_own_with_a_caret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{\n  "Statement": {{}\n}')))
    assert lint_file("-") == 1
    assert capsys.readouterr().out == (
        "-:2:17: MalformedPolicyDocument: Syntax errors in policy.\n"
        '      "Statement": {{}\n'
        "                    ^\n"
        'expected here: "\n'
    )


def test_a_refusal_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, statement(action="s3"))
    assert lint_file(file, "--format", "json") == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert (error["code"], error["fault"]) == ("MalformedPolicyDocument", "action-without-service")


def test_the_kind_says_which_rules_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, statement("Allow", "sts:AssumeRole", None, Principal="*"))
    assert lint_file(file) == 1
    assert lint_file(file, "--kind", "trust") == 1
    identity, _, _, trust = capsys.readouterr().out.splitlines()
    assert "should not specify a principal" in identity
    assert "anyone in any account can assume this role" in trust


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    assert lint_file(str(tmp_path / "none")) == 2
    assert lint_file(str(tmp_path / "bytes")) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert len(output.err.splitlines()) == 2
