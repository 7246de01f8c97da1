"""Every kind of step beside those of the small lesson, done by typing and by widgets."""

from collections.abc import Callable

import pytest

from tutor.course import LessonRun, OutcomeKind
from tutor.policy import PolicyKind

from .conftest import Desk

PREDICTION = {"right": "2", "wrong": "1"}
CREATE = "aws iam create-policy --policy-name ReadAlbum --policy-document file://broken.json"


@pytest.fixture
def run(bench: Desk) -> LessonRun:
    return bench.sit_down()


def go_to(run: LessonRun, step_id: str) -> None:
    """Come to a step with every question answered right and every solution shown."""
    while run.record.step != step_id:
        view = run.view("en")
        if view.kind == "predict":
            run.enter(PREDICTION["right"])
        elif view.kind == "order":
            run.arrange(["version", "statement", "effect"])
        elif view.kind == "fill":
            run.fill({"region": "", "account": "111111111111", "status": "Inactive"})
        elif view.kind != "read":
            run.enter("solution")
        run.enter("next")


# Order


def test_pieces_are_shuffled_for_good_and_never_right_from_the_start(run: LessonRun) -> None:
    go_to(run, "pieces")
    shown = [piece.id for piece in run.view("en").pieces]
    assert sorted(shown) == ["effect", "statement", "version"]
    assert shown != ["version", "statement", "effect"]
    assert shown == [piece.id for piece in run.view("ko").pieces]


def keys(run: LessonRun, *pieces: str) -> str:
    known = {piece.id: piece.key for piece in run.view("en").pieces}
    return " ".join(known[piece] for piece in pieces)


def test_the_right_order(run: LessonRun) -> None:
    go_to(run, "pieces")
    outcome = run.enter(keys(run, "version", "statement", "effect"))
    assert outcome.answer is not None
    assert (outcome.answer.right, outcome.answer.wrong, outcome.step_passed) == (True, (), True)


def test_a_wrong_order_names_what_stands_elsewhere(run: LessonRun) -> None:
    go_to(run, "pieces")
    outcome = run.enter(keys(run, "version", "effect", "statement"))
    assert outcome.answer is not None
    assert (outcome.answer.right, outcome.answer.wrong) == (False, ("effect", "statement"))
    view = run.view("en")
    assert [(piece.id, piece.right) for piece in view.pieces] == [
        ("version", True),
        ("statement", False),
        ("effect", False),
    ]
    assert [piece.key for piece in view.pieces] == ["1", "2", "3"], "numbers of places now"
    assert [one.markdown for one in view.explanations] == ["The outermost comes first."]
    assert run.record.passed["pieces"] is False


@pytest.mark.parametrize("typed", ["1", "1 1 2", "1 2 4", "123 1"])
def test_an_order_needs_every_piece_once(run: LessonRun, typed: str) -> None:
    go_to(run, "pieces")
    assert run.enter(typed).kind is OutcomeKind.NO_SUCH_OPTION
    assert not run.view("en").answered


def test_an_order_that_is_shown(run: LessonRun) -> None:
    go_to(run, "pieces")
    outcome = run.enter("풀이")
    assert outcome.kind is OutcomeKind.SOLUTION
    assert outcome.answer is not None
    assert outcome.answer.answers == ("version", "statement", "effect")


# Fill


def test_gaps_are_filled_one_after_the_other(run: LessonRun) -> None:
    go_to(run, "fields")
    assert run.enter("").kind is OutcomeKind.NOT_YET, "an empty gap is a dash"
    assert run.enter("-").kind is OutcomeKind.FILLED
    assert run.enter("111122223333").kind is OutcomeKind.FILLED, "any accepted text will do"
    assert [gap.typed for gap in run.view("en").gaps] == ["", "111122223333", None]
    outcome = run.enter("2")
    assert outcome.answer is not None
    assert (outcome.answer.right, outcome.answer.chosen) == (True, ("", "111122223333", "Inactive"))


def test_a_wrong_gap_is_named(run: LessonRun) -> None:
    go_to(run, "fields")
    outcome = run.fill({"region": "us-east-1", "account": '"111111111111"', "status": "inactive"})
    assert outcome.answer is not None
    assert outcome.answer.wrong == ("region",)
    gaps = run.view("en").gaps
    assert [(gap.right, gap.answers[0]) for gap in gaps] == [
        (False, ""),
        (True, "111111111111"),
        (True, "Inactive"),
    ]


def test_an_option_that_is_not_there_is_no_value(run: LessonRun) -> None:
    go_to(run, "fields")
    for value in ("-", "111111111111"):
        run.enter(value)
    assert run.enter("3").kind is OutcomeKind.NO_SUCH_OPTION
    assert run.enter("Inactive").kind is OutcomeKind.ANSWER


