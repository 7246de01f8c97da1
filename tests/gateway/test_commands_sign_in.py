"""The console's door: passwords, MFA codes, and who is the caller afterwards."""

import json
from pathlib import Path

import pytest

from tests.gateway.conftest import LESSON_START, Lines, wall_clock
from tutor.account import Save
from tutor.account.totp import code_at, step_of
from tutor.gateway import Console, Sandbox

PASSWORD = "Moon-rabbit-1"
ROOT_PASSWORD = "Full-moon-2"


@pytest.fixture
def door(aws: Lines) -> Lines:
    aws.run("aws iam create-user --user-name yuna")
    aws.run(f"aws iam create-login-profile --user-name yuna --password {PASSWORD}")
    return aws


def caller(aws: Lines) -> str:
    return str(aws.json("aws sts get-caller-identity")["Arn"]).rpartition(":")[2]


def code(sandbox: Sandbox, name: str = "phone", steps: int = 0) -> str:
    device = sandbox.account.mfa_devices[f"arn:aws:iam::111111111111:mfa/{name}"]
    return code_at(device.seed, step_of(sandbox.world.now) + steps)


def enrol(aws: Lines, sandbox: Sandbox, name: str = "phone") -> None:
    aws.run(
        f"aws iam create-virtual-mfa-device --virtual-mfa-device-name {name} --outfile q.png "
        "--bootstrap-method QRCodePNG"
    )
    serial = f"arn:aws:iam::111111111111:mfa/{name}"
    one, two = code(sandbox, name), code(sandbox, name, 1)
    aws.run(
        f"aws iam enable-mfa-device --user-name yuna --serial-number {serial} "
        f"--authentication-code1 {one} --authentication-code2 {two}"
    )
    aws.run("clock +5m")


def test_a_password_is_asked_for_and_makes_the_caller(door: Lines) -> None:
    asked = door.run("sign-in --account 111111111111 --user yuna")
    assert asked.question is not None
    assert asked.question.secret
    assert asked.question.notice.kind == "ask.password"
    done = door.run(PASSWORD)
    assert done.notice is not None
    assert done.notice.values["arn"] == "arn:aws:iam::111111111111:user/yuna"
    assert caller(door) == "user/yuna"
    assert "AccessDenied" in door.refused("aws iam list-users")
    assert str(door.json("aws --profile mina sts get-caller-identity")["Arn"]).endswith(":root")
    assert str(door.json("AWS_PROFILE=mina aws sts get-caller-identity")["Arn"]).endswith(":root")
    door.run("sign-out")
    assert caller(door) == "root"
    assert door.refused("로그아웃", 1) == "Nobody is signed in."


def test_an_alias_an_option_and_a_korean_word(door: Lines) -> None:
    door.run(f"로그인 --account moonrabbit --user=yuna --password '{PASSWORD}'")
    assert caller(door) == "user/yuna"


@pytest.mark.parametrize(
    "line",
    [
        "sign-in --account 111111111111 --user yuna --password wrong",
        f"sign-in --account 111111111111 --user nobody --password {PASSWORD}",
        f"sign-in --account 999999999999 --user yuna --password {PASSWORD}",
        f"sign-in --account unknown --user yuna --password {PASSWORD}",
    ],
)
def test_what_was_wrong_is_not_told(door: Lines, sandbox: Sandbox, line: str) -> None:
    assert door.refused(line, 1) == "Your authentication information is incorrect. Please try again."
    assert caller(door) == "root"
    event = sandbox.history()[-2]
    assert (event.action, event.outcome, event.error) == (
        "signin:ConsoleLogin",
        "unauthenticated",
        "Failed authentication",
    )


def test_a_user_without_a_password_cannot_come_in(door: Lines) -> None:
    door.run("aws iam create-user --user-name sora")
    door.refused(f"sign-in --user sora --password {PASSWORD}", 1)


