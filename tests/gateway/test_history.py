"""What the sandbox remembers and can answer: history, explanations, hypothetical questions, profiles."""

from dataclasses import replace

import pytest

from tests.gateway.conftest import LESSON_START, Lines
from tutor.account import OPERATIONS
from tutor.gateway import Sandbox, Stamp, UnknownPrincipal
from tutor.gateway.needs import NEEDS

UPLOAD = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject",'
    '"Resource":"arn:aws:s3:::moonrabbit-photos/*"}]}'
)
LISTING = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket",'
    '"Resource":"arn:aws:s3:::moonrabbit-photos","Condition":{"StringEquals":{"s3:prefix":"public/"}}}]}'
)


def test_every_operation_of_the_account_has_a_row_in_the_table_of_needs() -> None:
    assert OPERATIONS.keys() <= NEEDS.keys()


def test_the_history_tells_who_what_and_what_came_of_it(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    aws_with_yuna.refused("aws --profile yuna iam list-users")
    aws_with_yuna.refused("aws --profile typo iam list-users")
    aws_with_yuna.refused("aws iam get-user --user-name nobody")
    rows = [
        (
            event.line,
            event.caller and event.caller.name,
            event.action,
            event.outcome,
            event.decided_by,
            event.error,
        )
        for event in sandbox.history()
    ]
    assert rows == [
        (1, None, "iam:CreateUser", "allowed", "root", None),
        (2, None, "iam:CreateAccessKey", "allowed", "root", None),
        (3, "yuna", "iam:ListUsers", "implicitDeny", "identityPolicy", "AccessDenied"),
        (4, None, "iam:ListUsers", "unauthenticated", None, "SignatureDoesNotMatch"),
        (5, None, "iam:GetUser", "allowed", "root", "NoSuchEntity"),
    ]


def test_a_live_event_carries_its_decision_and_the_history_finds_it_again(
    aws_with_yuna: Lines, sandbox: Sandbox
) -> None:
    live = aws_with_yuna.console.run("aws --profile yuna iam list-users").events[0]
    assert live.decision is not None
    assert not live.decision.allowed
    stored = sandbox.history()[-1]
    assert stored == replace(live, decision=None)
    aws_with_yuna.run(
        "aws iam attach-user-policy --user-name yuna --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess"
    )
    assert sandbox.explain(stored).decision == live.decision
    allowed = aws_with_yuna.run("aws --profile yuna iam list-users").events[0]
    assert sandbox.explain(allowed).decision == allowed.decision
    assert allowed.decided_by == "identityPolicy"


def test_nobody_has_an_explanation(aws: Lines, sandbox: Sandbox) -> None:
    aws.refused("aws --profile stranger iam list-users")
    assert sandbox.explain(sandbox.history()[-1]).decision is None


def test_what_was_undone_is_not_in_the_history(aws: Lines, sandbox: Sandbox) -> None:
    aws.run("aws iam create-user --user-name a")
    aws.run("undo")
    assert sandbox.history() == ()
    aws.run("redo")
    assert len(sandbox.history()) == 1


def test_a_question_is_answered_and_leaves_no_trace(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    aws_with_yuna.run(
        f"aws iam put-user-policy --user-name yuna --policy-name up --policy-document '{UPLOAD}'"
    )
    before = sandbox.history()
    photo = "arn:aws:s3:::moonrabbit-photos/a.jpg"
    assert sandbox.ask("user/yuna", "s3:PutObject", photo).allowed
    assert not sandbox.ask("user/yuna", "s3:GetObject", photo).allowed
    assert sandbox.ask("profile/typo", "s3:PutObject", photo).allowed
    assert sandbox.ask("root", "s3:DeleteObject", photo).allowed
    assert sandbox.history() == before
    for nobody in ("user/nobody", "profile/nobody", "role/yuna", "yuna", ""):
        with pytest.raises(UnknownPrincipal):
            sandbox.ask(nobody, "s3:GetObject", photo)


def test_a_question_can_bring_its_circumstances(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    aws_with_yuna.run(
        f"aws iam put-user-policy --user-name yuna --policy-name ls --policy-document '{LISTING}'"
    )
    bucket = "arn:aws:s3:::moonrabbit-photos"
    assert not sandbox.ask("user/yuna", "s3:ListBucket", bucket).allowed
    assert sandbox.ask("user/yuna", "s3:ListBucket", bucket, {"s3:prefix": "public/"}).allowed


def test_the_parameters_of_a_request_are_in_its_context(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    aws.run("aws s3 mb s3://moonrabbit-photos")
    aws.run(f"aws iam put-user-policy --user-name yuna --policy-name ls --policy-document '{LISTING}'")
    aws.console.run("aws --profile yuna s3 ls s3://moonrabbit-photos/public/").events[0]
    assert (
        aws.console.run("aws --profile yuna s3 ls s3://moonrabbit-photos/public/").events[0].outcome
        == "allowed"
    )
    assert (
        aws.console.run("aws --profile yuna s3 ls s3://moonrabbit-photos/").events[0].outcome
        == "implicitDeny"
    )


def test_whether_a_key_is_free_is_only_told_to_those_who_may_list(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    aws.run("aws s3 mb s3://moonrabbit-photos")
    reading = UPLOAD.replace("s3:PutObject", "s3:GetObject")
    aws.run(f"aws iam put-user-policy --user-name yuna --policy-name get --policy-document '{reading}'")
    get = "aws s3api get-object --bucket moonrabbit-photos --key none out"
    assert "(NoSuchKey)" in aws.refused(get)
    denied = aws.console.run(f"{get} --profile yuna")
    assert "not authorized to perform: s3:ListBucket" in denied.stderr
    assert denied.events[0].action == "s3:ListBucket"


def test_start_lines_are_marked_and_can_be_dated(aws: Lines, sandbox: Sandbox) -> None:
    dated = LESSON_START.replace(year=2024)
    stamp = Stamp(start=True, at=dated)
    assert aws.console.run("aws iam create-user --user-name lina", stamp=stamp).rc == 0
    event = sandbox.history()[0]
    assert (event.start, event.line, event.at) == (True, None, dated)
    assert sandbox.account.users["lina"].created == dated
    assert aws.console.run("undo").rc == 1


def test_profiles_are_served_from_memory(aws: Lines, sandbox: Sandbox) -> None:
    assert sandbox.profile_names == ("mina", "stranger")
    assert sandbox.credentials_of("yuna") is None
    assert sandbox.authenticates("mina") is None
    assert sandbox.authenticates("stranger") == "InvalidClientTokenId"
    assert sandbox.authenticates("yuna") == "NoCredentials"
    aws.run("aws iam create-user --user-name yuna")
    first = aws.json("aws iam create-access-key --user-name yuna")["AccessKey"]
    second = aws.json("aws iam create-access-key --user-name yuna")["AccessKey"]
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    newest = sandbox.credentials_of("yuna")
    assert newest is not None
    assert newest.access_key_id == second["AccessKeyId"]
    assert sandbox.authenticates("typo") == "SignatureDoesNotMatch"
    aws.run(
        f"aws iam update-access-key --user-name yuna --access-key-id {newest.access_key_id} --status Inactive"
    )
    active = sandbox.credentials_of("yuna")
    assert active is not None
    assert active.access_key_id == first["AccessKeyId"]


def test_a_policy_may_ask_about_every_circumstance(aws_with_yuna: Lines) -> None:
    conditions = {
        "StringEquals": {
            "aws:username": "yuna",
            "aws:PrincipalArn": "arn:aws:iam::111111111111:user/yuna",
            "aws:PrincipalAccount": "111111111111",
            "aws:PrincipalType": "User",
            "aws:RequestedRegion": "us-east-1",
            "aws:ResourceAccount": "111111111111",
        },
        "StringLike": {"aws:userid": "AIDA*"},
        "Bool": {
            "aws:SecureTransport": "true",
            "aws:ViaAWSService": "false",
            "aws:PrincipalIsAWSService": "false",
        },
        "IpAddress": {"aws:SourceIp": "203.0.113.0/24"},
        "DateGreaterThan": {"aws:CurrentTime": "2026-01-05T09:00:00Z"},
        "NumericGreaterThan": {"aws:EpochTime": "1767600000"},
        "Null": {"aws:MultiFactorAuthPresent": "true", "aws:TokenIssueTime": "true", "aws:SourceVpc": "true"},
    }
    document = {
        "Version": "2012-10-17",
        "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*", "Condition": conditions},
    }
    import json

    aws_with_yuna.run(
        f"aws iam put-user-policy --user-name yuna --policy-name c --policy-document '{json.dumps(document)}'"
    )
    assert aws_with_yuna.run("aws --profile yuna iam list-users").events[0].outcome == "allowed"
