"""Every row of spec/clients.md, "What awscli in-process can reach": nothing gets out, and each says why."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.gateway.conftest import Lines

SECRET = "the contents of a file outside"

SPYING = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "sqlite3.",
    "webbrowser.",
)


@dataclass
class Spy:
    """Counts the steps that reach outside, whichever thread takes them."""

    on: bool = False
    seen: list[str] = field(default_factory=list)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event.startswith(SPYING):
            self.seen.append(event)

    @contextmanager
    def watching(self) -> Iterator[list[str]]:
        self.on, self.seen = True, []
        try:
            yield self.seen
        finally:
            self.on = False


@cache
def the_spy() -> Spy:
    spy = Spy()
    sys.addaudithook(spy.hear)
    return spy


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with everything in it that the CLI would use: config, credentials, alias, models, history."""
    home = tmp_path / "home"
    aws = home / ".aws"
    (aws / "cli").mkdir(parents=True)
    (aws / "config").write_text(
        "[default]\nregion=eu-west-1\ncli_history=enabled\n[plugins]\nx=antigravity\n"
        "[profile leak]\ncredential_process=touch " + str(home / "process-ran") + "\n",
        "utf-8",
    )
    (aws / "credentials").write_text(
        "[default]\naws_access_key_id=AKREAL\naws_secret_access_key=REAL\n", "utf-8"
    )
    (aws / "cli" / "alias").write_text(
        f"[toplevel]\nwhoami = sts get-caller-identity\npwn = !touch {home}/alias-ran\n", "utf-8"
    )
    (home / "secret.txt").write_text(SECRET, "utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("AWS_PROFILE", "leak")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(aws / "config"))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKREAL")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "REAL")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_DATA_PATH", str(home))
    monkeypatch.setenv("PAGER", f"touch {home}/pager-ran")
    return home


@pytest.fixture
def furnished(aws: Lines, workspace: Path, outside: Path) -> Lines:
    """A bucket with an object, a file, and links that lead out of the workspace."""
    (workspace / "inside.txt").write_text("inside", "utf-8")
    (workspace / "link.txt").symlink_to(outside / "secret.txt")
    (workspace / "folder").mkdir()
    (workspace / "folder" / "away").symlink_to(outside)
    aws.run("aws iam create-user --user-name yuna")
    aws.run("aws s3 mb s3://moonrabbit-photos")
    aws.run("aws s3 cp inside.txt s3://moonrabbit-photos/inside.txt")
    return aws


def tree(folder: Path) -> dict[str, int]:
    """Every file below a folder and when it was written."""
    paths = [Path(root, name) for root, _, names in os.walk(folder) for name in names]
    return {str(path): path.lstat().st_mtime_ns for path in paths}


POLICY = "aws iam put-user-policy --user-name yuna --policy-name p --policy-document"
PUT = "aws s3api put-object --bucket moonrabbit-photos --key k"
GET = "aws s3api get-object --bucket moonrabbit-photos --key inside.txt"