def test_a_code_is_asked_for_where_there_is_a_device(door: Lines, sandbox: Sandbox) -> None:
    enrol(door, sandbox)
    door.run("sign-in --user yuna")
    asked = door.run(PASSWORD)
    assert asked.question is not None
    assert asked.question.notice.kind == "ask.code"
    assert "does not fit" in door.refused("000000", 1)
    door.run("sign-in --user yuna")
    door.run(PASSWORD)
    right = code(sandbox)
    door.run(f"{right[:3]} {right[3:]}")
    assert caller(door) == "user/yuna"
    session = sandbox.world.find_session(sandbox.history()[-1].access_key_id or "")
    assert session is not None
    assert session.mfa_at is not None
    door.run("sign-out")
    assert "used before" in door.refused(f"sign-in --user yuna --password {PASSWORD} --code {right}", 1)


def test_a_code_of_any_of_several_devices_counts(door: Lines, sandbox: Sandbox) -> None:
    enrol(door, sandbox)
    enrol(door, sandbox, "tablet")
    for name in ("phone", "tablet"):
        door.run(f"sign-in --user yuna --password {PASSWORD} --code {code(sandbox, name)}")
        door.run("sign-out")


@pytest.mark.parametrize(("named", "told"), [("", True), ("--account 111111111111", False)])
def test_who_names_no_account_is_told_where_it_came_from(door: Lines, named: str, told: bool) -> None:
    advice = door.run(f"sign-in {named} --user yuna --password {PASSWORD}").advice
    assert (advice is not None) is told
    if advice is not None:
        assert (advice.kind, advice.values["account"]) == (
            "own-sign-in-page",
            door.console.sandbox.account.alias,
        )


def test_mfa_opens_what_a_policy_asks_it_for(door: Lines, sandbox: Sandbox) -> None:
    statement = {
        "Effect": "Allow",
        "Action": "iam:ListUsers",
        "Resource": "*",
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
    }
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    door.run(f"aws iam put-user-policy --user-name yuna --policy-name mfa --policy-document '{document}'")
    door.run(f"sign-in --user yuna --password {PASSWORD}")
    door.refused("aws iam list-users")
    door.run("sign-out")
    enrol(door, sandbox)
    door.run(f"sign-in --user yuna --password {PASSWORD} --code {code(sandbox)}")
    door.run("aws iam list-users")


def test_the_root_user_chooses_a_password_first(aws: Lines, sandbox: Sandbox) -> None:
    asked = aws.run("sign-in --root mina@moonrabbit.example")
    assert asked.question is not None
    assert asked.question.notice.kind == "ask.first-password"
    assert "stronger password" in aws.refused("short", 1)
    aws.run("sign-in --root mina@moonrabbit.example")
    aws.run(ROOT_PASSWORD)
    assert caller(aws) == "root"
    aws.run("sign-out")
    aws.refused(f"sign-in --root theo@moonrabbit.example --password {ROOT_PASSWORD}", 1)
    aws.refused(f"sign-in --root mina@moonrabbit.example --password {PASSWORD}", 1)
    aws.run(f"sign-in --root mina@moonrabbit.example --password {ROOT_PASSWORD}")


def test_a_password_that_is_to_be_changed_is_changed_at_the_door(aws: Lines) -> None:
    aws.run("aws iam create-user --user-name yuna")
    aws.run(f"aws iam create-login-profile --user-name yuna --password {PASSWORD} --password-reset-required")
    arn = "arn:aws:iam::aws:policy/IAMUserChangePassword"
    aws.run(f"sign-in --user yuna --password {PASSWORD}")
    assert "iam:ChangePassword" in aws.refused("Moon-rabbit-2")  # who may not, does not come in
    assert caller(aws) == "root"
    aws.run(f"aws iam attach-user-policy --user-name yuna --policy-arn {arn}")
    aws.run(f"sign-in --user yuna --password {PASSWORD}")
    assert "The password is changed." in aws.run("Moon-rabbit-2").stdout
    assert caller(aws) == "user/yuna"
    aws.run("sign-out")
    aws.run("sign-in --user yuna --password Moon-rabbit-2")


