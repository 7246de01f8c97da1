"""A lesson is done by typing: the journey of one learner, entry by entry."""

from collections.abc import Callable

import pytest

from tutor.course import HintState, LessonRun, OutcomeKind
from tutor.course.goals import CauseKind
from tutor.wording.results import moved_sentence

from .conftest import Desk

READ_PHOTOS = (
    "aws iam attach-user-policy --profile mina --user-name yuna "
    "--policy-arn arn:aws:iam::111111111111:policy/ReadPhotos"
)
WRITE_PHOTOS = READ_PHOTOS.replace("ReadPhotos", "WritePhotos")


def go_to(run: LessonRun, step_id: str) -> None:
    """Pass the steps before one the way the lesson solves them."""
    while (view := run.view("en")).step_id != step_id:
        step = run.lesson.step(view.step_id)
        assert step is not None
        for line in step.do.solution if step.do else ():
            run.enter(line)
        if view.options:
            wanted = step.choose.answers if step.choose else {step.predict.expect if step.predict else ""}
            run.enter(" ".join(option.key for option in view.options if option.id in wanted))
        run.enter("next")


def test_the_first_page_opens_with_message_and_story(run: LessonRun) -> None:
    view = run.view("ko")
    assert (view.step_id, view.kind, view.index, view.total) == ("hello", "read", 0, 8)
    assert view.title == "두 개의 문"
    assert view.message.startswith("미나 대표님:")
    assert view.story_markdown == "문이 두 개 있는 하루예요."
    assert [(keep.id, keep.result.passed) for keep in view.keeps] == [("noah-reads", True)]
    assert run.sandbox.world.now == run.lesson.file.clock
    assert (run.console.workspace / "note.txt").read_text() == "moon rabbit\n"


@pytest.mark.parametrize("typed", ["", "next", "다음", "ㅜㄷㅌㅅ"])
def test_a_page_is_left_by_enter_or_next(run: LessonRun, typed: str) -> None:
    outcome = run.enter(typed)
    assert outcome.kind is OutcomeKind.MOVED
    assert run.view("en").step_id == "guess"


def test_a_prediction_is_judged_by_the_evaluator(run: LessonRun) -> None:
    go_to(run, "guess")
    assert run.enter("").kind is OutcomeKind.NOT_YET
    assert [(option.key, option.id, option.text) for option in run.view("en").options] == [
        ("1", "allowed", None),
        ("2", "refused", None),
    ]
    outcome = run.enter("２")
    assert outcome.kind is OutcomeKind.ANSWER
    assert outcome.step_passed
    assert outcome.answer is not None
    assert (outcome.answer.right, outcome.answer.answers) == (True, ("refused",))
    assert outcome.answer.decision is not None
    assert not outcome.answer.decision.allowed
    view = run.view("en")
    assert (view.answered, view.passed, view.mastered) == (True, True, True)
    assert [explanation.markdown for explanation in view.explanations] == ["No policy speaks about Yuna yet."]


def test_a_wrong_prediction_is_explained_and_not_mastered(run: LessonRun) -> None:
    go_to(run, "guess")
    outcome = run.enter("1")
    assert outcome.answer is not None
    assert not outcome.answer.right
    view = run.view("en")
    assert (view.passed, view.mastered) == (True, False)
    assert [(option.chosen, option.right) for option in view.options] == [(True, False), (False, True)]
    assert view.explanations
    assert run.enter("").kind is OutcomeKind.MOVED


def test_a_number_that_is_no_option(run: LessonRun) -> None:
    go_to(run, "guess")
    assert run.enter("3").kind is OutcomeKind.NO_SUCH_OPTION
    assert not run.view("en").answered


def test_the_truth_of_a_prediction_is_the_account_as_it_is(run: LessonRun) -> None:
    go_to(run, "guess")
    run.enter(READ_PHOTOS)
    outcome = run.enter("1")
    assert outcome.answer is not None
    assert outcome.answer.right
    assert run.view("en").explanations == (), "the text explains a refusal, and there was none"


