"""Plain mode: every kind of step by keyboard, in both languages, typing errors included."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.course.conftest import MONDAY, WORKSHOP
from tutor.account import Save
from tutor.cli.plain import play_lesson
from tutor.cli.plain_prose import plain_text
from tutor.cli.plain_text import continued
from tutor.course import LANGUAGES, Language, LessonRun, ProgressStore, lessons_folder, load_lesson
from tutor.gateway import Console, Sandbox
from tutor.wording import say

CREATE = "aws iam create-policy --policy-name ReadAlbum --policy-document file://broken.json"
FIXED = (
    "{",
    '  "Version": "2012-10-17",',
    '  "Statement": [{',
    '    "Effect": "Allow",',
    '    "Action": "s3:GetObject",',
    '    "Resource": "arn:aws:s3:::moonrabbit-{bucket}/album/*"',
    "  }]",
    "}",
    ".",
)

Play = Callable[..., list[str]]


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Types lines into the lesson with every kind of step; gives what was said, line by line."""
    sandbox = Sandbox(Save.in_memory(seed=bytes(32), clock=lambda: MONDAY), lambda: MONDAY)
    lesson = load_lesson(WORKSHOP)
    console = Console(sandbox, tmp_path, lesson.file.caller)
    run = LessonRun(lesson, sandbox, console, ProgressStore(), lambda: MONDAY)
    bucket = run.record.variant["bucket"]

    def typed(language: Language, *lines: str) -> list[str]:
        said: list[str] = []
        text = "".join(f"{line}\n" for line in lines).replace("{bucket}", bucket)
        play_lesson(run, language, StringIO(text), said.append)
        return "\n".join(said).split("\n")

    return typed


NAMES = ("next", "check", "edit", "all", "solution", "out")
WORDS: dict[Language, dict[str, str]] = {
    "ko": {
        "next": "다음",
        "check": "확인",
        "edit": "편집",
        "all": "전체",
        "solution": "풀이",
        "out": "로그아웃",
    },
    "en": {
        "next": "next",
        "check": "check",
        "edit": "edit",
        "all": "all",
        "solution": "solution",
        "out": "sign-out",
    },
}

DONE: dict[Language, str] = {"ko": "레슨을 마쳤어요.", "en": "The lesson is done."}
"""What is said behind the last step."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lesson_is_played_to_its_end(play: Play, language: Language) -> None:
    words = WORDS[language]
    said = play(
        language,
        "",
        "２",  # full-width digits
        "",
        "1 1 2",
        words["solution"],
        "",
        "-",
        "111111111111",
        "Inactive",
        "",
        words["check"],
        f"{words['edit']} broken.json",
        f'{words["edit"]} broken.json 4     "Efffect": "Allow",',
        f"{words['edit']} broken.json {words['all']}",
        *FIXED,
        words["check"],
        CREATE,
        "",
        "aws iam create-login-profile --user-name jun --password Moon-Rabbit-1 --profile mina",
        "sign-in --user jun",
        "wrong-password",
        "로그인 --user jun",
        "Moon-Rabbit-1",
        words["out"],
        "",
        "1",
        "",
        words["solution"],
        words["next"],
    )
    assert said[-1] == DONE[language]


def test_what_is_wrong_in_a_file_is_said_with_its_place(play: Play) -> None:
    said = play("en", "start 1", "edit broken.json 5     Action: 7", "edit broken.json 99 x", "check")
    assert any(line.startswith("IAM refuses this policy at line 5") for line in said)
    assert "The file has no such line." in said


def test_the_gaps_are_asked_one_by_one(play: Play) -> None:
    said = play("en", "", "2", "", "solution", "", "us-east-1", "aws", "1")
    assert "    arn:aws:iam:[1: ____]:[2: ____]:user/jun" in said
    assert "Gap 2 of 3. The account:" in said
    assert "Choose by number: 1 Active · 2 Inactive" in said
    assert [line for line in said if line.startswith("  ✗ The")] == [
        "  ✗ The region of an IAM user: (right: -)",
        "  ✗ The account: (right: 111111111111 | 111122223333)",
        "  ✗ The key is now: (right: Inactive)",
    ]


def test_a_wrong_order_is_shown_with_its_pieces(play: Play) -> None:
    said = play("en", "", "2", "", "3 2 1")
    judged = [line for line in said if line.startswith(("  ✓ ", "  ✗ "))]
    assert [line[4:] for line in judged[-3:]] == ["1. Version", '2. "Statement": [', "3. Effect"]
    assert any(line.startswith("  ✗") for line in judged)


def test_a_second_answer_is_told_to_come_too_late(play: Play) -> None:
    said = play("en", "", "2", "1 3")
    assert said.count(say("en", "course.option.answered")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_repair_teaches_is_said_when_it_is_mended(tmp_path: Path, language: Language) -> None:
    sandbox = Sandbox(Save.in_memory(seed=bytes(32), clock=lambda: MONDAY), lambda: MONDAY)
    lesson = load_lesson(lessons_folder() / "07-policies")
    run = LessonRun(
        lesson, sandbox, Console(sandbox, tmp_path, lesson.file.caller), ProgressStore(), lambda: MONDAY
    )
    run.open_step("a-date-to-update")
    step = lesson.step("a-date-to-update")
    assert step is not None
    assert step.repair is not None
    assert step.work is not None
    (callout,) = step.callouts
    words = plain_text(lesson.texts(step, language).callouts[callout].text)
    text = lesson.model(step.repair.solution_file)
    said: list[str] = []
    lines = [f"edit {step.repair.file} all", *text.splitlines(), ".", *step.work.solution, ""]
    play_lesson(run, language, StringIO("\n".join(lines)), said.append)
    passed = max(number for number, line in enumerate(said) if line.startswith("✓ "))
    (told,) = [number for number, line in enumerate(said) if line == words]
    assert passed < told < said.index(say(language, "cli.plain.go-on"))


def test_one_may_go_straight_to_the_last_challenge(play: Play) -> None:
    said = play("ko", "건너뛰기")
    assert any("모두 정리" in line for line in said)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("yuna", "aws iam get-user --user-name yuna"),
        ("yuna --output text", "aws iam get-user --user-name yuna --output text"),
        ("aws iam list-users", "aws iam list-users"),
        ("$ aws iam list-users", "$ aws iam list-users"),
        ("힌트", "힌트"),
        ("history before", "history before"),
        ("no command at all", "no command at all"),
        ("", ""),
    ],
)
def test_what_continues_a_line_that_is_begun(typed: str, sent: str) -> None:
    assert continued("aws iam get-user --user-name ", typed, takes=False) == sent


@pytest.mark.parametrize("typed", ["ursive", "--recursive"])
def test_half_a_word_is_typed_on_or_anew(typed: str) -> None:
    assert continued("aws s3 ls --rec", typed, takes=False) == "aws s3 ls --recursive"
