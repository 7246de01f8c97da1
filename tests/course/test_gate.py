"""The publishing gate plays the lesson: a start, a solution, right and wrong alternatives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.course import LessonFaults, check_lesson, load_lesson
from tutor.course.gate.coverage import coverage_faults
from tutor.course.gate.play import play_faults
from tutor.course.start import write_start

from .conftest import WORKSHOP

Edit = Callable[..., Path]


def found(folder: Path) -> list[tuple[str, str, str, str]]:
    """What playing the lesson in a folder finds, or what keeps it from being opened."""
    try:
        faults = tuple(play_faults(load_lesson(folder)))
    except LessonFaults as unsound:
        faults = unsound.faults
    return [(f.file.name, f.code, f.found, f.expected) for f in faults]


def test_the_small_lesson_plays(edited: Edit) -> None:
    assert found(edited()) == []


@pytest.mark.long
def test_the_lesson_with_every_kind_of_step_is_sound() -> None:
    assert check_lesson(WORKSHOP) == []


def test_a_lesson_that_cannot_be_opened_is_not_played(edited: Edit) -> None:
    assert {code for _, code, _, _ in found(edited(yaml=("answer: signature", "answer: sign")))} == {
        "unknown-option"
    }


TYPO = "solution: [aws s3 ls s3://moonrabbit-photos --profile typo]"
INVOICE = 'resource: "arn:aws:s3:::moonrabbit-invoices/2026-01.pdf"}'
CUT_OFF = "aws iam delete-user-policy --profile mina --user-name noah --policy-name invoices"

PLAYED = [
    (
        "goal at the start",
        ("denied-once: {as: profile/typo, error: SignatureDoesNotMatch}", "exists: {user: yuna}"),
        ("goal-at-start", "stopped-at-the-first"),
    ),
    (
        "keep at the start",
        (f"action: s3:GetObject, {INVOICE}", f"action: s3:PutObject, {INVOICE}"),
        ("keep-at-start", "noah-reads"),
    ),
    (
        "prediction",
        ("expect: refused}\n    practises", "expect: allowed}\n    practises"),
        ("prediction", "refused"),
    ),
    ("solution", (TYPO, TYPO.replace(" --profile typo", "")), ("solution-goal", "stopped-at-the-first")),
    ("solution breaks a keep", (TYPO, TYPO.replace("]", f", {CUT_OFF}]")), ("solution-keep", "noah-reads")),
    (
        "start line",
        ("aws iam create-user --user-name noah", "aws iam create-user --user-name yuna"),
        ("start-line", "EntityAlreadyExists"),
    ),
    (
        "start line ought to fail",
        ("fails: AccessDenied", "fails: NoSuchBucket"),
        ("start-line", "AccessDenied"),
    ),
]


@pytest.mark.parametrize(("change", "fault"), [row[1:] for row in PLAYED], ids=[row[0] for row in PLAYED])
def test_what_does_not_happen_as_the_lesson_says(
    edited: Edit, change: tuple[str, str], fault: tuple[str, str]
) -> None:
    assert fault in {row[1:3] for row in found(edited(yaml=change))}


def test_start_lines_are_compiled_anew_after_a_change(edited: Edit) -> None:
    folder = edited(yaml=("  lines:\n", "  lines:\n    - aws iam create-user --user-name jun\n"))
    assert [row[:2] for row in found(folder)] == [("start.json", "start-stale")]
    lesson = load_lesson(folder)
    write_start(lesson)
    assert found(folder) == []


LIST = "aws s3 ls s3://moonrabbit-photos"

ALTERNATIVES = [
    ("right-a.txt", "# step: look\n", "solution-goal", "list-refused"),
    (
        "wrong-a.txt",
        "# fails: list-refused never-refused\naws s3 ls s3://moonrabbit-photos\n",
        "wrong-passes",
        "list-refused",
    ),
    ("wrong-b.txt", "# fails: yuna-lists explicit-deny\naws iam list-users\n", "wrong-cause", "no-policies"),
    ("wrong-c.txt", "# fails: yuna-list\n", "unknown-goal", "yuna-list"),
    ("wrong-d.txt", "aws iam list-users\n", "solution-header", "aws iam list-users"),
    ("wrong-e.txt", "# fails: yuna-lists no-polices\n", "unknown-cause", "no-polices"),
    ("right-b.txt", "# step: lock\n", "unknown-step", "lock"),
    ("good-a.txt", "# step: look\n", "file-name", "good-a.txt"),
]


@pytest.mark.parametrize(
    ("name", "text", "code", "value"), ALTERNATIVES, ids=[row[0] for row in ALTERNATIVES]
)
def test_an_alternative_that_does_not_do_as_it_says(
    edited: Edit, name: str, text: str, code: str, value: str
) -> None:
    folder = edited()
    for known in (folder / "solutions").iterdir():
        known.unlink()
    (folder / "solutions" / name).write_text(text, encoding="utf-8")
    assert [row[:3] for row in found(folder) if row[0] == name] == [(name, code, value)]


UNCOVERED = {"claim-not-taught", "claim-not-practised", "claim-not-asked"}

COVERAGE = [
    (
        "skills: [A1, A2, A3]",
        "skills: [A1, A2, A3, B1]",
        {"claim-not-taught", "claim-not-practised", "claim-not-asked"},
    ),
    ("practises: [A2]", "practises: [A1]", {"claim-not-practised"}),
    ("asks: [A3]\n    recall: true", "asks: [A3]", {"recall-few"}),
]


@pytest.mark.parametrize(("old", "new", "codes"), COVERAGE)
def test_every_claim_is_taught_practised_and_asked(edited: Edit, old: str, new: str, codes: set[str]) -> None:
    assert {fault.code for fault in coverage_faults(load_lesson(edited(yaml=(old, new))))} == codes