def test_the_console_works_beside_the_gaps(run: LessonRun) -> None:
    go_to(run, "fields")
    assert run.enter("aws sts get-caller-identity").kind is OutcomeKind.CONSOLE
    assert run.enter("ls").kind is OutcomeKind.CONSOLE
    assert run.enter("aws").kind is OutcomeKind.FILLED


def test_gaps_filled_so_far_are_kept(bench: Desk, run: LessonRun) -> None:
    go_to(run, "fields")
    run.enter("-")
    assert [gap.typed for gap in bench.sit_down().view("ko").gaps] == ["", None, None]


# Repair


def test_a_file_is_mended_by_its_lines(run: LessonRun) -> None:
    go_to(run, "mend")
    report = run.file_report()
    assert report is not None
    assert (report.name, report.kind) == ("broken.json", PolicyKind.IDENTITY)
    assert report.fault is not None
    assert report.fault.position.line == 4
    outcome = run.enter('edit broken.json 4     "Effect": "Allow",')
    assert (outcome.kind, outcome.newly_passed) == (OutcomeKind.EDITED, ("readable", "as-meant"))
    assert outcome.report is not None
    assert outcome.report.fault is None
    outcome = run.enter("확인")
    assert (outcome.kind, [result.name for result in outcome.missing]) == (OutcomeKind.CHECKED, ["made"])
    assert run.enter(CREATE).step_passed


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ('"Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"', PolicyKind.TRUST),
        ('"Principal":"*","Action":"s3:GetObject","Resource":"*"', PolicyKind.RESOURCE),
        ('"Action":"s3:GetObject","Resource":"*"', PolicyKind.IDENTITY),
    ],
)
def test_another_file_is_read_as_what_it_looks_like(run: LessonRun, statement: str, kind: PolicyKind) -> None:
    run.write_file("other.json", f'{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow",{statement}}}]}}')
    report = run.file_report("other.json")
    assert report is not None
    assert (report.kind, report.fault) == (kind, None)


def test_lines_are_put_in_and_taken_out(run: LessonRun) -> None:
    go_to(run, "mend")
    file = run.console.workspace / "broken.json"
    before = file.read_text(encoding="utf-8")
    run.enter("편집 broken.json -4")
    assert '"Efect"' not in file.read_text(encoding="utf-8")
    run.enter('편집 broken.json +4     "Efect": "Allow",')
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("typed", ["edit broken.json 99 x", "edit broken.json -0", "edit ../x.json 1 x"])
def test_a_line_that_is_not_there_changes_nothing(run: LessonRun, typed: str) -> None:
    go_to(run, "mend")
    before = (run.console.workspace / "broken.json").read_bytes()
    assert run.enter(typed).kind is OutcomeKind.NO_SUCH_LINE
    assert (run.console.workspace / "broken.json").read_bytes() == before


def test_a_new_file_is_begun_by_its_first_line(run: LessonRun) -> None:
    run.enter("edit notes.json 1 {")
    assert (run.console.workspace / "notes.json").read_text(encoding="utf-8") == "{\n"


def test_a_file_that_an_editor_saved_is_checked_again(run: LessonRun) -> None:
    go_to(run, "mend")
    outcome = run.write_file("broken.json", run.lesson.model("wide.json"))
    assert outcome.newly_passed == ("readable",)
    meant = run.view("en").goals[1].result
    assert meant.cause is not None
    assert meant.cause.kind == "allows-more"
    assert meant.cause.values["action"] == "s3:GetObject"
    assert "album" not in meant.cause.values["resource"]


def test_what_deserves_a_second_look_is_found_before_it_is_told(
    opened: Callable[[str, str], LessonRun],
) -> None:
    """Lesson 8: the finding names `BoolIfExists`, and to come upon that is the task."""

    run = opened("08-decision", "the-missing-key")

    def findings(name: str) -> list[str]:
        report = run.file_report(name)
        assert report is not None
        return [finding.code for finding in report.findings]

    given = (run.console.workspace / "needs-code.json").read_text()
    run.write_file("mine.json", given)
    assert (findings("needs-code.json"), findings("mine.json")) == ([], ["mfa-deny-spares-keys"])
    assert (run.keeps_quiet("needs-code.json"), run.keeps_quiet("mine.json")) == (True, False)
    run.write_file("needs-code.json", given.replace("NoDeleting", "NoDeletingAtAll"))
    assert findings("needs-code.json") == ["mfa-deny-spares-keys"]


def test_edit_alone_names_the_file_for_the_front_end(run: LessonRun) -> None:
    go_to(run, "mend")
    outcome = run.enter("edit broken.json")
    assert outcome.console is not None
    assert outcome.console.edits == "broken.json"


