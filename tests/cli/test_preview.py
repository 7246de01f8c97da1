"""`iam-tutor preview`: a lesson under work, read again when a file changes."""

import io
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tutor.account import Save
from tutor.app.desk import Desk
from tutor.cli import preview
from tutor.cli.main import run
from tutor.cli.preview_app import PreviewApp
from tutor.cli.rehearsal import Rehearsal
from tutor.course import ProgressStore

from ..app.driver import WIDE, Learner
from ..course.conftest import CLOAKROOM


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(CLOAKROOM, tmp_path / CLOAKROOM.name)


@pytest.fixture
def rehearsal(folder: Path, tmp_path: Path) -> Iterator[Rehearsal]:
    with Save.in_memory() as save:
        yield Rehearsal(folder, save, ProgressStore(), tmp_path / "workspace")


def change(file: Path, old: str, new: str) -> None:
    """Put one text in the place of another."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_changed_prose_is_shown_at_the_same_step(rehearsal: Rehearsal, folder: Path) -> None:
    rehearsal.go_to("open")
    rehearsal.run.enter("aws iam list-users --profile mina")
    begin = rehearsal.run.record.begin
    assert not rehearsal.changed()
    change(folder / "en.md", "## open — ", "## open — Tonight: ")
    assert rehearsal.changed()
    assert rehearsal.reload() == ()
    view = rehearsal.run.view("en")
    assert (view.step_id, view.title.partition(":")[0]) == ("open", "Tonight")
    assert rehearsal.run.record.begin == begin, "the account is the same"
    assert not rehearsal.changed()


def test_a_changed_account_is_made_anew_up_to_the_step(rehearsal: Rehearsal, folder: Path) -> None:
    rehearsal.go_to("other-gate")
    before = rehearsal.run.record.begin
    change(folder / "lesson.yaml", "minutes: 5", "minutes: 6")
    assert rehearsal.reload() == ()
    assert rehearsal.run.record.step == "other-gate"
    assert rehearsal.run.record.begin != before
    user = rehearsal.run.sandbox.world.accounts["111111111111"].users["yuna"]
    assert user.attached, "the steps before were solved"


def test_with_faults_the_last_version_goes_on(rehearsal: Rehearsal, folder: Path) -> None:
    rehearsal.go_to("look")
    change(folder / "lesson.yaml", "expect: refused", "expect: refuse")
    (fault,) = rehearsal.reload()
    assert (fault.code, fault.nearest) == ("wrong-value", "refused")
    assert rehearsal.run.record.step == "look"
    change(folder / "lesson.yaml", "expect: refuse}", "expect: refused}")
    assert rehearsal.reload() == ()
    assert rehearsal.run.record.step == "look"


def test_a_step_that_is_gone_sends_back_to_the_beginning(rehearsal: Rehearsal, folder: Path) -> None:
    rehearsal.go_to("guess")
    change(folder / "lesson.yaml", "- id: guess", "- id: think")
    for language in ("ko", "en"):
        change(folder / f"{language}.md", "## guess — ", "## think — ")
    assert rehearsal.reload() == ()
    assert rehearsal.run.record.step == "hello"


class Author:
    """Lines of an author who changes a file before some of them are read."""

    def __init__(self, lines: str, file: Path) -> None:
        self._lines = io.StringIO(lines)
        self._file = file
        self._read = 0

    def isatty(self) -> bool:
        """Lines come through a pipe."""
        return False

    def readline(self) -> str:
        """The next line."""
        self._read += 1
        if self._read == 2:
            change(self._file, "## guess — ", "## guess — Anew: ")
        if self._read == 3:
            change(self._file, "## guess — ", "## gues — ")
        return self._lines.readline()


def test_in_plain_mode(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Author("\n\n2\nexit\n", folder / "en.md"))
    assert run(["--plain", "preview", str(folder), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "The changed files were read again." in said
    assert "Anew: " in said
    assert "## gues" in said
    assert "nearest name: guess" in said
    assert "the lesson as last read goes on" in said
    assert "Right." in said, "the answer went to the last good version"


def test_begins_at_a_step(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(["--plain", "preview", str(folder), "--step", "both", "--language", "en"]) == 0
    assert "== 7/8" in capsys.readouterr().out
    assert run(["--plain", "preview", str(folder), "--step", "bot", "--language", "en"]) == 2
    assert "There is no step bot" in capsys.readouterr().err


def test_a_lesson_that_cannot_be_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "lesson.yaml", "caller: yuna", "caller: yuma")
    assert run(["--plain", "preview", str(folder), "--language", "en"]) == 1
    assert "nearest name: yuna" in capsys.readouterr().out
    assert run(["--plain", "preview", str(folder.parent), "--language", "en"]) == 2


def test_a_pipe_is_read_at_once() -> None:
    assert preview._is_there(io.StringIO(""))


@pytest.mark.long
async def test_in_the_app(folder: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "saves", "save", lessons=folder.parent)
    rehearsal = Rehearsal(folder, desk.save, desk.progress, desk.folder / "workspace")
    rehearsal.go_to("guess")
    app = PreviewApp(desk, "en", rehearsal)
    try:
        async with app.run_test(size=WIDE) as pilot:
            author = Learner(app, pilot)
            await author.settle()
            assert "Will it open?" in author.text
            change(folder / "en.md", "## guess — ", "## guess — Anew: ")
            app.look()
            await author.settle()
            assert "Anew: Will it open?" in author.text
            change(folder / "lesson.yaml", "expect: refused", "expect: refuse")
            app.look()
            await author.settle()
            told = [notice.message for notice in app._notifications]
            assert [said for said in told if "nearest name: refused" in said]
            assert "Anew: Will it open?" in author.text
    finally:
        desk.close()
