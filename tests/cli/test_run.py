"""`iam-tutor run`: console lines on standard input, as a script uses it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LINES = "aws iam create-user --user-name alice\naws iam list-users --query 'Users[].UserName' --output text\n"


def tutor(*words: str, lines: str = "", folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words],
        input=lines,
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )


def answers(done: "subprocess.CompletedProcess[str]") -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_is_answered_by_one_line() -> None:
    created, listed = answers(tutor("run", "--format", "json", lines=LINES))
    assert created["rc"] == 0
    assert json.loads(str(created["stdout"]))["User"]["Arn"] == "arn:aws:iam::111111111111:user/alice"
    assert listed == {"rc": 0, "stdout": "alice\n", "stderr": ""}


def test_a_wrong_secret_an_unknown_key_and_a_missing_permission_are_three_errors(tmp_path: Path) -> None:
    where = ("run", "--format", "json", "--saves", str(tmp_path), "--save", "three")
    _, key = answers(
        tutor(
            *where, lines="aws iam create-user --user-name kim\naws iam create-access-key --user-name kim\n"
        )
    )
    made = json.loads(str(key["stdout"]))["AccessKey"]
    key_id, secret = made["AccessKeyId"], made["SecretAccessKey"]
    lines = (
        f"AWS_ACCESS_KEY_ID={key_id} AWS_SECRET_ACCESS_KEY={secret} aws iam list-users\n"
        f"AWS_ACCESS_KEY_ID={key_id} AWS_SECRET_ACCESS_KEY=wrong aws iam list-users\n"
        f"AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY={secret} aws iam list-users\n"
    )
    denied, unsigned, unknown = answers(tutor(*where, lines=lines))
    assert "(AccessDenied)" in str(denied["stderr"])
    assert (
        "User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: "
        "arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action"
    ) in str(denied["stderr"])
    assert "(SignatureDoesNotMatch)" in str(unsigned["stderr"])
    assert "(InvalidClientTokenId)" in str(unknown["stderr"])
    assert [denied["rc"], unsigned["rc"], unknown["rc"]] == [255, 255, 255]


def test_a_save_is_found_again_and_no_save_is_a_new_account(tmp_path: Path) -> None:
    kept = ("run", "--format", "json", "--saves", str(tmp_path), "--save", "kept")
    answers(tutor(*kept, lines=LINES))
    (again,) = answers(tutor(*kept, lines="aws iam get-user --user-name alice\n"))
    (fresh,) = answers(tutor("run", "--format", "json", lines="aws iam get-user --user-name alice\n"))
    assert (again["rc"], fresh["rc"]) == (0, 255)


@pytest.mark.long
def test_the_same_seed_gives_the_same_ids() -> None:
    seeded = ("run", "--format", "json", "--seed", "classroom", "--account-id", "222222222222")
    once, twice = (
        json.loads(str(answers(tutor(*seeded, lines="aws iam create-user --user-name a\n"))[0]["stdout"]))[
            "User"
        ]
        for _ in range(2)
    )
    assert once["UserId"] == twice["UserId"]
    assert once["Arn"] == "arn:aws:iam::222222222222:user/a"


def test_files_come_from_the_current_folder(tmp_path: Path) -> None:
    document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    (tmp_path / "admin.json").write_text(json.dumps(document), encoding="utf-8")
    lines = "aws iam create-policy --policy-name Admin --policy-document file://admin.json\n"
    (made,) = answers(tutor("run", "--format", "json", lines=lines, folder=tmp_path))
    assert made["rc"] == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("run", "--account-id", "12"), "12 digits"),
        (("run", "--save", "../elsewhere"), "no folder path"),
        (("run", "--save", "."), "no folder path"),
        (("run", "--frmat", "json"), "--frmat"),
        (("run", "--format", "xml"), "text"),
        (("run", "--seed"), "--seed"),
        (("fly",), "fly"),
    ],
)
def test_bad_usage_is_a_sentence_and_exit_code_2(words: tuple[str, ...], expected: str) -> None:
    for language, spoken in (("en", "For help"), ("ko", "도움말")):
        done = tutor(*words, "--language", language)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert done.stdout == ""
        if language == "en":
            assert expected in done.stderr
        elif "--save" not in words and "--account-id" not in words:
            assert spoken in done.stderr


@pytest.mark.long
def test_options_of_a_new_account_are_refused_for_an_old_one(tmp_path: Path) -> None:
    kept = ("run", "--saves", str(tmp_path), "--save", "kept")
    assert tutor(*kept).returncode == 0
    again = tutor(*kept, "--seed", "x")
    assert again.returncode == 2
    assert "--seed" in again.stderr


def test_a_damaged_journal_without_a_backup_is_named_and_left_alone(tmp_path: Path) -> None:
    kept = ("run", "--saves", str(tmp_path), "--save", "kept")
    assert tutor(*kept, lines=LINES).returncode == 0
    journal = tmp_path / "kept" / "journal.jsonl"
    text = journal.read_bytes()
    journal.write_bytes(text.replace(b"alice", b"alicE", 1))
    for name in ("account.json", "account.json.bak", "journal.jsonl.bak"):
        (tmp_path / "kept" / name).unlink(missing_ok=True)
    done = tutor(*kept, lines=LINES)
    assert done.returncode == 3
    assert "Line 2 of the save file" in done.stderr
    assert journal.read_bytes() == text.replace(b"alice", b"alicE", 1)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = tutor("run", "--saves", str(tmp_path / "file"), "--save", "x", lines=LINES)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_consoles_own_words_answer_in_one_line_each() -> None:
    typed = (
        "aws iam create-user --user-name alice",
        "explain",
        "history",
        "NAME=alice",
        'aws iam get-user --user-name "$NAME" --query User.UserName --output text',
        "aws iam create-login-profile --user-name alice --password Moon-rabbit-1",
        "sign-in --user alice",
        "Moon-rabbit-1",
        "aws sts get-caller-identity --query Arn --output text",
        "aws iam list-users | cat",
    )
    done = answers(tutor("run", "--format", "json", lines="\n".join(typed) + "\n"))
    assert len(done) == len(typed)
    said = [str(answer["stdout"]) for answer in done]
    assert "iam:CreateUser" in said[1]
    assert "iam:CreateUser" in said[2]
    assert said[4] == "alice\n"
    assert said[6] == "Password:\n"
    assert "Signed in as arn:aws:iam::111111111111:user/alice" in said[7]
    assert said[8] == "arn:aws:iam::111111111111:user/alice\n"
    assert [answer["rc"] for answer in done] == [0] * 9 + [2]
    assert "--query" in str(done[9]["stderr"])
