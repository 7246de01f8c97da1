"""`iam-tutor new-lesson`: where the lesson goes, and what is refused."""

from pathlib import Path

import pytest

from tutor.cli.main import run
from tutor.course import load_lesson
from tutor.course.new_lesson import TEMPLATE, write_lesson
from tutor.course.schema import STEP_KINDS


def test_a_lesson_behind_the_last_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "07-cloakroom").mkdir()
    assert run(["new-lesson", "night-shift", "--folder", str(tmp_path), "--language", "en"]) == 0
    folder = tmp_path / "08-night-shift"
    assert f"iam-tutor preview {folder}" in capsys.readouterr().out
    lesson = load_lesson(folder)
    assert (lesson.id, lesson.order) == ("night-shift", 8)
    assert {step.kind for step in lesson.steps} == set(STEP_KINDS)
    assert (folder / "start.json").is_file()
    assert "yaml-language-server" not in (folder / "lesson.yaml").read_text(encoding="utf-8")


def test_no_text_is_left_to_fill_in() -> None:
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATE.glob("*.md")]
    assert len(texts) == 2
    assert not [text for text in texts if "TODO" in text or "lorem" in text.lower()]


REFUSED = [
    ("id of two words", ["Night Shift"], "cannot be a lesson's id"),
    ("id taken", ["cloakroom"], "is taken by"),
    ("no such folder", ["night-shift", "--folder", "nowhere"], "There is no folder nowhere"),
]


@pytest.mark.parametrize(("words", "sentence"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    (tmp_path / "07-cloakroom").mkdir()
    place = [] if "--folder" in words else ["--folder", str(tmp_path)]
    assert run(["new-lesson", *words, *place, "--language", "en"]) == 2
    assert sentence in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["07-cloakroom"]


def test_an_existing_folder_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_lesson(tmp_path, "night-shift")
