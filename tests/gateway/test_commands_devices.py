"""MFA devices in hand: the QR code on screen, the built-in authenticator, the root user's own device."""

import base64
import csv
from io import StringIO
from pathlib import Path

import pyotp
import pytest
import segno

from tests.gateway.conftest import Lines, wall_clock
from tutor.account import Save, address_of
from tutor.account.totp import code_at, step_of
from tutor.gateway import Console, Sandbox
from tutor.gateway.qr import NotAQrCode, blocks, modules_of

ACCOUNT = "111111111111"
SERIAL = f"arn:aws:iam::{ACCOUNT}:mfa/phone"
CREATE = "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone"
PNG = f"{CREATE} --outfile f.png --bootstrap-method QRCodePNG"
ADDRESS, PASSWORD = "mina@example.com", "Full-moon-2"
SIGN_IN = f"sign-in --root {ADDRESS} --password {PASSWORD}"


def read(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules that half blocks show on a dark terminal, without the quiet zone."""
    dark = {"█": (False, False), "▀": (False, True), "▄": (True, False), " ": (True, True)}
    rows: list[list[bool]] = []
    for line in text.splitlines():
        upper, lower = zip(*(dark[sign] for sign in line), strict=True)
        rows += [list(upper), list(lower)]
    side = len(rows[0]) - 4
    return tuple(tuple(row[2 : 2 + side]) for row in rows[2 : 2 + side])


def expected(sandbox: Sandbox) -> tuple[tuple[bool, ...], ...]:
    address = address_of(sandbox.account.mfa_devices[SERIAL].seed, "phone@moonrabbit")
    return tuple(tuple(bit == 1 for bit in row) for row in segno.make(address, error="m").matrix)


# The QR code


def test_the_picture_on_screen_is_the_qr_code_of_the_address(aws: Lines, sandbox: Sandbox) -> None:
    made = aws.run(PNG)
    assert made.stderr == ""
    assert made.advice is not None
    assert (made.advice.kind, dict(made.advice.values)) == ("qr-next", {"path": "f.png", "name": "phone"})
    shown = aws.run("qr f.png")
    assert read(shown.stdout) == expected(sandbox)
    assert shown.advice is not None
    assert shown.printed == shown.stdout
    assert len(shown.stdout.splitlines()) <= 28


def test_a_phone_that_reads_the_address_shows_codes_that_are_accepted(aws: Lines, sandbox: Sandbox) -> None:
    aws.run(PNG)
    seed = sandbox.account.mfa_devices[SERIAL].seed
    address = address_of(seed, "phone@moonrabbit")
    assert address == f"otpauth://totp/phone%40moonrabbit?secret={seed}"
    phone = pyotp.parse_uri(address)
    assert isinstance(phone, pyotp.TOTP)
    now = int(wall_clock().timestamp())
    aws.run("aws iam create-user --user-name yuna")
    aws.run(
        f"aws iam enable-mfa-device --user-name yuna --serial-number {SERIAL} "
        f"--authentication-code1 {phone.at(now)} --authentication-code2 {phone.at(now + 30)}"
    )


def test_a_file_with_the_seed_gives_the_same_code(aws: Lines, sandbox: Sandbox) -> None:
    aws.run(f"{CREATE} --outfile seed.txt --bootstrap-method Base32StringSeed")
    assert read(aws.run("큐알 seed.txt").stdout) == expected(sandbox)


def test_on_a_light_terminal_light_and_dark_change_places(aws: Lines) -> None:
    aws.run(PNG)
    dark, light = aws.run("qr f.png").stdout, aws.run("qr f.png 밝게").stdout
    assert light == dark.translate(str.maketrans("█▀▄ ", " ▄▀█"))


@pytest.mark.parametrize("scale", [1, 3])
@pytest.mark.parametrize("error", ["l", "h"])
def test_pictures_of_other_sizes_are_read_too(tmp_path: Path, scale: int, error: str) -> None:
    code = segno.make("otpauth://totp/a?secret=ABCD", error=error)
    code.save(str(tmp_path / "q.png"), scale=scale, border=1)
    modules = modules_of((tmp_path / "q.png").read_bytes())
    assert modules == tuple(tuple(bit == 1 for bit in row) for row in code.matrix)
    assert read(blocks(modules)) == modules


@pytest.mark.parametrize(
    "content", [b"", b"moon", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + bytes(13)]
)
def test_a_file_that_is_none_is_named(aws: Lines, workspace: Path, content: bytes) -> None:
    (workspace / "moon.png").write_bytes(content)
    with pytest.raises(NotAQrCode):
        modules_of(content)
    assert aws.refused("qr moon.png", 1).startswith("moon.png holds no QR code")


@pytest.mark.parametrize(
    ("line", "rc", "kind"),
    [
        ("qr", 2, "qr-form"),
        ("qr a b", 2, "qr-form"),
        ("qr nothing.png", 1, "not-a-file"),
        ("qr ../f.png", 2, "outside-file"),
        ("code", 2, "code-form"),
        ("code phone next more", 2, "code-form"),
        ("code phone", 1, "no-device"),
        ("mfa", 2, "mfa-form"),
        ("mfa phone", 1, "no-device"),
        ("mfa phone 123456", 2, "mfa-form"),
    ],
)
def test_what_is_not_there_or_not_so_written_is_told(aws: Lines, line: str, rc: int, kind: str) -> None:
    result = aws.console.run(line)
    assert result.notice is not None
    assert (result.rc, result.notice.kind) == (rc, kind)


# The built-in authenticator


def test_the_authenticator_shows_two_codes_that_enrol_the_device(aws: Lines, sandbox: Sandbox) -> None:
    aws.run(PNG)
    aws.run("aws iam create-user --user-name yuna")
    one, two = aws.run("code phone").stdout.split()
    step = step_of(sandbox.world.now)
    seed = sandbox.account.mfa_devices[SERIAL].seed
    assert (one, two) == (code_at(seed, step), code_at(seed, step + 1))
    aws.run(
        f"aws iam enable-mfa-device --user-name yuna --serial-number {SERIAL} "
        f"--authentication-code1 {one} --authentication-code2 {two}"
    )
    again = aws.run(f"코드 {SERIAL}")
    assert again.advice is not None
    assert again.advice.kind == "code-used"


def test_next_moves_the_clock_to_the_next_code(aws: Lines, sandbox: Sandbox) -> None:
    aws.run(PNG)
    _, after = aws.run("code").stdout.split()
    moved = aws.run("code phone 다음")
    assert moved.changed
    assert moved.stdout.split()[0] == after
    assert sandbox.world.now.timestamp() % 30 == 0
    aws.run("undo")
    assert aws.run("code").stdout.split()[1] == after


def test_next_skips_codes_that_were_used(aws: Lines) -> None:
    aws.run(PNG)
    aws.run("aws iam create-user --user-name yuna")
    one, two = aws.run("code").stdout.split()
    aws.run(
        f"aws iam enable-mfa-device --user-name yuna --serial-number {SERIAL} "
        f"--authentication-code1 {one} --authentication-code2 {two}"
    )
    assert two not in aws.run("code phone next").stdout.split()


# The root user's device


@pytest.fixture
def root(aws: Lines) -> Lines:
    aws.run(SIGN_IN)
    aws.run(PNG)
    return aws


def codes(aws: Lines) -> str:
    return aws.run("code phone next").stdout.strip()


def test_no_command_enables_a_device_for_root_and_the_console_says_who_does(root: Lines) -> None:
    line = (
        f"aws iam enable-mfa-device --user-name root --serial-number {SERIAL} "
        "--authentication-code1 123456 --authentication-code2 234567"
    )
    refused = root.console.run(line)
    assert "(NoSuchEntity)" in refused.stderr
    assert refused.advice is not None
    assert refused.advice.kind == "mfa-root"


def test_root_enrols_its_device_and_is_asked_for_its_code(root: Lines, sandbox: Sandbox) -> None:
    summary = "aws iam get-account-summary --query SummaryMap.AccountMFAEnabled"
    assert root.run(summary).stdout == "0\n"
    asked = root.run("mfa phone")
    assert asked.question is not None
    assert asked.question.secret
    done = root.run(codes_while_asked(root, sandbox))
    assert done.notice is not None
    assert done.notice.kind == "mfa-enabled"
    assert root.run(summary).stdout == "1\n"
    listed = root.json("aws iam list-virtual-mfa-devices --assignment-status Assigned")["VirtualMFADevices"]
    assert isinstance(listed, list)
    assert listed[0]["SerialNumber"] == SERIAL
    assert listed[0]["User"]["Arn"] == f"arn:aws:iam::{ACCOUNT}:root"
    assert root.json("aws iam list-mfa-devices")["MFADevices"]
    root.run("sign-out")
    assert root.run(SIGN_IN).question is not None
    root.run(next_code(sandbox))
    who = root.json("aws sts get-caller-identity")
    assert str(who["Arn"]).endswith(":root")


def codes_while_asked(root: Lines, sandbox: Sandbox) -> str:
    step = step_of(sandbox.world.now)
    seed = sandbox.account.mfa_devices[SERIAL].seed
    return f"{code_at(seed, step)} {code_at(seed, step + 1)}"


def next_code(sandbox: Sandbox) -> str:
    device = sandbox.account.mfa_devices[SERIAL]
    step = step_of(sandbox.world.now)
    while step in device.used_steps:
        step += 1
    return code_at(device.seed, step)


def test_the_report_says_that_root_has_mfa(root: Lines) -> None:
    root.run(f"mfa phone {codes(root)}")
    root.run("aws iam generate-credential-report")
    report = root.run("aws iam get-credential-report --query Content --output text").stdout
    rows = {row["user"]: row for row in csv.DictReader(StringIO(base64.b64decode(report).decode()))}
    assert rows["<root_account>"]["mfa_active"] == "true"
    assert rows["<root_account>"]["password_last_used"] != "no_information"


def test_wrong_codes_used_codes_and_a_device_in_use(root: Lines) -> None:
    assert "follow each other" in root.refused("mfa phone 000000 000000", 1)
    pair = codes(root)
    one, two = pair.split()
    assert "follow each other" in root.refused(f"mfa phone {two} {one}", 1)
    root.run(f"mfa phone {pair}")
    assert "follow each other" in root.refused(f"mfa phone {pair}", 1)
    resynced = root.run(f"mfa phone {aged(root)}")
    assert resynced.notice is not None
    assert resynced.notice.kind == "mfa-resynced"


def aged(root: Lines) -> str:
    """Two codes later on."""
    root.run("clock +5m")
    return codes(root)


def test_a_device_of_a_user_is_not_roots(root: Lines) -> None:
    root.run("aws iam create-user --user-name yuna")
    one, two = codes(root).split()
    root.run(
        f"aws iam enable-mfa-device --user-name yuna --serial-number {SERIAL} "
        f"--authentication-code1 {one} --authentication-code2 {two}"
    )
    assert root.refused(f"mfa phone {aged(root)}", 1) == "phone belongs to somebody already."
    assert root.json("aws iam list-mfa-devices")["MFADevices"] == []


def test_root_deactivates_and_deletes_its_device(root: Lines, sandbox: Sandbox) -> None:
    root.run(f"mfa phone {codes(root)}")
    assert "(DeleteConflict)" in root.refused(f"aws iam delete-virtual-mfa-device --serial-number {SERIAL}")
    root.run(f"aws iam deactivate-mfa-device --serial-number {SERIAL}")
    assert sandbox.account.root.devices == []
    root.run(f"aws iam delete-virtual-mfa-device --serial-number {SERIAL}")
    root.run("sign-out")
    assert root.run(SIGN_IN).question is None


def test_temporary_credentials_of_root_take_the_code(root: Lines, sandbox: Sandbox) -> None:
    root.run(f"mfa phone {codes(root)}")
    key = root.json("aws iam create-access-key")["AccessKey"]
    assert isinstance(key, dict)
    root.run("sign-out")
    root.run("clock +5m")
    given = f"AWS_ACCESS_KEY_ID={key['AccessKeyId']} AWS_SECRET_ACCESS_KEY={key['SecretAccessKey']}"
    code = root.run("code phone").stdout.split()[0]
    line = f"{given} aws sts get-session-token --serial-number {SERIAL} --token-code {code}"
    assert root.json(line)["Credentials"]
    assert "invalid MFA one time pass code" in root.refused(line)


def test_a_user_has_no_such_page(aws_with_yuna: Lines) -> None:
    aws_with_yuna.run("export AWS_PROFILE=yuna")
    result = aws_with_yuna.console.run("mfa phone")
    assert result.notice is not None
    assert result.notice.kind == "mfa-root-only"


def test_an_exported_key_says_whose_page_it_is(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    (key,) = sandbox.account.users["yuna"].keys.values()
    made = aws_with_yuna.json("aws iam create-access-key")["AccessKey"]
    assert isinstance(made, dict)
    aws_with_yuna.run(f"export AWS_ACCESS_KEY_ID={key.key_id} AWS_SECRET_ACCESS_KEY={key.secret}")
    assert "root user's own page" in aws_with_yuna.refused("mfa phone", 1)
    key_id, secret = made["AccessKeyId"], made["SecretAccessKey"]
    aws_with_yuna.run(f"export AWS_ACCESS_KEY_ID={key_id} AWS_SECRET_ACCESS_KEY={secret}")
    assert "There is no MFA device phone." in aws_with_yuna.refused("mfa phone", 1)


def test_what_root_did_on_its_page_is_history_that_undo_takes_back(root: Lines, sandbox: Sandbox) -> None:
    root.run(f"mfa phone {codes(root)}")
    explained = root.run("explain")
    assert explained.notice is not None
    assert explained.notice.kind == "explain-page"
    root.run("undo")
    assert sandbox.account.root.devices == []


def test_roots_device_survives_checkpoint_and_replay(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    for number in range(2):
        with Save.open_or_create(tmp_path / "save", seed=bytes(32), clock=wall_clock) as save:
            lines = Lines(Console(Sandbox(save, wall_clock), workspace))
            if number == 0:
                save.begin(accounts=(ACCOUNT,))
                lines.run(SIGN_IN)
                lines.run(PNG)
                lines.run(f"mfa phone {codes(lines)}")
            root = save.world.accounts[ACCOUNT].root
            assert root.devices == [SERIAL]
            assert save.head is not None
            assert save.world_at(save.head).accounts[ACCOUNT].root == root
