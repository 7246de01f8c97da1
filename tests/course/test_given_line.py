"""A line that the step gives is sent by Enter once; after that Enter asks what is missing."""

from collections.abc import Callable
from pathlib import Path

from tutor.account import Save
from tutor.course import LessonRun, OutcomeKind, ProgressStore, load_lesson

from .conftest import Desk
from .test_run import go_to

CLOSED = "aws iam delete-user-policy --profile mina --user-name noah --policy-name invoices"
"""Noah's work stops, so that the step does not pass with the line alone."""


def test_after_the_given_line_enter_checks(run: LessonRun) -> None:
    go_to(run, "look")
    run.enter(CLOSED)
    assert run.enter("").kind is OutcomeKind.CONSOLE
    assert run.view("en").line is None
    checked = run.enter("")
    assert (checked.kind, [one.name for one in checked.missing]) == (OutcomeKind.NOT_YET, ["noah-reads"])


def test_a_given_line_typed_by_hand_is_sent_too(run: LessonRun) -> None:
    go_to(run, "look")
    run.enter(CLOSED)
    run.enter("aws  s3 ls s3://moonrabbit-photos")
    assert run.view("en").line is None


def test_another_line_leaves_the_given_one_waiting(run: LessonRun) -> None:
    go_to(run, "look")
    run.enter("aws s3 ls")
    assert run.view("en").line == "aws s3 ls s3://moonrabbit-photos"


def test_a_given_line_that_was_taken_back_waits_again(edited: Callable[..., Path], tmp_path: Path) -> None:
    given = "aws iam create-user --user-name jun --profile mina"
    folder = edited(yaml=("line: aws s3 ls s3://moonrabbit-photos\n", f"line: {given}\n"))
    desk = Desk(load_lesson(folder), tmp_path, Save.in_memory(seed=bytes(32)), ProgressStore())
    run = desk.sit_down()
    go_to(run, "look")
    run.enter("")
    assert run.view("en").line is None
    run.enter("undo")
    assert run.view("en").line == given
