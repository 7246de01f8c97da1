"""The console from end to end: real CLI lines, the account that they change, and what the history says."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.gateway.conftest import Lines
from tutor.account import Save
from tutor.gateway import Console, ConsoleResult, Sandbox
from tutor.wording.say import say

YUNA = "arn:aws:iam::111111111111:user/yuna"
PHOTOS = "arn:aws:s3:::moonrabbit-photos"


def test_the_console_belongs_to_root_whose_key_is_no_access_key_of_the_account(aws: Lines) -> None:
    assert aws.json("aws sts get-caller-identity") == {
        "UserId": "111111111111",
        "Account": "111111111111",
        "Arn": "arn:aws:iam::111111111111:root",
    }
    assert aws.json("aws iam list-access-keys") == {"AccessKeyMetadata": []}


def test_a_user_is_made_listed_and_taken_away(aws: Lines) -> None:
    made = aws.json("aws iam create-user --user-name yuna --path /photo/")["User"]
    assert isinstance(made, dict)
    assert made["Arn"] == "arn:aws:iam::111111111111:user/photo/yuna"
    assert made["CreateDate"] == "2026-01-05T09:00:00Z"
    assert str(made["UserId"]).startswith("AIDA")
    assert aws.json("aws iam list-users")["Users"] == [made]
    assert aws.run("aws iam list-users --query Users[].UserName --output text").stdout == "yuna\n"
    assert aws.run("aws iam delete-user --user-name yuna").stdout == ""
    assert aws.json("aws iam list-users") == {"Users": []}


def test_pages_are_joined_as_the_cli_does(aws: Lines) -> None:
    for name in "abcde":
        aws.run(f"aws iam create-user --user-name {name}")
    whole = aws.run("aws iam list-users --page-size 2 --query Users[].UserName --output text")
    assert whole.stdout.split() == list("abcde")
    assert [event.operation for event in whole.events] == ["ListUsers"] * 3
    part = aws.json("aws iam list-users --max-items 2")
    rest = aws.json(f"aws iam list-users --starting-token {part['NextToken']}")
    users = rest["Users"]
    assert isinstance(users, list)
    assert [user["UserName"] for user in users] == ["c", "d", "e"]


@pytest.mark.parametrize(
    ("line", "rc", "words"),
    [
        (
            "aws iam get-user --user-name nobody",
            255,
            "An error occurred (NoSuchEntity) when calling the GetUser operation: "
            "The user with name nobody cannot be found.",
        ),
        ("aws iam create-user", 2, "aws: error: the following arguments are required: --user-name"),
        ("aws iam create-user --user-name", 2, "aws: error: argument --user-name: expected one argument"),
        ("aws iam create-user --user-name a --foo b", 255, "Unknown options: --foo, b"),
        (
            "aws iam create-usr --user-name a",
            2,
            "Invalid choice: 'create-usr', maybe you meant:\n\n  * create-user",
        ),
        ("aws s3apo ls", 2, "Invalid choice: 's3apo', maybe you meant:\n\n  * s3api"),
        (
            "aws iam get-user --user-name ''",
            255,
            "Invalid length for parameter UserName, value: 0",
        ),
        ("aws iam list-users --query Users[", 255, "Bad value for --query Users["),
        ("aws", 2, "aws: error: "),
    ],
)
def test_errors_are_the_clis_own(aws: Lines, line: str, rc: int, words: str) -> None:
    result = aws.console.run(line)
    assert result.rc == rc
    assert words in result.stderr
    assert "AWS CLI version 2" not in result.stderr
    assert result.notice is None


def test_who_you_are_comes_before_what_you_may(aws_with_yuna: Lines) -> None:
    denied = (
        f"User: {YUNA} is not authorized to perform: iam:ListUsers on resource: "
        "arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action"
    )
    refusals = {
        "yuna": f"An error occurred (AccessDenied) when calling the ListUsers operation: {denied}",
        "typo": "An error occurred (SignatureDoesNotMatch) when calling the ListUsers operation: "
        "The request signature we calculated does not match the signature you provided. Check your AWS "
        "Secret Access Key and signing method. Consult the service documentation for details.",
        "stranger": "An error occurred (InvalidClientTokenId) when calling the ListUsers operation: "
        "The security token included in the request is invalid.",
        "nobody": "The config profile (nobody) could not be found",
    }
    for profile, words in refusals.items():
        assert aws_with_yuna.refused(f"aws iam list-users --profile {profile}") == words


def test_s3_has_its_own_words_for_the_same_three(aws_with_yuna: Lines) -> None:
    called = "when calling the ListBuckets operation:"
    refusals = {
        "yuna": f"An error occurred (AccessDenied) {called} User: {YUNA} is not authorized to perform: "
        "s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action",
        "typo": f"An error occurred (SignatureDoesNotMatch) {called} The request signature we calculated "
        "does not match the signature you provided. Check your key and signing method.",
        "stranger": f"An error occurred (InvalidAccessKeyId) {called} "
        "The AWS Access Key Id you provided does not exist in our records.",
    }
    for profile, words in refusals.items():
        assert aws_with_yuna.refused(f"aws --profile {profile} s3 ls") == words


def test_an_inactive_key_is_not_let_in(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    key_id = next(iter(sandbox.account.users["yuna"].keys))
    assert sandbox.authenticates("yuna") is None
    aws_with_yuna.run(
        f"aws iam update-access-key --user-name yuna --access-key-id {key_id} --status Inactive"
    )
    assert sandbox.authenticates("yuna") == "InvalidClientTokenId"
    assert "InvalidClientTokenId" in aws_with_yuna.refused("aws --profile yuna sts get-caller-identity")


def test_a_profile_whose_user_is_missing_or_keyless_is_the_clis_error(aws: Lines) -> None:
    assert aws.refused("aws --profile yuna s3 ls") == "The config profile (yuna) could not be found"
    aws.run("aws iam create-user --user-name yuna")
    assert aws.refused("aws --profile yuna s3 ls").startswith("Unable to locate credentials.")


def test_keys_in_front_of_a_command_sign_it(aws: Lines) -> None:
    aws.run("aws iam create-user --user-name jun")
    key = aws.json("aws iam create-access-key --user-name jun")["AccessKey"]
    assert isinstance(key, dict)
    front = f"AWS_ACCESS_KEY_ID={key['AccessKeyId']} AWS_SECRET_ACCESS_KEY={key['SecretAccessKey']}"
    identity = aws.json(f"{front} aws sts get-caller-identity")
    assert identity["Arn"] == "arn:aws:iam::111111111111:user/jun"
    assert "InvalidClientTokenId" in aws.refused(f"{front} AWS_SESSION_TOKEN=x aws sts get-caller-identity")
    assert "missing: AWS_SECRET_ACCESS_KEY" in aws.refused("AWS_ACCESS_KEY_ID=A aws sts get-caller-identity")


def test_a_permission_opens_exactly_what_it_names(aws_with_yuna: Lines, workspace: Path) -> None:
    (workspace / "moon.txt").write_text("moon\n", "utf-8")
    (workspace / "upload.json").write_text(
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject",'
        f' "Resource": "{PHOTOS}/*"}}]}}',
        "utf-8",
    )
    aws = aws_with_yuna
    aws.run("aws s3 mb s3://moonrabbit-photos")
    upload = "aws --profile yuna s3 cp moon.txt s3://moonrabbit-photos/moon.txt"
    assert "not authorized to perform: s3:PutObject" in aws.refused(upload, 1)
    aws.run("aws iam put-user-policy --user-name yuna --policy-name up --policy-document file://upload.json")
    done = aws.run(upload)
    assert done.stdout == "upload: ./moon.txt to s3://moonrabbit-photos/moon.txt\n"
    assert done.changed
    assert "(403)" in aws.refused("aws --profile yuna s3 cp s3://moonrabbit-photos/moon.txt back.txt", 1)
    assert aws.run("aws s3 cp s3://moonrabbit-photos/moon.txt -").stdout == "moon\n"
    assert aws.run("aws s3 ls s3://moonrabbit-photos").stdout.split()[2:] == ["5", "moon.txt"]
    assert "because no identity-based policy allows the s3:GetObject action" in aws.refused(
        "aws --profile yuna s3api get-object --bucket moonrabbit-photos --key moon.txt back.txt"
    )


def test_the_policy_comes_back_as_it_was_given(aws_with_yuna: Lines) -> None:
    document = (
        '{"Version":"2012-10-17","Statement":[{"Sid":"P","Effect":"Allow","Action":"s3:*",'
        '"Resource":"arn:aws:s3:::a%41+b c/${aws:username}/*"}]}'
    )
    aws_with_yuna.run(
        f"aws iam put-user-policy --user-name yuna --policy-name p --policy-document '{document}'"
    )
    answer = aws_with_yuna.json("aws iam get-user-policy --user-name yuna --policy-name p")
    policy = answer["PolicyDocument"]
    assert isinstance(policy, dict)
    assert policy["Statement"][0]["Resource"] == "arn:aws:s3:::a%41+b c/${aws:username}/*"


def test_a_malformed_policy_is_shown_with_a_caret_under_awss_sentence(
    aws_with_yuna: Lines, workspace: Path
) -> None:
    (workspace / "bad.json").write_text('{{"Version": "2012-10-17"}}', "utf-8")
    result = aws_with_yuna.console.run(
        "aws iam put-user-policy --user-name yuna --policy-name p --policy-document file://bad.json"
    )
    assert result.rc == 255
    assert result.stderr.strip().splitlines() == [
        "An error occurred (MalformedPolicyDocument) when calling the PutUserPolicy operation: "
        "Syntax errors in policy.",
        "",
        '{{"Version": "2012-10-17"}}',
        " ^",
    ]
    assert result.fault is not None
    assert result.fault.fault == "extra-opening-brace"
    assert not result.changed


def test_one_line_is_one_step_back(aws: Lines, sandbox: Sandbox) -> None:
    aws.run("aws iam create-user --user-name a")
    aws.run("aws s3 mb s3://moonrabbit-photos")
    aws.run("aws iam list-users")
    undone = aws.run("undo")
    assert undone.changed
    assert undone.notice is not None
    assert say("en", undone.notice.message, **undone.notice.values) == (
        "Undone: s3:CreateBucket moonrabbit-photos. What came after it was refused or only looked, and had "
        "changed nothing. (AWS itself has no undo; only this sandbox does.)"
    )
    assert sandbox.world.bucket("moonrabbit-photos") is None
    assert aws.run("undo").stdout == "Undone: iam:CreateUser user/a\n"
    assert "a" not in sandbox.account.users
    assert aws.console.run("undo").rc == 1
    aws.run("redo")
    assert "a" in sandbox.account.users


def test_two_consoles_at_once_keep_their_lines_apart(sandbox: Sandbox, workspace: Path) -> None:
    results: dict[str, ConsoleResult] = {}

    def make(name: str) -> None:
        results[name] = Console(sandbox, workspace).run(f"aws iam create-user --user-name {name}")

    threads = [threading.Thread(target=make, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f'"UserName": "{name}"' in result.stdout for name, result in results.items())
    assert sorted(len(result.events) for result in results.values()) == [1, 1, 1, 1]
    assert {result.events[0].line for result in results.values()} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("frobnicate", "not-a-command"),
        ("awss iam list-users", "not-a-command-but"),
        ("aws iam list-users | jq .", "shell-pipe"),
        ("aws iam list-users > users.json", "shell-output"),
        ("aws iam list-users; aws s3 ls", "shell-list"),
        ("aws iam get-user --user-name $(whoami)", "shell-substitution"),
        ("aws iam get-user --user-name 'bob", "open-quote"),
        ("aws iam get-user --user-name $NAME", "no-variable"),
        ("aws configure sso", "configure"),
        ("aws lambda list-functions", "outside-service"),
        ("aws iam list-delegation-requests", "outside-unlike"),
        ("aws iam get-human-readable-summary --entity-arn x", "outside-unlike"),
    ],
)
def test_what_the_console_says_itself_it_says_in_both_languages(aws: Lines, line: str, kind: str) -> None:
    result = aws.console.run(line)
    assert result.rc != 0
    assert result.events == ()
    assert result.notice is not None
    assert result.notice.kind == kind
    english = say("en", result.notice.message, **result.notice.values)
    assert result.stderr.strip() == english
    assert say("ko", result.notice.message, **result.notice.values) != english


def test_the_lines_that_help_are_not_buried(aws: Lines) -> None:
    result = aws.console.run("aws iam create-usr --user-name a")
    assert result.stderr.count("\n") > 90  # as AWS prints it
    assert result.short.strip() == "Invalid choice: 'create-usr', maybe you meant:\n\n  * create-user"
    unlike = aws.console.run("aws iam frobnicate")
    assert unlike.short.strip() == "aws: error: argument operation: Invalid choice"
    few = aws.console.run("aws frobnicate")
    assert few.short == few.stderr
    missing = aws.console.run("aws iam create-user")
    assert missing.short == missing.stderr


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("aws s3 sl", "aws s3 ls"),
        ("aws s3 sl s3://moonrabbit-photos --profile yuna", "aws s3 ls"),
        ("aws iam users-list", "aws iam list-users"),
        ("aws s3 list", "aws s3 ls"),
    ],
)
def test_where_the_cli_names_no_nearest_command_the_console_does(aws: Lines, line: str, meant: str) -> None:
    result = aws.console.run(line)
    assert result.advice is not None
    assert say("en", result.advice.message, **result.advice.values) == f"The nearest command is `{meant}`."
    korean = say("ko", result.advice.message, **result.advice.values)
    assert korean == f"가장 비슷한 명령은 `{meant}` 명령이에요."
    assert "maybe you meant" not in result.stderr


@pytest.mark.parametrize("line", ["aws iam lst-users", "aws iam frobnicate", "aws pwn", "aws iam"])
def test_it_names_none_beside_the_clis_own_nor_where_nothing_is_near(aws: Lines, line: str) -> None:
    assert aws.console.run(line).advice is None


def test_what_an_option_of_the_cli_cannot_do_here_is_said(aws: Lines) -> None:
    result = aws.run("aws --debug iam list-users")
    assert result.notice is not None
    assert result.notice.kind == "debug"
    assert "MissingAuthenticationToken" in aws.refused("aws iam list-users --no-sign-request")
    assert "(AccessDenied)" in aws.refused("aws s3 ls --no-sign-request")


def test_a_copy_that_needs_an_operation_outside_the_sandbox_says_so(aws: Lines) -> None:
    aws.run("aws s3 mb s3://moonrabbit-photos")
    words = aws.refused("aws s3 cp s3://moonrabbit-photos/a s3://moonrabbit-photos/b", 1)
    assert "404" in words or "CopyObject" in words


def test_hangul_mode_is_mended_and_named(aws: Lines) -> None:
    result = aws.run("ㅁㅈㄴ ㄴㅅㄴ ㅎㄷㅅ-ㅊ미ㅣㄷㄱ-ㅑㅇ두샤쇼")
    assert [fix.kind for fix in result.fixes] == ["hangul"]
    assert "111111111111:root" in result.stdout
    for fix in result.fixes:
        assert say("ko", fix.message, found=fix.found, meant=fix.meant)


def test_help_is_plain_text(aws: Lines) -> None:
    page = aws.run("aws iam create-user help").stdout
    assert "create-user" in page
    assert "--user-name" in page
    assert "\x1b" not in page
    assert "AVAILABLE COMMANDS" in aws.run("aws iam help").stdout.upper()
    assert aws.run("aws help").stdout
    assert aws.run("aws s3 help").stdout
    assert aws.run("aws iam create-role help").stdout


def test_what_was_answered_is_in_the_folder(tmp_path: Path, workspace: Path) -> None:
    def clock() -> datetime:
        return datetime(2026, 5, 1, tzinfo=UTC)

    folder = tmp_path / "save"
    with Save.create(folder, seed=bytes(32), clock=clock) as save:
        save.begin(start=clock())
        lines = Lines(Console(Sandbox(save, clock), workspace))
        lines.run("aws iam create-user --user-name yuna")
        assert b'"operation":"CreateUser"' in (folder / "journal.jsonl").read_bytes().splitlines()[-1]
        lines.refused("aws iam create-user --user-name yuna")
    with Save.open(folder, clock=clock) as again:
        sandbox = Sandbox(again, clock)
        assert "yuna" in sandbox.account.users
        assert [event.error for event in sandbox.history()] == [None, "EntityAlreadyExists"]