def test_enter_runs_the_grey_line_and_then_goes_on(run: LessonRun) -> None:
    go_to(run, "look")
    assert run.view("en").line == "aws s3 ls s3://moonrabbit-photos"
    outcome = run.enter("")
    assert outcome.kind is OutcomeKind.CONSOLE
    assert outcome.line == "aws s3 ls s3://moonrabbit-photos"
    assert outcome.console is not None
    assert "AccessDenied" in outcome.console.stderr
    assert (outcome.newly_passed, outcome.step_passed) == (("list-refused",), True)
    view = run.view("en")
    assert (view.passed, view.mastered, view.line) == (True, True, None)
    assert view.after_markdown == "Refused at the second door."
    assert run.enter("").kind is OutcomeKind.MOVED


def test_start_lines_never_count_for_the_history(run: LessonRun) -> None:
    go_to(run, "look")
    assert [event.start for event in run.sandbox.history() if event.error == "AccessDenied"] == [True]
    assert not run.view("en").passed


def test_next_says_what_is_missing(run: LessonRun) -> None:
    go_to(run, "open")
    outcome = run.enter("next")
    assert outcome.kind is OutcomeKind.NOT_YET
    assert [result.name for result in outcome.missing] == ["yuna-lists", "yuna-reads", "nothing-more", "seen"]
    assert [result.passed for result in outcome.missing] == [False, False, None, None]


def test_a_step_passes_when_all_its_goals_do(run: LessonRun) -> None:
    go_to(run, "open")
    assert run.view("en").begin == "aws iam attach-user-policy --profile mina "
    first = run.enter(READ_PHOTOS)
    assert first.newly_passed == ("yuna-lists", "yuna-reads", "nothing-more")
    assert not first.step_passed
    second = run.enter("aws s3 ls s3://moonrabbit-photos")
    assert second.newly_passed == ("seen",)
    assert second.step_passed


def test_too_much_shows_a_request_and_undo_takes_it_back(run: LessonRun) -> None:
    go_to(run, "open")
    run.enter(WRITE_PHOTOS)
    surplus = next(goal.result for goal in run.view("en").goals if goal.id == "nothing-more")
    assert surplus.cause is not None
    assert surplus.cause.kind is CauseKind.SURPLUS
    assert surplus.cause.values["action"] == "s3:PutObject"
    assert run.enter("되돌리기").kind is OutcomeKind.UNDONE
    assert not any(goal.result.passed for goal in run.view("en").goals)
    assert run.enter("다시").kind is OutcomeKind.REDONE
    assert run.view("en").goals[0].result.passed
    assert run.enter("redo").kind is OutcomeKind.NOTHING_TO_REDO


def test_undo_after_a_refused_command_says_what_it_took_back(run: LessonRun) -> None:
    """The refused request had changed nothing, so the change before it is undone, and both are told."""
    go_to(run, "open")
    run.enter(WRITE_PHOTOS)
    run.enter("aws iam create-user --user-name jun")
    back = run.enter("undo")
    assert back.taken_back is not None
    assert (back.taken_back.what, back.taken_back.idle) == ("iam:AttachUserPolicy user/yuna", 1)
    assert moved_sentence("en", back) == (
        "Undone: iam:AttachUserPolicy user/yuna. What came after it was refused or only looked, "
        "and had changed nothing."
    )
    assert moved_sentence("ko", run.enter("redo")) == "다시 적용한 것: iam:AttachUserPolicy user/yuna"


def test_nothing_to_undo_before_the_first_change(run: LessonRun) -> None:
    assert run.enter("undo").kind is OutcomeKind.NOTHING_TO_UNDO


