"""Leaving and coming back: the journal is the truth, the record says where the learner was."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tutor.account import Save
from tutor.course import Lesson, LessonRun, ProgressStore, load_lesson
from tutor.course.progress import FILE_NAME

from .conftest import CLOAKROOM, Desk
from .test_run import READ_PHOTOS, go_to


def reopened(lesson: Lesson, folder: Path) -> tuple[Desk, LessonRun]:
    """The lesson opened from a save's folder."""
    save = Save.open_or_create(folder, seed=bytes(32))
    desk = Desk(lesson, folder / "workspace", save, ProgressStore(folder / FILE_NAME))
    return desk, desk.sit_down()


def test_going_on_exactly_there(cloakroom: Lesson, tmp_path: Path) -> None:
    desk, run = reopened(cloakroom, tmp_path / "save")
    go_to(run, "open")
    run.enter("hint")
    run.enter(READ_PHOTOS)
    desk.save.close()
    desk.progress.close()
    again, run = reopened(cloakroom, tmp_path / "save")
    view = run.view("en")
    assert (view.step_id, len(view.hints_shown)) == ("open", 1)
    assert [goal.result.passed for goal in view.goals] == [True, True, True, False]
    assert set(run.record.passed) == {"hello", "guess", "look"}
    assert again.progress.last_lesson == "cloakroom"
    assert run.enter("aws s3 ls s3://moonrabbit-photos").step_passed


def test_a_goal_reached_before_the_record_was_written_is_found_again(desk: Desk) -> None:
    run = desk.sit_down()
    go_to(run, "look")
    desk.console.run("aws s3 ls s3://moonrabbit-photos")
    run = desk.sit_down()
    assert run.view("en").passed
    assert run.record.passed["look"] is True


def test_another_lesson_meanwhile(desk: Desk, tmp_path: Path) -> None:
    run = desk.sit_down()
    go_to(run, "open")
    run.enter(READ_PHOTOS)
    head = desk.save.head
    desk.save.begin(lesson="another", start=desk.watch())
    run = desk.sit_down()
    assert run.view("en").step_id == "open"
    assert desk.save.head == head
    assert run.view("en").goals[0].result.passed


def test_undo_made_elsewhere_is_where_one_goes_on(desk: Desk) -> None:
    run = desk.sit_down()
    go_to(run, "open")
    run.enter(READ_PHOTOS)
    desk.save.undo()
    assert not desk.sit_down().view("en").goals[0].result.passed


def test_without_a_record_the_lesson_begins(desk: Desk) -> None:
    go_to(desk.sit_down(), "open")
    desk.progress = ProgressStore()
    assert desk.sit_down().view("en").step_id == "hello"


def test_a_record_without_its_journal_begins_anew(desk: Desk, tmp_path: Path) -> None:
    go_to(desk.sit_down(), "open")
    fresh = Desk(desk.lesson, tmp_path, Save.in_memory(seed=bytes(32)), desk.progress)
    run = fresh.sit_down()
    assert (run.view("en").step_id, run.record.passed) == ("hello", {})


def test_restarting_gives_a_fresh_account_and_keeps_skills(desk: Desk) -> None:
    run = desk.sit_down()
    go_to(run, "open")
    run.enter(READ_PHOTOS)
    run.restart()
    assert run.view("en").step_id == "hello"
    assert not run.sandbox.ask("user/yuna", "s3:ListBucket", "arn:aws:s3:::moonrabbit-photos").allowed
    assert desk.progress.skills()["A3"].practised


def test_a_step_that_the_lesson_no_longer_has(desk: Desk, tmp_path: Path) -> None:
    run = desk.sit_down()
    go_to(run, "look")
    record = desk.progress.lesson("cloakroom")
    assert record is not None
    record.step = "gone"
    desk.progress.keep_lesson(record)
    assert desk.sit_down().view("en").step_id == "look"


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.course.test_resume import READ_PHOTOS, go_to, load_lesson, reopened
desk, run = reopened(load_lesson(Path(sys.argv[1])), Path(sys.argv[2]))
go_to(run, "open")
run.enter(READ_PHOTOS)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_kill_loses_nothing_that_was_answered(cloakroom: Lesson, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(CLOAKROOM), str(tmp_path / "save")],
        check=False,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    _, run = reopened(cloakroom, tmp_path / "save")
    view = run.view("en")
    assert view.step_id == "open"
    assert [goal.result.passed for goal in view.goals] == [True, True, True, False]


@pytest.mark.parametrize("stale", ["missing", "other lines"])
def test_start_lines_are_run_where_they_are_not_compiled(tmp_path: Path, stale: str) -> None:
    folder = tmp_path / CLOAKROOM.name
    copytree(CLOAKROOM, folder)
    if stale == "missing":
        (folder / "start.json").unlink()
    else:
        text = (folder / "lesson.yaml").read_text(encoding="utf-8")
        more = "  lines:\n    - aws iam create-user --user-name jun\n"
        yaml = text.replace("  lines:\n", more, 1)
        (folder / "lesson.yaml").write_text(yaml, encoding="utf-8")
    desk = Desk(load_lesson(folder), tmp_path / "work", Save.in_memory(seed=bytes(32)), ProgressStore())
    desk.sit_down()
    assert ("jun" in desk.sandbox.account.users) is (stale == "other lines")
    assert "ReadPhotos" in {policy.name for policy in desk.sandbox.account.policies.values()}


def test_whoever_was_signed_in_still_is(cloakroom: Lesson, tmp_path: Path) -> None:
    desk, run = reopened(cloakroom, tmp_path / "save")
    run.enter("aws iam create-login-profile --profile mina --user-name noah --password moonRabbit-2026")
    run.enter("sign-in --user noah --password moonRabbit-2026")
    desk.save.close()
    desk.progress.close()
    again, run = reopened(cloakroom, tmp_path / "save")
    assert again.console.shell.signed_in is not None
    outcome = run.enter("aws sts get-caller-identity")
    assert outcome.console is not None
    assert ":user/noah" in outcome.console.printed
    run.enter("sign-out")
    again.save.close()
    again.progress.close()
    again, run = reopened(cloakroom, tmp_path / "save")
    assert again.console.shell.signed_in is None
