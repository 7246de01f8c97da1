"""The further IAM and STS operations as console lines: what the real CLI makes of their answers."""

from __future__ import annotations

import csv
import json
from base64 import b64decode
from io import StringIO
from pathlib import Path

import pytest

from tests.gateway.conftest import Lines
from tutor.account import LEARNER, OPERATIONS, code_at, step_of
from tutor.gateway.needs import NEEDS

ROLE = f"arn:aws:iam::{LEARNER}:role/reader"
PHONE = f"arn:aws:iam::{LEARNER}:mfa/phone"
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": LEARNER}, "Action": "sts:AssumeRole"}],
}
READ = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}


@pytest.fixture
def furnished(aws_with_yuna: Lines, workspace: Path) -> Lines:
    """A user with a key, a role, and documents in the workspace."""
    (workspace / "trust.json").write_text(json.dumps(TRUST), encoding="utf-8")
    (workspace / "read.json").write_text(json.dumps(READ), encoding="utf-8")
    aws_with_yuna.run(
        "aws iam create-role --role-name reader --assume-role-policy-document file://trust.json"
    )
    return aws_with_yuna


def test_every_operation_has_a_row_in_the_authorisation_table() -> None:
    wanted = {action for action in OPERATIONS if action.split(":")[0] in ("iam", "sts")}
    assert not wanted - set(NEEDS)


def test_a_trust_policy_comes_back_as_json(furnished: Lines) -> None:
    line = "aws iam get-role --role-name reader --query Role.AssumeRolePolicyDocument"
    assert furnished.json(line) == TRUST


def test_versions_of_a_policy(furnished: Lines) -> None:
    furnished.run("aws iam create-policy --policy-name p --policy-document file://read.json")
    arn = f"arn:aws:iam::{LEARNER}:policy/p"
    furnished.run(
        f"aws iam create-policy-version --policy-arn {arn} --set-as-default "
        "--policy-document file://read.json"
    )
    line = f"aws iam list-policy-versions --policy-arn {arn} --query Versions[].VersionId --output text"
    assert furnished.run(line).stdout.split() == ["v2", "v1"]
    assert "Cannot delete the default version of a policy." in furnished.refused(
        f"aws iam delete-policy-version --policy-arn {arn} --version-id v2"
    )


def test_a_password_is_checked_and_kept_as_a_hash(furnished: Lines) -> None:
    refused = furnished.refused("aws iam create-login-profile --user-name yuna --password short")
    assert "(PasswordPolicyViolation)" in refused
    furnished.run("aws iam create-login-profile --user-name yuna --password Sommer-2026!")
    furnished.refused("aws iam create-login-profile --user-name yuna --password Sommer-2026!")
    recorded = [entry.request for entry in furnished.console.sandbox.save.entries]
    assert not any("Sommer-2026!" in str(request) for request in recorded)


def test_a_phone_is_enrolled_with_two_codes(furnished: Lines, workspace: Path) -> None:
    furnished.run(
        "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone "
        "--outfile seed.txt --bootstrap-method Base32StringSeed"
    )
    seed = (workspace / "seed.txt").read_text(encoding="utf-8")
    step = step_of(furnished.console.sandbox.world.now)
    first, second = code_at(seed, step), code_at(seed, step + 1)
    enable = f"aws iam enable-mfa-device --user-name yuna --serial-number {PHONE} "
    assert "(InvalidAuthenticationCode)" in furnished.refused(
        f"{enable} --authentication-code1 {second} --authentication-code2 {first}"
    )
    furnished.run(f"{enable} --authentication-code1 {first} --authentication-code2 {second}")
    listed = furnished.json("aws iam list-mfa-devices --user-name yuna")
    assert isinstance(listed["MFADevices"], list)
    assert listed["MFADevices"][0]["SerialNumber"] == PHONE


def test_the_picture_of_a_seed_is_a_png(furnished: Lines, workspace: Path) -> None:
    furnished.run(
        "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone "
        "--outfile code.png --bootstrap-method QRCodePNG"
    )
    assert (workspace / "code.png").read_bytes().startswith(b"\x89PNG")


def test_the_credential_report_is_a_table(furnished: Lines) -> None:
    assert furnished.json("aws iam generate-credential-report")["State"] == "STARTED"
    encoded = furnished.json("aws iam get-credential-report")["Content"]
    rows = list(csv.DictReader(StringIO(b64decode(str(encoded)).decode())))
    assert [row["user"] for row in rows] == ["<root_account>", "yuna"]
    assert rows[1]["access_key_1_active"] == "true"


def test_a_simulation_says_what_the_evaluator_says(furnished: Lines) -> None:
    furnished.run(
        "aws iam put-user-policy --user-name yuna --policy-name r --policy-document file://read.json"
    )
    line = (
        f"aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::{LEARNER}:user/yuna "
        "--action-names s3:GetObject s3:PutObject --query EvaluationResults[].EvalDecision --output text"
    )
    assert furnished.run(line).stdout.split() == ["allowed", "implicitDeny"]


def test_a_user_without_permission_is_told_which(furnished: Lines) -> None:
    refused = furnished.refused(
        "aws iam update-assume-role-policy --role-name reader "
        "--policy-document file://trust.json --profile yuna"
    )
    assert f"iam:UpdateAssumeRolePolicy on resource: {ROLE} because no identity-based policy" in refused
