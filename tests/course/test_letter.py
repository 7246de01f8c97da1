"""Goals that are to be found first, and texts that tell what this learner did."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tutor.account import Save
from tutor.app.render.pages import lesson_page
from tutor.cli.plain import play_lesson
from tutor.course import Language, LessonFaults, LessonRun, OutcomeKind, ProgressStore, load_lesson
from tutor.course.gate import check_lesson
from tutor.course.start import write_start

from .conftest import FIXTURES, MONDAY, Desk

LETTER = FIXTURES / "told" / "09-letter"
KEY = "aws iam delete-access-key --user-name jun --access-key-id {}"
GROUP = "aws iam delete-group --group-name everybody"
JUN = "aws iam delete-user --user-name jun"
RULES = (
    "aws iam create-policy --policy-name Rules --policy-document "
    '\'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}\''
)


@pytest.fixture
def run(tmp_path: Path) -> LessonRun:
    save = Save.in_memory(seed=bytes(32), clock=lambda: MONDAY)
    return Desk(load_lesson(LETTER), tmp_path, save, ProgressStore()).sit_down()


def delete_key(run: LessonRun) -> None:
    run.enter(KEY.format(next(iter(run.sandbox.world.accounts["111111111111"].users["jun"].keys))))


def shown(run: LessonRun) -> tuple[list[str], int]:
    """The goals on screen, and how many are still to be found."""
    view = run.view("en")
    return [goal.id for goal in view.goals], view.hidden


# What is hidden


def test_a_hidden_goal_is_counted_and_neither_shown_nor_explained(run: LessonRun) -> None:
    assert shown(run) == (["a-policy"], 3)
    for typed, kind in (("check", OutcomeKind.CHECKED), ("next", OutcomeKind.NOT_YET)):
        outcome = run.enter(typed)
        assert (outcome.kind, [one.name for one in outcome.missing], outcome.hidden) == (
            kind,
            ["a-policy"],
            3,
        )


def test_it_shows_once_it_passes_and_stays_shown_when_it_fails_again(run: LessonRun) -> None:
    run.enter(GROUP)
    assert shown(run) == (["no-group", "a-policy"], 2)
    run.enter("undo")
    assert shown(run) == (["no-group", "a-policy"], 2)
    assert [one.name for one in run.enter("check").missing] == ["no-group", "a-policy"]


def test_a_finding_may_show_another_goal(run: LessonRun) -> None:
    delete_key(run)
    assert shown(run) == (["no-key", "no-group", "a-policy"], 1)


def test_the_solution_shows_all(run: LessonRun) -> None:
    run.enter("solution")
    assert shown(run) == (["no-key", "no-group", "no-jun", "a-policy"], 0)


def test_when_only_hidden_goals_are_open_the_check_is_not_content(run: LessonRun) -> None:
    run.enter(RULES)
    outcome = run.enter("check")
    assert (outcome.missing, outcome.hidden, outcome.step_passed) == ((), 3, False)


@pytest.mark.parametrize(
    ("language", "words", "more", "text"),
    [
        ("en", "check", "3 more, not shown yet", "Jun has no key"),
        ("ko", "확인", "아직 드러나지 않은 목표: 3개", "키가 없어요"),
    ],
)
def test_plain_mode_counts_them(run: LessonRun, language: Language, words: str, more: str, text: str) -> None:
    said: list[str] = []
    play_lesson(run, language, StringIO(f"{RULES}\n{words}\n"), said.append)
    lines = "\n".join(said).split("\n")
    assert sum(more in line for line in lines) == 2, "on the page, and at the check"
    assert not any(text in line for line in lines)


@pytest.mark.parametrize(
    ("language", "more"), [("en", "3 more, not shown yet"), ("ko", "아직 드러나지 않은 목표: 3개")]
)
def test_the_app_counts_them_below_the_goals(run: LessonRun, language: Language, more: str) -> None:
    page = lesson_page(run.view(language), language, tried=True, map_picture=None)
    assert [goal.id for goal in page.goals] == ["a-policy", ""]
    assert page.goals[-1].text.plain == more


# The letter


def letter(run: LessonRun) -> list[str]:
    while run.view("en").step_id != "tell":
        run.enter("next")
    return run.view("en").body_markdown.split("\n")


def test_it_tells_the_findings_in_the_order_found_and_who_settled_them(run: LessonRun) -> None:
    run.enter(GROUP)
    run.enter("aws iam delete-user --user-name nobody")
    delete_key(run)
    run.enter(JUN + " --profile mina")
    run.enter("hint")
    run.enter(RULES)
    assert letter(run) == [
        "Dear Mina,",
        "",
        "- An empty group (yuna)",
        "- A key of somebody who had left (yuna deleted it)",
        "- A user for nobody (root)",
        "- No rules at all (yuna)",
        "",
        "Nobody had to stop working.",
        "Root lent a hand.",
        "",
        "> Found: 4, left: 0, requests: 5, refused: 0, hints: 1.",
    ]
    assert "- 빈 그룹 (지운 사람: yuna)" in run.view("ko").body_markdown


def test_it_tells_what_was_left_to_the_solution_and_what_had_stopped(run: LessonRun) -> None:
    delete_key(run)
    run.enter("aws iam delete-user --user-name noah")
    run.enter("undo")
    run.enter("solution")
    run.enter(GROUP)
    assert letter(run) == [
        "Dear Mina,",
        "",
        "- A key of somebody who had left (yuna deleted it)",
        "",
        "The rest stood in the solution:",
        "",
        "- An empty group (yuna)",
        "- A user for nobody (yuna)",
        "- No rules at all (yuna)",
        "",
        "Noah had to wait for a moment.",
        "",
        "> Found: 1, left: 3, requests: 7, refused: 0, hints: 0.",
    ]


def test_a_hint_speaks_of_the_account_as_it_is(run: LessonRun) -> None:
    run.enter("hint")
    assert run.view("en").hints_shown == ("Jun is still there.",)
    delete_key(run)
    run.enter(JUN)
    assert run.view("ko").hints_shown == ("준 님의 사용자는 없어졌어요.",)


def test_it_is_the_same_after_coming_back(tmp_path: Path) -> None:
    save, progress = Save.in_memory(seed=bytes(32), clock=lambda: MONDAY), ProgressStore(tmp_path / "p.json")
    desk = Desk(load_lesson(LETTER), tmp_path, save, progress)
    run = desk.sit_down()
    for line in (RULES, GROUP, "solution", "next"):
        run.enter(line)
    before = letter(run)
    progress.close()
    again = Desk(desk.lesson, tmp_path, save, ProgressStore(tmp_path / "p.json")).sit_down()
    assert again.view("en").body_markdown.split("\n") == before


# The author


def test_the_gate_plays_hidden_goals(edited: Callable[..., Path]) -> None:
    folder = edited(LETTER, yaml=("- aws iam delete-group", "- aws iam get-group"))
    write_start(load_lesson(folder))
    assert ("solution-goal", "no-group") in [(fault.code, fault.found) for fault in check_lesson(folder)]


@pytest.mark.parametrize(
    ("changes", "code", "found", "nearest"),
    [
        ({"en": ("{when look}", "{when lok}")}, "unknown-told", "{when lok}", "look"),
        ({"en": ("{found:look}", "They are: {found:look}")}, "told-mark", "{found:look}", None),
        ({"en": ("{found:look}", "{found:tell}")}, "unknown-told", "{found:tell}", None),
        ({"en": ("{count:found:look}", "{count:tries:look}")}, "told-mark", "{count:tries:look}", None),
        ({"en": ("Dear Mina,", "Dear {when look} Mina,")}, "told-mark", "{when look}", None),
        ({"ko": ("### finding no-key\n떠난 사람의 키 (지운 사람: {who})\n", "")}, "text-missing", "", None),
        ({"yaml": ("hidden: no-key", "hidden: no-kee")}, "unknown-goal", "no-kee", "no-key"),
        (
            {"yaml": ("exists: {user: noah}", "exists: {user: noah}\n    hidden: true")},
            "keep-hidden",
            "",
            None,
        ),
        ({"yaml": ("exists: {user: jun}", "exists: {usr: jun}")}, "unknown-field", "usr", "user"),
    ],
)
def test_a_mark_that_asks_of_nothing_is_refused(
    edited: Callable[..., Path],
    changes: dict[str, tuple[str, str]],
    code: str,
    found: str,
    nearest: str | None,
) -> None:
    folder = edited(LETTER, **changes)
    with pytest.raises(LessonFaults) as unsound:
        load_lesson(folder)
    faults = [fault for fault in unsound.value.faults if fault.code == code]
    assert faults, unsound.value.faults
    assert found in faults[0].found
    assert faults[0].nearest == nearest
