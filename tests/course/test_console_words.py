"""The console's words inside a lesson: they go where they belong, and `reset` begins the lesson again."""

import pytest

from tests.course.conftest import Desk
from tutor.course import LessonRun, OutcomeKind


def test_an_answer_is_no_word_of_the_course(run: LessonRun, desk: Desk) -> None:
    run.enter("aws configure --profile x")
    for answer in ("next", "hint", "", "text"):
        outcome = run.enter(answer)
        assert outcome.kind is OutcomeKind.CONSOLE
        assert outcome.line == ""
    assert desk.console.question is None
    assert desk.sandbox.profiles["x"] == {
        "aws_access_key_id": "next",
        "aws_secret_access_key": "hint",
        "output": "text",
    }


def test_a_password_is_not_in_what_a_history_keeps(run: LessonRun) -> None:
    outcome = run.enter("aws iam change-password --old-password Old-1 --new-password New-2")
    assert outcome.line == "aws iam change-password --old-password **** --new-password ****"


def test_reset_begins_the_lesson_again(run: LessonRun, desk: Desk) -> None:
    first = run.record.step
    begun = desk.save.world.now
    run.enter("aws iam create-user --user-name visitor --profile mina")
    run.enter("reset")
    outcome = run.enter("reset")
    assert outcome.console is not None
    assert outcome.console.notice is not None
    assert outcome.console.notice.kind == "reset"
    assert run.record.step == first
    assert desk.save.world.now == begun
    assert desk.save.world.lesson == desk.lesson.id
    assert "visitor" not in desk.sandbox.account.users
    assert desk.sandbox.profiles


@pytest.mark.parametrize("word", ["history before", "기록 이전"])
def test_history_before_shows_what_came_before_the_first_line(run: LessonRun, word: str) -> None:
    run.enter("aws iam create-user --user-name visitor --profile mina")
    outcome = run.enter(word)
    assert outcome.console is not None
    shown = outcome.console.stdout.splitlines()
    assert shown
    assert all(row.startswith("20") for row in shown)
    assert " root  iam:CreateUser " in shown[0]
    assert not any("visitor" in row for row in shown), "the learner's own requests are in `history`"


def test_history_before_a_word_shows_only_the_rows_that_have_it(run: LessonRun) -> None:
    whole = run.enter("history before").console
    some = run.enter("history before IAM:CreateUser").console
    assert whole is not None
    assert some is not None
    assert some.stdout.splitlines() == [row for row in whole.stdout.splitlines() if "iam:CreateUser" in row]
    none = run.enter("history before nobody-of-that-name").console
    assert none is not None
    assert none.notice is not None
    assert none.notice.kind == "no-such-before"
