"""The `aws` program, started as a learner starts it, against the endpoint."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.endpoint.test_boto3 import environment
from tests.endpoint.test_command import Running, running

pytestmark = pytest.mark.long


class Aws:
    """Runs `aws ...` in a folder of its own."""

    def __init__(self, endpoint: Running, folder: Path) -> None:
        self._folder, self._environment = folder, environment(endpoint, folder)

    def run(self, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [str(Path(sys.executable).with_name("aws")), *words],
            env=self._environment | variables,
            cwd=self._folder,
            capture_output=True,
            text=True,
            check=False,
        )

    def ok(self, *words: str, **variables: str) -> str:
        done = self.run(*words, **variables)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, code: str, *words: str, **variables: str) -> None:
        done = self.run(*words, **variables)
        assert done.returncode in {254, 255}
        assert f"({code})" in done.stderr


@pytest.fixture(scope="module")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aws]:
    with running("--fresh") as endpoint:
        yield Aws(endpoint, tmp_path_factory.mktemp("learner"))


def test_a_user_gets_a_key_and_is_refused_and_allowed(aws: Aws) -> None:
    aws.ok("iam", "create-user", "--user-name", "kim")
    key = json.loads(aws.ok("iam", "create-access-key", "--user-name", "kim"))["AccessKey"]
    kim = {"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}
    aws.refused("AccessDenied", "iam", "list-users", **kim)
    aws.refused("SignatureDoesNotMatch", "iam", "list-users", **kim | {"AWS_SECRET_ACCESS_KEY": "wrong"})
    aws.refused(
        "InvalidClientTokenId", "iam", "list-users", **kim | {"AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE"}
    )
    policy = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
    aws.ok("iam", "attach-user-policy", "--user-name", "kim", "--policy-arn", policy)
    assert aws.ok("iam", "list-users", "--query", "Users[].UserName", "--output", "text", **kim) == "kim\n"


def test_files_go_to_s3_and_back(aws: Aws) -> None:
    folder = aws._folder
    (folder / "tide.txt").write_text("high")
    (folder / "large").write_bytes(bytes(10 * 1024 * 1024))
    aws.ok("s3", "mb", "s3://moon-files")
    for name in ("tide.txt", "large"):
        aws.ok("s3", "cp", name, f"s3://moon-files/{name}")
        aws.ok("s3", "cp", f"s3://moon-files/{name}", f"back-{name}")
        assert (folder / name).read_bytes() == (folder / f"back-{name}").read_bytes()
    assert "tide.txt" in aws.ok("s3", "ls", "s3://moon-files/")
    aws.ok("s3", "rb", "s3://moon-files", "--force")


def test_a_role_is_taken_on(aws: Aws) -> None:
    account = json.loads(aws.ok("sts", "get-caller-identity"))["Account"]
    trust = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{account}:user/lee"},
        "Action": "sts:AssumeRole",
    }
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    aws.ok("iam", "create-user", "--user-name", "lee")
    key = json.loads(aws.ok("iam", "create-access-key", "--user-name", "lee"))["AccessKey"]
    lee = {"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}
    role = ("iam", "create-role", "--role-name", "guest", "--assume-role-policy-document", document)
    arn = json.loads(aws.ok(*role))["Role"]["Arn"]
    taken = json.loads(aws.ok("sts", "assume-role", "--role-arn", arn, "--role-session-name", "visit", **lee))
    session = {
        "AWS_ACCESS_KEY_ID": taken["Credentials"]["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": taken["Credentials"]["SecretAccessKey"],
        "AWS_SESSION_TOKEN": taken["Credentials"]["SessionToken"],
    }
    assert json.loads(aws.ok("sts", "get-caller-identity", **session))["Arn"].endswith("role/guest/visit")
    aws.refused("AccessDenied", "iam", "list-users", **session)
