"""A callout tells what AWS does, so at a question it waits for the answer (lesson 3, who pays)."""

from pathlib import Path

from tests.course.conftest import MONDAY
from tutor.account import Save
from tutor.course import LessonIndex, LessonRun, ProgressStore, load_lesson
from tutor.gateway import Console, Sandbox


def test_a_question_shows_its_callout_once_it_is_answered(tmp_path: Path) -> None:
    (folder,) = (entry.folder for entry in LessonIndex.list().entries if entry.folder.name == "03-users")
    lesson = load_lesson(folder)
    sandbox = Sandbox(Save.in_memory(seed=bytes(32), clock=lambda: MONDAY), lambda: MONDAY)
    console = Console(sandbox, tmp_path, lesson.file.caller)
    run = LessonRun(lesson, sandbox, console, ProgressStore(), lambda: MONDAY)
    run.record.step = "who-pays"
    assert run.view("en").callouts == ()
    run.enter("1")
    assert [callout.claim for callout in run.view("en").callouts] == ["D2"]