def test_a_keep_that_breaks_is_reported_at_once_and_holds_the_step_back(run: LessonRun) -> None:
    go_to(run, "look")
    outcome = run.enter("aws iam delete-user-policy --profile mina --user-name noah --policy-name invoices")
    assert [(keep.name, keep.passed) for keep in outcome.broken_keeps] == [("noah-reads", False)]
    outcome = run.enter("")
    assert (outcome.newly_passed, outcome.broken_keeps, outcome.step_passed) == (("list-refused",), (), False)
    assert [result.name for result in run.enter("next").missing] == ["noah-reads"]
    assert run.enter("undo").step_passed


def test_a_goal_that_was_open_is_never_put_off_again(opened: Callable[[str, str], LessonRun]) -> None:
    """Lesson 1: "cannot delete invoices" is met by taking off, and goes on being asked until she can list."""
    run = opened("01-two-gates", "take-back")
    role = "--profile mina --user-name yuna --policy-arn"

    def marks() -> dict[str, bool | None]:
        return {result.name: result.passed for result in run.results[:4]}

    met = {"invoices-safe": True, "nothing-more": True}
    assert marks() == dict.fromkeys(("lists-photos", "opens-photos"), True) | dict.fromkeys(met, False)
    run.enter(f"aws iam detach-user-policy {role} arn:aws:iam::aws:policy/AdministratorAccess")
    assert marks() == dict.fromkeys(("lists-photos", "opens-photos"), False) | met
    run.enter("undo")
    assert marks() == dict.fromkeys(("lists-photos", "opens-photos"), True) | dict.fromkeys(met, False)


def test_hints_come_one_after_an_attempt(desk: Desk, run: LessonRun) -> None:
    go_to(run, "open")

    def ask() -> tuple[HintState, int, int]:
        hint = run.enter("힌트").hint
        assert hint is not None
        return hint.state, hint.level, hint.seconds

    assert ask() == (HintState.SHOWN, 1, 0)
    assert ask() == (HintState.WAIT, 1, 20)
    desk.watch.pass_seconds(5.5)
    assert ask() == (HintState.WAIT, 1, 15)
    run.enter("aws iam list-policies --profile mina")
    assert ask() == (HintState.SHOWN, 2, 0)
    desk.watch.pass_seconds(20)
    assert ask() == (HintState.SHOWN, 3, 0)
    assert ask() == (HintState.ALL_SHOWN, 3, 0)
    assert len(run.view("en").hints_shown) == 3


def test_a_question_has_no_hints(run: LessonRun) -> None:
    hint = run.enter("hint").hint
    assert hint is not None
    assert hint.state is HintState.NONE_HERE


def test_after_the_solution_the_step_is_passed_unmastered(run: LessonRun) -> None:
    go_to(run, "open")
    outcome = run.enter("풀이")
    assert outcome.kind is OutcomeKind.SOLUTION
    assert outcome.lines[0] == READ_PHOTOS
    assert run.view("en").solution == outcome.lines
    moved = run.enter("next")
    assert moved.kind is OutcomeKind.MOVED
    assert len(moved.ran) == 2, "the next step builds on what the solution makes"
    assert run.record.passed["open"] is False
    assert run.sandbox.ask("user/yuna", "s3:ListBucket", "arn:aws:s3:::moonrabbit-photos").allowed


def test_a_solution_typed_by_hand_is_still_not_mastered(run: LessonRun) -> None:
    go_to(run, "look")
    run.enter("solution")
    assert run.enter("").step_passed
    assert run.record.passed["look"] is False


def test_the_answer_of_a_question_can_be_shown(run: LessonRun) -> None:
    go_to(run, "which")
    outcome = run.enter("solution")
    assert outcome.kind is OutcomeKind.SOLUTION
    assert outcome.answer is not None
    assert (outcome.answer.chosen, outcome.answer.answers) == ((), ("signature",))
    assert not outcome.answer.right
    assert run.record.passed["which"] is False


