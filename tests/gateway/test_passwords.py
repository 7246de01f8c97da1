"""Who may change a password, and when it has to be changed: the account's password policy at work."""

import base64

import pytest

from tests.gateway.conftest import Lines
from tests.gateway.stories import document, statement
from tutor.gateway import Sandbox

OLD, NEW, THIRD = "Moon-rabbit-1", "Full-moon-2", "New-moon-33"
CHANGE = f"aws --profile yuna iam change-password --old-password {OLD} --new-password {NEW}"
POLICY = "aws iam update-account-password-policy"
SIGN_IN = f"sign-in --account 111111111111 --user yuna --password {OLD}"


@pytest.fixture
def yuna(aws_with_yuna: Lines) -> Lines:
    aws_with_yuna.run(f"aws iam create-login-profile --user-name yuna --password {OLD}")
    return aws_with_yuna


def kind(aws: Lines, line: str) -> str:
    result = aws.console.run(line)
    notice = result.question.notice if result.question is not None else result.advice or result.notice
    return "" if notice is None else notice.kind


# Who may


def test_a_user_needs_iam_change_password(yuna: Lines) -> None:
    refused = yuna.refused(CHANGE)
    assert (
        "User: arn:aws:iam::111111111111:user/yuna is not authorized to perform: iam:ChangePassword on "
        "resource: arn:aws:iam::111111111111:user/yuna because no identity-based policy allows the "
        "iam:ChangePassword action"
    ) in refused
    policy = document(statement(action="iam:ChangePassword", resource="*"))
    yuna.run(f"aws iam put-user-policy --user-name yuna --policy-name own --policy-document '{policy}'")
    yuna.run(CHANGE)
    yuna.refused(SIGN_IN, 1)
    yuna.run(SIGN_IN.replace(OLD, NEW))


def test_the_account_may_let_everybody(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --minimum-password-length 8 --allow-users-to-change-password")
    yuna.run("aws --profile yuna iam get-account-password-policy")
    yuna.run(CHANGE)
    explained = yuna.run("explain").explained
    assert explained is not None
    assert explained.decision is not None
    assert explained.decision.allowed


def test_what_the_account_lets_everybody_is_their_own_password_only(yuna: Lines, sandbox: Sandbox) -> None:
    yuna.run(f"{POLICY} --allow-users-to-change-password")
    yuna.run("aws iam create-user --user-name mina --path /staff/")
    own, other = (f"arn:aws:iam::111111111111:user/{name}" for name in ("yuna", "staff/mina"))
    assert sandbox.ask("user/yuna", "iam:ChangePassword", own).allowed
    assert sandbox.ask("user/mina", "iam:ChangePassword", other).allowed
    assert not sandbox.ask("user/yuna", "iam:ChangePassword", other).allowed
    assert not sandbox.ask("user/yuna", "iam:UpdateLoginProfile", own).allowed


def test_an_explicit_deny_and_a_boundary_still_count(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --allow-users-to-change-password")
    deny = document(statement("Deny", "iam:ChangePassword"))
    yuna.run(f"aws iam put-user-policy --user-name yuna --policy-name no --policy-document '{deny}'")
    assert "with an explicit deny in an identity-based policy" in yuna.refused(CHANGE)
    yuna.run("aws iam delete-user-policy --user-name yuna --policy-name no")
    yuna.run(
        "aws iam put-user-permissions-boundary --user-name yuna "
        "--permissions-boundary arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
    )
    assert "no permissions boundary allows" in yuna.refused(CHANGE)


def test_an_update_that_does_not_say_so_takes_it_back(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --allow-users-to-change-password")
    yuna.run(f"{POLICY} --minimum-password-length 10")
    yuna.refused(CHANGE)


def test_the_old_password_is_asked_and_the_new_one_must_suit(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --minimum-password-length 12 --require-numbers --allow-users-to-change-password")
    assert "The old password was incorrect." in yuna.refused(CHANGE.replace(OLD, THIRD))
    assert "(PasswordPolicyViolation)" in yuna.refused(CHANGE.replace(NEW, "Full-moon-2"))
    yuna.run(CHANGE.replace(NEW, "Full-moon-2026"))


def test_root_changes_its_password_elsewhere(yuna: Lines) -> None:
    assert "(InvalidUserType)" in yuna.refused(CHANGE.replace(" --profile yuna", ""))


# When it has to be


def test_at_the_first_sign_in_where_an_administrator_says_so(yuna: Lines) -> None:
    yuna.run("aws iam update-login-profile --user-name yuna --password-reset-required")
    assert kind(yuna, SIGN_IN) == "ask.new-password"
    assert kind(yuna, NEW) == "password-denied"
    yuna.run(f"{POLICY} --minimum-password-length 8 --allow-users-to-change-password")
    assert kind(yuna, SIGN_IN) == "ask.new-password"
    assert kind(yuna, "short") == "password-refused"
    assert kind(yuna, SIGN_IN) == "ask.new-password"
    assert kind(yuna, NEW) == "password-changed"
    assert yuna.json("aws iam get-login-profile --user-name yuna --profile mina")["LoginProfile"]
    yuna.run("sign-out")
    assert kind(yuna, SIGN_IN.replace(OLD, NEW)) == "signed-in"


def test_when_the_clock_has_gone_past_its_age(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --max-password-age 30 --allow-users-to-change-password")
    yuna.run("clock +29d")
    assert kind(yuna, SIGN_IN) == "signed-in"
    yuna.run("sign-out")
    yuna.run("clock +1d")
    assert kind(yuna, SIGN_IN) == "ask.new-password"
    assert kind(yuna, NEW) == "password-changed"
    yuna.run("sign-out")
    assert kind(yuna, SIGN_IN.replace(OLD, NEW)) == "signed-in"


def test_a_key_goes_on_when_the_password_is_too_old(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --max-password-age 1 --allow-users-to-change-password")
    yuna.run("clock +2d")
    yuna.run("aws --profile yuna sts get-caller-identity")
    yuna.run(CHANGE)
    assert kind(yuna, SIGN_IN.replace(OLD, NEW)) == "signed-in"


def test_with_hard_expiry_only_an_administrator_helps(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --max-password-age 30 --hard-expiry --allow-users-to-change-password")
    yuna.run("clock +31d")
    assert kind(yuna, SIGN_IN) == "password-expired"
    assert kind(yuna, SIGN_IN.replace(OLD, "wrong")) == "sign-in-failed"
    yuna.run(f"aws iam update-login-profile --user-name yuna --password {THIRD}")
    assert kind(yuna, SIGN_IN.replace(OLD, THIRD)) == "signed-in"


def test_the_report_tells_when(yuna: Lines) -> None:
    yuna.run(f"{POLICY} --max-password-age 30")
    yuna.run("aws iam generate-credential-report")
    text = yuna.run("aws iam get-credential-report --query Content --output text").stdout
    row = next(line for line in base64.b64decode(text).decode().splitlines() if line.startswith("yuna,"))
    assert ",2026-02-04T09:" in row


def test_root_has_no_such_policy(yuna: Lines) -> None:
    root = f"sign-in --root mina@example.com --password {THIRD}"
    yuna.run(root)
    yuna.run("sign-out")
    yuna.run(f"{POLICY} --max-password-age 1 --hard-expiry")
    yuna.run("clock +9d")
    assert kind(yuna, root) == "signed-in"