WAYS_OUT = [
    # what a command could name, the exit code, and words of what is said
    (f"{POLICY} http://127.0.0.1:9/x", 255, "no network"),
    (f"{POLICY} https://example.com/x", 255, "no network"),
    (f"{POLICY} file://{{home}}/secret.txt", 255, "outside your workspace"),
    (f"{POLICY} file://../home/secret.txt", 255, "outside your workspace"),
    (f"{POLICY} file://~/secret.txt", 255, "No such file"),
    (f"{POLICY} 'file://$HOME/secret.txt'", 255, "No such file"),
    (f"{POLICY} fileb://{{home}}/secret.txt", 255, "outside your workspace"),
    (f"{POLICY} file://link.txt", 255, "is a link that leads outside"),
    (f"{POLICY} file://folder/away/secret.txt", 255, "is a link that leads outside"),
    ("aws iam get-user --cli-input-json file://{home}/secret.txt", 255, "outside your workspace"),
    ("aws iam get-user --cli-input-j file://{home}/secret.txt", 255, "outside your workspace"),
    ("aws s3 cp {home}/secret.txt s3://moonrabbit-photos/", 255, "outside your workspace"),
    ("aws s3 cp ../home/secret.txt s3://moonrabbit-photos/", 255, "outside your workspace"),
    ("aws s3 mv {home}/secret.txt s3://moonrabbit-photos/", 255, "outside your workspace"),
    ("aws s3 sync {home} s3://moonrabbit-photos/", 255, "outside your workspace"),
    ("aws s3 cp link.txt s3://moonrabbit-photos/", 255, "is a link that leads outside"),
    ("aws s3 cp s3://moonrabbit-photos/inside.txt {home}/new.txt", 255, "outside your workspace"),
    ("aws s3 cp s3://moonrabbit-photos/inside.txt link.txt", 255, "is a link that leads outside"),
    ("aws s3 cp s3://moonrabbit-photos/inside.txt folder/away/new.txt", 255, "is a link that leads outside"),
    ("aws s3 cp - s3://moonrabbit-photos/k", 255, "no standard input"),
    (f"{PUT} --body {{home}}/secret.txt", 255, "outside your workspace"),
    (f"{PUT} --bod {{home}}/secret.txt", 255, "outside your workspace"),
    (f"{PUT} --body=link.txt", 255, "outside your workspace"),
    (f"{GET} {{home}}/new.txt", 255, "outside your workspace"),
    (f"{GET} folder/away/new.txt", 255, "outside your workspace"),
    ("aws iam create-virtual-mfa-device --virtual-mfa-device-name m --outfile {home}/seed "
     "--bootstrap-method Base32StringSeed", 255, "outside your workspace"),
    ("aws --endpoint-url http://127.0.0.1:9 iam list-users", 255, "goes to the sandbox"),
    ("aws --endpoint http://127.0.0.1:9 s3 ls", 255, "goes to the sandbox"),
    ("aws --profile leak iam list-users", 255, "The config profile (leak) could not be found"),
    ("aws --prof leak iam list-users", 255, "The config profile (leak) could not be found"),
    ("AWS_PROFILE=leak aws iam list-users", 255, "The config profile (leak) could not be found"),
    ("aws --profile default iam list-users", 255, "The config profile (default) could not be found"),
    ("aws configure sso", 255, "never touches AWS settings"),
    ("aws configure get aws_secret_access_key", 255, "does not show it again"),
    ("aws configure import --csv file://{home}/secret.txt", 2, "never touches AWS settings"),
    ("aws pwn", 2, "Invalid choice"),
    ("aws whoami", 2, "Invalid choice"),
    ("aws history list", 255, "not part of this sandbox"),
    ("aws ssm start-session --target i-1", 255, "not part of this sandbox"),
    ("aws ecs execute-command --task t --command sh --interactive", 255, "not part of this sandbox"),
    ("aws emr ssh --cluster-id j --key-pair-file k", 255, "not part of this sandbox"),
    ("aws eks update-kubeconfig --name c", 255, "not part of this sandbox"),
    ("aws cloudformation package --template-file t --s3-bucket b", 255, "not part of this sandbox"),
    ("aws codeartifact login --tool pip --domain d --repository r", 255, "not part of this sandbox"),
    ("aws ec2 get-password-data --instance-id i-1 --priv-launch-key {home}/secret.txt", 255, "not part of"),
    ("aws iam wait user-exists --user-name nobody", 255, "Max attempts exceeded"),
]  # fmt: skip


