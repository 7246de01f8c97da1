"""Variables of the console: export, unset, echo, and who they make the caller."""

import pytest

from tests.gateway.conftest import Lines
from tutor.gateway import Sandbox


def caller(aws: Lines, front: str = "") -> str:
    return str(aws.json(f"{front} aws sts get-caller-identity")["Arn"]).rpartition(":")[2]


def test_a_variable_is_filled_in_as_in_a_shell(aws: Lines) -> None:
    aws.run("NAME='sora kim'")
    assert aws.run("""echo $NAME "$NAME" '$NAME' ${NAME}x""").stdout == "sora kim sora kim $NAME sora kimx\n"
    aws.run('DOCUMENT=\'{"Version":"2012-10-17","Statement":[]}\'')
    assert aws.run('echo "$DOCUMENT"').stdout == '{"Version":"2012-10-17","Statement":[]}\n'
    aws.run("unset NAME")
    assert "There is no variable NAME." in aws.refused("echo $NAME", 2)


def test_an_id_is_kept_and_used(aws: Lines) -> None:
    aws.run("aws iam create-user --user-name yuna")
    arn = aws.run("aws iam get-user --user-name yuna --query User.Arn --output text").stdout.strip()
    aws.run(f"ARN={arn} NAME=yuna")
    assert aws.json('aws iam get-user --user-name "$NAME"')["User"]
    assert aws.run("echo ${ARN}").stdout == f"{arn}\n"


def test_the_exit_code_of_the_last_line(aws: Lines) -> None:
    aws.refused("aws iam get-user --user-name nobody")
    assert aws.run("echo $?").stdout == "255\n"
    assert aws.run("echo $?").stdout == "0\n"


def test_an_exported_profile_is_whose_commands_are(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    set_only = aws.run("AWS_PROFILE=yuna")
    assert set_only.advice is not None
    assert set_only.advice.kind == "not-exported"
    assert caller(aws) == "root"
    aws.run("export AWS_PROFILE")
    assert caller(aws) == "user/yuna"
    assert caller(aws, "AWS_PROFILE=mina") == "root"
    assert str(aws.json("aws --profile mina sts get-caller-identity")["Arn"]).endswith(":root")
    aws.run("AWS_PROFILE=mina")  # it is exported already
    assert caller(aws) == "root"
    aws.run("unset AWS_PROFILE")
    assert caller(aws) == "root"


def test_exported_keys_come_before_a_profile(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    key = aws.json("aws iam create-access-key --user-name yuna")["AccessKey"]
    assert isinstance(key, dict)
    aws.run(f"export AWS_ACCESS_KEY_ID={key['AccessKeyId']}")
    assert "missing: AWS_SECRET_ACCESS_KEY" in aws.refused("aws sts get-caller-identity")
    aws.run(f"export AWS_SECRET_ACCESS_KEY='{key['SecretAccessKey']}' AWS_PROFILE=mina")
    assert caller(aws) == "user/yuna"
    assert key["SecretAccessKey"] not in aws.run("export").stdout
    aws.run("export AWS_SESSION_TOKEN=none")
    assert "InvalidClientTokenId" in aws.refused("aws sts get-caller-identity")


def test_temporary_credentials_are_exported_and_end(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    given = aws.json("aws --profile yuna sts get-session-token --duration-seconds 900")["Credentials"]
    assert isinstance(given, dict)
    aws.run(
        f"export AWS_ACCESS_KEY_ID={given['AccessKeyId']} AWS_SECRET_ACCESS_KEY={given['SecretAccessKey']} "
        f"AWS_SESSION_TOKEN={given['SessionToken']}"
    )
    assert caller(aws) == "user/yuna"
    aws.run("clock +15m")
    assert "ExpiredToken" in aws.refused("aws sts get-caller-identity")


def test_region_and_output(aws: Lines, sandbox: Sandbox) -> None:
    aws.run("export AWS_DEFAULT_REGION=ap-northeast-2 AWS_DEFAULT_OUTPUT=text")
    assert aws.run("aws sts get-caller-identity").stdout.startswith("111111111111\t")
    assert aws.run("aws sts get-caller-identity --output json").stdout.startswith("{")
    aws.run("aws ec2 describe-instances")
    request = sandbox.save.entry(sandbox.history()[-1].index).request
    assert request is not None
    assert request.region == "ap-northeast-2"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("export 1A=x", "variable-name"),
        ("export AWS_PROFILE = yuna", "variable-name"),
        ("export NONE", "no-variable"),
        ("unset a-b", "variable-name"),
    ],
)
def test_what_is_no_variable(aws: Lines, line: str, kind: str) -> None:
    result = aws.console.run(line)
    assert result.rc
    assert result.notice is not None
    assert result.notice.kind == kind
    assert aws.run("export").stdout == ""


def test_a_variable_that_aws_does_not_read_here_says_so(aws: Lines) -> None:
    result = aws.run("export AWS_CONFIG_FILE=/etc/passwd")
    assert result.advice is not None
    assert result.advice.values == {"name": "AWS_CONFIG_FILE"}


def test_variables_do_not_come_from_the_environment(aws: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/learner")
    for name in ("HOME", "PATH", "USER"):
        assert "There is no variable" in aws.refused(f"echo ${name}", 2)
