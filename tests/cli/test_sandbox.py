"""Free play from the command line: `iam-tutor sandbox`, and sandboxes served and used by name."""

import io
from pathlib import Path

import pytest

from tutor.account import Save, wall_clock
from tutor.cli.main import run
from tutor.cli.places import is_place, place_of
from tutor.course.free_play import FreePlay, open_free
from tutor.wording import LANGUAGES, Language, say

NEW_USER = "aws iam create-user --user-name sora"


def play(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], saves: Path, *words: str, typed: str
) -> str:
    """What free play in plain mode says to some lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run(["--saves", str(saves), "sandbox", *words, "--plain"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_free_play_as_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, language: Language
) -> None:
    leave = say(language, "app.word.undo")
    said = play(
        monkeypatch,
        capsys,
        tmp_path,
        "--language",
        language,
        typed=f"{NEW_USER}\nhint\nmap\n{leave}\nedit policy.json all\n{{}}\n.\nhistory\nquit\n",
    )
    assert say(language, "app.idea.user") in said
    assert '"UserName": "sora"' in said
    assert "aws iam create-access-key --user-name sora" in said
    assert "user/sora\n  – iam:ListUsers" in said
    assert "iam:CreateUser" in said
    assert "policy.json" in said
    assert say(language, "cli.plain.free.saved", name="playground") in said
    again = play(monkeypatch, capsys, tmp_path, "--language", language, typed="aws iam list-users\n")
    assert "playground" in again
    assert '"UserName": "admin"' in again


def test_with_a_lessons_account(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ("--lesson", "1", "--language", "en")
    assert "Monday: two gates" in play(monkeypatch, capsys, tmp_path, *words, typed="quit\n")
    assert [(one.name, one.lesson) for one in FreePlay(tmp_path / "learner").kept()] == [
        ("lesson-01", "two-gates")
    ]
    assert run(["--saves", str(tmp_path), "sandbox", "lesson-01", *words, "--plain"]) == 2
    assert "--lesson" in capsys.readouterr().err
    assert run(["--saves", str(tmp_path), "sandbox", "--lesson", "none", "--plain"]) == 2
    assert "two-gates" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../up", "a/b", ".x", "nul"])
def test_a_name_that_is_a_path_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    assert run(["--saves", str(tmp_path), "sandbox", name, "--plain", "--language", "en"]) == 2
    assert "cannot be the name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_sandbox_goes_by_its_name_where_no_save_has_it(tmp_path: Path) -> None:
    open_free(FreePlay(tmp_path / "learner").folder("play"), wall_clock).close()
    kept = tmp_path / "learner" / "sandboxes" / "play"
    assert place_of(tmp_path, "play") == place_of(tmp_path, "learner/play") == kept
    assert place_of(tmp_path, "sora/play") == tmp_path / "sora" / "sandboxes" / "play"
    assert place_of(tmp_path, "learner") == tmp_path / "learner"
    Save.create(tmp_path / "play").close()
    assert place_of(tmp_path, "play") == tmp_path / "play"
    assert not any(map(is_place, ("", "/", "a/", "../a", "a/../b", "a/b/c")))


def test_run_uses_a_sandbox_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    open_free(FreePlay(tmp_path / "learner").folder("play"), wall_clock).close()
    monkeypatch.setattr(
        "sys.stdin", io.StringIO("aws iam list-users --query Users[].UserName --output text\n")
    )
    assert run(["--saves", str(tmp_path), "--save", "play", "run"]) == 0
    assert capsys.readouterr().out.strip() == "admin"