def test_hints_begin_where_a_failing_goal_says(run: LessonRun) -> None:
    go_to(run, "mend")
    hint = run.enter("hint").hint
    assert hint is not None
    assert hint.level == 2
    assert run.view("en").hints_shown[0] == "IAM says which line."


def test_the_shown_solution_holds_the_mended_file(run: LessonRun) -> None:
    go_to(run, "mend")
    lines = run.enter("solution").lines
    assert lines[0] == "# broken.json"
    assert lines[-1] == CREATE
    assert run.enter("next").kind is OutcomeKind.MOVED
    assert run.record.passed["mend"] is False
    assert "arn:aws:iam::111111111111:policy/ReadAlbum" in run.sandbox.account.policies


# Sign-in


def test_somebody_comes_in(run: LessonRun) -> None:
    go_to(run, "come-in")
    assert run.view("en").sign_in == "user/jun"
    run.enter("aws iam create-login-profile --user-name jun --password Moon-Rabbit-1 --profile mina")
    assert run.enter("sign-in --user jun").newly_passed == ()
    assert run.enter("Moon-Rabbit-1").newly_passed == ("inside",)
    assert run.enter("로그아웃").step_passed


# The way through the lesson


def test_another_form_of_a_question_comes_only_after_a_failure(run: LessonRun) -> None:
    go_to(run, "come-in")
    assert run.view("en").total == 8
    run.enter("solution")
    run.enter("next")
    assert run.record.step == "belief"


def test_a_failed_prediction_comes_back_in_another_form(bench: Desk, run: LessonRun) -> None:
    go_to(run, "guess")
    run.enter(PREDICTION["wrong"])
    assert run.record.failed == ["guess"]
    assert run.view("en").total == 9
    go_to(run, "come-in")
    run.enter("solution")
    run.enter("next")
    assert run.record.step == "guess-again"


def test_a_misconception_that_an_option_shows_is_noted(bench: Desk, run: LessonRun) -> None:
    go_to(run, "belief")
    run.enter("2")
    assert bench.progress.misconceptions()["B4"] == {"workshop/belief"}


def test_the_three_answers_of_a_prediction(run: LessonRun) -> None:
    go_to(run, "guess")
    assert [option.id for option in run.view("en").options] == ["allowed", "implicitDeny", "explicitDeny"]
    outcome = run.enter("3")
    assert outcome.answer is not None
    assert (outcome.answer.right, outcome.answer.answers) == (False, ("implicitDeny",))


def test_testing_out_leads_to_the_last_challenge(run: LessonRun) -> None:
    assert run.view("en").can_test_out
    assert run.enter("건너뛰기").kind is OutcomeKind.MOVED
    assert (run.record.step, run.record.tested_out) == ("last", True)
    assert "arn:aws:iam::111111111111:policy/ReadAlbum" in run.sandbox.account.policies
    assert run.sandbox.account.users["jun"].login is not None
    assert run.enter("test-out").kind is OutcomeKind.NO_SUCH_PLACE


def test_no_testing_out_once_something_is_done(run: LessonRun) -> None:
    go_to(run, "guess")
    run.enter("1")
    assert run.enter("test-out").kind is OutcomeKind.NO_SUCH_PLACE


def test_back_to_a_save_point(run: LessonRun) -> None:
    go_to(run, "belief")
    assert [(point.step_id, point.reached) for point in run.view("en").save_points] == [("come-in", True)]
    assert run.enter("시작 1").kind is OutcomeKind.MOVED
    assert run.record.step == "come-in"
    assert run.sandbox.account.users["jun"].login is None, "the account is as it was then"
    assert run.enter("start 2").kind is OutcomeKind.NO_SUCH_PLACE


def test_on_to_a_save_point(run: LessonRun) -> None:
    assert run.go_to("come-in").kind is OutcomeKind.MOVED
    assert "arn:aws:iam::111111111111:policy/ReadAlbum" in run.sandbox.account.policies


def test_a_callout_stands_with_its_claim(run: LessonRun) -> None:
    (callout,) = run.view("en").callouts
    assert callout.claim == "A1"


def test_placeholders_are_filled_in_for_the_learner(run: LessonRun) -> None:
    run.test_out()
    run.enter("hint")
    run.enter("aws iam list-users")
    run.enter("hint")
    run.enter("aws iam list-users")
    run.enter("hint")
    key = next(iter(run.sandbox.account.users["jun"].keys))
    assert key in run.view("en").hints_shown[2]
    assert key in run.enter("solution").lines[0]


def test_what_was_rehearsed_was_never_done(run: LessonRun) -> None:
    run.test_out()
    before = run.view("en").goals
    with run.rehearsing():
        run.run_solution(run.lesson.steps[-1])
        run.refresh()
        assert run.view("en").passed
    assert run.view("en").goals == before
    assert not run.view("en").passed
    assert not (run.console.workspace / "spare.png").exists()
