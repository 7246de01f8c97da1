"""The account as a table: its rows and columns, what turned a cell, and whether circumstances may turn it."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest

from tutor.account import RequestRecord, Save, caller_of
from tutor.gateway.permissions import Axes, Column, Key, Row, Survey, last_change, narrowed, sought_by
from tutor.gateway.permissions.change import cli_words
from tutor.gateway.sandbox import Sandbox

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PHOTO = "arn:aws:s3:::photos/wedding/a.jpg"
ACCOUNT = "111111111111"


def allow(action: str, *, effect: str = "Allow", condition: Mapping[str, object] | None = None) -> str:
    statement: dict[str, object] = {"Effect": effect, "Action": action, "Resource": "*"}
    if condition is not None:
        statement["Condition"] = condition
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


WITH_MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
OF_THE_TEAM = {"StringEquals": {"aws:PrincipalTag/team": "photo"}}


class Studio:
    """An account with two users, a role and a bucket."""

    def __init__(self) -> None:
        self.save = Save.in_memory(seed=bytes(32), clock=lambda: NOW)
        self.save.begin()
        self.sandbox = Sandbox(self.save, lambda: NOW)
        self.do("iam:CreateUser", UserName="sora")
        self.do("iam:CreateUser", UserName="bob")
        self.do("s3:CreateBucket", Bucket="photos")
        self.do("s3:PutObject", Bucket="photos", Key="wedding/a.jpg", Body=b"a")
        self.do("s3:PutObject", Bucket="photos", Key="wedding/b.jpg", Body=b"b")

    def do(self, action: str, line: int | None = None, **parameters: object) -> None:
        service, operation = action.split(":")
        account = self.sandbox.account
        caller = caller_of(account, account.root, None)
        record = RequestRecord(service, operation, parameters, caller, None, "203.0.113.9")
        self.save.append(record, line=line)

    def grant(self, user: str, policy: str, line: int | None = None) -> None:
        self.do("iam:PutUserPolicy", line, UserName=user, PolicyName="May", PolicyDocument=policy)

    def survey(self) -> Survey:
        survey = Survey(self.sandbox)
        survey.renew()
        while survey.look_for_changes(50):
            pass
        return survey

    def cell(self, user: str, action: str) -> tuple[str, tuple[str, ...]]:
        survey, key = self.survey(), (f"user/{user}", action, PHOTO)
        survey.fill([key])
        return survey.cells[key].outcome, survey.cells[key].depends


@pytest.fixture
def studio() -> Iterator[Studio]:
    studio = Studio()
    yield studio
    studio.save.close()


def changed(survey: Survey) -> set[tuple[str, str]]:
    return {(who, action) for who, action, _ in survey.changed}


def test_everybody_stands_by_everything(studio: Studio) -> None:
    axes = studio.survey().axes
    assert [row.reference for row in axes.rows] == ["user/bob", "user/sora", "root"]
    objects = {column.resource for column in axes.columns if column.action == "s3:GetObject"}
    assert objects == {PHOTO}
    studio.grant("sora", allow("s3:GetObjectTagging"))
    spoken = {column.action for column in studio.survey().axes.columns if column.resource == PHOTO}
    assert spoken == {"s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectTagging"}


def test_what_a_lesson_asks_comes_first(studio: Studio) -> None:
    survey = Survey(studio.sandbox, [("user/sora", [("s3:GetObjectAcl", PHOTO)]), ("user/gone", [])])
    survey.renew()
    assert survey.axes.rows[0] == Row("user/sora")
    assert survey.axes.columns[0] == Column("s3:GetObjectAcl", PHOTO)


def test_the_last_command_and_what_it_turned(studio: Studio) -> None:
    assert changed(studio.survey()) == set()
    studio.grant("bob", allow("s3:*"))
    survey = studio.survey()
    assert ("user/bob", "s3:DeleteObject") in changed(survey)
    assert {who for who, _ in changed(survey)} == {"user/bob"}
    assert survey.change is not None
    assert survey.change.words == "aws iam put-user-policy --user-name bob --policy-name May"
    assert not survey.renew()
    studio.do("iam:ListUsers")
    assert changed(studio.survey()) == changed(survey)


def test_a_journey_through_time_turns_cells_too(studio: Studio) -> None:
    studio.grant("bob", allow("s3:*"))
    turned = changed(studio.survey())
    studio.save.undo()
    survey = studio.survey()
    assert survey.change is not None
    assert (survey.change.words, survey.change.journey) == ("undo", True)
    assert changed(survey) == turned
    assert all(cell.allowed for cell in survey.before.values())
    studio.save.redo()
    assert not any(cell.allowed for cell in studio.survey().before.values())


def test_all_requests_of_one_line_are_one_change(studio: Studio) -> None:
    studio.grant("bob", allow("s3:*"), line=7)
    studio.grant("sora", allow("s3:*"), line=7)
    assert {who for who, _ in changed(studio.survey())} == {"user/bob", "user/sora"}


def test_a_bucket_policy_turns_its_bucket_alone(studio: Studio) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::photos/*",
    }
    studio.grant("bob", allow("s3:*"))
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    studio.do("s3:PutBucketPolicy", Bucket="photos", Policy=document)
    survey = studio.survey()
    assert ("user/bob", "s3:GetObject") in changed(survey)
    assert {action for _, action in changed(survey)} == {"s3:GetObject"}
    why = survey.why(("user/bob", "s3:GetObject", PHOTO))
    assert why is not None
    assert (why.outcome, why.decided_by, why.source) == ("explicitDeny", "resourcePolicy", "bucket:photos")


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (allow("s3:*"), ("allowed", ())),
        (allow("s3:*", condition=WITH_MFA), ("implicitDeny", ("aws:MultiFactorAuthPresent",))),
        (allow("s3:*", condition=OF_THE_TEAM), ("implicitDeny", ())),
        (allow("iam:*", condition=WITH_MFA), ("implicitDeny", ())),
        (allow("s3:*", effect="Deny", condition=WITH_MFA), ("implicitDeny", ())),
    ],
)
def test_a_cell_depends_on_what_a_request_may_carry(
    studio: Studio, policy: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    studio.grant("bob", policy)
    assert studio.cell("bob", "s3:GetObject") == expected


def test_somebody_who_is_gone_has_no_answer(studio: Studio) -> None:
    survey, key = studio.survey(), ("user/nobody", "s3:GetObject", PHOTO)
    survey.fill([key])
    assert survey.cells[key].outcome == ""
    assert survey.why(key) is None


AXES = Axes(
    (Row("user/sora"), Row("user/noah"), Row("role/auditor@222222222222")),
    (Column("s3:GetObject", PHOTO), Column("s3:DeleteObject", PHOTO), Column("iam:CreateUser", "*")),
)


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("sora delete", [("user/sora", "s3:DeleteObject")]),
        ("ㄴㅐㄱㅁ delete", [("user/sora", "s3:DeleteObject")]),
        ("AUDITOR s3:get", [("role/auditor@222222222222", "s3:GetObject")]),
        ("2222 iam", [("role/auditor@222222222222", "iam:CreateUser")]),
        ("nobody", []),
    ],
)
def test_words_narrow_rows_and_columns(sought: str, expected: list[tuple[str, str]]) -> None:
    axes = narrowed(AXES, sought)
    assert [(row.reference, column.action) for row in axes.rows for column in axes.columns] == expected


def test_no_words_leave_everything() -> None:
    assert narrowed(AXES, " ") == AXES


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("map sora", "sora"),
        ("지도 sora delete", "sora delete"),
        ("ㅡ메 sora", "sora"),
        ("map", None),
        ("mapped sora", None),
        ("aws iam list-users", None),
    ],
)
def test_a_line_may_ask_for_the_map(line: str, expected: str | None) -> None:
    assert sought_by(line) == expected


def test_a_request_is_told_as_a_line_of_the_cli(studio: Studio) -> None:
    parameters: dict[str, object] = {"Bucket": "photos", "Key": "a.jpg", "Body": b"x"}
    record = RequestRecord("s3", "PutObject", parameters, None, None, "")
    assert cli_words(record) == "aws s3api put-object --bucket photos --key a.jpg"
    studio.save.advance_clock(60)
    change = last_change(studio.save)
    assert change is not None
    assert change.words == "clock"


def test_keys_are_sorted_by_row(studio: Studio) -> None:
    studio.grant("sora", allow("s3:*"), line=9)
    studio.grant("bob", allow("s3:*"), line=9)
    keys: tuple[Key, ...] = studio.survey().changed
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)
