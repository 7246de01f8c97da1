"""What the console offers at the cursor."""

from pathlib import Path

import pytest

from tests.gateway.conftest import Lines

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"


@pytest.fixture
def furnished(aws_with_yuna: Lines, workspace: Path) -> Lines:
    aws = aws_with_yuna
    (workspace / "upload.json").write_text("{}", "utf-8")
    aws.run("aws iam create-group --group-name photographers")
    aws.run("aws s3 mb s3://moonrabbit-photos")
    aws.run("aws s3 cp upload.json s3://moonrabbit-photos/2026/a.json")
    return aws


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("a", ("aws",)),
        ("", ("aws", "cat", "clock", "ls", "redo", "undo")),
        ("aws ", ("iam", "s3", "s3api", "sts")),
        ("aws i", ("iam",)),
        ("aws iam create-", ("create-access-key", "create-group", "create-policy", "create-user")),
        ("aws --profile mina iam create-u", ("create-user",)),
        ("AWS_PROFILE=mina aws sts ", ("get-caller-identity",)),
        ("aws s3 ", ("cp", "ls", "mb", "mv", "rb", "rm", "sync")),
        ("aws iam get-user --u", ("--user-name",)),
        ("aws iam get-user --user-name ", ("yuna",)),
        ("aws iam list-users --p", ("--path-prefix", "--profile")),
        ("aws iam add-user-to-group --user-name yuna --group-name p", ("photographers",)),
        ("aws iam get-policy --policy-arn arn:aws:iam::aws:policy/Adm", (ADMINISTRATOR,)),
        ("aws iam put-user-policy --policy-document f", ("file://upload.json",)),
        ("aws iam list-users --profile ", ("mina", "stranger", "typo", "yuna")),
        ("aws iam list-users --output t", ("table", "text")),
        ("aws s3 ls s3://m", ("s3://moonrabbit-photos/",)),
        ("aws s3 rm s3://moonrabbit-photos/2", ("s3://moonrabbit-photos/2026/a.json",)),
        ("aws s3 cp up", ("upload.json",)),
        ("aws s3api get-object --bucket moonrabbit-photos --key 2", ("2026/a.json",)),
        ("cat u", ("upload.json",)),
        ("aws lambda ", ()),
        ("rm ", ()),
    ],
)  # fmt: skip
def test_what_could_stand_at_the_cursor(furnished: Lines, line: str, candidates: tuple[str, ...]) -> None:
    completion = furnished.console.complete(line, len(line))
    assert completion.candidates == candidates
    assert line[completion.start :] == line.rpartition(" ")[2]


def test_the_cursor_may_stand_inside_the_line(furnished: Lines) -> None:
    completion = furnished.console.complete("aws ia list-users", 6)
    assert (completion.start, completion.end, completion.candidates) == (4, 6, ("iam",))
