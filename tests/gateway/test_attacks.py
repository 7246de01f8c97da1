"""Lines that try to get out: nothing leaves the workspace, nothing is run, each gets a sensible answer."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.gateway.conftest import Lines
from tutor.gateway.gate import library_folders
from tutor.gateway.words import NAMES
from tutor.wording.say import say

SECRET = "the contents of a file outside"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
STARTING = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.")
CHANGING = frozenset({
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown",
    "os.truncate", "os.utime", "shutil.rmtree", "shutil.move", "shutil.copyfile", "os.chdir",
})  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass
class Spy:
    """Sees every file that is opened, listed or changed outside the workspace, every socket and process."""

    workspace: str = ""
    seen: list[str] = field(default_factory=list)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.workspace:
            return
        if event.startswith(STARTING):
            self.seen.append(event)
        elif event == "open" or event in CHANGING or event in {"os.listdir", "os.scandir"}:
            self._look(event, arguments)

    def _look(self, event: str, arguments: tuple[Any, ...]) -> None:
        path = arguments[0]
        if isinstance(path, int) or path is None:
            return
        workspace, self.workspace = self.workspace, ""  # looking at a path opens none that counts
        real = os.path.realpath(os.fsdecode(path))
        self.workspace = workspace
        reads = event in {"os.listdir", "os.scandir"} or (event == "open" and not arguments[2] & WRITING)
        roots = (workspace, *library_folders()) if reads or real.endswith(".pyc") else (workspace,)
        if event == "os.chdir":
            return  # into the workspace and back
        if not any(real == root or real.startswith(root + os.sep) for root in roots):
            self.seen.append(f"{event} {real}")

    @contextmanager
    def watching(self, workspace: Path) -> Iterator[list[str]]:
        self.workspace, self.seen = os.path.realpath(workspace), []
        try:
            yield self.seen
        finally:
            self.workspace = ""


@cache
def the_spy() -> Spy:
    spy = Spy()
    sys.addaudithook(spy.hear)
    return spy


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with settings, keys and a secret, which the environment names at every place that AWS looks."""
    home = tmp_path / "home"
    (home / ".aws" / "cli").mkdir(parents=True)
    (home / ".aws" / "config").write_text(
        f"[profile leak]\ncredential_process=touch {home}/ran\n[default]\nregion=eu-west-1\n", "utf-8"
    )
    (home / ".aws" / "credentials").write_text(
        "[default]\naws_access_key_id=AKREAL\naws_secret_access_key=REALSECRET\n", "utf-8"
    )
    (home / "secret.txt").write_text(SECRET, "utf-8")
    (home / "web-identity").write_text(SECRET, "utf-8")
    for name, value in {
        "HOME": str(home),
        "AWS_CONFIG_FILE": str(home / ".aws" / "config"),
        "AWS_ACCESS_KEY_ID": "AKREAL",
        "AWS_SECRET_ACCESS_KEY": "REALSECRET",
        "AWS_WEB_IDENTITY_TOKEN_FILE": str(home / "web-identity"),
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:9/credentials",
        "EDITOR": f"touch {home}/ran",
        "PAGER": f"touch {home}/ran",
    }.items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture
def besieged(aws: Lines, workspace: Path, home: Path) -> Lines:
    """A workspace with links out of it, and with what a terminal would obey."""
    (workspace / "inside.txt").write_text("inside", "utf-8")
    (workspace / "link.txt").symlink_to(home / "secret.txt")
    (workspace / "loop").symlink_to(workspace / "loop")
    (workspace / "folder").mkdir()
    (workspace / "folder" / "away").symlink_to(home)
    (workspace / "escape.txt").write_text("\x1b[2J\x1b]0;title\x07\x9b31mred\rover\x00\x7f\n", "utf-8")
    (workspace / "na\x1b[2Jme.txt").write_text("x", "utf-8")
    os.mkfifo(workspace / "pipe")
    aws.run("aws iam create-user --user-name yuna")
    aws.run("aws s3 mb s3://moonrabbit-photos")
    aws.run("aws s3 cp inside.txt s3://moonrabbit-photos/inside.txt")
    aws.run("aws s3 cp escape.txt s3://moonrabbit-photos/escape.txt")
    aws.run('aws s3api put-object --bucket moonrabbit-photos --key "k\x1b[2J"')
    return aws


POLICY = "aws iam put-user-policy --user-name yuna --policy-name p --policy-document"
OUT = "outside your workspace"
LINK = "is a link that leads outside"
NONE = "There is no file"
S3 = "s3://moonrabbit-photos"