def test_several_options(run: LessonRun) -> None:
    go_to(run, "both")
    assert run.view("en").several
    outcome = run.enter("1 3")
    assert outcome.answer is not None
    assert outcome.answer.right
    assert [explanation.option for explanation in run.view("en").explanations] == ["who", "may"]


def test_one_option_too_many_is_wrong_and_explained(run: LessonRun) -> None:
    go_to(run, "both")
    outcome = run.enter("12")
    assert outcome.answer is not None
    assert not outcome.answer.right
    assert [explanation.option for explanation in run.view("en").explanations] == ["who", "where", "may"]


def test_the_first_gate_can_be_foretold_too(run: LessonRun) -> None:
    go_to(run, "last")
    assert run.view("en").recall
    outcome = run.enter("2")
    assert outcome.answer is not None
    assert (outcome.answer.right, outcome.answer.decision) == (True, None)
    assert outcome.answer.error == "InvalidClientTokenId"


def test_beyond_the_last_step_the_lesson_is_finished(run: LessonRun) -> None:
    go_to(run, "last")
    run.enter("2")
    outcome = run.enter("next")
    assert (outcome.kind, outcome.lesson_finished) == (OutcomeKind.FINISHED, True)
    assert run.finished
    assert run.view("en").finished


def test_a_lesson_is_closed_by_its_closing_questions(run: LessonRun) -> None:
    go_to(run, "which")
    for answer in ("1", "13", "2"):
        assert not run.closed
        run.enter(answer)
        run.enter("next")
    assert run.finished
    assert run.closed


def test_what_was_failed_or_shown_is_noted_for_later_review(desk: Desk, run: LessonRun) -> None:
    go_to(run, "which")
    run.enter("2")
    run.enter("")
    run.enter("solution")
    skills = desk.progress.skills()
    assert skills["A2"].failed == {"cloakroom/which"}
    assert skills["A1"].shown == {"cloakroom/both"}
    assert run.record.failed == ["which"], "an answer that was shown is no mistake"


def test_skills_are_noted_for_home(desk: Desk, run: LessonRun) -> None:
    go_to(run, "which")
    run.enter("2")
    skills = desk.progress.skills()
    assert skills["A1"].seen == {"cloakroom/hello"}
    assert skills["A1"].practised == {"cloakroom/look"}
    assert skills["A2"].practised == {"cloakroom/other-gate"}
    assert skills["A2"].asked == frozenset(), "the answer was wrong"
    assert skills["A3"].practised == {"cloakroom/guess", "cloakroom/look", "cloakroom/open"}


def test_the_map_follows_every_command(run: LessonRun) -> None:
    go_to(run, "open")
    before = {row.principal: [cell.outcome for cell in row.cells] for row in run.map()}
    assert before == {
        "user/yuna": ["implicitDeny", "implicitDeny"],
        "user/noah": ["implicitDeny", "implicitDeny"],
    }
    run.enter(READ_PHOTOS)
    assert [cell.outcome for cell in run.map()[0].cells] == ["allowed", "implicitDeny"]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("도움말", OutcomeKind.HELP),
        ("map", OutcomeKind.MAP),
        ("기록", OutcomeKind.HISTORY),
        ("clear", OutcomeKind.CLEAR),
    ],
)
def test_words_that_the_front_end_answers(run: LessonRun, typed: str, kind: OutcomeKind) -> None:
    assert run.enter(typed).kind is kind


def test_anything_else_goes_to_the_console(run: LessonRun) -> None:
    outcome = run.enter("어떻게 하나요")
    assert outcome.kind is OutcomeKind.CONSOLE
    assert outcome.console is not None
    assert outcome.console.rc == 127


def test_a_passed_step_stays_passed(run: LessonRun) -> None:
    go_to(run, "open")
    run.enter(READ_PHOTOS)
    run.enter("aws s3 ls s3://moonrabbit-photos")
    run.enter("undo")
    view = run.view("en")
    assert view.passed
    assert not view.goals[0].result.passed
    assert run.enter("").kind is OutcomeKind.MOVED
