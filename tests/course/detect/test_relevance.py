"""A belief is told only of the goal whose own request or policy shows it, and once."""

from pathlib import Path

import pytest

from tutor.course.run.checker import told_once

from ..people import PHOTOS, Studio, allows

DATED = allows("s3:GetObject", f"{PHOTOS}/*").replace("2012-10-17", "2026-01-13")
PROVIDER = "arn:aws:iam::111111111111:oidc-provider/staff.example"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def beliefs(studio: Studio, *goals: str) -> list[str | None]:
    return [one.cause.misconception if one.cause else None for one in studio.check(*goals)]


def test_a_refused_document_says_nothing_of_another_policy(studio: Studio) -> None:
    studio.aws(f"iam create-policy --policy-name Album --policy-document '{DATED}' --profile mina")
    assert beliefs(studio, "exists: {policy: Other}", "exists: {policy: Album}") == [None, "B8"]


def test_a_refused_request_says_nothing_of_a_goal_about_another(studio: Studio) -> None:
    studio.do("iam:CreateRole", RoleName="helper", AssumeRolePolicyDocument=_trust("user/noah"))
    studio.give("yuna", "All", allows("*", "*"))
    studio.aws(
        "sts assume-role --role-arn arn:aws:iam::111111111111:role/helper "
        "--role-session-name yuna --profile yuna"
    )
    found = beliefs(
        studio,
        "done-once: {action: sts:AssumeRoleWithWebIdentity}",
        "done-once: {as: user/noah, action: sts:AssumeRole}",
        "done-once: {as: user/yuna, action: sts:AssumeRole}",
    )
    assert found == [None, None, "B11"]


def test_a_belief_is_told_at_the_first_goal_that_shows_it(studio: Studio) -> None:
    studio.aws(f"iam create-policy --policy-name Album --policy-document '{DATED}' --profile mina")
    goal = "exists: {policy: Album}"
    told = told_once(studio.check(goal, goal))
    assert [one.cause and one.cause.misconception for one in told] == ["B8", None]


def test_only_one_persons_token_is_trusted(studio: Studio) -> None:
    def kind(*conditions: str) -> str | None:
        pairs = map(str.split, conditions)
        said = ", ".join(f'"staff.example:{key}": "{value}"' for key, value in pairs)
        document = _trust("x").replace(
            '"Principal": {"AWS": "arn:aws:iam::111111111111:x"}',
            f'"Principal": {{"Federated": "{PROVIDER}"}}, "Condition": {{"StringEquals": {{{said}}}}}',
        )
        document = document.replace("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity")
        studio.do("iam:UpdateAssumeRolePolicy", RoleName="retouch", PolicyDocument=document)
        return studio.kind(
            f'trusts: {{role: retouch, who: "federated:{PROVIDER}", only: true, '
            "action: sts:AssumeRoleWithWebIdentity, "
            'with: {"staff.example:aud": m, "staff.example:sub": chan}}'
        )

    studio.do("iam:CreateOpenIDConnectProvider", Url="https://staff.example", ClientIDList=["m"])
    studio.do("iam:CreateRole", RoleName="retouch", AssumeRolePolicyDocument=_trust("user/noah"))
    assert kind("aud m") == "trusts-others"
    assert kind("aud m", "sub chan") is None


def test_a_parameter_that_must_not_be_given(studio: Studio) -> None:
    studio.give("yuna", "Paper", allows("s3:ListBucket", PHOTOS))
    goal = "event: {action: s3:ListBucket, decision: allowed, with: {Delimiter: null}}"
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(goal) == "never-done"
    studio.aws("s3 ls s3://moonrabbit-photos --recursive --profile yuna")
    assert studio.kind(goal) is None


def test_a_key_that_is_gone_or_has_to_go(studio: Studio) -> None:
    def advice(status: str) -> str | None:
        cause = studio.result(f"key: {{id-of: {{user: yuna, number: 1}}, status: {status}}}").cause
        return cause.help if cause else None

    assert advice("gone") == "delete-key"
    assert advice("Inactive") == "set-key-status"
    key_id = next(iter(studio.sandbox.account.users["yuna"].keys))
    studio.do("iam:DeleteAccessKey", UserName="yuna", AccessKeyId=key_id)
    assert advice("Inactive") == "key-is-gone"


def test_a_state_names_the_command_that_shows_it(studio: Studio) -> None:
    cause = studio.result('state: {call: iam.list-users, where: "length(Users) == `9`"}').cause
    assert cause is not None
    assert cause.values["call"] == "aws iam list-users"


def _trust(who: str) -> str:
    return allows("sts:AssumeRole", "x").replace(
        '"Resource": "x"', f'"Principal": {{"AWS": "arn:aws:iam::111111111111:{who}"}}'
    )