ATTACKS = [
    # reading with the console's own words
    ("cat {home}/secret.txt", OUT),
    ("cat ../home/secret.txt", OUT),
    ("cat folder/../../home/secret.txt", OUT),
    ("cat ./././../home/secret.txt", OUT),
    ("cat link.txt", LINK),
    ("cat folder/away/secret.txt", LINK),
    ("cat inside.txt {home}/secret.txt", OUT),
    ("cat ~/secret.txt", "home folder"),
    ("cat $HOME/secret.txt", "There is no variable HOME"),
    ("cat '$HOME/secret.txt'", NONE),
    ("cat /etc/passwd", OUT),
    ("cat /proc/self/environ", OUT),
    ("cat /dev/stdin", OUT),
    ("cat pipe", NONE),
    ("cat loop", NONE),
    ("cat folder", NONE),
    ("cat {home}/.aws/credentials", OUT),
    ("cat 'inside.txt\x00'", NONE),
    ("보기 {home}/secret.txt", OUT),
    ("ls ..", OUT),
    ("ls {home}", OUT),
    ("ls folder/away", LINK),
    ("ls /", OUT),
    # deleting and writing with them
    ("rm {home}/secret.txt", OUT),
    ("rm ../home/secret.txt", OUT),
    ("rm -rf {home}", OUT),
    ("rm -rf /", OUT),
    ("rm link.txt", LINK),
    ("rm folder/away/secret.txt", LINK),
    ("rm -- ../home/secret.txt", OUT),
    ("edit {home}/.aws/config", OUT),
    ("edit link.txt", LINK),
    ("edit inside.txt", "There is no editor here"),
    # a shell's ways
    ("cat inside.txt > {home}/new", "writes output into a file"),
    ("cat < {home}/secret.txt", "file://NAME"),
    ("ls; touch {home}/ran", "one command a line"),
    ("ls && touch {home}/ran", "one command a line"),
    ("ls | sh", "no other programs"),
    ("echo $(touch {home}/ran)", "a command inside a command"),
    ('echo "$(touch {home}/ran)"', "a command inside a command"),
    ("echo `touch {home}/ran`", "a command inside a command"),
    ("touch {home}/ran &", "one command a line"),
    ("sh -c 'touch {home}/ran'", "is not a command of this console"),
    ("!touch {home}/ran", "is not a command of this console"),
    ("python3 -c 'open(0)'", "is not a command of this console"),
    ("./inside.txt", "is not a command of this console"),
    ("source link.txt", "is not a command of this console"),
    ("ssh root@127.0.0.1", "There is no running instance"),
    ("ssh -o ProxyCommand='touch {home}/ran' x", "Write it like this"),
    # the AWS CLI's ways to read files
    (f"{POLICY} file://{{home}}/secret.txt", OUT),
    (f"{POLICY} fileb://{{home}}/secret.txt", OUT),
    (f"{POLICY} file://folder/away/secret.txt", LINK),
    (f"{POLICY}=file://link.txt", LINK),
    (f"{POLICY} FILE://{{home}}/secret.txt", "MalformedPolicyDocument"),
    (f"{POLICY} https://example.com/p", "no network"),
    ("aws iam get-user --cli-input-json file://../home/secret.txt", OUT),
    ("aws iam get-user --cli-input-j=file://link.txt", LINK),
    ("aws iam create-user --user-name file://{home}/secret.txt", OUT),
    ("aws iam create-user --user-name x --tags file://{home}/secret.txt", OUT),
    (f"aws s3 cp {{home}}/secret.txt {S3}/", OUT),
    (f"aws s3 cp link.txt {S3}/", LINK),
    (f"aws s3 cp folder {S3}/ --recursive", ""),
    (f"aws s3 sync folder {S3}/ --follow-symlinks", ""),
    (f"aws s3 mv {{home}}/secret.txt {S3}/", OUT),
    (f"aws s3 cp /dev/stdin {S3}/k", OUT),
    (f"aws s3 cp - {S3}/k", "no standard input"),
    ("aws s3api put-object --bucket moonrabbit-photos --key k --body {home}/secret.txt", OUT),
    ("aws s3api put-object --bucket moonrabbit-photos --key k --bod=../home/secret.txt", OUT),
    ("aws s3api put-object --bucket moonrabbit-photos --key k --body link.txt", LINK),
    # and to write them
    (f"aws s3 cp {S3}/inside.txt {{home}}/new", OUT),
    (f"aws s3 cp {S3}/inside.txt folder/away/new", LINK),
    (f"aws s3 cp {S3}/inside.txt link.txt", LINK),
    (f"aws s3 sync {S3} ../home", OUT),
    ("aws s3api get-object --bucket moonrabbit-photos --key inside.txt {home}/new", OUT),
    ("aws s3api get-object --bucket moonrabbit-photos --key inside.txt folder/away/new", OUT),
    ("aws iam create-virtual-mfa-device --virtual-mfa-device-name m --bootstrap-method QRCodePNG "
     "--outfile {home}/new", OUT),
    ("aws iam create-virtual-mfa-device --virtual-mfa-device-name m --bootstrap-method QRCodePNG "
     "--outf ../home/new", OUT),
    # other credentials, other addresses
    ("aws --profile leak sts get-caller-identity", "could not be found"),
    ("AWS_PROFILE=leak aws sts get-caller-identity", "could not be found"),
    ("AWS_CONFIG_FILE={home}/.aws/config aws --prof leak sts get-caller-identity", "could not be found"),
    ("AWS_SHARED_CREDENTIALS_FILE={home}/.aws/credentials aws sts get-caller-identity", ":root"),
    ("AWS_ENDPOINT_URL=http://127.0.0.1:9 aws sts get-caller-identity", ":root"),
    ("HTTPS_PROXY=http://127.0.0.1:9 aws sts get-caller-identity", ":root"),
    ("export AWS_CA_BUNDLE={home}/secret.txt", "has no effect here"),
    ("aws --endpoint-url http://169.254.169.254 iam list-users", "goes to the sandbox"),
    ("aws --ca-bundle {home}/secret.txt sts get-caller-identity", ":root"),
    ("aws configure set credential_process 'touch {home}/ran'", "is not a setting"),
    ("aws configure import --csv file://{home}/secret.txt", "never touches AWS settings"),
    ("aws configure add-model --service-model file://{home}/secret.txt", "never touches AWS settings"),
    ("aws configure get aws_secret_access_key --profile leak", "could not be found"),
    ("aws ssm start-session --target i-1", "not part of this sandbox"),
    ("aws ec2-instance-connect ssh --instance-id i-1", "not part of this sandbox"),
    ("aws eks update-kubeconfig --name x --kubeconfig {home}/new", "not part of this sandbox"),
    ("aws iam help", "iam"),
    # what a terminal would obey
    ("cat escape.txt", "␛[2J␛]0;title␇"),
    ("ls", "na␛[2Jme.txt"),
    ("cat 'na\x1b[2Jme.txt'", "x"),
    ("cat '\x1b[2Jnone'", "␛[2Jnone"),
    ("echo '\x1b]0;title\x07'", "␛]0;title␇"),
    ("\x1b[31mfrobnicate", "␛[31mfrobnicate"),
    (f"aws s3 ls {S3}", "k␛[2J"),
    (f"aws s3 cp {S3}/escape.txt -", "over␀␡"),
    ("aws iam get-user --user-name '\x1b[2J'", "ValidationError"),
    ("aws \x1b[2J", "Invalid choice"),
    ("help '\x9b2J'", "There is no help"),
    ("export A='\x1b[2J'", ""),
    ("history \x1b", "Write it like this"),
]  # fmt: skip


