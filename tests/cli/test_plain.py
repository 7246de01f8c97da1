"""Plain mode: lesson 1 from the language question to its end, as a script types it."""

import subprocess
import sys
from pathlib import Path

import pytest

ATTACH = "aws iam attach-user-policy --profile mina"
READ_PHOTOS = "arn:aws:iam::111111111111:policy/ReadPhotos"

LESSON = (
    "",  # the grey line: aws sts get-caller-identity
    "",
    "2",  # will you see the pictures? no
    "",
    "aws s3 ls s3://moonrabbit-photos",
    "",
    f"{ATTACH} --user-name yuna --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
    "aws s3 ls s3://moonrabbit-photos",
    "",
    "1",  # an administrator may delete invoices
    "",
    "aws iam detach-user-policy --profile mina --user-name yuna "
    "--policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
    f"{ATTACH} --user-name yuna --policy-arn {READ_PHOTOS}",
    "",
    "2",  # a wrong secret stops the owner too
    "",
    "aws s3 ls s3://moonrabbit-photos --profile mina-typo",
    "aws s3 ls s3://moonrabbit-photos --profile stranger",
    "",
    "2 4 6",
    "",
    f"{ATTACH} --user-name sora --policy-arn {READ_PHOTOS}",
    f"{ATTACH} --user-name noah --policy-arn arn:aws:iam::111111111111:policy/ReadSales",
    "aws iam create-access-key --profile mina --user-name ian",
    "aws sts get-caller-identity --profile ian",
    "",
    "2",
    "",
    "2",
    "",
    "1 3",
    "",
)


def play(saves: Path, lines: tuple[str, ...], *words: str) -> str:
    """What the tutor says to the lines; it must leave with 0 and without a complaint."""
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "--plain", "--saves", str(saves), *words],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("choice", "title", "end"),
    [
        ("1", "월요일, 두 개의 문", "레슨을 마쳤어요."),
        pytest.param("2", "Monday: two gates", "The lesson is done.", marks=pytest.mark.long),
    ],
)
def test_the_lesson_is_played_to_its_end(tmp_path: Path, choice: str, title: str, end: str) -> None:
    said = play(tmp_path, (choice, *LESSON))
    assert f"IAM Tutor — {title}" in said
    assert "(AccessDenied)" in said
    assert "(SignatureDoesNotMatch)" in said
    assert "(InvalidAccessKeyId)" in said
    assert f"{end}\n" in said


@pytest.mark.long
def test_it_goes_on_where_the_input_ended(tmp_path: Path) -> None:
    play(tmp_path, LESSON[:9], "--language", "en")
    said = play(tmp_path, LESSON[9:], "--language", "en")
    assert "== 5/13" in said
    assert "The lesson is done.\n" in said


def test_words_work_in_both_languages_and_with_hangul_mode_left_on(tmp_path: Path) -> None:
    said = play(
        tmp_path,
        ("hint", "힌트", "ㅗㅑㅜㅅ", "ㅁㅈㄴ ㄴㅅㄴ ㅎㄷㅅ-ㅊ미ㅣㄷㄱ-ㅑㅇ둣ㅑ쇼"),
        "--language",
        "en",
    )
    assert "user/yuna" in said
    assert "Hangul" in said


def test_the_half_line_of_a_step_is_continued(tmp_path: Path) -> None:
    said = play(tmp_path, (*LESSON[:6], "arn:aws:iam::aws:policy/AdministratorAccess"), "--language", "en")
    assert "allowed by AdministratorAccess" in said or "AdministratorAccess" in said
    assert "Unknown options" not in said


def test_a_terminal_that_cannot_draw_is_told_of_plain_mode(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "--saves", str(tmp_path), "--language", "en"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--plain" in done.stderr


def test_the_consoles_own_words(tmp_path: Path) -> None:
    said = play(
        tmp_path,
        (
            "",
            "explain",
            "history",
            "aws iam create-usr",
            "help",
            "clock +1h",
            "aws configure",
            "exit",
            "",
            "",
            "",
        ),
        "--language",
        "en",
    )
    assert "1 who are you? arn:aws:iam::111111111111:user/yuna" in said.lower()
    assert "  1 01-05" in said
    assert "  * create-user" in said
    assert "valid choices" not in said
    assert "goto N, 이동: " in said
    assert said.count("The sandbox clock shows") == 1
    assert "AWS Secret Access Key [None]:" in said