def test_no_password_is_in_history_journal_or_output(tmp_path: Path, workspace: Path) -> None:
    folder = tmp_path / "save"
    typed = [
        "aws iam create-user --user-name yuna",
        f"aws iam create-login-profile --user-name yuna --password '{PASSWORD}'",
        f"aws iam update-login-profile --user-name yuna --password={PASSWORD}",
        "sign-in --user yuna",
        "Wrong-Password-9",
        "sign-in --user yuna",
        PASSWORD,
        f"aws iam change-password --old-password {PASSWORD} --new-password {ROOT_PASSWORD}",
        "sign-in --root mina@moonrabbit.example",
        ROOT_PASSWORD,
        f"sign-in --user yuna --password {PASSWORD}",
        f"""aws iam create-login-profile --cli-input-json '{{"UserName": "x", "Password": "{PASSWORD}"}}'""",
    ]
    with Save.create(folder, seed=bytes(32), clock=wall_clock) as save:
        save.begin(start=LESSON_START)
        console = Console(Sandbox(save, wall_clock), workspace)
        results = [console.run(line) for line in typed]
    kept = "\n".join(result.line + result.stdout + result.stderr for result in results)
    written = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file()).decode()
    for password in (PASSWORD, ROOT_PASSWORD, "Wrong-Password-9"):
        assert password not in kept
        assert password not in written
    assert "--user-name yuna --password ****" in kept


def test_going_back_before_a_sign_in_ends_it(door: Lines) -> None:
    door.run(f"sign-in --user yuna --password {PASSWORD}")
    door.run("undo")
    result = door.run("aws sts get-caller-identity")
    assert ":root" in result.stdout
    assert result.advice is not None
    assert result.advice.kind == "sign-in-gone"
    assert door.run("aws sts get-caller-identity").advice is None


def test_a_sign_in_lasts_twelve_hours(door: Lines) -> None:
    door.run(f"sign-in --user yuna --password {PASSWORD}")
    door.run("clock +13h")
    assert "ExpiredToken" in door.refused("aws sts get-caller-identity")


def test_replay_gives_the_same_session(door: Lines, sandbox: Sandbox) -> None:
    door.run(f"sign-in --user yuna --password {PASSWORD}")
    save = sandbox.save
    assert save.world_at(save.head).sessions == save.world.sessions


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("sign-in", "sign-in-form"),
        ("sign-in yuna", "sign-in-form"),
        ("sign-in --user", "sign-in-form"),
        ("sign-in --user yuna --root a@b", "sign-in-form"),
        ("sign-in --account 111111111111", "sign-in-form"),
        ("sign-in --frobnicate x", "sign-in-form"),
        ("sign-in --root mina", "address-form"),
    ],
)
def test_how_it_is_written(door: Lines, line: str, kind: str) -> None:
    result = door.console.run(line)
    assert result.rc == 2
    assert result.notice is not None
    assert result.notice.kind == kind
    assert door.console.question is None


def test_an_empty_answer_leaves_the_door(door: Lines) -> None:
    door.run("sign-in --user yuna")
    assert door.refused("", 1) == "Nobody was signed in."
    assert door.console.question is None


def test_an_answer_is_not_mended_and_no_command(door: Lines) -> None:
    door.run("aws iam update-login-profile --user-name yuna --password '$ aws “x” 소라-A1'")
    door.run("sign-in --user yuna")
    assert door.run("$ aws “x” 소라-A1").fixes == ()
    assert caller(door) == "user/yuna"


def test_signing_in_asks_no_policy(door: Lines) -> None:
    door.run(f"sign-in --user yuna --password {PASSWORD}")
    assert "No policy is asked." in door.run("explain").stdout
