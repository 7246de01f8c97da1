"""The credential report as a table."""

from tests.gateway.conftest import Lines


def test_the_report_is_a_table_of_who_has_what(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    aws.run("aws iam create-user --user-name lina")
    aws.run("aws iam create-login-profile --user-name lina --password Moon-Rabbit-2026")
    aws.run("aws sts get-caller-identity --profile yuna")
    aws.run("aws iam generate-credential-report")
    rows = [row.split() for row in aws.run("report").stdout.splitlines()]
    assert rows[0] == ["user", "password", "mfa", "key", "1", "used", "key", "2", "used"]
    assert ["lina", "never", "no", "-", "-", "-", "-"] in rows
    yuna = next(row for row in rows if row[0] == "yuna")
    assert yuna[1:4] == ["-", "no", "active"]
    assert yuna[4].startswith("20")
    assert aws.run("보고서").stdout.splitlines()[1:] == aws.run("report").stdout.splitlines()[1:]


def test_without_a_report_it_says_how_to_make_one(aws: Lines) -> None:
    missing = aws.console.run("report")
    assert missing.notice is not None
    assert missing.notice.kind == "no-report"
    wrong = aws.console.run("report lina")
    assert wrong.notice is not None
    assert wrong.notice.kind == "report-form"