def tree(folder: Path) -> dict[str, int]:
    """Every file below a folder and when it was written."""
    paths = [Path(root, name) for root, _, names in os.walk(folder) for name in names]
    return {str(path): path.lstat().st_mtime_ns for path in paths}


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(attack, id=f"{n}-{attack[0]}", marks=[pytest.mark.long] if n % 3 == 0 else [])
        for n, attack in enumerate(ATTACKS, 1)
    ],
)
def test_nothing_gets_out(
    besieged: Lines, home: Path, workspace: Path, tmp_path: Path, attack: tuple[str, str]
) -> None:
    line, words = attack
    before, beside = tree(home), sorted(os.listdir(tmp_path))
    with the_spy().watching(workspace) as seen:
        result = besieged.console.run(line.format(home=home))
    assert seen == []
    assert tree(home) == before
    assert sorted(os.listdir(tmp_path)) == beside
    output = result.stdout + result.stderr
    assert SECRET not in output
    assert "AKREAL" not in output
    assert "REALSECRET" not in output
    assert words in output
    assert not CONTROL.search(output)
    for notice in filter(None, (result.notice, result.advice)):
        assert not CONTROL.search(say("ko", notice.message, **notice.values))
    held = besieged.run("aws s3 cp s3://moonrabbit-photos . --recursive --dryrun").stdout
    assert "secret" not in held
    assert (workspace / "link.txt").is_symlink()


