"""What the console offers at the cursor."""

from pathlib import Path

import pytest

from tests.gateway.conftest import Lines
from tutor.gateway.words import REGISTRY

STATEMENT = '{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}'
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"


@pytest.fixture
def furnished(aws_with_yuna: Lines, workspace: Path) -> Lines:
    aws = aws_with_yuna
    (workspace / "upload.json").write_text("{}", "utf-8")
    aws.run("aws iam create-group --group-name photographers")
    aws.run("aws s3 mb s3://moonrabbit-photos")
    aws.run("aws s3 cp upload.json s3://moonrabbit-photos/2026/a.json")
    trust = f'{{"Version":"2012-10-17","Statement":[{STATEMENT}]}}'
    aws.run(f"aws iam create-role --role-name photo --assume-role-policy-document '{trust}'")
    aws.run("PLACE=s3://moonrabbit-photos")
    return aws


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("a", ("aws",)),
        ("h", ("help", "history")),
        ("aws i", ("iam",)),
        ("aws iam create-pol", ("create-policy", "create-policy-version")),
        ("aws c", ("configure",)),
        ("aws configure l", ("list", "list-profiles")),
        ("aws --profile mina iam create-u", ("create-user",)),
        ("AWS_PROFILE=mina aws sts get-c", ("get-caller-identity",)),
        ("aws s3 ", ("cp", "ls", "mb", "mv", "presign", "rb", "rm", "sync")),
        ("aws iam get-user --u", ("--user-name",)),
        ("aws iam get-user --user-name ", ("yuna",)),
        ("aws iam list-users --p", ("--page-size", "--path-prefix", "--profile")),
        ("aws s3 cp a b --rec", ("--recursive",)),
        ("aws s3api get-object --bucket moonrabbit-photos --out", ("--output",)),
        ("aws iam get-role --role-name p", ("photo",)),
        ("aws iam update-assume-role-policy --policy-document f", ("file://upload.json",)),
        ("aws sts assume-role --role-arn a", ("arn:aws:iam::111111111111:role/photo",)),
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
        ("rm ", ("upload.json",)),
        ("edit u", ("upload.json",)),
        ("보기 u", ("upload.json",)),
        ("help hi", ("history",)),
        ("export AWS_PRO", ("AWS_PROFILE=",)),
        ("echo $PLA", ("$PLACE",)),
        ('aws s3 ls "${PLA', ('"${PLACE}',)),
        ("unset ", ("PLACE",)),
        ("sign-in --acc", ("--account",)),
        ("sign-in --account ", ("111111111111", "moonrabbit")),
        ("sign-in --user y", ("yuna",)),
        ("clock ", ("+1d", "+1h", "+30m")),
        ("explain 1", ("1",)),
        ("frobnicate ", ()),
        ("AWS IAM".lower() + " LIST-USERS", ("list-users",)),
        ("aws iam get-user --USER", ("--user-name",)),
        ("aws iam get-user --user-name=y", ("yuna",)),
        ("AWS_PROFILE=m", ("mina",)),
        ("AWS_DEFAULT_O", ("AWS_DEFAULT_OUTPUT=",)),
        ("되", ("되돌리기",)),
        ("aws iam wait user", ("user-exists",)),
        ("aws iam wait user-exists --user-name ", ("yuna",)),
        ("aws sts w", ()),
        ("aws iam create-user h", ("help",)),
        ("aws iam list-policies --scope ", ("AWS", "All", "Local")),
        ("aws iam list-policies --scope l", ("Local",)),
        ("aws iam update-access-key --status i", ("Inactive",)),
        ("aws iam list-policies --only-attached --sc", ("--scope",)),
        ("aws --no-paginate iam get-user --user-name ", ("yuna",)),
        ("aws s3 cp --recursive up", ("upload.json",)),
        ("aws iam simulate-principal-policy --action-names s3:GetObjectTag", ("s3:GetObjectTagging",)),
        ("aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111111111111:r",
         ("arn:aws:iam::111111111111:role/photo",)),
        ("aws iam detach-user-policy --user-name yuna --policy-arn ", ()),
        ("aws iam remove-user-from-group --group-name photographers --user-name ", ()),
        ("aws sts assume-role --role-arn arn:aws:iam::1:role/photo --role-s", ("--role-session-name",)),
    ],
)  # fmt: skip
def test_what_could_stand_at_the_cursor(furnished: Lines, line: str, candidates: tuple[str, ...]) -> None:
    completion = furnished.console.complete(line, len(line))
    assert completion.candidates == candidates
    assert line[completion.start :] == line.rpartition(" ")[2].rpartition("=")[2]


def test_required_options_come_first_and_what_the_line_has_is_left_out(furnished: Lines) -> None:
    line = "aws iam add-user-to-group --user-name yuna "
    found = furnished.console.complete(line, len(line)).found
    assert (found[0].text, found[0].required) == ("--group-name", True)
    assert not any(one.required for one in found[1:])
    assert "--user-name" not in [one.text for one in found]


def test_each_has_a_line_that_says_what_it_is(furnished: Lines) -> None:
    def about(line: str) -> str:
        return furnished.console.complete(line, len(line)).found[0].about

    assert about("aws iam create-use") == "Creates a new IAM user for your Amazon Web Services account."
    assert about("aws iam create-user --user") == "The name of the user to create."
    assert about("aws s3 l") == "List S3 objects and common prefixes under a prefix or all S3 buckets."
    assert about("aws iam list-users --outp") == "The formatting style for command output."
    assert "<" not in about("aws iam get-policy --policy-arn arn:aws:iam::aws:policy/Adm")


def test_a_thousand_users_are_offered_in_order(furnished: Lines) -> None:
    users = furnished.console.sandbox.account.users
    users.update({f"user-{number:04}": users["yuna"] for number in range(1000)})
    line = "aws iam get-user --user-name user-"
    found = furnished.console.complete(line, len(line)).candidates
    assert (len(found), found[0], found[-1]) == (1000, "user-0000", "user-0999")


def test_the_cursor_may_stand_inside_the_line(furnished: Lines) -> None:
    completion = furnished.console.complete("aws ia list-users", 6)
    assert (completion.start, completion.end, completion.candidates) == (4, 6, ("iam",))


def test_a_line_of_a_thousand_words_and_any_cursor_are_answered_at_once(furnished: Lines) -> None:
    line = "aws iam get-user --user-name " * 300
    for cursor in (0, 1, len(line) // 2, len(line), len(line) + 5):
        assert furnished.console.complete(line, cursor).end == cursor


def test_nothing_is_offered_for_a_password(furnished: Lines) -> None:
    furnished.run("sign-in --user yuna")
    assert furnished.console.complete("a", 1).candidates == ()


def test_every_word_of_the_registry_is_offered(furnished: Lines) -> None:
    assert set(furnished.console.complete("", 0).candidates) == {"aws", *REGISTRY}