@pytest.mark.parametrize("row", WAYS_OUT, ids=[line for line, _, _ in WAYS_OUT])
def test_no_command_reaches_outside_and_each_says_why(
    furnished: Lines, outside: Path, tmp_path: Path, row: tuple[str, int, str]
) -> None:
    line, rc, words = row
    before = tree(outside)
    listing = sorted(path for path in os.listdir(tmp_path))
    with the_spy().watching() as seen:
        result = furnished.console.run(line.format(home=outside))
    assert seen == []
    assert tree(outside) == before
    assert sorted(os.listdir(tmp_path)) == listing
    assert SECRET not in result.stdout + result.stderr
    assert words in result.stderr
    assert result.rc == rc
    held = furnished.json("aws s3api list-objects-v2 --bucket moonrabbit-photos")["Contents"]
    assert isinstance(held, list)
    assert [entry["Key"] for entry in held] == ["inside.txt"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("aws iam list-users", '"yuna"'),
        ("aws --debug iam list-users", '"yuna"'),
        ("aws iam create-user help", "create-user"),
        ("aws help", "aws"),
        ("aws s3 cp s3://moonrabbit-photos/inside.txt -", "inside"),
        ("aws s3 cp s3://moonrabbit-photos/inside.txt copy.txt", "download: "),
        ("aws iam list-users --region ap-northeast-2", '"yuna"'),
        ("aws iam list-users --no-verify-ssl --ca-bundle /etc/hostname", '"yuna"'),
        ("aws iam get-user --generate-cli-skeleton", "UserName"),
        ('aws iam get-user --user-name yuna --cli-input-json \'{"UserName": "x"}\'', '"yuna"'),
        ("aws --version", "aws-cli/1."),
        ("aws configure", "AWS Access Key ID [None]:"),
        ("aws configure list", "<not set>"),
        ("aws configure set region eu-west-1", "kept in your save"),
    ],
)
def test_what_is_harmless_works_without_a_socket_or_a_process(
    furnished: Lines, outside: Path, line: str, words: str
) -> None:
    before = tree(outside)
    with the_spy().watching() as seen:
        result = furnished.run(line)
    assert seen == []
    assert tree(outside) == before
    assert words in result.stdout
    assert "AKREAL" not in result.stdout + result.stderr


def test_sync_does_not_follow_links_out(furnished: Lines, outside: Path) -> None:
    result = furnished.console.run("aws s3 sync . s3://moonrabbit-photos/")
    assert SECRET not in result.stdout + result.stderr
    held = furnished.run("aws s3 ls s3://moonrabbit-photos --recursive").stdout
    assert "secret.txt" not in held
    assert "link.txt" not in held


def test_the_learners_own_settings_do_not_count(furnished: Lines, outside: Path) -> None:
    identity = furnished.json("aws sts get-caller-identity")
    assert identity["Account"] == "111111111111"
    assert furnished.run("aws iam list-users --query Users[0].Arn --output text").stdout.count("yuna") == 1
    assert not (outside / "process-ran").exists()


def test_debug_leaves_no_log_handler_behind(furnished: Lines) -> None:
    import logging

    before = {
        name: list(logging.getLogger(name).handlers)
        for name in ("botocore", "awscli", "s3transfer", "urllib3")
    }
    furnished.run("aws --debug iam list-users")
    assert before == {name: list(logging.getLogger(name).handlers) for name in before}


def test_one_command_leaves_nothing_for_the_next(furnished: Lines) -> None:
    furnished.refused("aws --profile nobody iam list-users")
    furnished.run("aws --region ap-northeast-2 --output text iam list-users")
    assert furnished.json("aws iam list-users")["Users"]


def test_import_loads_neither_the_cli_nor_the_store() -> None:
    code = (
        "import sys, tutor.gateway, tutor.gateway.sandbox, tutor.gateway.console\n"
        "heavy = {'awscli', 'botocore', 'tinydb', 'filelock', 'textual', 'docutils', 'urllib3'}\n"
        "print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_only_one_module_imports_the_cli() -> None:
    folder = Path(__file__).parents[2] / "tutor"
    importing = [
        path.name
        for path in folder.rglob("*.py")
        if any(
            line.strip().startswith(("import awscli", "from awscli", "import botocore", "from botocore"))
            for line in path.read_text("utf-8").splitlines()
        )
    ]
    assert importing == ["vendored.py"]