def test_there_are_many() -> None:
    assert len({line for line, _ in ATTACKS}) == len(ATTACKS) >= 60


def test_an_export_opens_no_way_for_later_lines(besieged: Lines, home: Path, workspace: Path) -> None:
    besieged.run(
        f"export AWS_CONFIG_FILE={home}/.aws/config AWS_SHARED_CREDENTIALS_FILE={home}/x HOME={home}"
    )
    besieged.run(f"export AWS_ENDPOINT_URL=http://127.0.0.1:9 AWS_DATA_PATH={home} PATH={home}")
    before = tree(home)
    with the_spy().watching(workspace) as seen:
        assert ":root" in besieged.run("aws sts get-caller-identity").stdout
        assert OUT in besieged.refused("cat $HOME/secret.txt", 2)
    assert seen == []
    assert tree(home) == before


MACHINE = {
    "AWS_PROFILE": "leak", "AWS_DEFAULT_PROFILE": "leak", "AWS_REGION": "eu-west-1",
    "AWS_DEFAULT_REGION": "eu-west-1", "AWS_DEFAULT_OUTPUT": "text", "AWS_SESSION_TOKEN": "REALTOKEN",
    "AWS_SECURITY_TOKEN": "REALTOKEN", "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
    "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:9", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/credentials", "AWS_ROLE_ARN": "arn:aws:iam::1:role/real",
    "AWS_ROLE_SESSION_NAME": "real", "AWS_STS_REGIONAL_ENDPOINTS": "legacy", "AWS_CA_BUNDLE": "/none",
    "AWS_DATA_PATH": "/none", "AWS_SHARED_CREDENTIALS_FILE": "/none", "AWS_MAX_ATTEMPTS": "many",
    "AWS_RETRY_MODE": "none", "AWS_USE_FIPS_ENDPOINT": "true", "AWS_USE_DUALSTACK_ENDPOINT": "true",
    "AWS_CLI_FILE_ENCODING": "none", "AWS_PAGER": "touch ran", "BOTO_CONFIG": "/none",
    "HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "REQUESTS_CA_BUNDLE": "/none",
    "CURL_CA_BUNDLE": "/none",
}  # fmt: skip
"""What the machine that the tutor runs on may have set."""


def test_the_settings_of_the_machine_change_nothing(
    besieged: Lines, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        "aws sts get-caller-identity",
        "aws configure list",
        "aws iam get-user --user-name yuna",
        "aws s3 ls",
        "aws s3 presign s3://moonrabbit-photos/inside.txt",
        "aws iam list-users --profile nobody",
    )
    before = [re.sub(r"(Date|Signature)=[^&]*", "", besieged.console.run(line).stdout) for line in lines]
    for line, expected in zip(lines, before, strict=True):
        for name, value in MACHINE.items():
            monkeypatch.setenv(name, value)
        with the_spy().watching(workspace) as seen:
            result = besieged.console.run(line)
        assert seen == []
        assert re.sub(r"(Date|Signature)=[^&]*", "", result.stdout) == expected
        assert "REALTOKEN" not in result.stdout + result.stderr


def test_a_signed_in_user_and_an_instance_change_nothing_about_it(besieged: Lines, home: Path) -> None:
    besieged.run("aws iam create-login-profile --user-name yuna --password Moon-rabbit-1")
    besieged.run("sign-in --user yuna --password Moon-rabbit-1")
    assert OUT in besieged.refused(f"aws s3 cp {home}/secret.txt s3://moonrabbit-photos/")
    assert OUT in besieged.refused(f"cat {home}/secret.txt", 2)


def test_the_answer_to_a_question_is_no_command(besieged: Lines, home: Path, workspace: Path) -> None:
    besieged.run("aws configure --profile x")
    with the_spy().watching(workspace) as seen:
        for answer in (f"$(touch {home}/ran)", f"`touch {home}/ran`", f"file://{home}/secret.txt", "\x1b[2J"):
            result = besieged.console.run(answer)
            assert not CONTROL.search(result.stdout + result.stderr)
    assert seen == []
    assert SECRET not in besieged.run("aws configure list --profile x").stdout


SIGNS = st.text(st.sampled_from("ab-/.$ \"'\\=|~*\x1b\0\ud800가ㅁ　“—0") | st.characters(), max_size=30)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(NAMES - {"aws"})), SIGNS)
def test_any_line_gets_an_answer(besieged: Lines, word: str, text: str) -> None:
    result = besieged.console.run(f"{word} {text}")
    assert not CONTROL.search(result.stdout + result.stderr)
    assert besieged.console.complete(f"{word} {text}", len(text)).end == len(text)
