"""Profiles: the list of them, and `aws configure`, which keeps keys in the save."""

from pathlib import Path

import pytest

from tests.gateway.conftest import Lines
from tutor.gateway import Sandbox

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


@pytest.fixture
def key(aws: Lines) -> dict[str, str]:
    aws.run("aws iam create-user --user-name jun")
    made = aws.json("aws iam create-access-key --user-name jun")["AccessKey"]
    assert isinstance(made, dict)
    return made


def test_profiles_are_listed_with_whose_they_are(aws_with_yuna: Lines) -> None:
    rows = aws_with_yuna.run("profiles").stdout.splitlines()
    assert [row.split()[0] for row in rows] == ["mina", "stranger", "typo", "yuna"]
    assert "arn:aws:iam::111111111111:root" in rows[0]
    assert "user/yuna  AKIA" in rows[3]
    aws_with_yuna.run("export AWS_PROFILE=yuna")
    assert [row for row in aws_with_yuna.run("프로필").stdout.splitlines() if row.startswith("*")] == [
        f"*{rows[3][1:]}"
    ]


def test_configure_asks_and_keeps(aws: Lines, key: dict[str, str], sandbox: Sandbox) -> None:
    first = aws.run("aws configure --profile jun")
    assert first.question is not None
    assert first.question.notice.kind == "ask.aws_access_key_id"
    secret = aws.run(key["AccessKeyId"])
    assert secret.question is not None
    assert secret.question.secret
    aws.run(key["SecretAccessKey"])
    assert aws.run("").stdout == "Default output format [None]:\n"
    done = aws.run("text")
    assert done.question is None
    assert done.changed
    assert sandbox.profiles["jun"].keys() == {"aws_access_key_id", "aws_secret_access_key", "output"}
    assert aws.run("aws --profile jun sts get-caller-identity").stdout.split()[1].endswith("user/jun")


def test_an_empty_answer_leaves_a_setting_as_it_is(aws: Lines, key: dict[str, str]) -> None:
    aws.run(f"aws configure set aws_access_key_id {key['AccessKeyId']} --profile jun")
    aws.run(f"aws configure set aws_secret_access_key {key['SecretAccessKey']} --profile jun")
    aws.run("aws --profile jun configure")
    assert key["SecretAccessKey"] not in aws.run("").stdout
    for _ in range(3):
        aws.run("")
    assert str(aws.json("aws --profile jun sts get-caller-identity")["Arn"]).endswith("user/jun")


def test_a_secret_is_never_printed_back(aws: Lines) -> None:
    aws.run("aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE --profile x")
    aws.run(f"aws configure set aws_secret_access_key {SECRET} --profile x")
    said = "".join(
        result.stdout + result.stderr
        for result in map(
            aws.console.run,
            (
                "aws configure get aws_secret_access_key --profile x",
                "aws configure list --profile x",
                "aws configure --profile x",
                "",
                "",
                "",
                "",
                "profiles",
                "export",
                "history",
            ),
        )
    )
    assert SECRET not in said
    assert SECRET[-4:] not in said
    assert "****************MPLE" in said
    assert aws.run("aws configure get aws_access_key_id --profile x").stdout == "AKIAIOSFODNN7EXAMPLE\n"


def test_the_default_profile_is_whose_commands_are(aws: Lines, key: dict[str, str]) -> None:
    aws.run("aws configure set region ap-northeast-2")
    assert str(aws.json("aws sts get-caller-identity")["Arn"]).endswith(":root")  # a region makes nobody
    aws.run(f"aws configure set aws_access_key_id {key['AccessKeyId']}")
    aws.run(f"aws configure set aws_secret_access_key {key['SecretAccessKey']}")
    assert str(aws.json("aws sts get-caller-identity")["Arn"]).endswith("user/jun")
    assert aws.run("aws configure get region").stdout == "ap-northeast-2\n"
    assert aws.run("aws configure list-profiles").stdout.splitlines()[-1] == "default"
    aws.run("undo")
    assert str(aws.json("aws sts get-caller-identity")["Arn"]).endswith(":root")


def test_a_region_for_a_profile_of_the_lesson_leaves_its_user(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    aws_with_yuna.run("aws configure set region eu-west-1 --profile yuna")
    assert sandbox.profiles["yuna"] == {"user": "yuna", "region": "eu-west-1"}


@pytest.mark.parametrize(
    ("line", "rc", "words"),
    [
        ("aws configure sso", 255, "never touches AWS settings"),
        ("aws configure set", 255, "never touches AWS settings"),
        ("aws configure --frobnicate", 2, "never touches AWS settings"),
        ("aws configure set credential_process 'touch x'", 255, "is not a setting"),
        ("aws configure get region --profile none", 255, "The config profile (none) could not be found"),
        ("aws configure list --profile none", 255, "The config profile (none) could not be found"),
        ("aws configure get region", 1, ""),
    ],
)
def test_what_configure_does_not_do(aws: Lines, line: str, rc: int, words: str) -> None:
    assert words in aws.refused(line, rc)


def test_configure_writes_no_file(aws: Lines, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(workspace))
    aws.run("aws configure set region eu-west-1")
    assert list(workspace.iterdir()) == []


def test_keep_makes_a_profile_of_what_was_given(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    aws.run("aws sts get-session-token --profile yuna")
    kept = aws.run("keep badge")
    assert kept.notice is not None
    assert kept.notice.kind == "kept"
    assert str(aws.json("aws sts get-caller-identity --profile badge")["Arn"]).endswith("user/yuna")
    aws.run("aws iam create-access-key --user-name yuna")
    aws.run("간직 second")
    assert str(aws.json("aws sts get-caller-identity --profile second")["Arn"]).endswith("user/yuna")
    aws.run("clock +13h")
    assert "ExpiredToken" in aws.refused("aws sts get-caller-identity --profile badge")


@pytest.mark.parametrize(
    ("line", "kind"), [("keep badge", "nothing-to-keep"), ("keep", "keep-form"), ("keep --x", "keep-form")]
)
def test_keep_says_what_it_needs(aws: Lines, line: str, kind: str) -> None:
    aws.run("aws sts get-caller-identity")
    result = aws.console.run(line)
    assert result.rc != 0
    assert result.notice is not None
    assert result.notice.kind == kind
